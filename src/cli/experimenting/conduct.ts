/* Carries out an experiment, or a part of one, from what is done already to the results. */
import { resolve } from "node:path";
import { counted, numberText, quoted } from "../../base/words.ts";
import { columnsOf, totalOf, type Manifest } from "../../runs/experiment/manifest.ts";
import { ExperimentRefused } from "../../runs/experiment/refused.ts";
import { resultsOf, type ExperimentResult } from "../../runs/experiment/results.ts";
import { reportFailures, statuses, type Status } from "../errors.ts";
import { type Failure } from "../failure.ts";
import type { Look } from "../look.ts";
import { print } from "../terminal.ts";
import { refusalOf, workOf, type AskedFor } from "./asked_for.ts";
import { carryOut, WorkerLost } from "./carry_out.ts";
import type { ExperimentFormat } from "./forms.ts";
import { JournalBroken, openJournal, type Journal } from "./journal.ts";
import type { Shard } from "./part_file.ts";
import { progressOf } from "./progress.ts";
import { printResults, statusOf, writeResults, type ResultFile } from "./results_out.ts";
import { planOfWork } from "./work.ts";

// What is made of parts is loaded with this, and so is what makes jobs, since they have most in common.
export { merge } from "./merging.ts";
export { emitJob } from "./emit_job.ts";

export interface Conduct extends AskedFor {
  readonly workers: number;
  readonly shard: Shard | undefined;
  readonly format: ExperimentFormat;
  /** Of a part, the file of that part. */
  readonly part: string | undefined;
  readonly files: readonly ResultFile[];
  readonly workingFolder: string;
  readonly look: Look;
}

const kept = "what was finished is kept; the same command goes on from there";

/** The name of the file in which finished blocks are kept, if in any. */
function partOf({ part, files }: Conduct): string | undefined {
  return part ?? (files[0] && `${files[0].name}.part`);
}

/** Tells itself what cannot be done: this is loaded by itself, and errors of another bundle are not known to be what they are. */
export async function conduct(task: Conduct): Promise<Status> {
  try {
    return await conducted(task);
  } catch (error) {
    if (error instanceof ExperimentRefused) return failed(refusalOf(error, task));
    if (error instanceof JournalBroken) return failed({ message: error.message, help: kept });
    if (error instanceof WorkerLost) {
      const help = "if memory ran out, fewer `--workers` want less";
      return failed({
        message: error.message,
        help: partOf(task) === undefined ? help : `${help}; ${kept}`,
      });
    }
    throw error;
  }
}

async function conducted(task: Conduct): Promise<Status> {
  const { shard, workers, part, workingFolder } = task;
  const work = workOf(task);
  const plan = planOfWork(work);
  const { manifest } = plan;
  const name = partOf(task);
  const journal =
    name === undefined ? undefined : openJournal(resolve(workingFolder, name), name, { manifest, shard });
  if (journal !== undefined && "message" in journal) return failed(journal);

  const columns = columnsOf(manifest);
  const own = blocksOf(manifest, shard);
  // Of a part nothing but its own blocks is held, and that in its file.
  const numbers = new Float64Array(shard === undefined ? totalOf(manifest) * columns : 0);
  const take = (block: number, measured: Float64Array): void => {
    if (shard === undefined) numbers.set(measured, block * manifest.blockSize * columns);
  };
  for (const [block, measured] of journal?.done ?? []) take(block, measured);
  const toDo = own.filter((block) => journal?.done.has(block) !== true);
  const runsIn = (blocks: readonly number[]): number =>
    blocks.reduce((sum, block) => sum + runsOf(manifest, block), 0);
  const before = runsIn(own) - runsIn(toDo);
  if (before > 0) {
    const rest = toDo.length === 0 ? "" : "; the rest is carried out now";
    print(
      "errors",
      `niklas: ${numberText(before)} of ${numberText(runsIn(own))} runs are done already${rest}\n`,
    );
  }
  const progress = progressOf(manifest.experiment, runsIn(own), before);
  const stop = whenInterrupted(() => {
    progress.end();
    if (name !== undefined)
      print(
        "errors",
        `niklas: what was finished is kept in ${quoted(name)}; the same command goes on from there\n`,
      );
  });
  let done = 0;
  try {
    await carryOut({
      plan,
      work,
      blocks: toDo,
      workers,
      keep(block, measured) {
        journal?.keep(block, measured);
        take(block, measured);
        done += runsOf(manifest, block);
        progress.at(done);
      },
    });
    journal?.close();
  } finally {
    progress.end();
    stop();
  }
  if (shard !== undefined) {
    print("output", partText(manifest, shard, own.length, part ?? ""));
    return statuses.fine;
  }
  return tellResults(resultsOf(manifest, numbers), numbers, task, journal);
}

function tellResults(
  result: ExperimentResult,
  numbers: Float64Array,
  { format, files, workingFolder, look }: Conduct,
  journal: Journal | undefined,
): Status {
  const failure = writeResults({ result, numbers }, files, workingFolder);
  if (failure !== undefined) return failed(failure);
  // What was kept on the way stays until the results are on the disk.
  journal?.remove();
  printResults({ result, numbers }, format, look);
  return statusOf(result);
}

/** The blocks of a part lie apart, so that all parts take as long. */
export function blocksOf({ blocks }: Pick<Manifest, "blocks">, shard: Shard | undefined): readonly number[] {
  const all = [...Array(blocks).keys()];
  return shard === undefined ? all : all.filter((block) => block % shard.of === shard.number - 1);
}

function runsOf({ blockSize, combinations, runs }: Manifest, block: number): number {
  return Math.min(blockSize, combinations * runs - block * blockSize);
}

function partText(manifest: Manifest, { number, of }: Shard, blocks: number, name: string): string {
  const which = `part ${number} of ${of} of the experiment ${manifest.experiment}`;
  if (blocks === 0) return `${which} has nothing to do: there are only ${counted(manifest.blocks, "block")} of runs; ${quoted(name)} says so\n`; // prettier-ignore
  return `${which} is done: ${counted(blocks, "block")} of ${numberText(manifest.blocks)} are in ${quoted(name)}\n`;
}

function failed(failure: Failure): Status {
  reportFailures([failure]);
  return statuses.failed;
}

/** Says something when Ctrl-C ends the process, which it does all the same. Gives what undoes it. */
function whenInterrupted(tell: () => void): () => void {
  const interrupted = (): void => {
    tell();
    process.removeListener("SIGINT", interrupted);
    process.kill(process.pid, "SIGINT");
  };
  process.on("SIGINT", interrupted);
  return () => void process.removeListener("SIGINT", interrupted);
}
