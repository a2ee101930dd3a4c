/* Jobs for engines that others run: each is carried out here by a shell, as far as it can be without the engine. */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { bundledInto } from "./bundle.ts";
import { commandLine } from "./command_line.ts";
import { folderWith } from "./folder.ts";

const { niklas } = commandLine();
const house = resolve(import.meta.dirname, "../../examples/house_prices");
/** What a shell, Kubernetes, GitHub and GNU parallel would take for their own. */
const hostileFile = 'it\'s $(touch a) `touch b` ${{ github.token }} {} {.} "q".sys';

const programs = mkdtempSync(join(tmpdir(), "niklas-jobs-"));
beforeAll(async () => {
  const bundle = await bundledInto(programs);
  writeFileSync(join(programs, "niklas"), `#!/bin/sh\nexec "${process.execPath}" "${bundle}" "$@"\n`);
  writeFileSync(join(programs, "npx"), '#!/bin/sh\nexec "$@"\n');
  for (const name of ["niklas", "npx"]) chmodSync(join(programs, name), 0o755);
}, 60_000);
afterAll(() => rmSync(programs, { recursive: true, force: true }));

/** A folder with the model, in which a shell finds `niklas` and `npx niklas`. */
function shellFolder(file = hostileFile) {
  const folder = folderWith();
  copyFileSync(join(house, "house_prices.bib"), join(folder, "house_prices.bib"));
  copyFileSync(join(house, "house_prices.sys"), join(folder, file));
  const inShell = (shell: string, script: string, variables: Readonly<Record<string, string>> = {}): void => {
    const { status, stdout, stderr } = spawnSync(shell, ["-c", script], {
      cwd: folder,
      env: { PATH: `${programs}:${process.env.PATH}`, HOME: programs, ...variables },
      encoding: "utf8",
    });
    expect(`${status} ${status === 0 ? "" : stdout + stderr}`).toBe("0 ");
  };
  const job = (engine: string, ...more: readonly string[]): string => {
    const asked = ["emit-job", engine, file, "backfiring", "--design", "lhs:60", "--shards", "2", ...more];
    const ended = niklas(asked, { in: folder });
    expect(ended).toMatchObject({ status: 0, errors: "" });
    return ended.output;
  };
  const expected = (): string => {
    const asked = ["experiment", file, "backfiring", "--design", "lhs:60", "-o", "whole.json"];
    expect(niklas(asked, { in: folder }).status).toBe(0);
    return readFileSync(join(folder, "whole.json"), "utf8");
  };
  const merged = (name = "backfiring.json"): string => readFileSync(join(folder, name), "utf8");
  const nothingElse = (): void => {
    for (const name of ["a", "b"]) expect(existsSync(join(folder, name))).toBe(false);
  };
  return { folder, inShell, job, expected, merged, nothingElse };
}

const merging = (text: string): string => /^# +(niklas merge .*)$/m.exec(text)?.[1] ?? "false";

test("the job for a Slurm array carries out every part", () => {
  const { inShell, job, expected, merged, nothingElse } = shellFolder();
  const text = job("slurm");
  expect(text).toMatch(/^#!\/bin\/bash\n(#SBATCH .*\n)+/);
  expect(text).toContain("\n#SBATCH --array=1-2\n");
  for (const number of ["2", "1"]) inShell("bash", text, { SLURM_ARRAY_TASK_ID: number });
  inShell("bash", merging(text));
  expect(merged()).toBe(expected());
  nothingElse();
});

interface KubernetesJob {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly completions: number;
    readonly completionMode: string;
    readonly template: {
      readonly spec: { readonly containers: readonly { readonly command: readonly string[] }[] };
    };
  };
}

/** What Kubernetes makes of a command: `$(NAME)` is replaced where it knows the name, `$$` is `$`. */
function expanded(text: string): string {
  return text.replace(/\$\$|\$\([^)]*\)/g, (found) =>
    found === "$$" ? "$" : found === "$(touch a)" ? "REPLACED" : found,
  );
}

test("the job for Kubernetes carries out every part", () => {
  const { inShell, job, expected, merged, nothingElse } = shellFolder();
  const text = job("kubernetes", "-o", "results.json");
  const read: KubernetesJob = parse(text);
  expect(read).toMatchObject({
    kind: "Job",
    metadata: { name: "niklas-backfiring" },
    spec: { completions: 2, completionMode: "Indexed" },
  });
  const [shell = "", option, script = ""] = read.spec.template.spec.containers[0]?.command ?? [];
  expect([shell, option]).toEqual(["sh", "-c"]);
  for (const index of ["1", "0"]) inShell(shell, expanded(script), { JOB_COMPLETION_INDEX: index });
  inShell("sh", merging(text));
  expect(merged("results.json")).toBe(expected());
  nothingElse();
});

interface Workflow {
  readonly jobs: {
    readonly part: {
      readonly strategy: { readonly matrix: { readonly part: readonly number[] } };
      readonly steps: readonly Step[];
    };
    readonly merge: { readonly needs: string; readonly steps: readonly Step[] };
  };
}

interface Step {
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
}

/** What GitHub makes of a text: `${{ … }}` is replaced by what it stands for. */
function evaluated(text: string, part = 0): string {
  return text.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => {
    if (expression === "matrix.part") return String(part);
    return /^'(.*)'$/.exec(expression)?.[1] ?? "SECRET";
  });
}

test("the job for a matrix of GitHub carries out every part", () => {
  const { folder, inShell, job, expected, merged, nothingElse } = shellFolder();
  const { jobs }: Workflow = parse(job("github"));
  const { matrix } = jobs.part.strategy;
  expect(matrix.part).toEqual([1, 2]);
  for (const part of matrix.part) {
    for (const { run, env = {} } of jobs.part.steps.filter((step) => step.run?.includes("niklas") === true))
      inShell("bash", evaluated(run ?? "", part), { PART: evaluated(env.PART ?? "", part) });
    const kept = jobs.part.steps.at(-1)?.with?.path ?? "";
    expect(existsSync(join(folder, evaluated(kept, part)))).toBe(true);
  }
  expect(jobs.merge.needs).toBe("part");
  for (const { run } of jobs.merge.steps.filter((step) => step.run?.includes("niklas") === true))
    inShell("bash", evaluated(run ?? ""));
  expect(merged(jobs.merge.steps.at(-1)?.with?.path?.trim())).toBe(expected());
  nothingElse();
});

const hasParallel =
  spawnSync("parallel", ["--version"], { encoding: "utf8" }).stdout?.startsWith("GNU parallel") === true;

test.skipIf(!hasParallel)("the job for GNU parallel carries out all parts and merges them", () => {
  const { folder, inShell, job, expected, merged, nothingElse } = shellFolder();
  mkdirSync(join(folder, "jobs"));
  writeFileSync(join(folder, "jobs/job.sh"), job("parallel"));
  inShell("bash", "bash jobs/job.sh", { JOBS: "2" });
  expect(merged()).toBe(expected());
  nothingElse();
});

test("the line for GNU parallel in the documents carries out all parts", () => {
  const page = readFileSync(resolve(import.meta.dirname, "../../docs/language/experiments.md"), "utf8");
  const [, block = ""] = /```sh parallel\n([^]*?)```/.exec(page) ?? [];
  expect(block).toContain("parallel ");
  if (!hasParallel) return;
  const { folder, inShell } = shellFolder("house_prices.sys");
  inShell("bash", block);
  const whole = [
    "experiment",
    "house_prices.sys",
    "backfiring",
    "--design",
    "sobol:4096",
    "-o",
    "whole.json",
  ];
  expect(niklas(whole, { in: folder }).status).toBe(0);
  expect(readFileSync(join(folder, "backfiring.json"), "utf8")).toBe(
    readFileSync(join(folder, "whole.json"), "utf8"),
  );
});

test.each([
  [["slurm", "m.sys", "--shards", "9999"], "there are no 9999 parts", "`--shards 5` is the most"],
  [["slrum", "m.sys", "--shards", "2"], "`emit-job` does not take `slrum`", "`slurm`"],
  [["slurm", "-", "--shards", "2"], "a job has no standard input", "name its file"],
  [["slurm", "m.sys", "other", "--shards", "2"], "there is no experiment `other`", ""],
  [["slurm", "m.sys"], "it is not said in how many parts", "--shards"],
])("niklas emit-job %j is refused", (args, message, help) => {
  const model = readFileSync(join(house, "house_prices.sys"), "utf8").replace(
    /\/\/\/ Nobody knows how many[^]*/,
    "",
  );
  const folder = folderWith({
    "m.sys": model,
    "house_prices.bib": readFileSync(join(house, "house_prices.bib")),
  });
  const ended = niklas(["emit-job", ...args], { in: folder });
  expect(ended).toMatchObject({ status: 2, output: "" });
  expect(ended.errors).toContain(message);
  expect(ended.errors).toContain(help);
});
