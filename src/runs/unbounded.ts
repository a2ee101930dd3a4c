/* Why there are more states than could be explored: what has so many values, and what would bound them. */
import type { Place } from "../base/place.ts";
import type { CompiledModel } from "../engine/compiled.ts";
import type { Explored } from "../engine/explore/explored.ts";

export interface Growing {
  readonly kind: "number" | "step" | "operations" | "under way";
  /** The expectation or quantity. */
  readonly name: string | undefined;
  readonly place: Place | undefined;
  /** How many values it had in the states explored. */
  readonly count: number;
  /** Whether its declaration bounds it on both sides. */
  readonly bounded: boolean;
}

/** So many are named, and only what has more values than this. */
const mostNamed = 3;
const many = 20;

export function growingIn({ layout }: CompiledModel, found: Explored): readonly Growing[] {
  const { values, sequences, matters } = found;
  const numbers = values.flatMap(({ slot, count }): Growing[] => {
    const declared = layout.slots[slot];
    if (declared === undefined || declared.type.kind !== "number") return [];
    const { low, high } = declared.type;
    const bounded = low !== undefined && high !== undefined;
    return [{ kind: "number", name: declared.called, place: declared.place, count, bounded }];
  });
  const others: readonly Growing[] = [
    { kind: "operations", name: undefined, place: undefined, count: sequences.present, bounded: false },
    { kind: "under way", name: undefined, place: undefined, count: sequences.underWay, bounded: false },
    ...(matters.stepsModulo === 0
      ? [{ kind: "step", name: undefined, place: undefined, count: found.depth, bounded: false } as const]
      : []),
  ];
  return [...numbers, ...others]
    .filter(({ count }) => count > many)
    .sort((a, b) => b.count - a.count)
    .slice(0, mostNamed);
}
