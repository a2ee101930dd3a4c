/* Where a clause decided that leads no further: those beside it that would have led on, and how it was with them. */
import type { LeadingClause } from "../../diagnostics/run_facts.ts";
import { nodeNamed, type Flow } from "../../flow/flow.ts";
import type { Clause } from "../../model/model.ts";
import type { TraceEntry } from "../trace.ts";
import { shownNumber } from "../values.ts";
import { yieldOf } from "./choices.ts";
import { isUpToChance } from "./compute.ts";
import type { Inquiry } from "./inquiry.ts";
import { readingsAt, standingOf, valueAt } from "./readings.ts";

type Decision = Extract<TraceEntry, { kind: "decision" }>;

/** What a clause is to do: to designate something, or, if it does not matter what, to have an effect that leads on. */
interface Sought {
  readonly designates: ((value: string | undefined) => boolean) | undefined;
  readonly leads: (node: number | undefined) => boolean;
}

/** Of all clauses on what was decided, those that do what is sought. */
export function leadingClauses(
  flow: Flow,
  node: number,
  { owner }: Decision,
  { designates, leads }: Sought,
): readonly Clause[] {
  const decision = flow.nodes[node];
  if (decision?.kind !== "decision") return [];
  const leadsOn = ({ effects }: Clause): boolean =>
    effects.some((effect) =>
      leads(
        effect.kind === "emit"
          ? nodeNamed(flow, "operation", owner, effect.operation)
          : nodeNamed(flow, "expectation", owner, effect.target.text),
      ),
    );
  return decision.programs
    .flatMap(({ clauses }) => clauses)
    .filter((clause) => (designates === undefined ? leadsOn(clause) : designates(clause.value?.text)));
}

/** Under what a clause stands that did not decide, and how that was when another did. */
export function leadingFacts(inquiry: Inquiry, entry: Decision, clause: Clause): LeadingClause {
  const { kind, when, name = "" } = clause;
  const standing = standingOf(inquiry, entry);
  const { isOpen, yields } = yieldOf(inquiry, entry, clause);
  const chance = isUpToChance(inquiry, when, (_name, part) => valueAt(inquiry, part, standing));
  return {
    kind,
    condition: when ? inquiry.text(when.place) : kind === "otherwise" ? kind : undefined,
    values: when === undefined ? [] : readingsAt(inquiry, when, standing),
    held: when === undefined ? undefined : isOpen,
    ...(chance && { chance }),
    ...(kind === "choice" && {
      choice: { name, yields: isOpen === false || yields === undefined ? undefined : shownNumber(yields) },
    }),
  };
}
