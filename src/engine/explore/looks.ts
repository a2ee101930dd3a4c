/*
 * What a move looks at, and what it changes, while it is made: other objects stand in the place of the arrays of a state, and
 * note which of their numbers are asked for and set.
 */
import type { State } from "../state.ts";
import type { Field, Snapshots } from "./snapshot.ts";

/** What happens in a move, in order: a part of the row is looked at, or something is chosen. */
export type Look =
  | { readonly kind: "part"; readonly part: number }
  | { readonly kind: "choice"; readonly of: number; readonly branch: number; readonly isUnlikely: boolean };

export interface Looking {
  /** What happened since the last `begin`. */
  readonly looks: readonly Look[];
  /** The parts that have been set since then. */
  readonly set: ReadonlySet<number>;
  readonly begin: () => void;
  readonly end: () => void;
  readonly chosen: (branch: number, of: number, isUnlikely: boolean) => void;
}

export function lookingAt(state: State, { partOf }: Pick<Snapshots, "partOf">): Looking {
  const looks: Look[] = [];
  const seen = new Set<number>();
  const set = new Set<number>();

  function watched<Numbers extends Float64Array | Int32Array>(field: Field, numbers: Numbers): Numbers {
    return new Proxy(numbers, {
      get(target, key) {
        const index = typeof key === "string" ? Number(key) : NaN;
        const part = partOf(field, index);
        if (part >= 0 && !seen.has(part) && !set.has(part)) {
          seen.add(part);
          looks.push({ kind: "part", part });
        }
        return target[index];
      },
      set(target, key, value: number) {
        const index = typeof key === "string" ? Number(key) : NaN;
        const part = partOf(field, index);
        if (part >= 0) set.add(part);
        target[index] = value;
        return true;
      },
    });
  }

  const { values, designated, counts, decided, resonances } = state;
  const others = {
    values: watched("values", values),
    designated: watched("designated", designated),
    counts: watched("counts", counts),
    decided: watched("decided", decided),
    resonances: watched("resonances", resonances),
  };
  return {
    looks,
    set,
    begin() {
      looks.length = 0;
      // The first part is looked at by every step.
      looks.push({ kind: "part", part: 0 });
      seen.clear();
      set.clear();
      Object.assign(state, others);
    },
    end() {
      Object.assign(state, { values, designated, counts, decided, resonances });
    },
    chosen: (branch, of, isUnlikely) => void looks.push({ kind: "choice", of, branch, isUnlikely }),
  };
}
