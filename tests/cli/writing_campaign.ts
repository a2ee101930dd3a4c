/*
 * Writing never loses a file: the command line as it is built is killed a thousand times while it writes, at random moments;
 * then at each of the worst ones (between writing and syncing, between syncing and renaming), with errors and short writes of
 * the system put in from outside, and on a full disk. `npm run campaign:writing`, or with another number of kills:
 * `npm run campaign:writing -- 100`. The status is 1 if a file was lost or anything was left that later runs do not sweep up.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { killedOnce } from "./killing.ts";
import { layingOut, mending, Ward, type Job } from "./ward.ts";

/** So many are written to at a time: few, so that it is soon killed again. */
const models = 15;
const [wanted = 1000] = process.argv.slice(2).map(Number);
const script = resolve(import.meta.dirname, "../../dist/cli/niklas.cjs");
const place = mkdtempSync(join(tmpdir(), "niklas-writing-"));
const jobs: readonly (readonly [string, Job])[] = [
  ["fmt", layingOut],
  ["check --fix", mending],
];
let lost = 0;

function fault(where: string, faults: readonly string[]): void {
  for (const each of faults) console.log(`  LOST ${where}: ${each}`);
  lost += faults.length;
}

function newFolder(name: string): string {
  const folder = join(place, name.replaceAll(/\W+/g, "_"));
  mkdirSync(folder);
  return folder;
}

function run(ward: Ward, job: Job, before: readonly string[] = []): number | null {
  const [command = "", ...args] = [...before, process.execPath, script, ...job.args];
  return spawnSync(command, args, { cwd: ward.folder, env: { PATH: process.env["PATH"] } }).status;
}

/** Kills until so many came while files were being written. */
async function kill(name: string, job: Job, kills: number): Promise<void> {
  const ward = new Ward(newFolder(name), job, models);
  // How long the writing takes is found out, and found out again where the machine gets faster.
  let span = (await killedOnce(script, ward, job, 1_000_000)).took ?? 50;
  let [count, missed, left, done] = [0, 0, 0, 0];
  while (count < kills) {
    const killed = await killedOnce(script, ward, job, Math.random() * span);
    fault(name, killed.faults);
    if (!killed.during) {
      missed += 1;
      span = Math.max(1, (span + (killed.took ?? span)) / 2);
      continue;
    }
    count += 1;
    left += killed.left;
    done += killed.done;
    if (count % 100 === 0)
      console.log(
        `${name}: ${count} kills, ${lost} files lost; ${(done / count).toFixed(1)} of ${models} were new, ` +
          `${left} half written ones beside them, ${missed} came too late`,
      );
  }
  fault(
    name,
    ward.settle(() => run(ward, job)),
  );
}

const calls = ["openat", "write", "fchown", "fchmod", "fsync", "close", "rename", "unlink"] as const;
/** What is put in from outside: the process ends there, or the system answers so. */
const answers = [
  "signal=SIGKILL",
  "error=EIO",
  "error=ENOSPC",
  "error=EACCES",
  // Not an error, and not all of it: what a disk does that is nearly full.
  "retval=1",
];

/** Which of the calls of each kind come from the first half written file on: those before have to do with Node itself. */
function callsOf(ward: Ward, job: Job): ReadonlyMap<string, readonly number[]> {
  const log = join(place, "calls");
  run(ward, job, ["strace", "-qq", "-o", log, "-e", `trace=${calls.join(",")}`]);
  ward.reset();
  const numbers = new Map<string, number[]>();
  const counts = new Map<string, number>();
  let begun = false;
  for (const line of readFileSync(log, "utf8").split("\n")) {
    begun ||= Ward.isHalfWritten(line);
    const call = line.slice(0, line.indexOf("("));
    const count = (counts.get(call) ?? 0) + 1;
    counts.set(call, count);
    if (begun) numbers.set(call, [...(numbers.get(call) ?? []), count]);
  }
  return numbers;
}

/** Puts something in at the calls of each kind, one after another. */
function inject(name: string, job: Job): void {
  const ward = new Ward(newFolder(`${name} calls`), job, 3);
  run(ward, job);
  ward.reset();
  const trials = new Map<string, number>();
  for (const [call, numbers] of callsOf(ward, job)) {
    for (const answer of answers) {
      if (answer === "retval=1" && call !== "write") continue;
      for (const number of numbers) {
        const status = run(ward, job, [
          ...["strace", "-qq", "-o", "/dev/null", "-e", `trace=${call}`],
          ...["-e", `inject=${call}:${answer}:when=${number}`],
        ]);
        const { faults, done } = ward.state();
        // What was not written must be told.
        const silent =
          done < 3 && status === 0 ? [`${3 - done} files are not done, and the status is 0`] : [];
        fault(`${name}, ${call} ${number}, ${answer}`, [...faults, ...silent]);
        ward.reset();
        trials.set(answer, (trials.get(answer) ?? 0) + 1);
      }
    }
  }
  fault(
    name,
    ward.settle(() => run(ward, job)),
  );
  for (const [answer, trial] of trials)
    console.log(`${name}: ${answer} at ${trial} calls, ${lost} files lost`);
}

/** A disk of one megabyte with so many free bytes. */
function fill(name: string, job: Job): void {
  const disk = newFolder(`${name} disk`);
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", disk]).status === 0;
  if (!mounted) {
    console.log(
      `${name}: a full disk was not tried, since no disk could be mounted here (it takes an administrator)`,
    );
    return;
  }
  try {
    for (const free of [0, 4_096, 8_192, 40_960]) {
      const folder = join(disk, `free${free}`);
      mkdirSync(folder);
      const ward = new Ward(folder, job, 8);
      const { bavail, bsize } = statfsSync(disk);
      writeFileSync(join(disk, "filler"), new Uint8Array(Math.max(0, bavail * bsize - free)));
      const status = run(ward, job);
      const { faults, done, left } = ward.state();
      fault(`${name}, ${free} bytes free`, [
        ...faults,
        ...(left > 0 ? [`${left} files are left behind`] : []),
      ]);
      if (done < 8 && status !== 2) fault(`${name}, ${free} bytes free`, [`the status is ${status}`]);
      console.log(
        `${name}: with ${free} bytes free ${done} of 8 files are new, status ${status}, ${lost} files lost`,
      );
      rmSync(join(disk, "filler"));
      fault(
        name,
        ward.settle(() => run(ward, job)),
      );
      rmSync(folder, { recursive: true });
    }
  } finally {
    spawnSync("umount", [disk]);
  }
}

try {
  for (const [name, job] of jobs) {
    fill(name, job);
    if (spawnSync("strace", ["-V"]).status === 0) inject(name, job);
    else console.log(`${name}: the worst moments were not tried, since there is no strace here`);
    await kill(name, job, Math.ceil(wanted / jobs.length));
  }
} finally {
  rmSync(place, { recursive: true, force: true });
}
console.log(lost === 0 ? "no file was lost" : `${lost} faults`);
process.exitCode = lost === 0 ? 0 : 1;
