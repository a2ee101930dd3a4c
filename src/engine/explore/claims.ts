/* What is held against every run: properties, and what the scenario expects. What has been seen of them is kept as bits. */
import type { Decide } from "../frame.ts";
import { Fault } from "../frame.ts";
import type { Id } from "../../model/reference.ts";
import type { CompiledModel } from "../compiled.ts";
import { compileOutcome, isSo, type CompiledOutcome, type VerdictOf } from "../outcome.ts";
import type { RunProperty } from "../properties.ts";
import type { State } from "../state.ts";

/** A property while all runs are explored. */
export interface Watched {
  readonly property: RunProperty;
  /** Looks at a moment; true if the property is violated there. */
  readonly look: (state: State) => boolean;
  /** Whether a run that ends so violates it. */
  readonly end: () => boolean;
}

/** The regulation on which a property asks for a verdict, which is found by comparing two runs; undefined if it asks for none. */
export function regulationAskedFor({ claim }: RunProperty): Id | undefined {
  return "outcome" in claim && claim.outcome.kind === "verdict" ? claim.outcome.regulation.id : undefined;
}

const noVerdict: VerdictOf = () => "ineffective";

/** What has no result is not so. */
export function isSoInState(outcome: CompiledOutcome, state: State, verdict = noVerdict): boolean {
  return decided(() => isSo(outcome, state, verdict));
}

function decided(decide: () => boolean): boolean {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Fault) return false;
    throw error;
  }
}

/** Bits of each property: whether it is fulfilled or waited for, and whether an operation occurred that no moment has seen. */
const bitsOf = 2;

export interface Watch {
  readonly all: readonly Watched[];
  /** What is to be kept of each state. */
  readonly bits: Uint8Array;
  /** Before the bits are kept; and after they have been taken back with a state. */
  readonly keep: (state: State) => void;
  readonly resume: (state: State) => void;
}

export function watchOver(
  compiled: CompiledModel,
  properties: readonly RunProperty[],
  verdict: VerdictOf = noVerdict,
): Watch {
  const bits = new Uint8Array(properties.length * bitsOf);
  const counters: { readonly bit: number; readonly counter: number; seen: number }[] = [];
  const all = properties.map((property, order): Watched => {
    const { claim } = property;
    const place = `${property.property.id}/claim`;
    const bit = order * bitsOf;
    switch (claim.kind) {
      case "always":
      case "never": {
        const decide: Decide = compiled.observer.condition(claim.condition, place);
        const wanted = claim.kind === "always";
        return {
          property,
          look: (state) => decided(() => decide(state)) !== wanted,
          end: () => false,
        };
      }
      case "eventually": {
        const outcome = compileOutcome(compiled, claim.outcome, place);
        return {
          property,
          look(state) {
            if (bits[bit] === 0 && isSoInState(outcome, state, verdict)) bits[bit] = 1;
            return false;
          },
          end: () => bits[bit] === 0,
        };
      }
      case "after": {
        const outcome = compileOutcome(compiled, claim.outcome, place);
        const counting = { bit: bit + 1, counter: compiled.layout.counter(claim.operation), seen: 0 };
        counters.push(counting);
        return {
          property,
          look(state) {
            const count = state.counts[counting.counter] ?? 0;
            if (count > counting.seen) bits[bit] = 1;
            counting.seen = count;
            if (bits[bit] === 1 && isSoInState(outcome, state, verdict)) bits[bit] = 0;
            return false;
          },
          end: () => bits[bit] === 1,
        };
      }
    }
  });
  return {
    all,
    bits,
    keep({ counts }) {
      for (const { bit, counter, seen } of counters) bits[bit] = (counts[counter] ?? 0) > seen ? 1 : 0;
    },
    resume({ counts }) {
      for (const each of counters) each.seen = (counts[each.counter] ?? 0) - (bits[each.bit] ?? 0);
    },
  };
}
