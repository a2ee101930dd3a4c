/*
 * Niklas in CodeMirror 6: `niklas()` among the extensions of an editor colours models, folds and indents them by their
 * brackets, closes brackets, and knows what a comment is. It reads single lines, so that it colours what is broken too.
 */
import { foldService, LanguageSupport, StreamLanguage } from "@codemirror/language";
import { foldAt } from "./fold.ts";
import { startOfText, readToken, type State } from "./read.ts";
import { indentOf } from "./indent.ts";
import { tags } from "./tags.ts";

/** The language by itself, for texts that hold models, such as fenced code in Markdown. */
export const niklasLanguage: StreamLanguage<State> = StreamLanguage.define<State>({
  name: "niklas",
  startState: startOfText,
  token: readToken,
  indent: (state, textAfter, { unit }) => indentOf(state, textAfter, unit),
  tokenTable: tags,
  languageData: {
    commentTokens: { line: "//", block: { open: "/*", close: "*/" } },
    closeBrackets: { brackets: ["{", "(", '"'] },
    indentOnInput: /^\s*[})]$/,
  },
});

/** What an editor needs to edit models. */
export function niklas(): LanguageSupport {
  return new LanguageSupport(niklasLanguage, foldService.of(foldAt));
}
