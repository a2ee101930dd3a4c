/* A step of a scenario that stands too early. */
import type { Place } from "../../base/place.ts";
import type { Edit } from "../../diagnostics/diagnostic.ts";
import type { CheckContext } from "../context.ts";
import { removal, textAt } from "./edits.ts";
import { after, indentationOf } from "./insertion.ts";

/** So far apart the two are looked at. */
const longestStretch = 2000;

/** The same step after another one that follows it in the same block; undefined if it stands in no such. */
export function movedAfter(step: Place, other: Place, context: CheckContext): readonly Edit[] | undefined {
  const { file } = step;
  if (other.file !== file || other.start < step.end || other.start - step.end > longestStretch)
    return undefined;
  const between = textAt({ file, start: step.end, end: other.start }, context);
  if (/[{}]/u.test(between)) return undefined;
  const gap = between.includes("\n") ? `\n${indentationOf(other, context)}` : " ";
  return [removal(step, context), { place: after(other), text: `${gap}${textAt(step, context)}` }];
}
