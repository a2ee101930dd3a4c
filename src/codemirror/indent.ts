/* How far a line is indented: one step more than the line in which the bracket around it was opened. */
import type { State } from "./read.ts";

/** Null where the text of a comment or a string decides for itself. */
export function indentOf({ region, open }: State, textAfter: string, unit: number): number | null {
  if (region >= 0) return null;
  const around = open.at(-1);
  if (around === undefined) return 0;
  return /^\s*[})]/.test(textAfter) ? around : around + unit;
}
