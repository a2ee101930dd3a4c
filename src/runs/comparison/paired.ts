/*
 * A scenario that both models have, played in both with the same seeds one after the other: what both draw by chance they draw
 * alike, so that what differs comes of the models. What experiments measure is compared elsewhere; here it is what every run comes
 * to: values, expectations, verdicts.
 */
import type { Verdict } from "../../diagnostics/run_facts.ts";
import type { RunResult } from "../run.ts";

/** A number at the end of runs with many seeds. */
export interface PairedNumber {
  readonly name: string;
  readonly first: Summary;
  readonly second: Summary;
  /** In how many pairs of runs it is higher in the second, and lower. */
  readonly higher: number;
  readonly lower: number;
}

export interface Summary {
  readonly mean: number;
  readonly least: number;
  readonly most: number;
  /** The mean, as it is shown to people. */
  readonly shown: string;
}

export interface Paired {
  readonly seeds: { readonly from: number; readonly to: number };
  readonly runs: number;
  /** Of what both have and is a number, those that differ in any pair. */
  readonly numbers: readonly PairedNumber[];
  /** What is no number: in how many pairs it differs. */
  readonly others: readonly { readonly name: string; readonly otherwise: number }[];
  /** In how many runs what both expect holds, where this differs. */
  readonly expectations: readonly {
    readonly text: string;
    readonly first: number;
    readonly second: number;
  }[];
  /** How often which verdict, of regulations of which it differs. */
  readonly verdicts: readonly {
    readonly regulation: string;
    readonly first: VerdictCounts;
    readonly second: VerdictCounts;
  }[];
  /** How many runs a limit of the tool ended. */
  readonly broken: { readonly first: number; readonly second: number };
}

export type VerdictCounts = Readonly<Partial<Record<Verdict, number>>>;

/** What one run came to. */
export interface End {
  /** By name: the value, and how a value of this kind is shown. */
  readonly values: ReadonlyMap<string, { readonly value: number | string | boolean; readonly show: Show }>;
  /** By what is expected, in the order of the scenario. */
  readonly expectations: ReadonlyMap<string, boolean>;
  readonly verdicts: RunResult["verdicts"];
  readonly broken: boolean;
}

type Show = (value: number) => string;

/** Undefined if nothing differs in any pair. */
export function pairedOf(
  seeds: readonly number[],
  endOf: (side: "first" | "second", seed: number) => End,
): Paired | undefined {
  const numbers = new Map<string, NumberCount>();
  const others = new Map<string, number>();
  const held = new Map<string, { first: number; second: number }>();
  const verdicts = new Map<string, { first: Map<Verdict, number>; second: Map<Verdict, number> }>();
  const broken = { first: 0, second: 0 };
  for (const seed of seeds) {
    const [one, other] = [endOf("first", seed), endOf("second", seed)];
    for (const [name, { value, show }] of one.values) {
      const beside = other.values.get(name)?.value;
      if (beside === undefined) continue;
      if (typeof value === "number" && typeof beside === "number")
        addPair(numbers, name, [value, beside], show);
      else others.set(name, (others.get(name) ?? 0) + (value === beside ? 0 : 1));
    }
    for (const [text, holds] of one.expectations) {
      const beside = other.expectations.get(text);
      if (beside === undefined) continue;
      const known = held.get(text) ?? { first: 0, second: 0 };
      held.set(text, { first: known.first + Number(holds), second: known.second + Number(beside) });
    }
    for (const [side, end] of [["first", one] as const, ["second", other] as const]) {
      if (end.broken) broken[side] += 1;
      for (const { regulation, verdict } of end.verdicts) {
        const known = verdicts.get(regulation) ?? { first: new Map(), second: new Map() };
        known[side].set(verdict, (known[side].get(verdict) ?? 0) + 1);
        verdicts.set(regulation, known);
      }
    }
  }
  const paired: Paired = {
    seeds: { from: seeds[0] ?? 0, to: seeds.at(-1) ?? 0 },
    runs: seeds.length,
    numbers: [...numbers].flatMap(([name, count]) => summarised(name, count)),
    others: [...others].flatMap(([name, otherwise]) => (otherwise === 0 ? [] : [{ name, otherwise }])),
    expectations: [...held].flatMap(([text, { first, second }]) =>
      first === second ? [] : [{ text, first, second }],
    ),
    verdicts: [...verdicts].flatMap(([regulation, { first, second }]) => {
      const [left, right] = [countsOf(first), countsOf(second)];
      return JSON.stringify(left) === JSON.stringify(right)
        ? []
        : [{ regulation, first: left, second: right }];
    }),
    broken,
  };
  const { length } = [...paired.numbers, ...paired.others, ...paired.expectations, ...paired.verdicts];
  return length === 0 && broken.first === broken.second ? undefined : paired;
}

interface NumberCount {
  readonly first: number[];
  readonly second: number[];
  readonly show: Show;
}

function addPair(
  numbers: Map<string, NumberCount>,
  name: string,
  [one, other]: readonly [number, number],
  show: Show,
): void {
  const known = numbers.get(name) ?? { first: [], second: [], show };
  known.first.push(one);
  known.second.push(other);
  numbers.set(name, known);
}

function summarised(name: string, { first, second, show }: NumberCount): readonly PairedNumber[] {
  const differences = first.map((value, index) => (second[index] ?? value) - value);
  const higher = differences.filter((difference) => difference > 0).length;
  const lower = differences.filter((difference) => difference < 0).length;
  if (higher + lower === 0) return [];
  return [{ name, first: summaryOf(first, show), second: summaryOf(second, show), higher, lower }];
}

function summaryOf(values: readonly number[], show: Show): Summary {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  // Not by spreading: there may be more values than a call has room for.
  const [least, most] = values.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
  return { mean, least, most, shown: show(mean) };
}

/** In one order, whichever came first. */
const verdictOrder: readonly Verdict[] = [
  "effective",
  "ineffective",
  "backfiring",
  "indifferent",
  "disintegrating",
];

function countsOf(counts: ReadonlyMap<Verdict, number>): VerdictCounts {
  return Object.fromEntries(
    verdictOrder.flatMap((verdict) => {
      const count = counts.get(verdict) ?? 0;
      return count === 0 ? [] : [[verdict, count] as const];
    }),
  );
}
