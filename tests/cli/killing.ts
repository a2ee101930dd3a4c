/* Killing a process that writes, at a random moment between its first write and its end. */
import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { performance } from "node:perf_hooks";
import { Ward, type Job } from "./ward.ts";

export interface Killed {
  /** Whether it was at work when it was killed: it had begun to write and had not come to its end. */
  readonly during: boolean;
  readonly faults: readonly string[];
  readonly done: number;
  readonly left: number;
  /** Milliseconds from the first write to the end, of one that came to its end. */
  readonly took: number | undefined;
}

/**
 * Starts the command, kills it so many milliseconds after its first write, and looks at what is left; then all is as it was
 * at first.
 */
export async function killedOnce(bundle: string, ward: Ward, job: Job, delay: number): Promise<Killed> {
  const watcher = watch(ward.models);
  const child = spawn(process.execPath, [bundle, ...job.args], {
    cwd: ward.folder,
    env: { PATH: process.env.PATH },
    stdio: "ignore",
  });
  let begun: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  watcher.on("change", (_event, name) => {
    if (begun !== undefined || !Ward.isHalfWritten(String(name))) return;
    begun = performance.now();
    timer = setTimeout(() => child.kill("SIGKILL"), delay);
  });
  const signal = await new Promise<string | null>((resolve) =>
    child.once("exit", (_code, by) => resolve(by)),
  );
  const ended = performance.now();
  clearTimeout(timer);
  watcher.close();
  const state = ward.state();
  ward.reset();
  const took = signal === null && begun !== undefined ? ended - begun : undefined;
  return { ...state, during: signal === "SIGKILL", took };
}
