/* Which ways lead from system to system in one of two models alone. */
import { describeWay, type NameOf } from "../../flow/describe.ts";
import type { Flow } from "../../flow/flow.ts";
import { reachedFrom } from "../../flow/reaches.ts";
import { shortestWay } from "../../flow/ways.ts";
import { hasWay } from "../../flow/same_way.ts";
import type { System } from "../../model/model.ts";

/** A model, as far as its ways are concerned. */
export interface Wayfaring {
  readonly flow: Flow;
  readonly called: NameOf;
  /** The systems between which ways are looked for. */
  readonly systems: readonly System[];
}

export interface WayDifference {
  readonly from: string;
  /** The same as `from`, where what leaves a system comes back to it. */
  readonly to: string;
  /** A shortest way in the first; undefined if there is none at all, or, where both have one, none that the other lacks. */
  readonly first: WayShown | undefined;
  readonly second: WayShown | undefined;
}

export interface WayShown {
  /** `politics.bill ─constitution→ law.enacted → law.judgment ─contract→ economy.credit_cost` */
  readonly line: string;
  readonly couplings: readonly string[];
  /** The systems, environments and populations that it passes, its ends included. */
  readonly owners: readonly string[];
}

export interface WaysCompared {
  /** The one reaches the other in one model alone. */
  readonly reached: readonly WayDifference[];
  /** Both have a way, and the shortest of one is none of the other. */
  readonly otherwise: readonly WayDifference[];
  /** How many ordered pairs of systems that both have were looked at, those of a system with itself included. */
  readonly pairs: number;
  /** Of systems that only one model has: how many there are that they reach, or that reach them. */
  readonly ofOneOnly: readonly {
    readonly in: "first" | "second";
    readonly system: string;
    readonly reaches: readonly string[];
    readonly reachedBy: readonly string[];
  }[];
  /** Whether, of the pairs that both connect, the ways were compared; not of very many. */
  readonly complete: boolean;
}

/** Between so many pairs, ways are compared where both models have one. */
const mostPairs = 2_500;

export function waysCompared(first: Wayfaring, second: Wayfaring): WaysCompared {
  const [left, right] = [reaching(first), reaching(second)];
  const shared = [...left.keys()].filter((name) => right.has(name));
  const reached: WayDifference[] = [];
  const otherwise: WayDifference[] = [];
  const pairs = shared.length ** 2;
  const complete = pairs <= mostPairs;
  for (const from of shared) {
    for (const to of shared) {
      const [one, other] = [
        left.get(from)?.reached.has(to) === true,
        right.get(from)?.reached.has(to) === true,
      ];
      if (one !== other) {
        reached.push({
          from,
          to,
          first: one ? shown(first, left, from, to) : undefined,
          second: other ? shown(second, right, from, to) : undefined,
        });
      } else if (one && complete) {
        const [before, after] = [
          onlyIn(first, left, from, to, second),
          onlyIn(second, right, from, to, first),
        ];
        if (before !== undefined || after !== undefined)
          otherwise.push({ from, to, first: before, second: after });
      }
    }
  }
  return {
    reached,
    otherwise,
    pairs,
    ofOneOnly: [...alone("first", left, right), ...alone("second", right, left)],
    complete,
  };
}

interface Reaching {
  readonly id: string;
  /** By their names. */
  readonly reached: ReadonlySet<string>;
}

function reaching({ flow, called, systems }: Wayfaring): ReadonlyMap<string, Reaching> {
  const names = new Map(systems.map(({ id }) => [id, called(id)]));
  return new Map(
    systems.map(({ id }) => {
      const reached = [...reachedFrom(flow, id)].flatMap((each) => names.get(each) ?? []);
      return [called(id), { id, reached: new Set(reached) }];
    }),
  );
}

function shown(
  { flow, called }: Wayfaring,
  reaches: ReadonlyMap<string, Reaching>,
  from: string,
  to: string,
): WayShown | undefined {
  const way = shortestWay(flow, reaches.get(from)?.id ?? "", reaches.get(to)?.id ?? "");
  if (way === undefined) return undefined;
  const { line, couplings, owners } = describeWay(flow, way, called);
  return { line, couplings: couplings.map(called), owners: owners.map(called) };
}

/** A shortest way, if the other model has not the same. */
function onlyIn(
  { flow, called, systems }: Wayfaring,
  reaches: ReadonlyMap<string, Reaching>,
  from: string,
  to: string,
  other: Wayfaring,
): WayShown | undefined {
  const way = shortestWay(flow, reaches.get(from)?.id ?? "", reaches.get(to)?.id ?? "");
  if (way === undefined || hasWay(other, describeWay(flow, way, called), called)) return undefined;
  return shown({ flow, called, systems }, reaches, from, to);
}

function alone(
  where: "first" | "second",
  own: ReadonlyMap<string, Reaching>,
  other: ReadonlyMap<string, Reaching>,
): WaysCompared["ofOneOnly"] {
  return [...own]
    .filter(([name]) => !other.has(name))
    .map(([system, { reached }]) => ({
      in: where,
      system,
      reaches: [...reached].filter((name) => name !== system),
      reachedBy: [...own]
        .filter(([name, one]) => name !== system && one.reached.has(system))
        .map(([name]) => name),
    }));
}
