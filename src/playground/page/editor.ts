/* The editor. It stands in a shadow tree: there its styles are objects, not markup, and the page need not permit any. */
import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, indentUnit } from "@codemirror/language";
import { lintGutter, lintKeymap } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { niklas } from "../../codemirror/mode.ts";
import { part } from "./elements.ts";
import { helpFrom } from "./help.ts";
import type { Asking } from "./asking.ts";
import { colours, look } from "./look.ts";
import { typingOver } from "./typing_over.ts";

export interface EditorOptions {
  readonly asking: Asking;
  readonly text: string;
  readonly changed: (text: string) => void;
  readonly run: () => void;
}

export function createEditor({ asking, text, changed, run }: EditorOptions): EditorView {
  const host = part("editor", HTMLElement);
  const root = host.attachShadow({ mode: "open" });
  const brightness = new Compartment();
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const shade = (): Extension => EditorView.theme({}, { dark: dark.matches });
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        foldGutter(),
        lintGutter(),
        highlightSpecialChars(),
        history(),
        drawSelection(),
        indentOnInput(),
        indentUnit.of("  "),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        EditorView.lineWrapping,
        typingOver,
        niklas(),
        colours,
        look,
        brightness.of(shade()),
        autocompletion({ override: [helpFrom(asking).completion], icons: false }),
        helpFrom(asking).hover,
        keymap.of([
          { key: "Mod-Enter", run: () => (run(), true) },
          { key: "Tab", run: acceptCompletion },
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...searchKeymap,
          ...historyKeymap,
          ...foldKeymap,
          ...completionKeymap,
          ...lintKeymap,
          indentWithTab,
        ]),
        EditorView.contentAttributes.of({
          "aria-label": "The model. Press Escape, then Tab, to leave the editor.",
          // It has the focus of the keyboard without that; who checks pages does not know.
          tabindex: "0",
          spellcheck: "false",
          autocapitalize: "off",
        }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) changed(state.doc.toString());
        }),
      ],
    }),
  });
  dark.addEventListener("change", () => view.dispatch({ effects: brightness.reconfigure(shade()) }));
  return view;
}

/** Puts another text into the editor; it can be undone. */
export function replaceText(view: EditorView, text: string): void {
  view.dispatch({
    changes: { from: 0, to: view.state.doc.length, insert: text },
    selection: { anchor: 0 },
    scrollIntoView: true,
  });
}
