/* What a run has shown to be wrong, as facts: violations, disappointed expectations, properties that do not hold. */
import { unreachable } from "../../base/unreachable.ts";
import type { Problem } from "../../diagnostics/define.ts";
import type {
  BudgetExceededFacts,
  InstantChannelFacts,
  Moment,
  NeverSettlesFacts,
  NotANumberFacts,
  OutOfBoundsFacts,
} from "../../diagnostics/run_facts.ts";
import type { Expected, Played } from "../play.ts";
import type { Reported } from "../reporter.ts";
import { shownNumber, shownValue } from "../values.ts";
import type { Violation } from "../violations.ts";
import { causesOf } from "./causes.ts";
import { disappointment } from "./disappointment.ts";
import { historyOf } from "./history.ts";
import { momentOf } from "./moment.ts";
import { inquire, type Inquiry, type ReadModel } from "./inquiry.ts";
import { propertyFacts } from "./property_facts.ts";
import { recurringIn } from "./recurring.ts";

/** A problem found in a run. */
export interface RunProblem extends Problem {
  /** The step in which it was found. */
  readonly step: number;
}

/** For so many expectations of one run a run is looked for that meets them. */
const mostSearched = 3;

/**
 * All that went wrong in a run and was not expected to. What `checkpoint` throws ends it. With causes, if the run kept a trace; without one they are left out.
 */
export function findingsOf(read: ReadModel, played: Played, checkpoint?: () => void): readonly RunProblem[] {
  const inquiry = inquire(read, historyOf(played.course));
  return [
    ...played.course.reporter.reported
      .filter(({ expected }) => !expected)
      .map((reported) => violationFound(inquiry, played, reported)),
    ...disappointed(played).map(({ expected, again }, order) => ({
      check: "expectation_failed",
      place: expected.step.place,
      step: expected.at,
      facts: disappointment(inquiry, played, expected, { again, search: order < mostSearched, checkpoint }),
    })),
    ...played.properties.map((violation) => ({
      check: "property_violated",
      place: violation.claim.place,
      step: violation.step,
      facts: propertyFacts(inquiry, played, violation),
    })),
  ];
}

/** Each expectation that is disappointed, the first time, and how often it is again: in a `repeat` it is looked at many times. */
function disappointed({
  expectations,
}: Played): readonly { readonly expected: Expected; readonly again: number }[] {
  const found = new Map<Expected["step"], { readonly expected: Expected; again: number }>();
  for (const expected of expectations) {
    if (expected.holds) continue;
    const known = found.get(expected.step);
    if (known === undefined) found.set(expected.step, { expected, again: 0 });
    else known.again += 1;
  }
  return [...found.values()];
}

function violationFound(inquiry: Inquiry, played: Played, { violation, again }: Reported): RunProblem {
  const { check, place, step } = violation;
  const moment = { ...momentOf(played, step), ...(again > 0 && { again }) };
  return { check, place, step, facts: violationFacts(inquiry, violation, moment) };
}

type ViolationFacts =
  OutOfBoundsFacts | NotANumberFacts | InstantChannelFacts | NeverSettlesFacts | BudgetExceededFacts;

function violationFacts(inquiry: Inquiry, violation: Violation, moment: Moment): ViolationFacts {
  switch (violation.check) {
    case "out_of_bounds": {
      const { bounded, name, type, value, low, high, kept, declared, by, cause } = violation;
      return {
        ...moment,
        bounded,
        name,
        value: shownValue(value, type),
        low: Number.isFinite(low) ? shownValue(low, type) : undefined,
        high: Number.isFinite(high) ? shownValue(high, type) : undefined,
        kept: kept === undefined ? undefined : shownValue(kept, type),
        declared,
        by,
        causes: causesOf(inquiry, cause),
      };
    }
    case "not_a_number": {
      const { wanted, expression, value, values, prevented, by, cause } = violation;
      return {
        ...moment,
        wanted,
        expression: inquiry.text(expression.place),
        value: shownNumber(value),
        values,
        prevented,
        by,
        causes: causesOf(inquiry, cause),
      };
    }
    case "instant_channel":
      return {
        ...moment,
        kind: "run",
        coupling: violation.coupling,
        carried: violation.carried,
        delay: inquiry.text(violation.place),
        value: shownNumber(violation.value),
        causes: causesOf(inquiry, violation.cause),
      };
    case "never_settles":
      return { ...moment, steps: violation.steps, recurring: recurringIn(inquiry, violation.step) };
    case "budget_exceeded":
      return {
        ...moment,
        budget: violation.budget,
        most: violation.most,
        without: violation.without,
        recurring: recurringIn(inquiry, violation.step),
      };
    default:
      return unreachable(violation);
  }
}
