/* What a check is to do: the command line over the project file over what is usual. */
import { realpathSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { listed, quoted } from "../base/words.ts";
import { readLevel, type KnownCheck } from "./check_levels.ts";
import type { ColorChoice } from "./color.ts";
import { UsageError } from "./failure.ts";
import { extension } from "./files.ts";
import { nearFiles } from "./near_files.ts";
import { formats, oneOf, type FailLevel, type Format, type Level } from "./levels.ts";
import { isWithin, kindAt, projectFileName, projectRoot, realPath, repositoryRoot } from "./paths.ts";
import { readProjectFile, type ProjectFile } from "./project_file.ts";

/** The command line as it was typed; undefined is what was not. */
export interface CheckArguments {
  readonly paths: readonly string[];
  readonly format?: Format;
  /** `format=file` each. */
  readonly output?: readonly string[];
  /** `check=level` each. */
  readonly severity?: readonly string[];
  readonly failLevel?: FailLevel;
  readonly fix?: boolean;
  readonly color?: ColorChoice;
  readonly ascii?: boolean;
  readonly quiet?: boolean;
  readonly config?: string | false;
  readonly watch?: boolean;
  readonly markdown?: boolean;
}

export interface Output {
  readonly format: Format;
  /** As it was written. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  /** Whether it may be something else than a regular file: only if the user named it just now. */
  readonly anyKind: boolean;
}

export interface Settings {
  /** Absolute, without links. */
  readonly workingFolder: string;
  readonly root: string;
  /** The root of the repository; that of the project if there is none. */
  readonly repository: string;
  /** Relative to the working folder, or absolute. */
  readonly paths: readonly string[];
  readonly exclude: ReadonlySet<string>;
  readonly levels: ReadonlyMap<string, Level>;
  readonly failLevel: FailLevel;
  readonly format: Format;
  readonly outputs: readonly Output[];
  readonly fix: boolean;
  readonly color: ColorChoice;
  readonly ascii: boolean;
  readonly quiet: boolean;
  readonly watch: boolean;
  /** Whether folders are looked through for Markdown files too. */
  readonly markdown: boolean;
}

/** Joins the command line with the project file. Throws `UsageError` where either is not understood. */
export function settingsOf(typed: CheckArguments, checks: readonly KnownCheck[]): Settings {
  const workingFolder = realpathSync.native(process.cwd());
  const root = projectRoot(workingFolder) ?? workingFolder;
  const file = readProjectFile({ workingFolder, root, config: typed.config, checks });
  const said = file?.settings ?? {};
  const inProject = (paths: readonly string[] = []): readonly string[] =>
    file === undefined ? [] : paths.map((path) => projectPath(path, file, root));
  const fallback = said.paths === undefined ? ["."] : inProject(said.paths);
  return {
    workingFolder,
    root,
    repository: repositoryRoot(workingFolder) ?? root,
    paths: typed.paths.length > 0 ? typed.paths : fallback,
    exclude: new Set(
      (said.exclude ?? []).flatMap((path) =>
        inProject([path]).map((absolute) => notMisspelt(absolute, path)),
      ),
    ),
    levels: new Map([
      ...(said.severity ?? []),
      ...(typed.severity ?? []).map((text) => typedLevel(text, checks)),
    ]),
    failLevel: typed.failLevel ?? said.failLevel ?? "error",
    format: typed.format ?? said.format ?? "text",
    outputs: outputsOf(typed, file, workingFolder, root),
    fix: typed.fix ?? false,
    color: typed.color ?? "auto",
    ascii: typed.ascii ?? false,
    quiet: typed.quiet ?? false,
    watch: typed.watch ?? false,
    markdown: typed.markdown ?? said.markdown ?? false,
  };
}

function typedLevel(text: string, checks: readonly KnownCheck[]): readonly [string, Level] {
  const [name, level] = pairOf(text, "--severity", "check=level", "uncoupled_perturbation=warning");
  const read = readLevel(name, level, checks);
  if (read.kind === "wrong") throw new UsageError(`\`--severity\`: ${read.message}`, read.help);
  return [name, read.level];
}

function outputsOf(
  typed: CheckArguments,
  file: ProjectFile | undefined,
  workingFolder: string,
  root: string,
): readonly Output[] {
  const outputs: Output[] = [];
  for (const text of typed.output ?? []) {
    const [formatName, name] = pairOf(text, "--output", "format=file", "sarif=niklas.sarif");
    const format = oneOf(formats, formatName);
    if (format === undefined) {
      throw new UsageError(
        `\`--output\`: there is no format ${quoted(formatName)}`,
        `a format is ${listed(formats.map(quoted), "or")}`,
      );
    }
    outputs.push({ format, name, path: resolve(workingFolder, name), anyKind: true });
  }
  if (typed.output === undefined && file !== undefined) {
    for (const [format, name] of file.settings.output ?? []) {
      outputs.push({ format, name, path: writablePath(name, file, root), anyKind: false });
    }
  }
  for (const { format, name, path } of outputs) {
    if (name === "-") {
      throw new UsageError(
        `findings are written to a file, and ${quoted(name)} is none`,
        `to print them, write ${quoted(`--format ${format}`)}`,
      );
    }
    const kind = kindByName(path, file);
    if (kind !== undefined) {
      throw new UsageError(`findings are not written to ${quoted(name)}, which has the name of ${kind}`);
    }
    if (outputs.filter((other) => other.path === path).length > 1) {
      throw new UsageError(`two outputs go to the same file ${quoted(name)}`);
    }
  }
  return outputs;
}

/** What is to be passed over may not be there (yet); if something with a name like it is, that is a slip. */
function notMisspelt(absolute: string, path: string): string {
  const near = kindAt(absolute) === "none" ? nearFiles(absolute)[0] : undefined;
  if (near === undefined) return absolute;
  throw new UsageError(
    `the project file excludes ${quoted(path)}, and there is no such file or folder`,
    `a name like it: ${quoted(path.slice(0, path.length - basename(path).length) + near)}`,
  );
}

/** What a file is by its name that findings must not take the place of. */
function kindByName(path: string, file: ProjectFile | undefined): string | undefined {
  if (path.endsWith(extension)) return "a model";
  if (path.endsWith(".bib")) return "a bibliography";
  return basename(path) === projectFileName || path === file?.path ? "a project file" : undefined;
}

/** `left=right`, both not empty. */
function pairOf(text: string, option: string, form: string, example: string): readonly [string, string] {
  const index = text.indexOf("=");
  if (index < 1 || index === text.length - 1) {
    throw new UsageError(
      `${quoted(`${option} ${text}`)} is not of the form ${quoted(form)}`,
      `an example: ${quoted(`${option} ${example}`)}`,
    );
  }
  return [text.slice(0, index), text.slice(index + 1)];
}

/**
 * A path of the project file, absolute. It may not lead out of the project: whoever proposes a change to a project
 * must not be able to have other files shown or written where it is checked.
 */
function projectPath(path: string, file: ProjectFile, root: string): string {
  const absolute = resolve(file.folder, path);
  if (isWithin(file.folder, absolute) || isWithin(root, absolute)) return absolute;
  throw new UsageError(`the project file names ${quoted(path)}, which lies outside the project`);
}

function writablePath(path: string, file: ProjectFile, root: string): string {
  const absolute = projectPath(path, file, root);
  const base = isWithin(root, absolute) ? root : file.folder;
  const folder = realPath(dirname(absolute));
  const hidden = absolute
    .slice(base.length)
    .split(/[/\\]/)
    .some((part) => part.startsWith("."));
  if (!hidden && (folder === undefined || isWithin(base, folder))) return absolute;
  throw new UsageError(
    `the project file has findings written to ${quoted(path)}, which is hidden or lies outside the project`,
    "name it on the command line, with `--output`",
  );
}
