import type { Place } from "../../base/place.ts";
import type { CheckContext } from "../context.ts";
import { textAfter } from "./around.ts";

/** The whole of an argument, from its name to the comma or bracket after its value; undefined if that is not near. */
export function argumentAt(name: Place, context: CheckContext): Place | undefined {
  const text = textAfter(name, context);
  let open = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index];
    if (sign === '"' && text[index - 1] !== "\\") quoted = !quoted;
    if (quoted) continue;
    if (sign === "(") open += 1;
    else if (open > 0 && sign === ")") open -= 1;
    else if (open === 0 && (sign === "," || sign === ")")) {
      return { ...name, end: name.end + text.slice(0, index).trimEnd().length };
    }
  }
  return undefined;
}
