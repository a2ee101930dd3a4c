/* The files of the work: one of them is in the editor, the others wait as they were left. */
import type { EditorState, StateEffect, Text } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { FileChange } from "../protocol.ts";
import { isModelName, mostFiles, nameAmongOthers, onlyName, workFrom, workOf, type Work } from "../work.ts";
import type { Editor } from "./editor.ts";

export interface Files {
  /** The work as it is; the same object as long as nothing in it changes. */
  readonly work: () => Work;
  /** The name of the file in the editor. */
  readonly current: () => string;
  readonly docOf: (file: string) => Text | undefined;
  /** Puts a file into the editor; with a stretch, selects it. */
  readonly show: (file: string, stretch?: { readonly from: number; readonly to: number }) => void;
  readonly focus: () => void;
  /** Makes changes, which can be undone in each file. */
  readonly change: (changes: readonly FileChange[], userEvent: string) => void;
  /** Puts another work in the place of this one. */
  readonly replace: (work: Work) => void;
  readonly add: (name: string, text?: string) => void;
  readonly rename: (file: string, name: string) => void;
  readonly remove: (file: string) => void;
  /** Has this one run. */
  readonly putFirst: (file: string) => void;
  /** To be called when the text in the editor has changed. */
  readonly edited: () => void;
}

export interface FilesOptions {
  readonly editor: Editor;
  readonly begin: Work;
  /** A text is another, or there are other files. */
  readonly changed: () => void;
  /** Another file is in the editor, or the files are called otherwise. */
  readonly shown: () => void;
}

export function createFiles({ editor, begin, changed, shown }: FilesOptions): Files {
  const { view } = editor;
  let names: readonly string[] = [];
  const states = new Map<string, EditorState>();
  /** How far the others are scrolled. */
  const scrolls = new Map<string, StateEffect<unknown>>();
  const texts = new WeakMap<Text, string>();
  let current = begin[0].name;
  let known: Work = begin;
  let isKnown = false;

  const stateOf = (file: string): EditorState | undefined =>
    file === current ? view.state : states.get(file);

  function textOf(file: string): string {
    const doc = stateOf(file)?.doc;
    if (doc === undefined) return "";
    const text = texts.get(doc) ?? doc.toString();
    texts.set(doc, text);
    return text;
  }

  function work(): Work {
    if (!isKnown) known = workFrom(names.map((name) => ({ name, text: textOf(name) }))) ?? known;
    isKnown = true;
    return known;
  }

  function put(file: string): void {
    const state = states.get(file);
    if (state === undefined) return;
    if (names.includes(current) && current !== file) {
      states.set(current, view.state);
      scrolls.set(current, view.scrollSnapshot());
    }
    current = file;
    editor.show(state, scrolls.get(file));
  }

  function load(made: Work): void {
    states.clear();
    scrolls.clear();
    const files = made.length === 1 ? workOf(made[0].text) : made;
    names = files.map(({ name }) => name);
    for (const { name, text } of files) states.set(name, editor.stateFor(name, text));
    current = files[0].name;
    put(current);
    isKnown = false;
  }

  /** The first file is a model. */
  function order(list: readonly string[]): void {
    const first = list.find(isModelName) ?? "";
    const [begins = ""] = list;
    names = isModelName(begins) ? list : [first, ...list.filter((name) => name !== first)];
    isKnown = false;
  }

  function called(file: string, name: string): void {
    const state = stateOf(file);
    if (state === undefined || file === name) return;
    const isAlike = isModelName(file) === isModelName(name);
    states.delete(file);
    scrolls.delete(file);
    states.set(name, isAlike ? state : editor.stateFor(name, textOf(file)));
    const wasCurrent = file === current;
    order(names.map((each) => (each === file ? name : each)));
    if (!wasCurrent) return;
    current = name;
    if (!isAlike) put(name);
  }

  function tell(): void {
    shown();
    changed();
  }

  load(begin);
  return {
    work,
    current: () => current,
    docOf: (file) => stateOf(file)?.doc,
    show(file, stretch) {
      if (!names.includes(file)) return;
      if (file !== current) {
        put(file);
        shown();
      }
      if (stretch === undefined) return;
      const { length } = view.state.doc;
      const [from, to] = [Math.min(stretch.from, length), Math.min(stretch.to, length)];
      view.dispatch({
        selection: { anchor: from, head: to },
        effects: EditorView.scrollIntoView(from, { y: "center" }),
      });
      view.focus();
    },
    focus: () => view.focus(),
    change(changes, userEvent) {
      for (const file of new Set(changes.map((one) => one.file))) {
        const own = changes
          .filter((one) => one.file === file)
          .map(({ from, to, insert }) => ({ from, to, insert }));
        if (file === current) view.dispatch({ changes: own, userEvent });
        else {
          const state = states.get(file);
          if (state !== undefined) states.set(file, state.update({ changes: own, userEvent }).state);
          scrolls.delete(file);
        }
      }
      if (changes.every(({ file }) => file === current)) return;
      isKnown = false;
      changed();
    },
    replace(made) {
      if (names.length === 1 && made.length === 1) {
        // One text in the place of another: it can be undone as what is typed can.
        called(current, onlyName);
        view.dispatch({
          changes: { from: 0, to: view.state.doc.length, insert: made[0].text },
          selection: { anchor: 0 },
          scrollIntoView: true,
        });
        shown();
        return;
      }
      load(made);
      tell();
    },
    add(name, text = "") {
      if (names.length >= mostFiles) return;
      if (names.length === 1) called(current, nameAmongOthers(work()));
      states.set(name, editor.stateFor(name, text));
      order([...names, name]);
      put(name);
      tell();
    },
    rename(file, name) {
      called(file, name);
      tell();
    },
    remove(file) {
      const at = names.indexOf(file);
      const left = names.filter((name) => name !== file);
      if (at < 0 || !left.some(isModelName)) return;
      order(left);
      if (file === current) put(left[Math.min(at, left.length - 1)] ?? "");
      states.delete(file);
      tell();
    },
    putFirst(file) {
      if (!isModelName(file)) return;
      order([file, ...names.filter((name) => name !== file)]);
      tell();
    },
    edited() {
      isKnown = false;
      changed();
    },
  };
}
