/* Why an expectation of the modeller was disappointed. */
import { unreachable } from "../../base/unreachable.ts";
import type { Cause, ExpectationFailedFacts, NamedValue, Stopped } from "../../diagnostics/run_facts.ts";
import type { Outcome } from "../../model/model.ts";
import type { Id } from "../../model/reference.ts";
import type { Expected, Played } from "../play.ts";
import type { Side } from "../verdicts.ts";
import { causeOf, causesOf } from "./causes.ts";
import { nearestRun } from "./nearest.ts";
import { momentOf } from "./moment.ts";
import { everythingOf, goalsOf, goalsOfReading, unchanging } from "./goals.ts";
import type { Inquiry } from "./inquiry.ts";
import { lastOccurrence, lastToShape, resonances } from "./occurrences.ts";
import { stopsBefore, type Goal } from "./stops.ts";

type Found = ExpectationFailedFacts["found"];
/** What was found, and why it is so. */
type Account = Pick<ExpectationFailedFacts, "found" | "stopped" | "causes" | "unchanging">;

/** So many places where something was cut off are told. */
const mostStops = 8;

/** `again`: how often it is disappointed once more. `search`: whether to look for a run in which it would be met. */
export function disappointment(
  inquiry: Inquiry,
  played: Played,
  expected: Expected,
  {
    again,
    search,
    checkpoint,
  }: {
    readonly again: number;
    readonly search: boolean;
    readonly checkpoint: (() => void) | undefined;
  },
): ExpectationFailedFacts {
  const { outcome } = expected.step.outcome;
  const told = account(inquiry, expected, outcome);
  // What the conditions read that stopped something may be otherwise at the start.
  const read = new Set(
    told.stopped.flatMap(({ target, values, leading = [] }) =>
      [...values, ...leading.flatMap((clause) => clause.values)].map(({ name }) => `${target}.${name}`),
    ),
  );
  return {
    ...momentOf(played, expected.at),
    ...(again > 0 && { again }),
    expected: inquiry.text(outcome.place),
    ...told,
    nearest: search ? nearestRun(played, expected, (name) => read.has(name), checkpoint) : undefined,
  };
}

function account(inquiry: Inquiry, expected: Expected, outcome: Outcome): Account {
  const { names, index } = inquiry;
  const until = expected.records;
  switch (outcome.kind) {
    case "condition":
      return {
        found: { kind: "condition", values: expected.values },
        ...accountOfReading(
          inquiry,
          goalsOf(inquiry.flow(), outcome),
          lastToShape(inquiry, outcome.condition, until),
          until,
        ),
      };
    case "resonates":
      return {
        found: { kind: "resonates", system: names(outcome.system.id), to: outcome.to?.text },
        stopped: stops(inquiry, goalsOf(inquiry.flow(), outcome), until),
        causes: [],
      };
    case "stays indifferent": {
      const [first] = resonances(inquiry, outcome.system.id, outcome.to?.text, until);
      const decision = first && causeOf(inquiry, first.decision);
      if (first === undefined || decision?.kind !== "decision")
        return { found: { kind: "condition", values: [] }, stopped: [], causes: [] };
      return {
        found: {
          kind: "stays indifferent",
          system: names(outcome.system.id),
          sensitivity: inquiry.part(first.irritation),
          decision,
        },
        stopped: [],
        causes: causesOf(inquiry, first.decision.id),
      };
    }
    case "designates": {
      const { designated } = expected;
      const last = inquiry.history
        .decisionsOf(outcome.system.id)
        .filter((id) => id < until)
        .findLast((id) => {
          const entry = inquiry.history.at(id);
          return entry?.kind === "decision" && entry.value === designated;
        });
      return {
        found: {
          kind: "designates",
          system: names(outcome.system.id),
          wanted: outcome.value.text,
          designated: designated === "" ? undefined : designated,
        },
        stopped: stops(inquiry, goalsOf(inquiry.flow(), outcome), until),
        causes: causesOf(inquiry, last),
      };
    }
    case "occurs": {
      const { of, bound, count: wanted } = outcome;
      const counted = expected.counted ?? 0;
      const tooFew = counted < wanted;
      return {
        found: { kind: "occurs", of: inquiry.part(of), bound, wanted, counted },
        stopped: tooFew ? stops(inquiry, goalsOf(inquiry.flow(), outcome), until) : [],
        causes: tooFew ? [] : causesOf(inquiry, lastOccurrence(inquiry, of, until)),
      };
    }
    case "verdict": {
      const regulation = index.regulation(outcome.regulation.id);
      const { assessment } = expected;
      const aim = regulation?.aim;
      const target = regulation?.of?.id;
      const found: Found = {
        kind: "verdict",
        regulation: names(outcome.regulation.id),
        wanted: outcome.verdict,
        verdict: assessment?.verdict ?? "ineffective",
        aim: aim === undefined ? "" : inquiry.text(aim.place),
        withIt: sideFacts(assessment?.withIt),
        without: sideFacts(assessment?.without),
      };
      return { found, ...accountOfVerdict(inquiry, found.verdict, aim, target, until) };
    }
    default:
      return unreachable(outcome);
  }
}

function sideFacts(side: Side | undefined): {
  readonly holds: boolean;
  readonly values: readonly NamedValue[];
} {
  return { holds: side?.aimed.holds ?? false, values: side?.values ?? [] };
}

/** Why a regulation had no other verdict: what it did not reach, or how what its aim reads came about. */
function accountOfVerdict(
  inquiry: Inquiry,
  verdict: Extract<Found, { kind: "verdict" }>["verdict"],
  aim: Parameters<typeof lastToShape>[1] | undefined,
  target: Id | undefined,
  until: number,
): Omit<Account, "found"> {
  const flow = inquiry.flow();
  if (verdict === "indifferent" && target !== undefined) {
    return { stopped: stops(inquiry, [everythingOf(flow, target)], until), causes: [] };
  }
  if (aim === undefined) return { stopped: [], causes: [] };
  return accountOfReading(inquiry, goalsOfReading(flow, aim), lastToShape(inquiry, aim, until), until);
}

/** How what was read came about; and where what was to change it was cut off, if nothing has. */
function accountOfReading(
  inquiry: Inquiry,
  goals: readonly Goal[],
  last: number | undefined,
  until: number,
): Omit<Account, "found"> {
  const causes: readonly Cause[] = causesOf(inquiry, last);
  if (causes.length > 0) return { stopped: [], causes };
  const fixed = goals.flatMap((goal) => unchanging(inquiry, goal) ?? []);
  return {
    stopped: stops(inquiry, goals, until),
    causes,
    unchanging: fixed
      .filter(({ kind }) => kind === "expectation" || kind === "quantity")
      .map((part) => inquiry.part(part)),
  };
}

function stops(inquiry: Inquiry, goals: readonly Goal[], until: number): readonly Stopped[] {
  return goals.flatMap((goal) => stopsBefore(inquiry, goal, until)).slice(0, mostStops);
}
