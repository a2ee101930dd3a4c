/*
 * How many events a run handles in a second, on ten systems with twenty conditioned couplings (`engine/model.ts`): beside a
 * loop written by hand for this one model, XState 5 and Quint's simulator in TypeScript. An event is a message that a system
 * has decided on. They take turns in one process, all but Quint, whose start is taken off; what counts are the ratios.
 *
 *     npx tsx bench/engine.ts [rounds]     (installs XState and Quint in bench/engine first)
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check, prepare, run, type Prepared } from "../src/index.ts";
import { runByHand } from "./engine/hand.ts";
import { ring } from "./engine/model.ts";
import { quintRing } from "./engine/quint_model.ts";

const rounds = Number(process.argv[2] ?? 9);
const messages = 100;
const steps = 3_000;
const home = join(import.meta.dirname, "engine");

if (!existsSync(join(home, "node_modules"))) {
  spawnSync("npm", ["install", "--no-package-lock", "--no-audit", "--no-fund"], {
    cwd: home,
    stdio: "inherit",
  });
}
// By a path that the compiler does not follow: where XState is not installed, the types are checked without it.
const xstateModel = join(home, "xstate_model.ts");
const { runInXState }: { readonly runInXState: (messages: number, most: number) => number } = await import(
  xstateModel
);

function prepared(length: number): Prepared {
  const ready = prepare(check(ring(messages, length)), {
    evaluate: (text) => new Function(`return ${text}`)(),
  });
  if (ready.errors.length > 0) throw new Error(ready.errors[0]?.message);
  return ready;
}

/** Runs the engine, and makes sure that it comes to what the loop by hand comes to. */
function runEngine(ready: Prepared, traced: boolean, general = false): number {
  const result = run(general ? { ...ready, shortcuts: () => undefined } : ready, { traced });
  const { course } = result.played;
  const { thresholds, attentions, events } = runByHand(messages, course.state.step);
  const same = [...thresholds].every(
    (value, system) =>
      course.state.values[system * 2] === value && course.state.values[system * 2 + 1] === attentions[system],
  );
  if (!same || result.broken) throw new Error("the engine and the loop come to different ends");
  return events;
}

interface Case {
  readonly name: string;
  /** How many events it has handled. */
  readonly run: () => number;
  readonly speeds: number[];
}

const ready = prepared(steps);
const cases: readonly Case[] = [
  { name: "loop by hand over typed arrays", run: () => runByHand(messages, steps).events, speeds: [] },
  { name: "engine, no trace", run: () => timed(() => run(ready, { traced: false })), speeds: [] },
  { name: "engine, full trace", run: () => timed(() => run(ready, { traced: true })), speeds: [] },
  {
    name: "engine, no trace, without made functions",
    run: () => timed(() => run({ ...ready, shortcuts: () => undefined }, { traced: false })),
    speeds: [],
  },
  { name: "XState 5, ten actors", run: () => runInXState(messages, 60_000), speeds: [] },
];

function timed(job: () => ReturnType<typeof run>): number {
  return job().played.course.state.decided.reduce((sum, decided) => sum + decided, 0);
}

for (const traced of [false, true]) for (const general of [false, true]) runEngine(ready, traced, general);

// What makes much garbage comes afterwards, so that the others do not pay for it.
for (const turn of [cases.slice(0, 3), cases.slice(3)].flatMap((group) =>
  Array<typeof group>(rounds).fill(group),
)) {
  for (const { run: job, speeds } of turn) {
    const begun = performance.now();
    const events = job();
    speeds.push(events / (performance.now() - begun) / 1_000);
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** Events of Quint in a millisecond: two lengths, whose difference takes no start. */
function quintSpeed(): number {
  const folder = mkdtempSync(join(tmpdir(), "niklas-quint-"));
  const file = join(folder, "ring.qnt");
  writeFileSync(file, quintRing(messages));
  const time = (length: number): number => {
    const args = ["run", "--backend", "typescript", "--max-samples", "1", "--seed", "1", "--verbosity", "0"];
    const begun = performance.now();
    const { status, stderr } = spawnSync(
      join(home, "node_modules/.bin/quint"),
      [...args, "--max-steps", String(length), file],
      { encoding: "utf8" },
    );
    if (status !== 0) throw new Error(stderr);
    return performance.now() - begun;
  };
  const [short, long] = [500, 5_500];
  const speeds = [0, 1, 2].map(() => (long - short) / (time(long) - time(short)) / 1_000);
  rmSync(folder, { recursive: true, force: true });
  return median(speeds);
}

const byHand = cases[0]?.speeds ?? [];
const hand = median(byHand);
const line = (name: string, speed: number, ratio = speed / hand): string =>
  `${name.padEnd(44)} ${speed.toFixed(speed < 1 ? 4 : 2).padStart(9)} M events/s   × hand ${ratio.toFixed(4)}`;

console.log(
  `Node ${process.version}, ${rounds} rounds of ${messages * steps} events, medians; × hand of the same round\n`,
);
for (const { name, speeds } of cases) {
  const ratios = speeds.map((speed, round) => speed / (byHand[round] ?? NaN));
  console.log(line(name, median(speeds), median(ratios)));
}
const untraced = median(cases[1]?.speeds ?? []);
const xstate = median(cases[4]?.speeds ?? []);
const quint = quintSpeed();
console.log(line("Quint 0.33.1, TypeScript backend", quint));
console.log(
  `\nengine ÷ XState: ${(untraced / xstate).toFixed(0)}; engine ÷ Quint: ${(untraced / quint).toFixed(0)}`,
);

// ── Length ────────────────────────────────────────────────────────────────

console.log(
  "\nthe same without a trace, by the length of the run: time for a step, and what the heap holds after it",
);
for (const length of [1_000, 10_000, 100_000]) {
  const longer = prepared(length);
  const begun = performance.now();
  const result = run(longer, { traced: false });
  const perStep = ((performance.now() - begun) / length) * 1_000;
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  console.log(
    `${String(length).padStart(8)} steps  ${perStep.toFixed(2).padStart(7)} µs a step  ${((heapUsed + arrayBuffers) / 1e6).toFixed(1).padStart(7)} MB  (step ${result.steps})`,
  );
}
