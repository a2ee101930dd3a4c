/* The command line as a process, bundled once for a test file so that each start is quick. */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { bundledInto } from "./bundle.ts";

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

/** A command that goes on. */
export interface Started {
  readonly output: () => string;
  /** Ends once it has said a text. */
  readonly says: (text: string, where: "output" | "errors") => Promise<void>;
  /** Ends it as Ctrl-C does, and gives its status. */
  readonly interrupted: () => Promise<number | null>;
}

/** Bundles the command line before the tests of a file. */
export function commandLine() {
  const folder = mkdtempSync(join(tmpdir(), "niklas-cli-"));
  const bundle = join(folder, "niklas.cjs");
  beforeAll(() => bundledInto(folder), 60_000);
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

    /** Starts a command that goes on until it is interrupted. It is ended with the test. */
    started(args: readonly string[], folder: string): Started {
      const child = spawn(process.execPath, [bundle, ...args], { cwd: folder, env: variables() });
      const said = { output: "", errors: "" };
      let heard: () => void = () => {};
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        said.output += text;
        heard();
      });
      child.stderr.setEncoding("utf8").on("data", (text: string) => {
        said.errors += text;
        heard();
      });
      const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
      onTestFinished(() => void child.kill("SIGKILL"));
      return {
        output: () => said.output,
        async says(text, where) {
          while (!said[where].includes(text)) await new Promise<void>((resolve) => (heard = resolve));
        },
        interrupted() {
          child.kill("SIGINT");
          return ended;
        },
      };
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
