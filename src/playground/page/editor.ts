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
import { Compartment, EditorState, type Extension, type StateEffect } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { niklas } from "../../codemirror/mode.ts";
import { isModelName } from "../work.ts";
import { part } from "./elements.ts";
import { helpFrom, type Situation } from "./help.ts";
import type { Asking } from "./asking.ts";
import { colours, look } from "./look.ts";
import { typingOver } from "./typing_over.ts";

export interface EditorOptions {
  readonly asking: Asking;
  /** What is in the editor now. */
  readonly situation: () => Situation;
  readonly changed: () => void;
  readonly run: () => void;
}

export interface Editor {
  readonly view: EditorView;
  /** A text as the editor has it, with a history of its own. */
  readonly stateFor: (name: string, text: string) => EditorState;
  /** Puts a text into the editor, in the place of another; `scroll`: to where it was scrolled. */
  readonly show: (state: EditorState, scroll: StateEffect<unknown> | undefined) => void;
}

/** The editor, in which there is nothing yet. */
export function createEditor({ asking, situation, changed, run }: EditorOptions): Editor {
  const host = part("editor", HTMLElement);
  const root = host.attachShadow({ mode: "open" });
  const brightness = new Compartment();
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const shade = (): Extension => EditorView.theme({}, { dark: dark.matches });
  const help = helpFrom(asking, situation);
  const view = new EditorView({ root, parent: root });

  function stateFor(name: string, text: string): EditorState {
    const isModel = isModelName(name);
    const called = isModel ? "The model" : "The bibliography";
    return EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        isModel ? foldGutter() : [],
        lintGutter(),
        highlightSpecialChars(),
        history(),
        drawSelection(),
        isModel ? indentOnInput() : [],
        indentUnit.of("  "),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        EditorView.lineWrapping,
        typingOver,
        isModel ? [niklas(), colours] : [],
        look,
        brightness.of(shade()),
        isModel ? [autocompletion({ override: [help.completion], icons: false }), help.hover] : [],
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
          "aria-label": `${called}. Press Escape, then Tab, to leave the editor.`,
          // It is in the order of keys anyway; this says so to those who look for it.
          tabindex: "0",
          spellcheck: "false",
          autocapitalize: "off",
        }),
        EditorView.updateListener.of(({ docChanged }) => {
          if (docChanged) changed();
        }),
      ],
    });
  }

  const light = (): void => view.dispatch({ effects: brightness.reconfigure(shade()) });
  dark.addEventListener("change", light);
  return {
    view,
    stateFor,
    show(state, scroll) {
      view.setState(state);
      // It may have become dark in the meantime.
      light();
      view.dispatch({ effects: scroll ?? EditorView.scrollIntoView(0) });
    },
  };
}
