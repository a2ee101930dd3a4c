/* Starting a worker, from the bundle or, in development, from the sources. */
import { fork, type ChildProcess } from "node:child_process";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** Set when the command line is bundled: the file that a worker begins with. */
declare const NIKLAS_EXPERIMENT_WORKER: string | undefined;

/**
 * Each worker has a core to itself, as a rule. That the engine clears away what is not needed any more on other cores as well helps a process
 * that is alone, and hinders those beside it.
 */
const alone = ["--single-threaded-gc"];

/** A process that carries out blocks, and tells of each. What goes wrong in it beyond that is told where errors are told. */
export function workerProcess(): ChildProcess {
  const bundled = typeof NIKLAS_EXPERIMENT_WORKER === "string";
  return fork(resolve(import.meta.dirname, bundled ? NIKLAS_EXPERIMENT_WORKER : "worker.ts"), {
    // Messages hold maps and arrays of numbers, which JSON does not know.
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    execArgv: [...process.execArgv, ...alone, ...(bundled ? [] : ["--import", typescriptReader()])],
  });
}

function typescriptReader(): string {
  return pathToFileURL(resolve(import.meta.dirname, "../../../node_modules/tsx/dist/esm/index.mjs")).href;
}
