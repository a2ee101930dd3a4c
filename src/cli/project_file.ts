/* The project file: finding it, reading it, and what its paths stand for. */
import { dirname, join, resolve } from "node:path";
import { quoted } from "../base/words.ts";
import type { KnownCheck } from "./check_levels.ts";
import { decodeFile } from "./decode.ts";
import { UsageError } from "./failure.ts";
import { nearFiles } from "./near_files.ts";
import { displayName, isWithin, kindAt, projectFileName, realPath } from "./paths.ts";
import { readProjectSettings, type ProjectSettings, type SettingProblem } from "./project_settings.ts";
import { readRegularFile } from "./read_file.ts";

const largest = 1_000_000;

export interface ProjectFile {
  /** The folder that its paths are relative to: absolute, without links. */
  readonly folder: string;
  /** Its own path, likewise. */
  readonly path: string;
  readonly settings: ProjectSettings;
}

export interface ProjectFileOptions {
  readonly workingFolder: string;
  readonly root: string;
  /** `--config FILE`; undefined: the one at the root, if there is one; false: none. */
  readonly config: string | false | undefined;
  readonly checks: readonly KnownCheck[];
}

/** Reads the project file. Throws `UsageError` if it is not there although named, or not understood. */
export function readProjectFile(options: ProjectFileOptions): ProjectFile | undefined {
  const { workingFolder, root, config, checks } = options;
  if (config === false) return undefined;
  const path = config === undefined ? join(root, projectFileName) : resolve(workingFolder, config);
  const name = displayName(workingFolder, path);
  if (kindAt(path) === "none") {
    if (config === undefined) return undefined;
    const near = nearFiles(path)[0];
    throw new UsageError(
      `there is no project file ${quoted(name)}`,
      near === undefined ? undefined : `a name like it: ${quoted(near)}`,
    );
  }
  const real = realPath(path) ?? path;
  if (config === undefined && !isWithin(root, real)) {
    throw new UsageError(`cannot read ${quoted(name)}: it is a link that leads out of the project`);
  }
  const { settings, problems } = readProjectSettings(parseJson(readText(real, name), name), checks);
  const [problem] = problems;
  if (problem !== undefined) throw new UsageError(problemText(name, problem), problem.help);
  return { folder: dirname(real), path: real, settings };
}

function problemText(name: string, { setting, message }: SettingProblem): string {
  return setting === ""
    ? `${quoted(name)}: ${message}`
    : `${quoted(name)}, setting ${quoted(setting)}: ${message}`;
}

function readText(path: string, name: string): string {
  const read = readRegularFile(path, largest);
  if (read.kind === "unreadable") throw new UsageError(`cannot read ${quoted(name)}: ${read.reason}`);
  if (read.kind === "too_large")
    throw new UsageError(`cannot read ${quoted(name)}: it is too large for settings`);
  const decoded = decodeFile(read.content);
  if (decoded.kind === "not text") throw new UsageError(`cannot read ${quoted(name)}: ${decoded.reason}`);
  return decoded.text.replace(/^\uFEFF/, "");
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // Where it goes wrong stands in the message alone, and not in every one.
    const offset = error instanceof Error ? /at position (\d+)/.exec(error.message)?.[1] : undefined;
    const line = offset === undefined ? undefined : text.slice(0, Number(offset)).split("\n").length;
    const place = line === undefined ? "" : ` from line ${line} on`;
    throw new UsageError(
      `${quoted(name)} is not JSON${place}`,
      "names and texts stand in double quotes, there is no comma after the last item, and there are no comments",
    );
  }
}
