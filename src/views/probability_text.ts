/* Probabilities as people read them. */
import { numberText } from "../base/words.ts";
import type { Likelihood } from "../engine/explore/likelihood.ts";

/** Digits that are shown of one. */
const digits = 4;
/** A probability below this is also said as one in so many. */
const rare = 0.01;

/** `0.25`, `0.0000001192 (1 run in 8,388,608)`, `from 0.25 to 0.5, by the branches that are taken`. */
export function probabilityText({ least, most }: Likelihood): string {
  // What is the same but for the last bits of the sums is the same.
  if (most - least <= 1e-12 * most) return one(most);
  return `from ${plain(least)} to ${plain(most)}, by the branches that are taken`;
}

function one(probability: number): string {
  const shown = plain(probability);
  if (probability >= rare || probability <= 0) return shown;
  return `${shown} (about 1 run in ${numberText(Math.round(1 / probability))})`;
}

/** Never 0 or 1 for what is not. */
function plain(probability: number): string {
  if (probability === 0 || probability === 1) return String(probability);
  if (probability < 1e-9) return probability.toExponential(digits - 1);
  const shown = probability.toPrecision(digits);
  if (Number(shown) === 1) return `1 - ${(1 - probability).toPrecision(digits)}`;
  // As digits, whatever the host makes of small numbers.
  const decimals = Math.min(20, digits - 1 - Math.floor(Math.log10(probability)));
  return probability.toFixed(decimals).replace(/0+$/u, "");
}
