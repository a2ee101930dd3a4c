/* The story of a run as elements, up to a step, and what came of it. */
import { listed } from "../../base/words.ts";
import type { StoryLine, StoryPart } from "../../views/story.ts";
import type { Outcome, Played, ValueShown, VerdictShown } from "../protocol.ts";
import { element, phrases } from "./elements.ts";
import { messageOf } from "./findings.ts";

/** So many parts of a story are shown; of a longer one the last. */
const mostParts = 150;

export function storyUpTo(played: Played, cursor: number): readonly HTMLElement[] {
  const reached = played.parts.filter(({ from }) => from <= cursor);
  const left = Math.max(0, reached.length - mostParts);
  const over = cursor >= played.steps;
  return [
    ...outcomes(played.outcomes, cursor, over),
    ...(over ? played.verdicts.map(verdict) : []),
    ...(over
      ? played.found.map((one) => element("div", { class: `finding ${one.severity}` }, ...messageOf(one)))
      : []),
    ...(over && played.broken
      ? [element("p", { class: "refused" }, "This run went on for very long and was broken off.")]
      : []),
    values(played.values, cursor),
    element("h3", {}, "What happens"),
    ...(left > 0 ? [element("p", { class: "faint" }, `${left} earlier parts are not shown.`)] : []),
    element("ol", { class: "story" }, ...reached.slice(left).map((part) => partOf(part, cursor))),
    ...(reached.some(({ lines }) => lines.some(({ who }) => who === "noise")) ? [whatNoiseIs()] : []),
  ];
}

function whatNoiseIs(): HTMLElement {
  return element(
    "p",
    { class: "faint" },
    "Noise is what happens and a system does not notice: it notices nothing but what a coupling carries to something that it is sensitive to.",
  );
}

/** What happens in a step, for whoever looks at something else than the whole story. */
export function storyOfStep({ parts }: Played, step: number): readonly HTMLElement[] {
  const part = parts.find(({ from, to }) => from <= step && step <= to);
  return part === undefined ? [] : [element("ol", { class: "story" }, partOf(part, step))];
}

function partOf({ title, from, to, lines }: StoryPart, cursor: number): HTMLLIElement {
  const now = from <= cursor && cursor <= to;
  let last = "";
  return element(
    "li",
    { class: now ? "now" : undefined, "aria-current": now ? "step" : undefined },
    element("h4", {}, title),
    lines.length === 0
      ? element("p", { class: "faint" }, "nothing happens")
      : element(
          "ul",
          {},
          ...lines.map((line) => {
            const who = line.who === last ? "" : line.who;
            if (line.who !== "") last = line.who;
            return lineOf(line, who);
          }),
        ),
  );
}

function lineOf({ depth, text, tone }: StoryLine, who: string): HTMLLIElement {
  return element(
    "li",
    { class: `line ${tone} depth-${Math.min(depth, 3)}` },
    element("span", { class: "who" }, who),
    // A space for those who hear it.
    " ",
    element("span", { class: "what" }, text),
  );
}

function outcomes(all: readonly Outcome[], cursor: number, over: boolean): readonly HTMLElement[] {
  if (all.length === 0) return [];
  return [
    element("h3", {}, "What was expected"),
    element(
      "ul",
      { class: "outcomes" },
      ...all.map(({ text, step, holds, because }) => {
        const known = over || step < cursor;
        const state = known ? (holds ? "holds" : "fails") : "later";
        const words = { holds: "holds", fails: "does not hold", later: "not yet looked at" }[state];
        const sign = { holds: "✓", fails: "✗", later: "…" }[state];
        return element(
          "li",
          { class: state },
          element("span", { class: "sign", "aria-hidden": "true" }, sign),
          element(
            "div",
            {},
            element("code", {}, text),
            element("span", { class: "unseen" }, ` ${words}`),
            ...(known ? because : []).map((line) => element("p", { class: "because" }, ...phrases(line))),
          ),
        );
      }),
    ),
  ];
}

function verdict({ regulation, verdict: word, aim, withIt, without }: VerdictShown): HTMLElement {
  return element(
    "div",
    { class: "verdict" },
    element(
      "p",
      {},
      element("code", {}, regulation),
      " is ",
      element("strong", {}, word),
      ...(aim === undefined ? [] : [", with the aim ", element("code", {}, aim)]),
    ),
    ...(withIt === undefined || without === undefined
      ? []
      : [
          element(
            "dl",
            {},
            element("dt", {}, "with it"),
            element("dd", {}, withIt),
            element("dt", {}, "without it"),
            element("dd", {}, without),
          ),
        ]),
  );
}

/** What expectations and quantities are worth at a step. */
function values(all: readonly ValueShown[], cursor: number): HTMLElement {
  const at = new Map<string, ValueShown>();
  const begun = new Map<string, string>();
  for (const one of all) {
    if (!begun.has(one.name)) begun.set(one.name, one.value);
    if (one.step <= cursor) at.set(one.name, one);
  }
  const moved = [...at.values()].filter(({ name, value, step }) => begun.get(name) !== value || step > 0);
  const still = [...at.values()].filter((one) => !moved.includes(one));
  const row = ({ name, value, step }: ValueShown): HTMLElement =>
    element(
      "tr",
      { class: step === cursor && step > 0 ? "moved" : undefined },
      element("th", { scope: "row" }, name),
      element("td", {}, value),
    );
  return element(
    "details",
    { class: "values", open: moved.length > 0 },
    element(
      "summary",
      {},
      `Values${moved.length > 0 ? `: ${listed(moved.slice(0, 3).map(({ name }) => name))} moved` : ""}`,
    ),
    at.size === 0
      ? element("p", {}, ...phrases("Nothing here has a value."))
      : element("table", {}, element("tbody", {}, ...[...moved, ...still].map(row))),
  );
}
