/*
 * How many events a run handles in a second, on ten systems with twenty conditioned couplings (`engine/model.ts`): beside a
 * loop written by hand for this one model, XState 5 and Quint's simulator in TypeScript. An event is a message that a system
 * has decided on. Each case has a process of its own, in which it takes turns with the loop (`engine-worker.ts`, bundled as
 * what is shipped is); of Quint the start is taken off. What counts are the ratios.
 *
 *     npm run bench:engine [rounds]     (installs XState and Quint in bench/engine first)
 */
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { messages } from "./engine/model.ts";
import { quintRing } from "./engine/quint_model.ts";

const rounds = Number(process.argv[2] ?? 15);
const home = join(import.meta.dirname, "engine");

if (!existsSync(join(home, "node_modules"))) {
  spawnSync("npm", ["install", "--no-package-lock", "--no-audit", "--no-fund"], {
    cwd: home,
    stdio: "inherit",
  });
}

const folder = mkdtempSync(join(tmpdir(), "niklas-engine-"));
const [worker, xstate] = [join(folder, "worker.mjs"), join(folder, "xstate.mjs")];
for (const [entry, outfile] of [
  ["engine-worker.ts", worker],
  ["engine/xstate_model.ts", xstate],
] as const) {
  await build({
    entryPoints: [join(import.meta.dirname, entry)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    loader: { ".md": "text", ".sys": "text" },
    logLevel: "error",
  });
}

function started(args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--expose-gc", worker, ...args], {
    encoding: "utf8",
    env: { ...process.env, XSTATE_MODEL: xstate },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** Events of Quint in a millisecond: two lengths, whose difference takes no start. */
function quintSpeed(): number {
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
  return median(speeds);
}

const line = (name: string, speed: number, ratio: number): string =>
  `${name.padEnd(44)} ${speed.toFixed(speed < 1 ? 4 : 2).padStart(9)} M events/s   × hand ${ratio.toFixed(4)}`;

try {
  console.log(
    `Node ${process.version}, ${rounds} rounds of 300,000 events, medians; × hand of the same round\n`,
  );
  const speedsByHand: number[] = [];
  const speeds = new Map<string, number>();
  for (const [name, title] of [
    ["untraced", "engine, no trace"],
    ["traced", "engine, full trace"],
    ["general", "engine, no trace, without made functions"],
    ["xstate", "XState 5, ten actors"],
  ] as const) {
    const pairs = JSON.parse(started([name, String(rounds)])) as readonly (readonly [number, number])[];
    speedsByHand.push(...pairs.map(([hand]) => hand));
    const speed = median(pairs.map(([, own]) => own));
    speeds.set(name, speed);
    console.log(line(title, speed, median(pairs.map(([hand, own]) => own / hand))));
  }
  const hand = median(speedsByHand);
  const quint = quintSpeed();
  console.log(line("Quint 0.33.1, TypeScript backend", quint, quint / hand));
  console.log(line("loop by hand over typed arrays", hand, 1));
  const untraced = speeds.get("untraced") ?? NaN;
  const beside = speeds.get("xstate") ?? NaN;
  console.log(
    `\nengine ÷ XState: ${(untraced / beside).toFixed(0)}; engine ÷ Quint: ${(untraced / quint).toFixed(0)}`,
  );
  console.log(
    "\nthe same without a trace, by the length of the run: time for a step, and what the heap holds after it",
  );
  process.stdout.write(started(["length"]));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
