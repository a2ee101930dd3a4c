/*
 * How long `niklas draw` takes from a cold start, and how much memory: a model of 20 systems and 40 couplings, and one of
 * 200 and 400, made here. What is drawn is kept if a folder is named, to be looked at.
 *
 *     npm run build && npx tsx bench/draw.ts [rounds] [folder]
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { modelOf } from "./draw_model.ts";

const rounds = Number(process.argv[2] ?? 5);
const kept = process.argv[3];
const launcher = resolve(import.meta.dirname, "../dist/cli/niklas.cjs");
const folder = kept ?? mkdtempSync(join(tmpdir(), "niklas-bench-"));
mkdirSync(folder, { recursive: true });

interface Measured {
  readonly clock: number;
  readonly processor: number;
  readonly megabytes: number;
}

function measured(args: readonly string[]): Measured {
  const report = join(folder, "time");
  const { status, stderr } = spawnSync(
    "/usr/bin/time",
    ["-o", report, "-f", "%e %U %S %M", process.execPath, launcher, ...args],
    { encoding: "utf8" },
  );
  if (status !== 0 && status !== 1) throw new Error(`status ${status} of ${args.join(" ")}:\n${stderr}`);
  const words = readFileSync(report, "utf8").trim().split("\n").at(-1)?.split(" ").map(Number) ?? [];
  const [clock = NaN, user = NaN, system = NaN, kilobytes = NaN] = words;
  return { clock: clock * 1000, processor: (user + system) * 1000, megabytes: kilobytes / 1024 };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}

try {
  console.log(`Node ${process.version}, ${rounds} rounds, medians`);
  for (const [systems, couplings] of [
    [20, 40],
    [60, 120],
    [200, 400],
  ] as const) {
    const file = join(folder, `model_${systems}.sys`);
    const picture = join(folder, `model_${systems}.svg`);
    writeFileSync(file, modelOf(systems, couplings));
    for (const [what, args] of [
      ["check", ["check", "--fail-level", "never", "-q", file]],
      ["draw", ["draw", file, "-o", picture]],
    ] as const) {
      const times = Array.from({ length: rounds }, () => measured(args));
      const column = (of: (one: Measured) => number): string => median(times.map(of)).toFixed(0).padStart(6);
      console.log(
        `${what.padEnd(6)} ${String(systems).padStart(4)} systems, ${String(couplings).padStart(4)} couplings: clock ${column(({ clock }) => clock)} ms, processor ${column(({ processor }) => processor)} ms, ${column(({ megabytes }) => megabytes)} MB`,
      );
    }
    console.log(`       the picture has ${Math.ceil(statSync(picture).size / 1024)} KB`);
  }
} finally {
  if (kept === undefined) rmSync(folder, { recursive: true, force: true });
}
