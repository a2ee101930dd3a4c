/* What is expected, claimed or measured of a run: a condition, or something that has happened since its start. */
import { unreachable } from "../base/unreachable.ts";
import type { Outcome } from "../model/model.ts";
import type { Id } from "../model/reference.ts";
import type { CompiledModel } from "./compiled.ts";
import type { State } from "./state.ts";
import type { Verdict } from "../diagnostics/run_facts.ts";

export interface CompiledOutcome {
  readonly outcome: Outcome;
  /** What it comes to as a number: of a condition or a happening 0 or 1. Throws `Fault`. */
  readonly measure: (state: State, verdict: VerdictOf) => number;
}

/** The verdict on a regulation as things stand. */
export type VerdictOf = (regulation: Id) => Verdict;

/** Whether an outcome is so at present. Throws `Fault`. */
export function isSo({ measure }: CompiledOutcome, state: State, verdict: VerdictOf): boolean {
  return measure(state, verdict) !== 0;
}

export function compileOutcome(compiled: CompiledModel, outcome: Outcome, place: string): CompiledOutcome {
  return { outcome, measure: compileMeasure(compiled, outcome, place) };
}

function compileMeasure(
  { layout, observer, sensitivityOf }: CompiledModel,
  outcome: Outcome,
  place: string,
): CompiledOutcome["measure"] {
  switch (outcome.kind) {
    case "condition":
      return observer.number(outcome.condition, `${place}/condition`);
    case "resonates":
    case "stays indifferent": {
      const expected = outcome.kind === "resonates";
      const system = layout.system(outcome.system.id);
      const to = outcome.to && sensitivityOf(outcome.system.id, outcome.to.text);
      return (state) => {
        const times = to === undefined ? state.decided[system] : state.resonances[to];
        return Number((times ?? 0) > 0 === expected);
      };
    }
    case "designates": {
      const system = layout.system(outcome.system.id);
      const value = layout.words.number(outcome.value.text);
      return (state) => Number(state.designated[system] === value);
    }
    case "occurs": {
      const counter = layout.counter(outcome.of);
      const { bound, count } = outcome;
      return (state) => {
        const counted = state.counts[counter] ?? 0;
        return Number(
          bound === "at least"
            ? counted >= count
            : bound === "at most"
              ? counted <= count
              : counted === count,
        );
      };
    }
    case "verdict": {
      const { regulation, verdict: wanted } = outcome;
      return (_, verdict) => Number(verdict(regulation.id) === wanted);
    }
    default:
      return unreachable(outcome);
  }
}
