/* Where edits insert, and under which indentation. */
import type { Place } from "../../base/place.ts";
import type { Edit } from "../../diagnostics/diagnostic.ts";
import type { CheckContext } from "../context.ts";
import { textAfter } from "./around.ts";
import { indentationAt } from "./edits.ts";

/** An empty place at the end of another. */
export function after(place: Place): Place {
  return { file: place.file, start: place.end, end: place.end };
}

/** An empty place at the start of another. */
export function before(place: Place): Place {
  return { file: place.file, start: place.start, end: place.start };
}

/** The white space with which the line begins on which a place begins. */
export function indentationOf(place: Place, context: CheckContext): string {
  return indentationAt(context.source(place.file)?.text ?? "", place.start);
}

/** A line after the one on which a place ends, under its indentation. A comment behind the place stays with it. */
export function lineAfter(place: Place, line: string, context: CheckContext): Edit {
  const [comment = ""] = /^[ \t]*\/\/[^\r\n]*/u.exec(textAfter(place, context)) ?? [];
  const end = place.end + comment.length;
  return {
    place: { ...place, start: end, end },
    text: `\n${indentationOf(place, context)}${line}`,
  };
}
