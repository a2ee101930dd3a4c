/* Paths: what a file is called in messages, and what lies within what. */
import { realpathSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";

/** The name of the project file. */
export const projectFileName = "niklas.json";

/** Whether `path` is `folder` or lies within it. Both are absolute and without `..`. */
export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** What the model on standard input is called. */
export const standardInputName = "<stdin>";

/**
 * How a file is called in messages: relative to the working folder, with `/` on every system. No file is called like
 * standard input or like an address.
 */
export function displayName(workingFolder: string, path: string): string {
  const native = relative(workingFolder, path) || ".";
  const name = sep === "\\" ? native.replaceAll("\\", "/") : native;
  return !isAbsolute(native) && (name === standardInputName || /^[^/]*:/.test(name)) ? `./${name}` : name;
}

/** The file that a name given by `displayName` stands for. */
export function pathOf(workingFolder: string, name: string): string {
  return isAbsolute(name) ? name : resolve(workingFolder, name);
}

/** The path without links, in the letters that the disk has; undefined if there is nothing or it cannot be told. */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

export type PathKind = "file" | "folder" | "other" | "none";

/** What is at a path, links followed. */
export function kindAt(path: string): PathKind {
  try {
    const status = statSync(path);
    return status.isFile() ? "file" : status.isDirectory() ? "folder" : "other";
  } catch {
    return "none";
  }
}

/**
 * The nearest folder from `folder` upwards that is the root of a project, having a project file or a repository
 * of its own; undefined if there is none.
 */
export function projectRoot(folder: string): string | undefined {
  return upwards(folder, (path) => kindAt(join(path, projectFileName)) === "file" || isRepository(path));
}

/** The nearest folder from `folder` upwards that is the root of a repository; undefined if there is none. */
export function repositoryRoot(folder: string): string | undefined {
  return upwards(folder, isRepository);
}

function isRepository(folder: string): boolean {
  return kindAt(join(folder, ".git")) !== "none";
}

function upwards(folder: string, wanted: (folder: string) => boolean): string | undefined {
  for (let current = folder; ;) {
    if (wanted(current)) return current;
    const parent = dirname(current);
    if (parent === current) return undefined;
    current = parent;
  }
}
