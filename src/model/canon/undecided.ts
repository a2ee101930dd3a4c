/*
 * Words that say a case is open. Undecidedness is a matter of time, not a third side, nor one of the two: an
 * irritation stays undecided until a program decides (Baraldi, Corsi and Esposito 1997, s.v. Code).
 */
import { finderByName } from "./names.ts";

const find = finderByName(() => [
  {
    language: "English",
    names: [
      "undecided",
      "unknown",
      "pending",
      "neutral",
      "maybe",
      "perhaps",
      "unclear",
      "undetermined",
      "indeterminate",
      "unresolved",
      "uncertain",
      "ambiguous",
      "undefined",
      "to_be_decided",
      "not_yet_decided",
      "dont_know",
      "tbd",
      "neither",
      "both",
    ],
  },
  {
    language: "German",
    names: [
      "unentschieden",
      "unbekannt",
      "anhängig",
      "anhaengig",
      "schwebend",
      "ausstehend",
      "vielleicht",
      "unklar",
      "unbestimmt",
      "ungeklärt",
      "ungeklaert",
      "ungewiss",
      "noch_offen",
      "weder_noch",
    ],
  },
  {
    language: "Chinese",
    names: [
      "未定",
      "待定",
      "未决",
      "未决定",
      "悬而未决",
      "待决",
      "待审",
      "未知",
      "不明",
      "不清楚",
      "不确定",
      "中立",
      "可能",
      "也许",
    ],
  },
]);

/** The language in which this value says that nothing has been decided; undefined if it says something else. */
export function undecidedIn(value: string): string | undefined {
  return find(value)?.language;
}
