/* From the paths of the command line to the models to check. */
import { basename, dirname, resolve } from "node:path";
import { listed, quoted } from "../base/words.ts";
import { documentEndings } from "./documents/is_document.ts";
import { extension } from "./files.ts";
import { reasonOf, type Failure } from "./failure.ts";
import { nearFiles } from "./near_files.ts";
import { displayName, isWithin, kindAt, projectRoot, realPath } from "./paths.ts";
import { walk } from "./walk.ts";
import { lstatSync } from "node:fs";

/** A model to check, or a Markdown file with models in it. */
export interface Entry {
  /** The path without links; undefined for standard input. */
  readonly path: string | undefined;
  /** The folder that its imports may not leave. */
  readonly root: string;
  /** Found by looking through a folder, as against named. */
  readonly found: boolean;
}

export interface EntriesOptions {
  readonly workingFolder: string;
  /** The root of the project that the working folder belongs to. */
  readonly root: string;
  /** Absolute paths to pass over in folders. */
  readonly exclude: ReadonlySet<string>;
  /** Whether folders are looked through for Markdown files too. */
  readonly markdown: boolean;
}

export interface Entries {
  readonly entries: readonly Entry[];
  readonly failures: readonly Failure[];
}

/** So many of what is excluded are named. */
const mostShown = 4;

/** The path that stands for standard input. */
export const standardInput = "-";

/**
 * The models that `paths` (relative to the working folder) name: files whatever their ending, and all models of
 * folders; of Markdown files in folders those in their blocks, where that is wanted. Each comes once, in the order of the paths. A path where there is nothing to check is a failure.
 */
export function entriesOf(paths: readonly string[], options: EntriesOptions): Entries {
  const { workingFolder, root, markdown } = options;
  const endings = markdown ? [extension, ...documentEndings] : [extension];
  const entries = new Map<string, Entry>();
  const failures: Failure[] = [];
  for (const path of paths) {
    if (path === "") {
      failures.push({
        message: "one of the paths to check is an empty text",
        help: "perhaps it comes from a variable that is not set",
      });
    } else if (path === standardInput) {
      entries.set(path, { path: undefined, root, found: false });
    } else {
      const absolute = resolve(workingFolder, path);
      const failure = add(absolute, displayName(workingFolder, absolute));
      if (failure !== undefined) failures.push(failure);
    }
  }
  return { entries: [...entries.values()], failures };

  function add(absolute: string, name: string): Failure | undefined {
    const real = realPath(absolute);
    if (real === undefined) return nothingAt(absolute, name);
    const kind = kindAt(real);
    const itsRoot = rootOf(absolute, kind === "folder");
    if (!isWithin(itsRoot, real)) {
      return { message: `cannot read ${quoted(name)}: it is a link that leads out of the project` };
    }
    if (kind !== "folder") {
      entries.set(real, { path: real, root: itsRoot, found: false });
      return undefined;
    }
    const { files, problems, excluded } = walk(real, { endings, root: itsRoot, exclude: options.exclude });
    for (const { path, reason } of problems) {
      failures.push({ message: `cannot read ${quoted(displayName(workingFolder, path))}: ${reason}` });
    }
    for (const file of files) {
      if (!entries.has(file)) entries.set(file, { path: file, root: itsRoot, found: true });
    }
    if (files.length > 0 || problems.length > 0) return undefined;
    const where = name === "." ? "this folder" : quoted(name);
    if (excluded.length > 0) {
      const shown = excluded.slice(0, mostShown).map((path) => quoted(displayName(workingFolder, path)));
      return {
        message: `there are no models in ${where} but those that ${quoted("exclude")} of the project file passes over`,
        help: `it passes over ${listed([...shown, ...(excluded.length > mostShown ? ["more"] : [])])}`,
      };
    }
    const isModel = `a model is a file whose name ends in ${quoted(extension)}`;
    const hasDocuments =
      !markdown &&
      walk(real, { endings: documentEndings, root: itsRoot, exclude: options.exclude }).files.length > 0;
    return {
      message: `there are no models in ${where}`,
      help: hasDocuments
        ? `${isModel}; ${quoted("--markdown")} has the blocks of its Markdown files looked into`
        : isModel,
    };
  }

  /** The root of the project that a path belongs to, which need not be that of the working folder. */
  function rootOf(absolute: string, isFolder: boolean): string {
    const folder = isFolder ? absolute : dirname(absolute);
    const lexical = realPath(folder) ?? folder;
    if (isWithin(root, absolute)) return root;
    return projectRoot(lexical) ?? lexical;
  }
}

function nothingAt(absolute: string, name: string): Failure {
  try {
    lstatSync(absolute);
    return { message: `cannot read ${quoted(name)}: it is a link that leads nowhere` };
  } catch (error) {
    const reason = reasonOf(error);
    if (reason !== "it does not exist") return { message: `cannot read ${quoted(name)}: ${reason}` };
  }
  const [model] = nearFiles(absolute, extension);
  // What is written without its ending is that model, and no folder with a name like it.
  const near = model === basename(absolute) + extension ? model : (nearFiles(absolute)[0] ?? model);
  return {
    message: `there is no file or folder ${quoted(name)}`,
    help:
      near === undefined
        ? undefined
        : `a name like it: ${quoted(name.slice(0, name.lastIndexOf("/") + 1) + near)}`,
  };
}
