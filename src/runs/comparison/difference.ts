/* What one model says and the other does not: things found again by their names, lines by what stands in them. */
import type { Place } from "../../base/place.ts";
import { shelfOf, type Described, type Fact, type ThingKind } from "./described.ts";

export interface FactDifference {
  /** Empty of what has no name but its text. */
  readonly name: string;
  /** What the first says; undefined if it says nothing. */
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** Something that is in one of the two alone, or says something else in each. */
export interface Difference {
  readonly change: "added" | "removed" | "changed";
  readonly of: ThingKind;
  /** Empty of what has no name. */
  readonly name: string;
  /** Where it stands in the first, and in the second. */
  readonly from: Place | undefined;
  readonly to: Place | undefined;
  readonly facts: readonly FactDifference[];
  /** Of labels, doc comments and reasons. */
  readonly words: readonly FactDifference[];
  readonly parts: readonly Difference[];
}

/** Something that is only in the first and something only in the second that say the same of themselves. */
export interface Renaming {
  readonly of: ThingKind;
  /** Whose part it is; empty of what is a part of nothing but the model. */
  readonly owner: string;
  readonly from: string;
  readonly to: string;
}

/** What is otherwise in the second; undefined if nothing is, not even a word. */
export function differenceOf(left: Described, right: Described): Difference | undefined {
  const facts = factsOf(left.facts, right.facts);
  const difference: Difference = {
    change: "changed",
    of: right.kind,
    name: right.name,
    from: left.places[0],
    to: right.places[0],
    facts: [...facts, ...ordersOf(left, right)],
    words: factsOf(left.words, right.words),
    parts: partsOf(left.parts, right.parts),
  };
  const { words, parts } = difference;
  return difference.facts.length + words.length + parts.length === 0 ? undefined : difference;
}

/** Whether a difference is one for readers alone: of labels, comments, reasons, remarks and entries of bibliographies. */
export function isOnlyWords({ change, of, facts, parts }: Difference): boolean {
  if (of === "remark" || of === "bibliography entry") return true;
  return change === "changed" && facts.length === 0 && parts.every(isOnlyWords);
}

function factsOf(left: readonly Fact[], right: readonly Fact[]): readonly FactDifference[] {
  const before = new Map(left.map(({ name, text }) => [name, text]));
  const after = new Map(right.map(({ name, text }) => [name, text]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const [from, to] = [before.get(name), after.get(name)];
    return from === to ? [] : [{ name, from, to }];
  });
}

/** The order counts of what both have. */
function ordersOf(left: Described, right: Described): readonly FactDifference[] {
  return right.orders.flatMap(({ name, names }) => {
    const others = left.orders.find((each) => each.name === name)?.names ?? [];
    const from = others.filter((each) => names.includes(each)).join(", ");
    const to = names.filter((each) => others.includes(each)).join(", ");
    return from === to ? [] : [{ name, from, to }];
  });
}

function partsOf(left: readonly Described[], right: readonly Described[]): readonly Difference[] {
  const shelves = [...new Set([...left, ...right].map(({ kind }) => shelfOf(kind)))];
  return shelves.flatMap((shelf) => {
    const [before, after] = [left, right].map((all) => all.filter(({ kind }) => shelfOf(kind) === shelf));
    return pairs(before ?? [], after ?? []).flatMap(([one, other]) => {
      if (one === undefined) return other === undefined ? [] : [whole("added", other)];
      if (other === undefined) return [whole("removed", one)];
      return differenceOf(one, other) ?? [];
    });
  });
}

/** All that something says, as what is only there. */
function whole(change: "added" | "removed", described: Described): Difference {
  const { kind, name, places, facts, words, parts } = described;
  const side = ({ name: called, text }: Fact): FactDifference =>
    change === "added"
      ? { name: called, from: undefined, to: text }
      : { name: called, from: text, to: undefined };
  return {
    change,
    of: kind,
    name,
    from: change === "removed" ? places[0] : undefined,
    to: change === "added" ? places[0] : undefined,
    facts: facts.map(side),
    words: words.map(side),
    parts: parts.map((part) => whole(change, part)),
  };
}

type Pair = readonly [Described | undefined, Described | undefined];

/** What stands for the same in both: by name, or, of what has none, by its text and then by where it stands. */
function pairs(left: readonly Described[], right: readonly Described[]): readonly Pair[] {
  const namedRight = grouped(right.filter(({ name }) => name !== ""));
  const found: Pair[] = [];
  for (const one of left) {
    if (one.name === "") continue;
    found.push([one, namedRight.get(one.name)?.shift()]);
  }
  const missed = [...namedRight.values()].flat().map((other): Pair => [undefined, other]);
  return [...found, ...missed, ...unnamedPairs(withoutNames(left), withoutNames(right))];
}

function withoutNames(all: readonly Described[]): readonly Described[] {
  return all.filter(({ name }) => name === "");
}

function grouped(all: readonly Described[]): Map<string, Described[]> {
  const groups = new Map<string, Described[]>();
  for (const one of all) groups.set(one.name, [...(groups.get(one.name) ?? []), one]);
  return groups;
}

/** Kinds whose like may stand in any order. */
const inAnyOrder: ReadonlySet<ThingKind> = new Set<ThingKind>([
  "channel",
  "inclusion",
  "function",
  "contingency formula",
  "reflection",
  "performance",
  "source",
  "variation",
]);

/**
 * Lines with the same text stand for each other, as many as can in the same order (where that counts); of what lies between two
 * such, the first stands for the first.
 */
function unnamedPairs(left: readonly Described[], right: readonly Described[]): readonly Pair[] {
  const [kind] = [...left, ...right].map((one) => one.kind);
  if (kind !== undefined && inAnyOrder.has(kind)) {
    const rest = [...right];
    const lonely: Described[] = [];
    for (const one of left) {
      const at = rest.findIndex((other) => textOf(other) === textOf(one));
      if (at === -1) lonely.push(one);
      else rest.splice(at, 1);
    }
    return besideEachOther(lonely, rest);
  }
  const found: Pair[] = [];
  let [before, after] = [0, 0];
  const gapUpTo = (one: number, other: number): void => {
    found.push(...besideEachOther(left.slice(before, one), right.slice(after, other)));
    [before, after] = [one + 1, other + 1];
  };
  for (const [one, other] of commonOf(left.map(textOf), right.map(textOf))) {
    gapUpTo(one, other);
    found.push([left[one], right[other]]);
  }
  gapUpTo(left.length, right.length);
  return found;
}

/** One whose beginning is the same is changed; where none is, each is there alone. */
function besideEachOther(left: readonly Described[], right: readonly Described[]): readonly Pair[] {
  const rest: (Described | undefined)[] = [...right];
  const found = left.map((one): Pair => {
    const at = rest.findIndex((other) => other !== undefined && headOf(other) === headOf(one));
    const other = at === -1 ? undefined : rest[at];
    if (at !== -1) rest[at] = undefined;
    return [one, other];
  });
  return [
    ...found,
    ...rest.flatMap((other): readonly Pair[] => (other === undefined ? [] : [[undefined, other]])),
  ];
}

/** By what two lines that differ are still the same line: a channel by its ends, a clause or a step by its first word. */
function headOf(one: Described): string {
  const text = textOf(one).trim();
  switch (one.kind) {
    case "channel":
      return /^.+? -> [^\s({]+/u.exec(text)?.[0] ?? text;
    case "inclusion":
      return text.slice(0, text.indexOf(" as "));
    case "clause":
    case "step":
    case "source":
    case "variation":
      return text.split(" ")[0] ?? "";
    default:
      // Of a code, a function, a reflection there is mostly one, which is what it is by its kind.
      return "";
  }
}

function textOf({ facts }: Described): string {
  return facts.map(({ text }) => text).join("\n");
}

/** Beyond so many comparisons only what both begin and end with is looked for. */
const mostCompared = 4_000_000;

/** The longest list of equal texts that both have in the same order, as pairs of indices. */
function commonOf(left: readonly string[], right: readonly string[]): readonly (readonly [number, number])[] {
  let start = 0;
  while (start < Math.min(left.length, right.length) && left[start] === right[start]) start += 1;
  let [end, ending] = [left.length, right.length];
  while (end > start && ending > start && left[end - 1] === right[ending - 1]) {
    end -= 1;
    ending -= 1;
  }
  const found: (readonly [number, number])[] = [];
  for (let index = 0; index < start; index += 1) found.push([index, index]);
  const [rows, columns] = [end - start, ending - start];
  if (rows * columns <= mostCompared) {
    const lengths = new Int32Array((rows + 1) * (columns + 1));
    const at = (row: number, column: number): number => lengths[row * (columns + 1) + column] ?? 0;
    for (let row = rows - 1; row >= 0; row -= 1) {
      for (let column = columns - 1; column >= 0; column -= 1) {
        lengths[row * (columns + 1) + column] =
          left[start + row] === right[start + column]
            ? at(row + 1, column + 1) + 1
            : Math.max(at(row + 1, column), at(row, column + 1));
      }
    }
    let [row, column] = [0, 0];
    while (row < rows && column < columns) {
      if (left[start + row] === right[start + column]) {
        found.push([start + row, start + column]);
        row += 1;
        column += 1;
      } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
      else column += 1;
    }
  }
  for (let index = 0; end + index < left.length; index += 1) found.push([end + index, ending + index]);
  return found;
}
