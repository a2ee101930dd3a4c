/*
 * How names are compared with the tables of the canon: whatever their case, underscores and composition.
 */

import { later } from "../../base/later.ts";

/** A name without what does not count: NFC, lower case, no underscores. `massMedia` and `mass_media` are alike. */
export function folded(name: string): string {
  return name.normalize("NFC").toLowerCase().replaceAll("_", "");
}

/** The words of a name in lower case, parted at underscores and at capitals: `HealthMinistry`, `health_ministry`. */
export function wordsOf(name: string): readonly string[] {
  return name
    .normalize("NFC")
    .replace(/(\p{Ll}|\p{Nd})(\p{Lu})/gu, "$1_$2")
    .toLowerCase()
    .split("_")
    .filter((word) => word !== "");
}

/**
 * Finds an entry by any name that it goes by, in its folded form. The table is made when something is first looked up:
 * most models ask a few of them.
 */
export function finderByName<Entry extends { readonly names: readonly string[] }>(
  entries: () => readonly Entry[],
): (name: string) => Entry | undefined {
  const table: () => ReadonlyMap<string, Entry> = later(
    () => new Map(entries().flatMap((entry) => entry.names.map((name) => [folded(name), entry] as const))),
  );
  return (name) => table().get(folded(name));
}

/** Two values, the designation value first. */
export type ValuePair = readonly [string, string];

/** A key for two values in either order; undefined unless there are exactly two. */
export function pairKey(values: readonly string[]): string | undefined {
  const [first, second, ...rest] = values;
  if (first === undefined || second === undefined || rest.length > 0) return undefined;
  return [folded(first), folded(second)].sort().join("/");
}
