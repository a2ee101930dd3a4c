/* A thread that carries out blocks of an experiment, as long as there are any that nobody has taken. */
import { parentPort, workerData } from "node:worker_threads";
import { measureBlock } from "../../runs/experiment/measure.ts";
import type { BlocksToDo } from "./blocks.ts";
import { takeBlock } from "./blocks.ts";
import { planOfWork, type Work } from "./work.ts";

/** What a thread is started with. */
export interface WorkerTask {
  readonly work: Work;
  readonly blocks: BlocksToDo;
}

/** What it tells of: a block that it has carried out. */
export interface BlockDone {
  readonly block: number;
  readonly numbers: Float64Array<ArrayBuffer>;
}

const { work, blocks }: WorkerTask = workerData;
const plan = planOfWork(work);
for (let block = takeBlock(blocks); block !== undefined; block = takeBlock(blocks)) {
  const done: BlockDone = { block, numbers: measureBlock(plan, block) };
  parentPort?.postMessage(done, [done.numbers.buffer]);
}
