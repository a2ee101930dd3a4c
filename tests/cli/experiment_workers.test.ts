/* The workers of an experiment are processes: none outlives what has started it, and that one is lost is told. */
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { bundledInto } from "./bundle.ts";
import { folderWith } from "./folder.ts";

/** Many seconds of work, in many blocks. */
const long = `
environment die { face: number = 0 becomes uniform(0, 6) }
machine watcher { function "watch" code seen / unseen sensitive to face(face: number)
  program watch conditional on face { when face > 3 -> seen otherwise -> unseen } }
coupling sight between die and watcher { die.face -> watcher.face(face: face) }
scenario thrown { run 2000 steps }
experiment throws of thrown { vary die.face over (0, 1) runs 2000 measure seen = watcher designates seen }
`;

/** The processes that `process` has started; `undefined` where the system does not tell. */
function workersOf({ pid }: ChildProcess): readonly number[] | undefined {
  const path = `/proc/${pid}/task/${pid}/children`;
  if (!existsSync(path)) return undefined;
  return readFileSync(path, "utf8").trim().split(" ").filter(Boolean).map(Number);
}

function lives(pid: number): boolean {
  try {
    // Of a process that has ended and that nobody has asked about yet the state is Z.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

async function until(comesTrue: () => boolean): Promise<void> {
  while (!comesTrue()) await after(20);
}

/** An experiment on two workers, which have finished some blocks. */
async function started() {
  const folder = folderWith({ "long.sys": long });
  const bundle = await bundledInto(folderWith());
  const args = [bundle, "experiment", "long.sys", "--workers", "2", "-o", "long.json"];
  // A group of its own, as a terminal gives it to a command.
  const command = spawn(process.execPath, args, {
    cwd: folder,
    env: { PATH: process.env.PATH },
    detached: true,
  });
  onTestFinished(() => void command.kill("SIGKILL"));
  let errors = "";
  command.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
  const ended = new Promise<number | string>((done) =>
    command.once("close", (code, signal) => done(signal ?? code ?? -1)),
  );
  const part = join(folder, "long.json.part");
  const lines = (): number => (existsSync(part) ? readFileSync(part, "utf8").split("\n").length : 0);
  await until(() => workersOf(command)?.length === 2);
  const before = lines();
  await until(() => lines() > before + 60);
  return { command, workers: workersOf(command) ?? [], ended, errors: () => errors };
}

const told = workersOf({ pid: process.pid } as ChildProcess) !== undefined;

test.runIf(told)("a worker that is killed ends the experiment, and it is told", async () => {
  const { workers, ended, errors } = await started();
  const [first = 0] = workers;
  process.kill(first, "SIGKILL");
  expect(await ended).toBe(2);
  expect(errors()).toBe(`niklas: a worker ended before its work was done, by SIGKILL
        if memory ran out, fewer \`--workers\` want less; what was finished is kept; the same command goes on from there
`);
  await until(() => !workers.some(lives));
});

test.runIf(told)("what is killed leaves no workers behind", async () => {
  const { command, workers, ended, errors } = await started();
  command.kill("SIGKILL");
  expect(await ended).toBe("SIGKILL");
  await until(() => !workers.some(lives));
  expect(errors()).toBe("");
});

test.runIf(told)("Ctrl-C ends all of it, in one sentence", async () => {
  const { command, workers, ended, errors } = await started();
  process.kill(-(command.pid ?? 0), "SIGINT");
  expect(await ended).toBe("SIGINT");
  expect(errors()).toBe(
    "niklas: what was finished is kept in `long.json.part`; the same command goes on from there\n",
  );
  await until(() => !workers.some(lives));
});
