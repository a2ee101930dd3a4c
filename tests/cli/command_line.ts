/* The command line as a process, bundled once for a test file so that each start is quick. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll } from "vitest";

export interface Ended {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

export interface Surroundings {
  readonly in?: string;
  readonly input?: string | Uint8Array;
  readonly variables?: Readonly<Record<string, string>>;
}

const project = resolve(import.meta.dirname, "../..");

/** Bundles the command line before the tests of a file. */
export function commandLine() {
  const folder = mkdtempSync(join(tmpdir(), "niklas-cli-"));
  const bundle = join(folder, "niklas.cjs");
  beforeAll(async () => {
    await build({
      absWorkingDir: project,
      entryPoints: ["src/cli/main.ts"],
      outfile: bundle,
      bundle: true,
      platform: "node",
      format: "cjs",
      define: { "import.meta.dirname": JSON.stringify(join(project, "src/cli")) },
      logLevel: "error",
    });
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Variables that would change what is printed are those of the test alone. */
  const variables = (extra: Readonly<Record<string, string>> = {}) => ({ PATH: process.env.PATH, ...extra });

  return {
    niklas(args: readonly string[], surroundings: Surroundings = {}): Ended {
      const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...args], {
        cwd: surroundings.in,
        input: surroundings.input ?? "",
        env: variables(surroundings.variables),
        encoding: "utf8",
        maxBuffer: 100_000_000,
      });
      return { status, output: stdout, errors: stderr };
    },

    /** Runs a line of the shell, in which `niklas`, or `npx niklas`, is the command line. */
    shell(line: string, surroundings: Surroundings = {}): Ended {
      const script = `niklas() { "${process.execPath}" "${bundle}" "$@"; }\nnpx() { "$@"; }\n${line}`;
      const { status, stdout, stderr } = spawnSync("bash", ["--norc", "-c", script], {
        cwd: surroundings.in,
        env: variables(surroundings.variables),
        encoding: "utf8",
        maxBuffer: 100_000_000,
      });
      return { status, output: stdout, errors: stderr };
    },
  };
}

/** A model in which nothing is found. */
export const right = `machine court_computer {
  function "sort files"
  code sorted / unsorted
}
`;

/** A model with one error, \`code_not_binary\`. */
export const wrong = `machine court_computer {
  function "sort files"
  code lawful / unlawful / tolerated
}
`;

/** A model with one warning, \`stray_doc\`. */
export const doubtful = `${right}/// and that is all
`;

/** A model with one error, \`syntax_error\`, that is mended with certainty. */
export const mendable = right.replace("/", "／");
