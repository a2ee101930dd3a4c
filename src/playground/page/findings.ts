/* What is found in the text: under the words, in the margin, and as a list below the editor. */
import { setDiagnostics, type Diagnostic } from "@codemirror/lint";
import type { Text } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { counted, listed } from "../../base/words.ts";
import type { Severity } from "../../diagnostics/diagnostic.ts";
import type { Found, Offer } from "../protocol.ts";
import { button, element, fill, part, phrases } from "./elements.ts";

/** So many are shown: whoever has more begins with the first. */
const most = 100;

export interface FindingsOptions {
  readonly view: EditorView;
  /** Shows the page of a check. */
  readonly explain: (check: string) => void;
}

/** Shows what was found in a state of the text, which must be the one in the editor. */
export function showFindings(found: readonly Found[], { view, explain }: FindingsOptions): void {
  const { doc } = view.state;
  const shown = found.slice(0, most);
  view.dispatch(
    setDiagnostics(
      view.state,
      shown.map((one) => inEditor(one, doc)),
    ),
  );
  fill(part("count", HTMLElement), countText(found));
  const list = part("found", HTMLElement);
  fill(
    list,
    ...gravestFirst(found)
      .slice(0, most)
      .map((one) => listItem(one, doc, view, explain)),
  );
  list.hidden = found.length === 0;
  part("nothing", HTMLElement).hidden = found.length > 0;
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

function inEditor(found: Found, doc: Text): Diagnostic {
  return {
    from: found.from,
    to: found.to,
    severity: found.severity === "hint" ? "info" : found.severity,
    source: found.check,
    message: found.message,
    renderMessage: () => element("div", { class: "nk-message" }, ...messageOf(found)),
    actions: found.offers
      .filter(({ silences }) => !silences)
      .map((offer) => ({
        name: offer.title.replaceAll("`", ""),
        apply: (view: EditorView) => take(view, doc, offer),
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

/** Makes the changes of an offer, unless the text has changed since it was made: then another is on its way. */
function take(view: EditorView, doc: Text, offer: Offer): void {
  if (!view.state.doc.eq(doc)) return;
  view.dispatch({ changes: [...offer.changes], userEvent: "input.fix" });
  view.focus();
}

const names: Readonly<Record<Severity, string>> = { error: "Error", warning: "Warning", hint: "Hint" };

function listItem(
  found: Found,
  doc: Text,
  view: EditorView,
  explain: (check: string) => void,
): HTMLLIElement {
  const go = (from: number, to: number): void => {
    if (!view.state.doc.eq(doc)) return;
    view.dispatch({
      selection: { anchor: from, head: to },
      effects: EditorView.scrollIntoView(from, { y: "center" }),
    });
    view.focus();
  };
  const line = doc.lineAt(Math.min(found.from, doc.length)).number;
  return element(
    "li",
    { class: `finding ${found.severity}` },
    element(
      "p",
      { class: "where" },
      element("strong", { class: "severity" }, names[found.severity]),
      button(`line ${line}`, () => go(found.from, found.to), { class: "link" }),
      button(found.check.replaceAll("_", " "), () => explain(found.check), {
        class: "link",
        title: "what this check finds, and why",
      }),
    ),
    ...messageOf(found),
    ...found.related.map((one) =>
      element(
        "p",
        { class: "related" },
        button(`line ${doc.lineAt(Math.min(one.from, doc.length)).number}`, () => go(one.from, one.to), {
          class: "link",
        }),
        " ",
        ...phrases(one.message),
      ),
    ),
    element(
      "p",
      { class: "offers" },
      ...found.offers.map((offer) =>
        button(offer.title, () => take(view, doc, offer), {
          class: offer.silences ? "link" : offer.preferred ? "primary" : "",
        }),
      ),
    ),
  );
}
