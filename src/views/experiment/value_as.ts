import type { Value } from "../../engine/values.ts";
import type { Reading } from "../../runs/experiment/manifest.ts";

/** A value of what is varied as programs read it: percentages are fractions, and words are words. */
export function valueAs(value: number, { words }: Reading): Value {
  const word = words?.[value];
  if (word === undefined) return value;
  return words?.length === 2 && words[0] === "false" && words[1] === "true" ? word === "true" : word;
}
