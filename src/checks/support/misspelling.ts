/* Names that were meant for others. */
import { nearest } from "../../base/near.ts";
import type { Place } from "../../base/place.ts";
import { quoted } from "../../base/words.ts";
import type { Fix } from "../../diagnostics/diagnostic.ts";
import { folded } from "../../model/canon/names.ts";

/** Shorter names differ in a letter by nature: `cap` is no misspelt `map`. */
const leastLetters = 4;

/**
 * Whether a name can only be the first of the near ones misspelt: it differs from it in nothing but case and
 * underscores, or it is the only near one, and neither too short nor one of a numbered row (`phase1`, `phase2`).
 */
export function isSurelyMeant(name: string, near: readonly string[]): boolean {
  const [meant, other] = near;
  if (meant === undefined || !isNear(name, meant)) return false;
  if (folded(name) === folded(meant)) return other === undefined || folded(other) !== folded(name);
  return (
    other === undefined && [...folded(name)].length >= leastLetters && digitsIn(name) === digitsIn(meant)
  );
}

/** Whether it is by its letters that the one is near the other; what comes before a dot is no part of what was mistyped. */
function isNear(name: string, meant: string): boolean {
  const last = meant.slice(meant.lastIndexOf(".") + 1);
  return last === name || nearest(name, [meant, last]).length > 0;
}

function digitsIn(name: string): string {
  return name.replace(/\P{Nd}/gu, "");
}

/** A fix for each name that may have been meant, at all places where the misspelt one stands. */
export function spellings(
  name: string,
  near: readonly string[],
  places: readonly Place[],
  surely = isSurelyMeant(name, near),
): readonly Fix[] {
  return near.map((meant, index) => ({
    title: `write ${quoted(meant)}`,
    certain: surely && index === 0,
    edits: places.map((place) => ({ place, text: meant })),
  }));
}
