/* Files that may have been meant by a name that is not there. */
import { opendirSync } from "node:fs";
import { basename, dirname } from "node:path";
import { nearest } from "../base/near.ts";

/** So many entries of a folder are looked at. */
const mostEntries = 10_000;

/**
 * The names of files (or folders) beside `path` that look like its last part, nearest first. With an `ending` only
 * names that end in it are proposed, and it does not count for how alike they are.
 */
export function nearFiles(path: string, ending = ""): readonly string[] {
  const names = new Map<string, string>();
  for (const name of entriesOf(dirname(path))) {
    if (name.endsWith(ending)) names.set(withoutEnding(name, ending), name);
  }
  const wanted = withoutEnding(basename(path), ending);
  const exact = names.get(wanted);
  const near = nearest(wanted, names.keys());
  return [...(exact === undefined ? [] : [exact]), ...near.map((name) => names.get(name) ?? name)];
}

function entriesOf(folder: string): readonly string[] {
  const names: string[] = [];
  try {
    const handle = opendirSync(folder);
    try {
      for (let entry = handle.readSync(); entry && names.length < mostEntries; entry = handle.readSync()) {
        names.push(entry.name);
      }
    } finally {
      handle.closeSync();
    }
  } catch {
    // A folder that cannot be read has no near names to offer.
  }
  return names.sort();
}

function withoutEnding(name: string, ending: string): string {
  return ending !== "" && name.endsWith(ending) ? name.slice(0, -ending.length) : name;
}
