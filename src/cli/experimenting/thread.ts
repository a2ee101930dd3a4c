/* Starting a thread, from the bundle or, in development, from the sources. */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { WorkerTask } from "./worker.ts";

/** Set when the command line is bundled: the file that a thread begins with. */
declare const NIKLAS_EXPERIMENT_WORKER: string | undefined;

/** A thread that carries out blocks, and tells of each. */
export function threadFor(task: WorkerTask): Worker {
  const options = { workerData: task };
  if (typeof NIKLAS_EXPERIMENT_WORKER === "string")
    return new Worker(resolve(import.meta.dirname, NIKLAS_EXPERIMENT_WORKER), options);
  // A thread does not inherit what reads TypeScript, and has to load it first.
  const reader = url("../../../node_modules/tsx/dist/esm/api/index.mjs");
  const script = `import(${reader}).then(({ register }) => { register(); return import(${url("worker.ts")}); })`;
  return new Worker(script, { ...options, eval: true });
}

function url(path: string): string {
  return JSON.stringify(pathToFileURL(resolve(import.meta.dirname, path)).href);
}
