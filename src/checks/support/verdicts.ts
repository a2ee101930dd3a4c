/* The verdicts on regulations, in the words of those who do not know them yet. */
import { verdicts } from "../../diagnostics/run_facts.ts";
import { nearest } from "../../base/near.ts";
import { listed, quoted } from "../../base/words.ts";
import type { System } from "../../model/model.ts";

export const verdictsListed = listed(verdicts.map(quoted));

/** What everyday language says for each. */
const spoken: ReadonlyMap<string, string> = new Map(
  Object.entries({
    effective: "successful success success_ful working works met fulfilled achieved good helpful",
    ineffective: "unsuccessful failed failing failure useless futile fruitless void unmet",
    backfiring: "counterproductive harmful perverse worse adverse boomerang",
    indifferent: "ignored irrelevant unheard neutral without_effect noise",
    disintegrating: "destructive destroying disruptive damaging dissolving",
  }).flatMap(([verdict, words]) => words.split(" ").map((word) => [word, verdict] as const)),
);

/** The verdict that a word may have been meant for. */
export function verdictMeant(word: string): string | undefined {
  const same = verdicts.find((verdict) => verdict === word);
  return same ?? nearest(word, verdicts, { limit: 1 })[0] ?? spoken.get(word.toLowerCase());
}

/** The other side of a code; undefined where it has more than two, or none. */
export function otherValueOf(value: string, { codes }: System): string | undefined {
  const code = codes.find(({ values }) => values.some(({ name }) => name === value));
  const others = code?.values.filter(({ name }) => name !== value) ?? [];
  return others.length === 1 ? others[0]?.name : undefined;
}
