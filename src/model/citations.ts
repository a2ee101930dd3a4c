/* What is cited, and whether the bibliographies of the file have it. */
import { nearest } from "../base/near.ts";
import { placeIn } from "../base/place.ts";
import type * as tree from "../syntax/tree.ts";
import type { LoadedFile } from "./loaded.ts";
import type { Citation } from "./model.ts";
import type { Report } from "./report.ts";

/** The keys that a file may cite; undefined where it names no bibliography, or one that could not be read. */
export function citableKeys(file: LoadedFile): ReadonlySet<string> | undefined {
  if (file.bibliographies.length === 0) return undefined;
  const keys = new Set<string>();
  for (const { entries } of file.bibliographies) {
    if (entries === undefined) return undefined;
    for (const { key } of entries) keys.add(key);
  }
  return keys;
}

/** The citation that `cite` makes; undefined where its key is broken. An unknown key is reported. */
export function lowerCite(
  node: tree.Cite,
  file: LoadedFile,
  keys: ReadonlySet<string> | undefined,
  report: Report,
): Citation | undefined {
  if (node.key.kind === "Missing") return undefined;
  const key = node.key.kind === "Name" ? node.key.text : node.key.value.normalize("NFC");
  const keyPlace = placeIn(file.name, node.key);
  const known = keys === undefined || keys.has(key);
  if (keys !== undefined && !known) {
    const bibliographies = file.bibliographies.flatMap((one) => (one.file === undefined ? [] : [one.file]));
    report.add({
      check: "unknown_citation",
      place: keyPlace,
      facts: { key, near: nearest(key, keys), bibliographies },
    });
  }
  return {
    key: { text: key, place: keyPlace },
    locator: node.locator?.value,
    place: placeIn(file.name, node),
    known,
  };
}
