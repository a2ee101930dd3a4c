/* `thermostat.designated`: a system tells nobody by this name what it designates, an observer sees it designate. */
import type { Place } from "../../base/place.ts";
import { quoted } from "../../base/words.ts";
import type { Fix } from "../../diagnostics/diagnostic.ts";
import type { UnknownNameFacts } from "../../model/problems.ts";
import type { CheckContext } from "../context.ts";
import { textAfter, textBefore } from "./around.ts";
import { systemOf } from "./owners.ts";

export interface DesignatedPart {
  readonly help: string;
  readonly fixes: readonly Fix[];
}

/** What to write instead; undefined where no value of a system is meant. */
export function designatedPart(
  { name, owner }: Pick<UnknownNameFacts, "name" | "owner">,
  place: Place,
  context: CheckContext,
): DesignatedPart | undefined {
  const system = owner && systemOf(owner, context);
  if (name !== "designated" || owner === undefined || system === undefined) return undefined;
  const before = /(expect|eventually)\s+[\p{XID_Continue}.]+\.$/u.test(textBefore(place, context));
  const compared = /^\s*=\s*([\p{XID_Continue}]+)/u.exec(textAfter(place, context));
  const value = compared?.[1] ?? system.codes[0]?.values[0]?.name ?? "…";
  const text = `${owner.name} designates ${value}`;
  return {
    help: `what a system designated last is expected like this: ${quoted(text)}`,
    fixes:
      compared === null || !before
        ? []
        : [
            {
              title: `write ${quoted(text)}`,
              certain: false,
              edits: [
                {
                  place: { ...place, start: place.start - 1, end: place.end + compared[0].length },
                  text: ` designates ${value}`,
                },
              ],
            },
          ],
  };
}
