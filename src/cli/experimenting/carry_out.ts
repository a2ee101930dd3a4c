/*
 * Carries out blocks of an experiment: here at first, and on several threads once it is seen that it takes long enough to start them. Who
 * carries out which makes no difference to the numbers.
 */
import { measureBlock } from "../../runs/experiment/measure.ts";
import type { Plan } from "../../runs/experiment/plan.ts";
import { blocksLeft, blocksToDo, takeBlock, type BlocksToDo } from "./blocks.ts";
import { threadFor } from "./thread.ts";
import type { Work } from "./work.ts";
import type { BlockDone, WorkerTask } from "./worker.ts";

export interface CarryOut {
  readonly plan: Plan;
  /** The same, for the threads. */
  readonly work: Work;
  /** The numbers of the blocks to do. */
  readonly blocks: readonly number[];
  /** How many threads work at once. */
  readonly threads: number;
  /** Told of each block when it is finished, in any order. What it throws ends the work. */
  readonly keep: (block: number, numbers: Float64Array) => void;
}

/** To start threads takes some tenths of a second: they are worth it where at least so much is left to do, in milliseconds. */
const worthThreads = 400;
/** After so long it is judged how much is left. */
const judgedAfter = 60;

/** So many milliseconds pass at least before messages and interruptions are looked at. */
const turnEvery = 100;

export async function carryOut({ plan, work, blocks, threads, keep }: CarryOut): Promise<void> {
  const toDo = blocksToDo(blocks);
  const start = performance.now();
  let turned = start;
  let pool: Pool | undefined;
  let done = 0;
  try {
    // This thread works until the others do; then it only takes what they have done.
    while (pool === undefined || !pool.works()) {
      const block = takeBlock(toDo);
      if (block === undefined) break;
      keep(block, measureBlock(plan, block));
      done += 1;
      const passed = performance.now() - start;
      const left = blocksLeft(toDo);
      if (pool === undefined && threads > 1 && passed > judgedAfter && left > 1) {
        if ((passed / done) * left > worthThreads)
          pool = startPool(work, toDo, Math.min(threads, left), keep);
      }
      // Others have their turn now and then alone: what the engine clears away on such occasions takes longer than a short block.
      if (performance.now() - turned < turnEvery) continue;
      await new Promise(setImmediate);
      turned = performance.now();
    }
    await pool?.finished;
  } finally {
    pool?.stop();
  }
}

interface Pool {
  /** Whether one of them has finished a block. */
  readonly works: () => boolean;
  /** When all have come to their end; rejected with what one has thrown. */
  readonly finished: Promise<void>;
  readonly stop: () => void;
}

function startPool(work: Work, blocks: BlocksToDo, threads: number, keep: CarryOut["keep"]): Pool {
  let working = false;
  const task: WorkerTask = { work, blocks };
  const workers = Array.from({ length: threads }, () => threadFor(task));
  const ends = workers.map(
    (worker) =>
      new Promise<void>((done, failed) => {
        worker.on("message", ({ block, numbers }: BlockDone) => {
          working = true;
          try {
            keep(block, numbers);
          } catch (error) {
            failed(error);
          }
        });
        worker.once("error", failed);
        worker.once("exit", (code) =>
          code === 0 ? done() : failed(new Error(`a thread ended with status ${code}`)),
        );
      }),
  );
  const finished = Promise.all(ends).then(() => {});
  // Who waits for it hears of it; until then nobody need.
  finished.catch(() => {});
  return {
    works: () => working,
    finished,
    stop: () => {
      for (const worker of workers) void worker.terminate();
    },
  };
}
