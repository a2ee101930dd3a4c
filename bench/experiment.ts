/*
 * What an experiment costs beyond its runs, and what a second worker is worth: `npm run bench:experiment`. Both are measured on the
 * house-price example: the first against a loop that plays the same scenario as often, with the same values, and does nothing else;
 * the second as a user has it, by the whole command. The first is told in time of the processor, which other work on the machine hardly
 * changes; the second in time that passes, and so wants a machine with nothing else to do: of three rounds the best counts.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { carryOut } from "../src/cli/experimenting/carry_out.ts";
import { openJournal } from "../src/cli/experimenting/journal.ts";
import { planOfWork, type Work } from "../src/cli/experimenting/work.ts";
import { Course } from "../src/engine/course.ts";
import { check, memoryHost } from "../src/index.ts";
import { readBibliography } from "../src/model/bibliography.ts";
import { rootOfRun } from "../src/runs/experiment/draws.ts";
import { columnsOf, digestOfModel, totalOf } from "../src/runs/experiment/manifest.ts";
import { resultsOf } from "../src/runs/experiment/results.ts";

const project = resolve(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "niklas-bench-"));
const files = new Map(
  ["house_prices.sys", "house_prices.bib"].map((name) => [
    name,
    readFileSync(join(project, "examples/house_prices", name), "utf8"),
  ]),
);
/** Of the example an experiment that asks for nothing but a number at the end, so that no second run is played for a verdict. */
const text = `${files.get("house_prices.sys")}
experiment prices of evaded { vary couples.willing from 0 to 100% by 10% vary economy.alarm from 0 to 6% by 1% measure price = economy.price }
`;

const checked = check({ name: "house_prices.sys", text }, { host: memoryHost(files), readBibliography });
const work: Work = {
  model: { model: checked.model, digest: digestOfModel(checked), name: "house_prices.sys" },
  against: undefined,
  request: { experiment: "prices", design: { kind: "lhs", points: 20_000 }, niklas: "bench" },
};

/** Milliseconds of the processor, the system's share included. */
function since(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** One for all rounds: functions made at run time, and what the compiler knows of them, are the same for both. */
const plan = planOfWork(work);

/** What the engine does for the runs of a block, and nothing else. */
function bare(block: number): void {
  const { manifest, design, variants } = plan;
  const [variant] = variants;
  if (variant === undefined) throw new Error("there is no variant");
  const { compiled, scenario, shortcuts } = variant;
  const end = Math.min(manifest.combinations, (block + 1) * manifest.blockSize);
  for (let point = block * manifest.blockSize; point < end; point += 1) {
    const values = design.at(point);
    const varied = new Map(variant.varied.map(({ slot, set }, index) => [slot, set(values[index] ?? 0)]));
    const root = rootOfRun(manifest.seed, point, 0);
    const course = new Course(compiled, scenario, { root, traced: false, shortcuts, varied });
    while (course.advance());
  }
}

function alone(): number {
  const start = process.cpuUsage();
  for (let block = 0; block < plan.manifest.blocks; block += 1) bare(block);
  return since(start);
}

/** All that an experiment does beside its runs: measures, blocks, turns, a file on the disk, estimates, a digest. */
async function whole(round: number): Promise<number> {
  const { manifest } = plan;
  const columns = columnsOf(manifest);
  const start = process.cpuUsage();
  const journal = openJournal(join(folder, `${round}.part`), "part", { manifest, shard: undefined });
  if ("message" in journal) throw new Error(journal.message);
  const numbers = new Float64Array(totalOf(manifest) * columns);
  await carryOut({
    plan,
    work,
    blocks: [...Array(manifest.blocks).keys()],
    workers: 1,
    keep(block, measured) {
      journal.keep(block, measured);
      numbers.set(measured, block * manifest.blockSize * columns);
    },
  });
  journal.close();
  resultsOf(manifest, numbers);
  return since(start);
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? NaN;
}

/** How much faster two processes are here than one, if they have nothing to do with one another: more nobody can ask. */
async function ceiling(): Promise<number> {
  const script = "let x = 0; for (let i = 0; i < 3e9; i += 1) x = (x * 31 + i) | 0;";
  const took = async (processes: number): Promise<number> => {
    const start = performance.now();
    await Promise.all(
      Array.from(
        { length: processes },
        () => new Promise((done) => spawn(process.execPath, ["-e", script]).once("exit", done)),
      ),
    );
    return performance.now() - start;
  };
  return (2 * (await took(1))) / (await took(2));
}

function command(workers: number): number {
  const model = join(project, "examples/house_prices/house_prices.sys");
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      join(project, "dist/cli/niklas.cjs"),
      "experiment",
      model,
      "backfiring",
      "--design",
      "lhs:400000",
      "--workers",
      String(workers),
    ],
    { cwd: folder, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
  return (performance.now() - start) / 1000;
}

try {
  const ratios: number[] = [];
  for (let round = 0; round < 13; round += 1) {
    const less = alone();
    const more = await whole(round);
    // The first two rounds compile.
    if (round >= 2) ratios.push(more / less);
  }
  console.log(
    `as an experiment, 20,000 runs take the processor ${((median(ratios) - 1) * 100).toFixed(1)}% longer than`,
  );
  console.log(`  the engine alone (at most 20% are wanted; median of 11 rounds, from ${((Math.min(...ratios) - 1) * 100).toFixed(1)}% to ${((Math.max(...ratios) - 1) * 100).toFixed(1)}%)`); // prettier-ignore
  if (!process.argv.includes("--overhead")) {
    const ones: number[] = [];
    const twos: number[] = [];
    const ceilings: number[] = [];
    for (const _ of [1, 2, 3]) {
      ones.push(command(1));
      twos.push(command(2));
      ceilings.push(await ceiling());
    }
    const [one, two] = [Math.min(...ones), Math.min(...twos)];
    console.log(
      `400,000 combinations, with a second run each for the verdict: one worker ${one.toFixed(1)} s, two ${two.toFixed(1)} s`,
    );
    console.log(`  ${(one / two).toFixed(2)} times as fast (at least 1.7 is wanted)`);
    console.log(
      `  two processes that do nothing but count are ${Math.max(...ceilings).toFixed(2)} times as fast here as one`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
