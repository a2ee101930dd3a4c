/* LANGUAGE.md, "Regulations": what became of an attempt to move another. */
import type { Verdict } from "../../../src/syntax/tree.ts";
import type { Expression } from "../../../src/model/expression.ts";
import type { Regulation } from "../../../src/model/model.ts";
import { evaluate, evaluateNumber, withoutFault } from "./evaluate.ts";
import { holds } from "./outcome.ts";
import type { Answer, Run } from "./run.ts";
import { less, same, truthIn } from "./values.ts";

/** The first of the five that is so. `tell`: whether a fault in the aim is written down. */
export function verdictOn(regulation: Regulation, withIt: Run, without: Run, tell: boolean): Verdict {
  const target = regulation.of?.id ?? "";
  // "the target is unplugged, or leaves undecided more of its irritations than it decides, and would not without"
  if (disintegrates(withIt, target) && !disintegrates(without, target)) return "disintegrating";
  // "the target has decided on the same irritations, in the same steps and with the same values, in both"
  if (sameAnswers(decidedBy(withIt, target), decidedBy(without, target))) return "indifferent";
  const { aim } = regulation;
  if (aim === undefined) return "ineffective";
  // "the aim holds with it and not without"
  const reached = tell ? holds(withIt, aim, regulation.name) : isMet(withIt, aim);
  if (reached && !isMet(without, aim)) return "effective";
  // "it is further off with it than without"
  return furtherOff(aim, withIt, without) ? "backfiring" : "ineffective";
}

function disintegrates(run: Run, target: string): boolean {
  const answers = run.answers.filter(({ owner }) => owner === target);
  const undecided = answers.filter(({ value }) => value === "undecided").length;
  return run.unplugged.has(target) || undecided > answers.length - undecided;
}

function decidedBy(run: Run, target: string): Answer[] {
  return run.answers.filter(({ owner, value }) => owner === target && value !== "undecided");
}

function sameAnswers(left: readonly Answer[], right: readonly Answer[]): boolean {
  return (
    left.length === right.length &&
    left.every((answer, index) => {
      const other = right[index];
      return other !== undefined && sameAnswer(answer, other);
    })
  );
}

function sameAnswer(left: Answer, right: Answer): boolean {
  return (
    left.step === right.step &&
    left.order === right.order &&
    left.value === right.value &&
    [...left.args].every(([name, value]) => {
      const other = right.args.get(name);
      return other !== undefined && same(value, other);
    })
  );
}

/** A fault counts as not holding. */
function isMet(run: Run, condition: Expression): boolean {
  return withoutFault(() => truthIn(evaluate(run, condition, ""))) === true;
}

/**
 * "for a comparison of numbers, if it held without and fails with it, or fails in both and the two sides lie further apart;
 * for any other condition, if it held and now fails; for `and`, if one side is further off; for `or`, if both are."
 */
function furtherOff(condition: Expression, withIt: Run, without: Run): boolean {
  if (condition.kind === "chain" && condition.operators.includes("and")) {
    return condition.operands.some((side) => furtherOff(side, withIt, without));
  }
  if (condition.kind === "chain" && condition.operators.includes("or")) {
    return condition.operands.every((side) => furtherOff(side, withIt, without));
  }
  const met = isMet(withIt, condition);
  if (met || isMet(without, condition)) return !met;
  const apart = distance(withIt, condition);
  const apartWithout = distance(without, condition);
  return apart !== undefined && apartWithout !== undefined && less(apartWithout, apart);
}

/** How far apart the two sides of a comparison of numbers lie; undefined if it is none, or a side has no value. */
function distance(run: Run, condition: Expression): number | undefined {
  if (condition.kind !== "comparison") return undefined;
  const { left, right } = condition;
  if (left.type.kind !== "number" || right.type.kind !== "number") return undefined;
  return withoutFault(() => Math.abs(evaluateNumber(run, left, "") - evaluateNumber(run, right, "")));
}
