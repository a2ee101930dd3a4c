/*
 * Carries out blocks of an experiment: here at first, and by several workers once it is seen that it takes long enough to start them. Who
 * carries out which makes no difference to the numbers. Workers are processes, not threads: what the engine does beside (clearing away
 * what is not needed any more, compiling) is done for each process by itself, and for the threads of one process in turns.
 */
import type { ChildProcess } from "node:child_process";
import { measureBlock } from "../../runs/experiment/measure.ts";
import type { Plan } from "../../runs/experiment/plan.ts";
import { reasonOf } from "../failure.ts";
import type { Work } from "./work.ts";
import type { BlockHanded, Told, WorkHanded } from "./worker.ts";
import { workerProcess } from "./worker_process.ts";

export interface CarryOut {
  readonly plan: Plan;
  /** The same, for the workers. */
  readonly work: Work;
  /** The numbers of the blocks to do. */
  readonly blocks: readonly number[];
  /** How many workers there are at most. */
  readonly workers: number;
  /** Told of each block when it is finished, in any order. What it throws ends the work. */
  readonly keep: (block: number, numbers: Float64Array) => void;
}

/** Thrown where a worker cannot be started, or is gone before its work is done; `message` is a sentence without its full stop. */
export class WorkerLost extends Error {}

/** To start workers takes some tenths of a second: they are worth it where at least so much is left to do, in milliseconds. */
const worthWorkers = 400;
/** After so long it is judged how much is left. */
const judgedAfter = 60;

/** So many milliseconds pass at least before messages and interruptions are looked at. */
const turnEvery = 100;

/** So many blocks a worker has in hand, so that it need not wait for the next. */
const inHand = 2;

/** Throws what `keep` throws, and `WorkerLost`. */
export async function carryOut({ plan, work, blocks, workers, keep }: CarryOut): Promise<void> {
  const left = new BlocksLeft(blocks);
  const start = performance.now();
  let turned = start;
  let pool: Pool | undefined;
  let done = 0;
  try {
    // This process works until the others do; then it only takes what they have done.
    while (pool === undefined || !pool.works()) {
      const block = left.next();
      if (block === undefined) break;
      keep(block, measureBlock(plan, block));
      done += 1;
      const passed = performance.now() - start;
      if (pool === undefined && workers > 1 && passed > judgedAfter && left.count > 1) {
        if ((passed / done) * left.count > worthWorkers)
          pool = startPool(work, left, Math.min(workers, left.count), keep);
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

/** The blocks that nobody has taken yet, in their order. */
class BlocksLeft {
  private readonly blocks: readonly number[];
  private taken = 0;

  constructor(blocks: readonly number[]) {
    this.blocks = blocks;
  }

  get count(): number {
    return this.blocks.length - this.taken;
  }

  /** Takes the next; undefined when there is none left. */
  next(): number | undefined {
    return this.count === 0 ? undefined : this.blocks[this.taken++];
  }
}

interface Pool {
  /** Whether one of them has finished a block, or something went wrong. */
  readonly works: () => boolean;
  /** When all have done what they were handed, and there is no more; rejected with what went wrong. */
  readonly finished: Promise<void>;
  readonly stop: () => void;
}

function startPool(work: Work, left: BlocksLeft, workers: number, keep: CarryOut["keep"]): Pool {
  let working = false;
  const keeping: CarryOut["keep"] = (block, numbers) => {
    working = true;
    keep(block, numbers);
  };
  const processes = Array.from({ length: workers }, workerProcess);
  const finished = Promise.all(processes.map((each) => worked(each, work, left, keeping))).then(() => {});
  // Who waits for it hears what went wrong, and nobody need go on until then.
  finished.catch(() => {
    working = true;
  });
  return {
    works: () => working,
    finished,
    stop: () => {
      for (const each of processes) each.kill("SIGKILL");
    },
  };
}

/** Hands a worker what there is to do, until there is nothing left. */
async function worked(
  worker: ChildProcess,
  work: Work,
  left: BlocksLeft,
  keep: CarryOut["keep"],
): Promise<void> {
  const hand = (handed: WorkHanded | BlockHanded): void => {
    // That it cannot be reached any more is told by its end.
    worker.send(handed, () => {});
  };
  await new Promise<void>((done, failed) => {
    let pending = 0;
    const handNext = (): void => {
      const block = left.next();
      if (block === undefined) {
        if (pending === 0) done();
        return;
      }
      pending += 1;
      hand({ block });
    };
    worker.on("message", (told: Told) => {
      if ("failed" in told) return failed(told.failed);
      pending -= 1;
      try {
        keep(told.block, told.numbers);
      } catch (error) {
        return failed(error);
      }
      handNext();
    });
    worker.once("error", (error) => {
      failed(new WorkerLost(`cannot start a worker: ${reasonOf(error)}`));
    });
    worker.once("exit", (code, signal) => {
      failed(new WorkerLost(`a worker ended before its work was done, by ${signal ?? `status ${code}`}`));
    });
    hand({ work });
    for (let each = 0; each < inHand; each += 1) handNext();
  });
}
