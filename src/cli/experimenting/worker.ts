/*
 * A worker: a process that carries out the blocks of an experiment that it is handed, one after another, and tells of each. It ends when
 * the process that has started it does not want it any more, or is no more itself.
 */
import { measureBlock } from "../../runs/experiment/measure.ts";
import type { Plan } from "../../runs/experiment/plan.ts";
import { planOfWork, type Work } from "./work.ts";

/** What it is handed: first, once, the work, and then numbers of blocks of it. */
export type Handed = { readonly work: Work } | { readonly block: number };

/** What it tells: of a block that it has carried out, or why it cannot. */
export type Told =
  { readonly block: number; readonly numbers: Float64Array<ArrayBuffer> } | { readonly failed: unknown };

/** Who has started it may be gone; there is nobody to complain to then. */
function tell(told: Told): void {
  process.send?.(told, undefined, undefined, () => {});
}

let plan: Plan | undefined;
process.on("message", (handed: Handed) => {
  try {
    if ("work" in handed) plan = planOfWork(handed.work);
    else if (plan !== undefined) tell({ block: handed.block, numbers: measureBlock(plan, handed.block) });
  } catch (failed) {
    tell({ failed });
  }
});
process.on("disconnect", () => process.exit());
// Ctrl-C goes to all processes of a terminal; it is for the one that has started this to say what becomes of it.
process.on("SIGINT", () => {});
