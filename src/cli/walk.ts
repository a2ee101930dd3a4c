/* The models of a folder. */
import { lstatSync, readdirSync, type Dirent } from "node:fs";
import { join } from "node:path";
import { reasonOf } from "./failure.ts";
import { isWithin, kindAt, realPath } from "./paths.ts";

/** So deep, and so many entries, are looked at. */
const deepest = 64;
const mostEntries = 100_000;

export interface WalkOptions {
  /** How the names of the files wanted end. */
  readonly endings: readonly string[];
  /** Links that lead out of it are problems. */
  readonly root: string;
  /** Absolute paths of files and folders to pass over. */
  readonly exclude: ReadonlySet<string>;
}

export interface Walked {
  /** Real paths, in the order of their code units folder by folder, each once. */
  readonly files: readonly string[];
  /** What could not be looked at: a path, and the end of a sentence about it. */
  readonly problems: readonly { readonly path: string; readonly reason: string }[];
  /** Files and folders that were met and passed over because they are excluded. */
  readonly excluded: readonly string[];
}

/**
 * All files with one of the endings in `folder` and the folders in it. What begins with a dot and `node_modules` are passed
 * over; links to folders are not followed, so that no way leads round in a circle or out of the project.
 */
export function walk(folder: string, { endings, root, exclude }: WalkOptions): Walked {
  const files = new Set<string>();
  const problems: { path: string; reason: string }[] = [];
  const excluded: string[] = [];
  let entries = 0;
  visit(folder, 0);
  return { files: [...files], problems, excluded };

  function visit(current: string, depth: number): void {
    let content: Dirent[];
    try {
      content = readdirSync(current, { withFileTypes: true });
    } catch (error) {
      problems.push({ path: current, reason: reasonOf(error) });
      return;
    }
    content.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of content) {
      entries += 1;
      if (entries > mostEntries) {
        if (entries === mostEntries + 1) {
          problems.push({
            path: folder,
            reason: `there are more than ${mostEntries} files and folders in it`,
          });
        }
        return;
      }
      const path = join(current, entry.name);
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      if (exclude.has(path)) {
        excluded.push(path);
        continue;
      }
      if (isFolder(entry, path)) {
        if (depth < deepest) visit(path, depth + 1);
        else problems.push({ path, reason: `it lies more than ${deepest} folders deep` });
      } else if (endings.some((ending) => entry.name.endsWith(ending))) {
        take(entry, path);
      }
    }
  }

  function take(entry: Dirent, path: string): void {
    if (!entry.isSymbolicLink()) {
      files.add(path);
      return;
    }
    const real = realPath(path);
    if (real === undefined) problems.push({ path, reason: "it is a link that leads nowhere" });
    else if (!isWithin(root, real))
      problems.push({ path, reason: "it is a link that leads out of the project" });
    else if (kindAt(real) !== "folder" && !exclude.has(real)) files.add(real);
  }
}

/** Some file systems do not say in the folder what an entry is. */
function isFolder(entry: Dirent, path: string): boolean {
  if (entry.isDirectory()) return true;
  if (entry.isFile() || entry.isSymbolicLink()) return false;
  try {
    return lstatSync(path).isDirectory();
  } catch {
    return false;
  }
}
