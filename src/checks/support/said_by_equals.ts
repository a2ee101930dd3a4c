/* `expect politics = opposition`, `expect rules = effective`: what is said of a name with a word of its own. */
import type { Place } from "../../base/place.ts";
import { quoted } from "../../base/words.ts";
import type { Fix } from "../../diagnostics/diagnostic.ts";
import type { Named } from "../../model/problems.ts";
import type { CheckContext } from "../context.ts";
import { textAfter, textBefore } from "./around.ts";
import { systemOf } from "./owners.ts";
import { otherValueOf, verdictMeant } from "./verdicts.ts";

/** What to write where a system is compared with a value that it designates, or a regulation with a verdict. */
export function comparedWithWord(found: Named, place: Place, context: CheckContext): Fix | undefined {
  const compared = /^\s*(!?=)\s*([\p{XID_Continue}]+)(?=\s*(?:[\r\n}]|$))/u.exec(textAfter(place, context));
  if (compared === null) return undefined;
  const [all, sign = "", word = ""] = compared;
  const head = /\b(?:expect|eventually)\s+((?:[\p{XID_Continue}]+\.)?)$/u.exec(textBefore(place, context));
  if (head === null) return undefined;
  const said = wordFor(found, sign === "!=", word, context);
  if (said === undefined) return undefined;
  const { text, certain } = said;
  return {
    title: `write ${quoted(`${head[1] ?? ""}${found.name} ${text}`)}`,
    certain,
    edits: [{ place: { ...place, start: place.end, end: place.end + all.length }, text: ` ${text}` }],
  };
}

function wordFor(
  found: Named,
  not: boolean,
  word: string,
  context: CheckContext,
): { readonly text: string; readonly certain: boolean } | undefined {
  if (found.what === "regulation") {
    const verdict = not ? undefined : verdictMeant(word);
    return verdict === undefined ? undefined : { text: `is ${verdict}`, certain: verdict === word };
  }
  const system = systemOf(found, context);
  if (system === undefined) return undefined;
  const homes = context.shared.homesOf(system);
  const isValue = [system, ...homes].some(({ codes }) =>
    codes.some(({ values }) => values.some(({ name }) => name === word)),
  );
  const value = isValue && not ? otherValueOf(word, system) : isValue ? word : undefined;
  return value === undefined ? undefined : { text: `designates ${value}`, certain: !not };
}
