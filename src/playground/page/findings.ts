/* What is found in the text: under the words, in the margin, and as a list below the editor. */
import { setDiagnostics, type Diagnostic } from "@codemirror/lint";
import type { EditorView } from "@codemirror/view";
import { counted, listed } from "../../base/words.ts";
import type { Severity } from "../../diagnostics/diagnostic.ts";
import type { Found, Offer } from "../protocol.ts";
import type { Work } from "../work.ts";
import { button, element, fill, part, phrases } from "./elements.ts";
import type { Files } from "./files.ts";

/** So many are shown: whoever has more begins with the first. */
const most = 100;

export interface FindingsOptions {
  readonly view: EditorView;
  readonly files: Files;
  /** Shows the page of a check. */
  readonly explain: (check: string) => void;
}

/** Shows what was found in the work as it is. */
export function showFindings(found: readonly Found[], options: FindingsOptions): void {
  markFindings(found, options);
  fill(part("count", HTMLElement), countText(found));
  const list = part("found", HTMLElement);
  fill(
    list,
    ...gravestFirst(found)
      .slice(0, most)
      .map((one) => listItem(one, options)),
  );
  list.hidden = found.length === 0;
  part("nothing", HTMLElement).hidden = found.length > 0;
}

/** Marks what was found in the file that is in the editor, of the work as it is. */
export function markFindings(found: readonly Found[], { view, files }: FindingsOptions): void {
  const { length } = view.state.doc;
  const own = found.filter(({ file }) => file === files.current()).slice(0, most);
  view.dispatch(
    setDiagnostics(
      view.state,
      own.map((one) => inEditor(one, files, length)),
    ),
  );
}

/** In the list: what keeps the model from being run must not be looked for among hints. In the text all is where it is. */
function gravestFirst(found: readonly Found[]): readonly Found[] {
  return (["error", "warning", "hint"] as const).flatMap((severity) =>
    found.filter((one) => one.severity === severity),
  );
}

export function countText(found: readonly Found[]): string {
  const count = (severity: Severity): number => found.filter((one) => one.severity === severity).length;
  const parts = [
    [count("error"), "error"],
    [count("warning"), "warning"],
    [count("hint"), "hint"],
  ] as const;
  const words = parts.filter(([number]) => number > 0).map(([number, word]) => counted(number, word));
  if (words.length === 0) return "nothing found";
  return `${listed(words)}${count("error") > 0 ? ", so it cannot be run" : "; it can be run"}`;
}

function inEditor(found: Found, files: Files, length: number): Diagnostic {
  const asked = files.work();
  return {
    from: Math.min(found.from, length),
    to: Math.min(found.to, length),
    severity: found.severity === "hint" ? "info" : found.severity,
    source: found.check,
    message: found.message,
    renderMessage: () => element("div", { class: "nk-message" }, ...messageOf(found)),
    actions: found.offers
      .filter(({ silences }) => !silences)
      .map((offer) => ({
        name: offer.title.replaceAll("`", ""),
        apply: () => take(files, asked, offer),
      })),
  };
}

export function messageOf({ message, why, help }: Found): readonly HTMLElement[] {
  return [
    element("p", { class: "nk-what" }, ...phrases(message)),
    ...why.map((line) => element("p", { class: "nk-why" }, ...phrases(line))),
    ...help.map((line) => element("p", { class: "nk-help" }, "→ ", ...phrases(line))),
  ];
}

/** Makes the changes of an offer, unless the work has changed since it was made: then another is on its way. */
function take(files: Files, asked: Work, { changes }: Offer): void {
  if (files.work() !== asked) return;
  const [first] = changes;
  if (first === undefined) return;
  files.change(changes, "input.fix");
  // Who mends something sees what has become of it.
  const isHere = changes.some(({ file }) => file === files.current());
  files.show(isHere ? files.current() : first.file);
  files.focus();
}

const names: Readonly<Record<Severity, string>> = { error: "Error", warning: "Warning", hint: "Hint" };

function listItem(found: Found, { files, explain }: FindingsOptions): HTMLLIElement {
  const asked = files.work();
  /** A button that leads to a place, called by its line, and by its file where there are several. */
  const leadingTo = ({ file, from, to }: Pick<Found, "file" | "from" | "to">): HTMLButtonElement => {
    const doc = files.docOf(file);
    const line = doc === undefined ? 1 : doc.lineAt(Math.min(from, doc.length)).number;
    const go = (): void => {
      if (files.work() === asked) files.show(file, { from, to });
    };
    return button(asked.length === 1 ? `line ${line}` : `${file}, line ${line}`, go, { class: "link" });
  };
  return element(
    "li",
    { class: `finding ${found.severity}` },
    element(
      "p",
      { class: "where" },
      element("strong", { class: "severity" }, names[found.severity]),
      leadingTo(found),
      button(found.check.replaceAll("_", " "), () => explain(found.check), {
        class: "link",
        title: "what this check finds, and why",
      }),
    ),
    ...messageOf(found),
    ...found.related.map((one) =>
      element("p", { class: "related" }, leadingTo(one), " ", ...phrases(one.message)),
    ),
    element(
      "p",
      { class: "offers" },
      ...found.offers.map((offer) =>
        button(offer.title, () => take(files, asked, offer), {
          class: offer.silences ? "link" : offer.preferred ? "primary" : "",
        }),
      ),
    ),
  );
}
