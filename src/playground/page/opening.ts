/* Other works in the place of the one there is: examples and links. What is somebody's own is never replaced unasked. */
import { readFragment, type Refusal, type Shared } from "../link.ts";
import { areSameWork, type Work } from "../work.ts";
import { element, part } from "./elements.ts";
import type { Files } from "./files.ts";
import { endNotice, notice } from "./notice.ts";

export interface Example {
  readonly name: string;
  readonly title: string;
  readonly work: Work;
}

/** The models that come with the page, as data in it; it has been made with it, by us. */
export function examplesOfPage(): readonly Example[] {
  return JSON.parse(part("models", HTMLScriptElement).textContent ?? "[]");
}

export interface OpeningOptions {
  readonly files: Files;
  readonly examples: readonly Example[];
  /** Called with what has been opened. */
  readonly opened: (shared: Shared) => void;
}

const refusals: Readonly<Record<Refusal, string>> = {
  "too long": "it is too long",
  "another version": "it was made by another version of this page",
  damaged: "it was cut off or changed on the way: ask for it again",
  "too large": "what it holds is too large",
};

/** Offers the examples, and opens the link by which the page was called, or is called later. */
export function offerOthers({ files, examples, opened }: OpeningOptions): void {
  /** Whether there is something that nobody but the reader has. */
  const isOwn = (): boolean =>
    files.work().some(({ text }) => text.trim() !== "") &&
    examples.every(({ work }) => !areSameWork(work, files.work()));

  function propose(shared: Shared, question: string, decided: () => void = () => {}): void {
    const open = (): void => {
      const before = files.work();
      const isSame = areSameWork(before, shared.work);
      const wasOwn = isOwn() && !isSame;
      if (!isSame) files.replace(shared.work);
      opened(shared);
      decided();
      if (wasOwn)
        notice("Your own text has been put aside.", [
          { title: "Put it back", take: () => files.replace(before) },
          { title: "All right", primary: true, take: () => {} },
        ]);
    };
    endNotice();
    if (!isOwn() || areSameWork(shared.work, files.work())) open();
    else
      notice(question, [
        { title: "Open it", primary: true, take: open },
        { title: "Keep mine", take: decided },
      ]);
  }

  const choice = part("examples", HTMLSelectElement);
  choice.append(...examples.map(({ name, title }) => element("option", { value: name }, title)));
  choice.addEventListener("change", () => {
    const example = examples.find(({ name }) => name === choice.value);
    choice.value = "";
    if (example === undefined) return;
    const shared = { work: example.work, scenario: undefined, seed: undefined };
    propose(shared, `Open the example “${example.title}” in the place of your own text?`);
  });

  function openLink(): void {
    const read = readFragment(location.hash);
    if (read.kind === "none") return;
    const clear = (): void => history.replaceState(null, "", location.href.replace(/#.*$/, ""));
    if (read.kind === "read")
      propose(read.shared, "This link holds a model. Open it in the place of your own text?", clear);
    else {
      clear();
      notice(`This link cannot be opened: ${refusals[read.reason]}. Your text is as it was.`, [
        { title: "All right", take: () => {} },
      ]);
    }
  }
  window.addEventListener("hashchange", openLink);
  openLink();
}
