/* LANGUAGE.md, "Expectations of the modeller": each looks back to the start of the scenario. */
import type { Expression } from "../../../src/model/expression.ts";
import type { Outcome } from "../../../src/model/model.ts";
import { evaluate, withoutFault } from "./evaluate.ts";
import { countOf, violate } from "./run.ts";
import type { Run } from "./run.ts";
import { truthIn } from "./values.ts";

/** Whether a condition of an observer holds. A fault is a violation, and then it does not; `about`: of whom it is told. */
export function holds(run: Run, condition: Expression, about: string): boolean {
  const result = withoutFault(() => truthIn(evaluate(run, condition, "")));
  if (result === undefined) violate(run, "not_a_number", about);
  return result === true;
}

export function isSo(run: Run, outcome: Outcome, about: string): boolean {
  switch (outcome.kind) {
    case "condition":
      return holds(run, outcome.condition, about);
    case "resonates":
      return resonates(run, outcome.system.id, outcome.to?.text);
    case "stays indifferent":
      return !resonates(run, outcome.system.id, outcome.to?.text);
    case "designates":
      // "`designates` is about the last value designated."
      return run.designated.get(outcome.system.id) === outcome.value.text;
    case "occurs":
      return isCount(countOf(run, outcome.of.owner, outcome.of.name), outcome);
    case "verdict": {
      const regulation = run.model.regulations.find(({ id }) => id === outcome.regulation.id);
      return regulation !== undefined && run.observer?.verdict(regulation) === outcome.verdict;
    }
  }
}

/** "`occurs` alone is at least once." */
function isCount(times: number, { bound, count }: Extract<Outcome, { kind: "occurs" }>): boolean {
  switch (bound) {
    case "at least":
      return times >= count;
    case "at most":
      return times <= count;
    case "exactly":
      return times === count;
  }
}

/** "`S resonates [to x]`: S has decided on an irritation [by x] that a channel brought." */
function resonates(run: Run, system: string, sensitivity: string | undefined): boolean {
  return run.answers.some(
    (answer) =>
      answer.owner === system &&
      answer.value !== "undecided" &&
      (sensitivity === undefined || answer.sensitivity === sensitivity),
  );
}
