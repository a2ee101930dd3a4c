/* How the editor looks, in the colours of the page: these are variables, which reach into its shadow tree. */
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const mono = "var(--mono)";

export const look = EditorView.theme({
  "&": { height: "100%", color: "var(--ink)", backgroundColor: "var(--paper)", fontSize: "14px" },
  // The page shows where the focus is, around the margin, too.
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: mono, lineHeight: "1.55" },
  ".cm-content": { caretColor: "var(--ink)", padding: "10px 0" },
  ".cm-cursor, .cm-dropCursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--paper)", color: "var(--faint)", border: "none" },
  ".cm-activeLine": { backgroundColor: "var(--line)" },
  ".cm-activeLineGutter": { backgroundColor: "var(--line)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--selection)",
  },
  ".cm-selectionMatch": { backgroundColor: "var(--match)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--match)", outline: "1px solid var(--edge)" },
  ".cm-tooltip": {
    backgroundColor: "var(--raised)",
    color: "var(--ink)",
    border: "1px solid var(--edge)",
    borderRadius: "6px",
    boxShadow: "0 4px 16px rgb(0 0 0 / 0.18)",
    maxWidth: "min(34rem, 94vw)",
    overflow: "hidden auto",
    maxHeight: "60vh",
  },
  ".cm-tooltip-autocomplete > ul": { fontFamily: mono, fontSize: "13px" },
  ".cm-tooltip-autocomplete > ul > li": { padding: "2px 8px" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": {
    backgroundColor: "var(--accent)",
    color: "var(--on-accent)",
  },
  ".cm-tooltip-autocomplete ul li[aria-selected] .cm-completionDetail": { color: "var(--on-accent)" },
  ".cm-completionDetail": { color: "var(--faint)", fontStyle: "normal", marginLeft: "1em" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700" },
  ".cm-diagnostic": { padding: "8px 12px", borderLeftWidth: "4px", fontFamily: "var(--sans)" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--error)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--warning)" },
  ".cm-diagnostic-info": { borderLeftColor: "var(--hint)" },
  ".cm-diagnosticAction": {
    display: "block",
    margin: "6px 0 0",
    padding: "4px 10px",
    borderRadius: "5px",
    backgroundColor: "var(--accent)",
    color: "var(--on-accent)",
    font: "inherit",
    fontSize: "13px",
    textAlign: "left",
    cursor: "pointer",
  },
  ".cm-diagnosticSource": { color: "var(--faint)", opacity: "1" },
  ".cm-lintRange-error": underline("--error"),
  ".cm-lintRange-warning": underline("--warning"),
  ".cm-lintRange-info": underline("--hint"),
  ".cm-lintRange-active": { backgroundColor: "var(--match)" },
  ".cm-panels": { backgroundColor: "var(--raised)", color: "var(--ink)" },
  ".cm-panels.cm-panels-bottom": { borderTop: "1px solid var(--edge)" },
  ".cm-textfield, .cm-button": {
    backgroundColor: "var(--paper)",
    backgroundImage: "none",
    color: "var(--ink)",
    border: "1px solid var(--edge)",
  },
  ".cm-foldPlaceholder": { backgroundColor: "var(--line)", border: "none", color: "var(--faint)" },
  ".nk-message p": { margin: "0 0 4px" },
  ".nk-message .nk-why": { color: "var(--faint)" },
  ".nk-message code, .nk-hover code": { fontFamily: mono, fontSize: "0.95em" },
  ".nk-hover": { padding: "6px 12px", fontFamily: "var(--sans)", fontSize: "13.5px" },
  ".nk-hover p, .nk-hover ul": { margin: "6px 0" },
  ".nk-hover pre": { margin: "4px 0", whiteSpace: "pre-wrap" },
});

function underline(colour: string): Readonly<Record<string, string>> {
  return {
    backgroundImage: "none",
    textDecoration: `underline wavy var(${colour}) 1px`,
    textUnderlineOffset: "3px",
    textDecorationSkipInk: "none",
  };
}

export const colours = syntaxHighlighting(
  HighlightStyle.define([
    { tag: [tags.keyword, tags.definitionKeyword, tags.modifier], color: "var(--keyword)" },
    { tag: [tags.operator, tags.operatorKeyword], color: "var(--operator)" },
    { tag: [tags.string, tags.escape], color: "var(--text)" },
    { tag: [tags.number, tags.bool], color: "var(--number)" },
    { tag: tags.comment, color: "var(--faint)", fontStyle: "italic" },
    { tag: [tags.standard(tags.typeName), tags.function(tags.variableName)], color: "var(--type)" },
    { tag: tags.definition(tags.typeName), color: "var(--name)", fontWeight: "600" },
    { tag: tags.propertyName, color: "var(--type)" },
    { tag: tags.invalid, color: "var(--error)" },
  ]),
);
