/* What an experiment is made of that is handed to another process: plain data. */
import type { CheckResult } from "../../checks/apply.ts";
import { prepare, type Prepared } from "../../runs/prepared.ts";
import type { Model } from "../../model/model.ts";
import { planOf, type ExperimentRequest, type Plan } from "../../runs/experiment/plan.ts";

/** A model without errors, and the digest of its texts. */
export interface WorkModel {
  readonly model: Model;
  readonly digest: string;
  /** What people call it. */
  readonly name: string;
}

export interface Work {
  readonly model: WorkModel;
  readonly against: WorkModel | undefined;
  readonly request: ExperimentRequest;
}

/** The same of the same work, in whichever process. Throws `ExperimentRefused`. */
export function planOfWork({ model, against, request }: Work): Plan {
  return planOf(
    { ...readyOf(model), against: against && { ...readyOf(against), name: against.name } },
    request,
  );
}

function readyOf({ model, digest }: WorkModel): { readonly prepared: Prepared; readonly digest: string } {
  const checked: CheckResult = { model, diagnostics: [], silenced: [], met: new Map(), sources: new Map() };
  return { prepared: prepare(checked, { evaluate }), digest };
}

/** Makes what a text of JavaScript says: runs become several times as fast by it. */
function evaluate(text: string): unknown {
  return new Function(`return ${text}`)();
}
