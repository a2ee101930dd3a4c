/*
 * The speed of reading and checking, beside a parser written by hand that makes the same tree (`hand-parser.ts`), and
 * the memory of a check. Every figure comes from fresh processes that take turns; within a process a task is repeated
 * until it is warm, and the median of the later half counts. Both sides run with the same heap: a young generation of
 * 64 MB, since otherwise garbage collection decides the ratio.
 *
 *     npx tsx bench/speed.ts [rounds]
 */
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { largeModel } from "./large-model.ts";

const rounds = Number(process.argv[2] ?? 5);
const sizes = [1_000, 10_000, 100_000] as const;
const tasks = ["hand", "parse", "check"] as const;
type Task = (typeof tasks)[number];

const folder = mkdtempSync(join(tmpdir(), "niklas-bench-"));
const worker = join(folder, "worker.mjs");
await build({
  entryPoints: [resolve(import.meta.dirname, "speed-worker.ts")],
  outfile: worker,
  bundle: true,
  platform: "node",
  format: "esm",
  logLevel: "error",
});

const environment = { ...process.env };
delete environment["NODE_EXTRA_CA_CERTS"];

function run(flags: readonly string[], args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [...flags, ...args], {
    env: environment,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0 && stdout === "") throw new Error(stderr);
  return stdout;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

const heap = ["--min-semi-space-size=64", "--max-semi-space-size=64"];
const times = new Map<string, number[]>();
for (let round = 0; round < rounds; round += 1) {
  for (const size of sizes) {
    for (const task of tasks) {
      const milliseconds = Number(run(heap, [worker, task, String(size)]));
      const key = `${task} ${size}`;
      times.set(key, [...(times.get(key) ?? []), milliseconds]);
    }
  }
}
const time = (task: Task, size: number): number => median(times.get(`${task} ${size}`) ?? []);
const ratio = (over: (round: number) => number): number =>
  median(Array.from({ length: rounds }, (_, round) => over(round)));
const inRound = (task: Task, size: number, round: number): number =>
  times.get(`${task} ${size}`)?.[round] ?? Number.NaN;

console.log(`Node ${process.version}, ${rounds} rounds, medians; warm, young generation of 64 MB\n`);
console.log(
  "lines     hand     parse    check    parse ÷ hand  check ÷ (hand + the rest of the check)  check ÷ hand  µs a line: parse  check",
);
for (const size of sizes) {
  const parsing = ratio((round) => inRound("parse", size, round) / inRound("hand", size, round));
  const checking = ratio((round) => {
    const whole = inRound("check", size, round);
    return whole / (whole - inRound("parse", size, round) + inRound("hand", size, round));
  });
  const column = (value: number, width: number, digits = 1): string => value.toFixed(digits).padStart(width);
  console.log(
    String(size).padEnd(8) +
      `${column(time("hand", size), 6)} ms${column(time("parse", size), 7)} ms${column(time("check", size), 7)} ms` +
      `${column(parsing, 10, 2)}${column(checking, 22, 2)}` +
      `${column(
        ratio((round) => inRound("check", size, round) / inRound("hand", size, round)),
        28,
      )}` +
      `${column((1000 * time("parse", size)) / size, 20, 2)}${column((1000 * time("check", size)) / size, 8, 2)}`,
  );
}

console.log("\nPeak memory of one check in a fresh process with Node's own heap settings:");
for (const size of sizes) {
  const megabytes = median(
    Array.from({ length: Math.min(3, rounds) }, () => Number(run([], [worker, "memory", String(size)]))),
  );
  console.log(
    `${String(size).padEnd(8)}${megabytes.toFixed(0).padStart(5)} MB (${(largeModel(size).length / 1e6).toFixed(2)} MB of text)`,
  );
}
rmSync(folder, { recursive: true });
