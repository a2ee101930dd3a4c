/* What candidates are found on: a model, a run of it, and what in that run came of the regulation. */
import type { CheckContext } from "../../checks/context.ts";
import { createContext } from "../../checks/support/create_context.ts";
import type { Inquiry } from "../../engine/inquiry/inquiry.ts";
import type { TraceEntry } from "../../engine/trace.ts";
import type { Regulation } from "../../model/model.ts";
import type { Id } from "../../model/reference.ts";
import { inquiryInto } from "../why.ts";
import type { Outcome } from "./trial.ts";
import { relevanceFor, type Relevance } from "./relevance.ts";

export interface Ground {
  readonly context: CheckContext;
  readonly inquiry: Inquiry;
  readonly regulation: Regulation;
  /** The entries of the trace that the regulation brought about, in their order. */
  readonly entries: readonly TraceEntry[];
  /** What could lead on to the aim. */
  readonly relevance: Relevance;
}

export function groundOf(result: Outcome, regulation: Regulation): Ground {
  const { model, sources } = result.prepared.checked;
  const context = createContext(model, sources);
  const inquiry = inquiryInto(result);
  return {
    context,
    inquiry,
    regulation,
    entries: broughtAbout(inquiry, regulation),
    relevance: relevanceFor(regulation, context),
  };
}

/**
 * All that `apply` of the regulation caused, directly or not. Who learns decides otherwise from then on: what a system does
 * on `every` step counts, once the regulation has changed one of its expectations.
 */
function broughtAbout({ history, places }: Inquiry, { id }: Regulation): readonly TraceEntry[] {
  const caused = new Set<number>();
  const touched = new Set<Id>();
  const found: TraceEntry[] = [];
  for (let number = 0; number < history.count; number += 1) {
    const entry = history.at(number);
    if (entry === undefined) continue;
    const isCaused =
      entry.kind === "act"
        ? appliesIt(entry)
        : entry.cause !== undefined
          ? caused.has(entry.cause)
          : entry.kind === "decision" && touched.has(entry.owner);
    if (!isCaused) continue;
    caused.add(number);
    found.push(entry);
    if (entry.kind === "value") touched.add(entry.owner);
  }
  return found;

  function appliesIt({ path }: Extract<TraceEntry, { kind: "act" }>): boolean {
    const step = places.step(path);
    return step?.kind === "apply" && step.regulation.id === id;
  }
}
