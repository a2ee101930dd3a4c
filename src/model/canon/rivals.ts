/*
 * The codes that the literature knows for each canonical system: the canon's own, documented rivals, and second
 * codings. Pairs stand as a modeller would write them, the designation value first.
 */
import { later } from "../../base/later.ts";
import type { KnownCode } from "./known_code.ts";
import { pairKey } from "./names.ts";
import { arenaCodes } from "./rivals_of_art_media_health_sport.ts";
import { coreCodes } from "./rivals_of_politics_law_economy.ts";
import { knowledgeCodes } from "./rivals_of_science_education_religion.ts";
import { isCanonicalSystem } from "./systems.ts";

/** All known codes, by system in the order of the canon; each system's canonical code first. */
export const knownCodes: readonly KnownCode[] = [...coreCodes, ...knowledgeCodes, ...arenaCodes];

const byPair = later(() => tabulate(knownCodes));

function tabulate(codes: readonly KnownCode[]): ReadonlyMap<string, readonly KnownCode[]> {
  const table = new Map<string, KnownCode[]>();
  for (const code of codes) {
    for (const pair of [code.values, ...code.spellings]) {
      const key = pairKey(pair);
      if (key === undefined) continue;
      const others = table.get(key);
      if (others === undefined) table.set(key, [code]);
      else others.push(code);
    }
  }
  return table;
}

/** Every canonical system that has this code, whichever value is written first, whatever its standing there. */
export function systemsKnownWith(values: readonly string[]): readonly KnownCode[] {
  const key = pairKey(values);
  return key === undefined ? [] : (byPair().get(key) ?? []);
}

/** What is known of these values as a code of this system; the order of the values does not count. */
export function knownCode(system: string, values: readonly string[]): KnownCode | undefined {
  return systemsKnownWith(values).find((code) => code.system === system);
}

/** Whether these values are this canonical system's code or a documented rival of it (no second coding). */
export function isKnownCode(system: string, values: readonly string[]): boolean {
  const code = knownCode(system, values);
  return code !== undefined && code.standing !== "secondary";
}

/** The documented rivals of a canonical system's code; none for any other name. */
export function rivalsOf(system: string): readonly KnownCode[] {
  if (!isCanonicalSystem(system)) return [];
  return knownCodes.filter((code) => code.system === system && code.standing === "rival");
}
