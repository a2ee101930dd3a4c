/* The host of the command line: imports that are files, and never files outside the root. */
import { lstatSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { limits } from "../base/limits.ts";
import type { FileUse, Host, Located, ReadOutcome } from "../model/host.ts";
import { displayName, isWithin, kindAt, pathOf, realPath } from "./paths.ts";
import { nearFiles } from "./near_files.ts";
import { readRegularFile } from "./read_file.ts";

export const extension = ".sys";

export interface FilesOptions {
  /** Absolute and without links: names of files are relative to it. */
  readonly workingFolder: string;
  /** Absolute and without links: nothing outside it is ever opened, or looked at. */
  readonly root: string;
  /** Contents that stand for those on the disk, by name: what has been mended and not yet been written. */
  readonly overlay?: ReadonlyMap<string, Uint8Array>;
}

/**
 * A host over the file system. The name of a file is its real path (links resolved) relative to the working folder,
 * so that a file has one name however it is reached.
 */
export function filesHost({ workingFolder, root, overlay }: FilesOptions): Host {
  const nameOf = (path: string): string => displayName(workingFolder, path);

  return {
    locate(specifier, from, use): Located {
      const shape = shapeOf(specifier);
      if (shape === "absolute") return { kind: "outside", root: nameOf(root) };
      if (shape === "not a path") {
        return { kind: "not_found", tried: [specifier], near: withSlashes(specifier, from, use) };
      }
      const wanted = join(dirname(pathOf(workingFolder, from)), specifier);
      if (!isWithin(root, wanted) || !isWithin(root, realPath(dirname(wanted)) ?? wanted)) {
        return { kind: "outside", root: nameOf(root) };
      }
      const tried = namesFor(wanted, use);
      for (const path of tried) {
        const located = locateExactly(path);
        if (located !== undefined) return located;
      }
      const near = nearby(wanted, use).map((name) => besides(specifier, name));
      return { kind: "not_found", tried: tried.map(nameOf), near };
    },

    read(name): ReadOutcome {
      const content = overlay?.get(name);
      if (content !== undefined) return { kind: "read", content };
      const path = pathOf(workingFolder, name);
      if (!isWithin(root, path)) return { kind: "unreadable", reason: "it lies outside the project" };
      return readRegularFile(path, limits.fileSize);
    },
  };

  function locateExactly(path: string): Located | undefined {
    const real = realPath(path);
    if (real === undefined) return isThere(path) ? { kind: "found", name: nameOf(path) } : undefined;
    if (!isWithin(root, real)) return { kind: "outside", root: nameOf(root) };
    if (differsInCase(path, real) || kindAt(real) === "folder") return undefined;
    return { kind: "found", name: nameOf(real) };
  }

  /** What a specifier with backslashes was meant for, if that is a file. */
  function withSlashes(specifier: string, from: string, use: FileUse): readonly string[] {
    const meant = specifier.replaceAll("\\", "/");
    if (meant === specifier || shapeOf(meant) !== "relative") return [];
    const path = join(dirname(pathOf(workingFolder, from)), meant);
    const found = namesFor(path, use).some(
      (candidate) => isWithin(root, candidate) && locateExactly(candidate)?.kind === "found",
    );
    return found ? [meant] : [];
  }
}

/** The names that a file may have on the disk: of a model `.sys` may be left out. */
function namesFor(path: string, use: FileUse): readonly string[] {
  return use === "import" && !path.endsWith(extension) ? [path, path + extension] : [path];
}

/** Endings that bibliographies have. */
const bibliographyEndings = [".bib", ".json"];

/** Files beside it, of the kind that is wanted, with a name that looks like it. */
function nearby(path: string, use: FileUse): readonly string[] {
  if (use === "import") return nearFiles(path, extension);
  const written = bibliographyEndings.find((ending) => path.endsWith(ending)) ?? "";
  const bare = path.slice(0, path.length - written.length);
  const others = bibliographyEndings.filter((ending) => ending !== written);
  return [written, ...others].filter(Boolean).flatMap((ending) => nearFiles(bare, ending));
}

/** Paths are relative and have slashes on every system, so that a model means the same everywhere. */
function shapeOf(specifier: string): "relative" | "absolute" | "not a path" {
  if (/^([/\\]|[A-Za-z]:|[A-Za-z][A-Za-z0-9+.-]*:\/)/.test(specifier)) return "absolute";
  if (specifier.trim() === "" || specifier.length > 4096 || /[\\\u0000-\u001f\u007f]/.test(specifier)) {
    return "not a path";
  }
  if (/(^|\/)\.{0,2}$/.test(specifier)) return "not a path";
  return specifier.split("/").some(isReserved) ? "not a path" : "relative";
}

/** Names of devices on Windows, with any ending; refused everywhere. */
function isReserved(segment: string): boolean {
  return /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$/i.test(segment);
}

/** Whether there is something (a link that leads nowhere, a file without permission) although it has no real path. */
function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

/** Some disks take a name in other letters than its own; what works there would not work elsewhere. */
function differsInCase(path: string, real: string): boolean {
  return path !== real && path.toLowerCase() === real.toLowerCase();
}

/** `name` in the place of the last part of a specifier, in its manner of writing. */
function besides(specifier: string, name: string): string {
  const written =
    specifier.endsWith(extension) || !name.endsWith(extension) ? name : name.slice(0, -extension.length);
  const folder = specifier.slice(0, specifier.length - posix.basename(specifier).length);
  return folder + written;
}
