/*
 * A worker: a process that carries out the blocks of an experiment that it is handed, one after another, and tells of each. It ends when
 * the process that has started it does not want it any more, or is no more itself.
 */
import { measureBlock } from "../../runs/experiment/measure.ts";
import { planOfWork, type Work } from "./work.ts";

/** What it is handed first, once. */
export interface WorkHanded {
  readonly work: Work;
}

/** And then the numbers of blocks of it. */
export interface BlockHanded {
  readonly block: number;
}

/** What it tells: of a block that it has carried out, or why it cannot. */
export type Told =
  { readonly block: number; readonly numbers: Float64Array<ArrayBuffer> } | { readonly failed: unknown };

/** Who has started it may be gone; there is nobody to complain to then. */
function tell(told: Told): void {
  process.send?.(told, undefined, undefined, () => {});
}

function trying(act: () => void): void {
  try {
    act();
  } catch (failed) {
    tell({ failed });
  }
}

process.once("message", ({ work }: WorkHanded) => {
  trying(() => {
    const plan = planOfWork(work);
    process.on("message", ({ block }: BlockHanded) => {
      trying(() => tell({ block, numbers: measureBlock(plan, block) }));
    });
  });
});
process.on("disconnect", () => process.exit());
// Ctrl-C goes to all processes of a terminal; it is for the one that has started this to say what becomes of it.
process.on("SIGINT", () => {});
