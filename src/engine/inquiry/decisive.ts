/* The steps of a run in which something happened that led to what came of it: to an expectation met or not, to a verdict. */
import { lastBelow } from "../../base/sorted.ts";
import type { Expression } from "../../model/expression.ts";
import type { Outcome } from "../../model/model.ts";
import type { Expected, Played } from "../play.ts";
import { entriesBefore } from "./causes.ts";
import { everythingOf, goalsOf } from "./goals.ts";
import type { Inquiry } from "./inquiry.ts";
import { lastOccurrence, lastsToShape, resonances } from "./occurrences.ts";
import { stopsBefore, type Goal } from "./stops.ts";

/** So many places are counted at which what was expected, or not, was cut off. */
const mostStops = 3;

export function decisiveSteps(
  inquiry: Inquiry,
  { expectations, verdicts }: Pick<Played, "expectations" | "verdicts">,
): ReadonlySet<number> {
  const { history } = inquiry;
  const steps = new Set<number>();
  const lead = (ids: readonly number[]): void => {
    for (const id of ids) for (const { step } of entriesBefore(inquiry, id)) steps.add(step);
  };
  const cutOff = (goals: readonly Goal[], until: number): void => {
    const stops = goals.flatMap((goal) => stopsBefore(inquiry, goal, until));
    for (const { step } of stops.slice(0, mostStops)) steps.add(step);
  };
  for (const { step, holds, records } of expectations) {
    const { outcome } = step.outcome;
    const ids = leadingTo(inquiry, outcome, records);
    lead(ids);
    if (ids.length === 0 || (!holds && outcome.kind === "designates"))
      cutOff(goalsOf(inquiry.flow(), outcome), records);
  }
  for (const { regulation, verdict } of verdicts) {
    const ids = shaping(inquiry, regulation.aim, history.count);
    lead(ids);
    if (regulation.of !== undefined && (ids.length === 0 || verdict === "indifferent"))
      cutOff([everythingOf(inquiry.flow(), regulation.of.id)], history.count);
  }
  return steps;
}

/** The last entries that made an outcome what it is. */
function leadingTo(inquiry: Inquiry, outcome: Outcome, until: Expected["records"]): readonly number[] {
  switch (outcome.kind) {
    case "condition":
      return shaping(inquiry, outcome.condition, until);
    case "resonates":
    case "stays indifferent": {
      const all = resonances(inquiry, outcome.system.id, outcome.to?.text, until);
      return all.slice(-1).map(({ decision }) => decision.id);
    }
    case "designates": {
      const last = lastBelow(inquiry.history.decisionsOf(outcome.system.id), until);
      return last === undefined ? [] : [last];
    }
    case "occurs":
      return [lastOccurrence(inquiry, outcome.of, until) ?? []].flat();
    case "verdict":
      return shaping(inquiry, inquiry.index.regulation(outcome.regulation.id)?.aim, until);
  }
}

function shaping(inquiry: Inquiry, read: Expression | undefined, until: number): readonly number[] {
  return read === undefined ? [] : lastsToShape(inquiry, read, until);
}
