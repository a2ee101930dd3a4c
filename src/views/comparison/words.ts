/* What is said otherwise to readers alone: labels, doc comments, reasons. What only one model has, has its words with it. */
import type { Difference } from "../../runs/comparison/difference.ts";
import { code, prose, type Inline } from "../report/document.ts";
import { line, lines, type Line, type Section, type Telling } from "./parts.ts";

/** Where more than words is otherwise, one line of the summary is enough for them, unless all is wanted. */
export function wordsLine({ comparison, all }: Telling): readonly Line[] {
  return all || comparison.verdict !== "different"
    ? []
    : gathered(
        comparison.differences.flatMap((one) => inWords(one, [])),
        "only in words: ",
      );
}

export function wordSection({ comparison, all }: Telling): Section {
  const found = comparison.differences.flatMap((one) => inWords(one, []));
  const told = all ? found.flatMap(wordLines) : comparison.verdict === "words" ? gathered(found, "") : [];
  return { title: "only words", parts: [lines(told)], folded: true };
}

interface Worded {
  readonly what: readonly string[];
  readonly difference: Difference;
}

function inWords(difference: Difference, owners: readonly string[]): readonly Worded[] {
  const { change, of, name, words, parts } = difference;
  const isWords = of === "remark" || of === "bibliography entry";
  if (change !== "changed" && !isWords) return [];
  const what = name === "" ? owners : [...owners, name];
  return [
    ...(words.length === 0 && !(isWords && change !== "changed") ? [] : [{ what, difference }]),
    ...parts.flatMap((part) => inWords(part, what)),
  ];
}

/** So many are named; more are counted. */
const mostNamed = 6;

function gathered(found: readonly Worded[], before: string): readonly Line[] {
  if (found.length === 0) return [];
  const named = found.length > mostNamed ? found.slice(0, mostNamed - 1) : found;
  const pieces = named.flatMap(({ what, difference: { words } }, index): readonly Inline[] => {
    const kinds = [...new Set(words.map(({ name }) => name))].join(" and ");
    return prose(index === 0 ? "" : "; ", `${kinds} of `, ...subject(what));
  });
  const rest = found.length - named.length;
  return [line(0, "changed", before, ...pieces, rest === 0 ? "" : `; and ${rest} more`)];
}

function wordLines({ what, difference: { words } }: Worded): readonly Line[] {
  return words.flatMap(({ name, from, to }) => [
    line(0, "changed", `${name} of `, ...subject(what)),
    ...(from === undefined ? [] : [line(1, "first", code(from))]),
    ...(to === undefined ? [] : [line(1, "second", code(to))]),
  ]);
}

function subject(what: readonly string[]): readonly Inline[] {
  return what.length === 0 ? prose("the model") : [code(what.join("."))];
}
