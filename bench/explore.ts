/*
 * How many states exploring goes through in a second, on three models of different shape (`explore/`), beside SPIN's
 * breadth-first search of the same models in Promela. Both count the same states, or this fails: SPIN is the oracle. Each has a process
 * of its own; SPIN's time is without making and compiling the verifier, ours without reading and checking the model, but with all
 * that is compiled while it is explored (some tenths of a second, so the models are large). They take turns, and each turn has a
 * ratio: so it makes less difference what else the machine does. Time is that of the clock; the ratio in time of the processor, of
 * all threads, stands behind it.
 *
 *     npm run bench:explore [rounds]     (needs Debian's packages spin and gcc)
 *
 * TLC is not run here. What is known of its speed: 10.9 million states generated in a minute, some 180,000 in a second (a log that a
 * user published in 2020, gist japgolly/19ee59f8); 28,351,303 states in 28 s on several cores, 1.0 million in a second (learntla.com,
 * topics/optimization).
 */
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const rounds = Number(process.argv[2] ?? 5);
const models = ["small", "wide", "deep"] as const;
const home = join(import.meta.dirname, "explore");
const folder = mkdtempSync(join(tmpdir(), "niklas-explore-"));
/** Of TLC, generated in a second. */
const published = 180_000;

interface Taken {
  readonly states: number;
  readonly transitions: number;
  /** Seconds that passed, and of the processor. */
  readonly clock: number;
  readonly processor: number;
  readonly bytes: number;
}

interface Ran extends Pick<Taken, "clock" | "processor"> {
  readonly output: string;
}

function ran(command: string, args: readonly string[]): Ran {
  // `time` of the shell tells the times of the child alone.
  const line = `TIMEFORMAT='%R %U %S'; time "$0" "$@"`;
  const { stdout, stderr, status } = spawnSync("bash", ["-c", line, command, ...args], {
    encoding: "utf8",
    cwd: folder,
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`${command}: ${stdout}${stderr}`);
  const [clock = 0, user = 0, system = 0] = (stderr.trim().split("\n").at(-1) ?? "").split(" ").map(Number);
  return { output: stdout, clock, processor: user + system };
}

const worker = join(folder, "worker.mjs");
await build({
  entryPoints: [join(import.meta.dirname, "explore-worker.ts")],
  outfile: worker,
  bundle: true,
  platform: "node",
  format: "esm",
  minify: true,
  loader: { ".md": "text", ".sys": "text" },
  logLevel: "error",
});
for (const model of models) {
  ran("spin", ["-a", join(home, `${model}.pml`)]);
  ran("gcc", ["-O3", "-DBFS", "-DNOREDUCE", "-DSAFETY", "-DMURMUR", "-w", "-o", model, "pan.c"]);
}

function spin(model: string): Taken {
  const { output, ...times } = ran(join(folder, model), ["-E", "-w23", "-m100000"]);
  const found = (what: RegExp): number => Number(what.exec(output)?.[1] ?? NaN);
  const states = found(/(\d+) states, stored/u);
  if (!output.includes("errors: 0") || Number.isNaN(states)) throw new Error(output);
  const bytes = (found(/([\d.]+)\s+total actual memory/u) * (1 << 20)) / states;
  return { states, transitions: found(/(\d+) transitions/u), ...times, bytes };
}

function ours(model: string): Taken {
  return JSON.parse(ran(process.execPath, [worker, join(home, `${model}.sys`)]).output) as Taken;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

const thousands = (number: number): string => Math.round(number / 1_000).toLocaleString("en-US");
console.log(`medians of ${rounds} rounds; thousands of states in a second`);
console.log(
  "model       states  transitions   niklas     spin   niklas/spin (processor)  niklas/TLC   bytes a state (spin)",
);
for (const model of models) {
  const turns = Array.from({ length: rounds }, () => [ours(model), spin(model)] as const);
  const [[one, other] = []] = turns;
  if (one === undefined || other === undefined) continue;
  if (one.states !== other.states)
    throw new Error(`${model}: ${one.states} states here, ${other.states} in SPIN`);
  const mineSeconds = median(turns.map(([mine]) => mine.clock));
  const itsSeconds = median(turns.map(([, theirs]) => theirs.clock));
  const ratio = (of: "clock" | "processor"): string =>
    median(turns.map(([mine, theirs]) => theirs[of] / mine[of])).toFixed(2);
  // TLC counts what is generated, that is, transitions.
  const beside = one.transitions / mineSeconds / published;
  console.log(
    `${model.padEnd(6)} ${one.states.toLocaleString("en-US").padStart(11)} ${one.transitions.toLocaleString("en-US").padStart(12)} ${thousands(one.states / mineSeconds).padStart(8)} ${thousands(one.states / itsSeconds).padStart(8)} ${ratio("clock").padStart(13)} (${ratio("processor")}) ${beside.toFixed(1).padStart(16)} ${one.bytes.toFixed(1).padStart(15)} (${other.bytes.toFixed(1)})`,
  );
}
rmSync(folder, { recursive: true, force: true });
