/*
 * How long a short run of the command line takes, beside a start of Node that does nothing. Processor time (user and
 * system) and time on the clock, of processes that take turns; what counts is the ratio.
 *
 *     npm run build && npx tsx bench/start.ts [rounds]
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const rounds = Number(process.argv[2] ?? 20);
const launcher = resolve(import.meta.dirname, "../dist/cli/niklas.cjs");
const folder = mkdtempSync(join(tmpdir(), "niklas-bench-"));

interface Time {
  readonly processor: number;
  readonly clock: number;
}

// It would make every start of Node read certificates.
const { NODE_EXTRA_CA_CERTS: _certificates, ...env } = process.env;

/** Runs a case once, and makes sure that it does what it is said to do. */
function tryOut(args: readonly string[], says: string): void {
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", env });
  if (!stdout.includes(says))
    throw new Error(`${args.join(" ")} does not say "${says}":\n${stdout}${stderr}`);
}

/** Times one process, in milliseconds. */
function time(args: readonly string[]): Time {
  const script = `TIMEFORMAT='%3U %3S %3R'; time "$@" >${join(folder, "output")} 2>&1`;
  const { stderr, status } = spawnSync("bash", ["-c", script, "bash", process.execPath, ...args], {
    encoding: "utf8",
    env,
  });
  if (status !== 0 && status !== 1) throw new Error(`status ${status} of: ${args.join(" ")}`);
  const [user = NaN, system = NaN, real = NaN] = stderr.trim().split(" ").map(Number);
  return { processor: (user + system) * 1000, clock: real * 1000 };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = NaN, high = NaN] = [sorted[middle - 1 + (sorted.length % 2)], sorted[middle]];
  return (low + high) / 2;
}

try {
  const examples = resolve(import.meta.dirname, "../examples");
  // 48 lines, and nothing imported; 60 lines that import three files of the canon.
  const small = join(examples, "thermostat/thermostat.sys");
  const importing = join(examples, "house_prices/price_cap.sys");
  const mistaken = join(folder, "mistaken.sys");
  writeFileSync(mistaken, readFileSync(small, "utf8").replace("emit heat", "emit heet"));
  const cases = new Map<string, readonly string[]>([
    ["node -e 0", ["-e", "0"]],
    ["niklas --version", [launcher, "--version"]],
    ["niklas --help", [launcher, "--help"]],
    ["niklas check, 48 lines", [launcher, "check", small]],
    ["niklas check, an error in them", [launcher, "check", mistaken]],
    ["niklas check, 60 and the canon", [launcher, "check", importing]],
    ["niklas run, 48 lines", [launcher, "run", small]],
    ["niklas run, 60 and the canon", [launcher, "run", importing]],
    ["niklas explain", [launcher, "explain"]],
  ]);
  tryOut([launcher, "--version"], ".");
  tryOut([launcher, "--help"], "Usage");
  tryOut([launcher, "check", small], "in 1 file");
  tryOut([launcher, "check", mistaken], "heet");
  tryOut([launcher, "check", importing], "in 1 file");
  tryOut([launcher, "run", small], "the same again");
  tryOut([launcher, "run", importing], "the same again");
  tryOut([launcher, "explain"], "syntax_error");
  const times = new Map([...cases.keys()].map((name): [string, Time[]] => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, args] of cases) times.get(name)?.push(time(args));
  }
  const bare = times.get("node -e 0") ?? [];
  console.log(
    `Node ${process.version}, ${rounds} rounds, medians; in brackets × \`node -e 0\` of the same round`,
  );
  for (const [name, measured] of times) {
    const column = (of: (time: Time) => number): string => {
      const ratio = median(measured.map((one, round) => of(one) / of(bare[round] ?? one)));
      return `${median(measured.map(of)).toFixed(1).padStart(7)} ms (${ratio.toFixed(2)})`;
    };
    console.log(
      `${name.padEnd(30)} processor ${column((one) => one.processor)}   clock ${column((one) => one.clock)}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
