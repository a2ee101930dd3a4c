/* How a run violates a property. */
import type { PropertyViolatedFacts } from "../../diagnostics/run_facts.ts";
import type { Played } from "../play.ts";
import type { PropertyViolation } from "../properties.ts";
import { causesOf } from "./causes.ts";
import { momentOf } from "./moment.ts";
import { goalsOf } from "./goals.ts";
import type { Inquiry } from "./inquiry.ts";
import { lastToShape, occurrencesOf } from "./occurrences.ts";
import { stopsBefore } from "./stops.ts";

const mostStops = 3;

export function propertyFacts(
  inquiry: Inquiry,
  played: Played,
  { property, claim, step, occurred, values, records }: PropertyViolation,
): PropertyViolatedFacts {
  const awaited = claim.kind === "eventually" || claim.kind === "after" ? claim.outcome : undefined;
  const condition =
    "condition" in claim ? claim.condition : awaited?.kind === "condition" ? awaited.condition : undefined;
  const last =
    claim.kind === "after"
      ? occurrencesOf(inquiry, claim.operation, records).find((each) => each.step === occurred)?.id
      : condition && lastToShape(inquiry, condition, records);
  return {
    ...momentOf(played, step),
    kind: "run",
    property: property.name,
    claim: claim.kind,
    text: inquiry.text((condition ?? awaited ?? claim).place),
    occurred:
      claim.kind === "after" && occurred !== undefined
        ? { operation: inquiry.part(claim.operation), step: occurred }
        : undefined,
    values,
    causes: causesOf(inquiry, last),
    stopped:
      awaited === undefined
        ? []
        : goalsOf(inquiry.flow(), awaited)
            .flatMap((goal) => stopsBefore(inquiry, goal, records))
            .slice(0, mostStops),
  };
}
