import type { Edit } from "../../diagnostics/diagnostic.ts";
import type { Expectation, Program } from "../../model/model.ts";
import type { CheckContext } from "../context.ts";
import { textAt } from "./edits.ts";

/** `amends NAME` in the head of a program, after what it amends already. */
export function amendmentAdded(program: Program, expectation: string): Edit | undefined {
  const last = program.amends.at(-1);
  const place = last?.place ?? program.triggers.at(-1)?.place;
  if (place === undefined) return undefined;
  return {
    place: { ...place, start: place.end },
    text: last === undefined ? ` amends ${expectation}` : `, ${expectation}`,
  };
}

/** Writes a mode at the end of an expectation, or changes the one that is written there. */
export function modeSet(
  expectation: Expectation,
  mode: Expectation["mode"],
  context: CheckContext,
): Edit | undefined {
  if (expectation.mode === mode) return undefined;
  const { place } = expectation;
  const written = /\s(normative|cognitive)$/u.exec(textAt(place, context));
  if (written === null) return { place: { ...place, start: place.end }, text: ` ${mode}` };
  return { place: { ...place, start: place.end - (written[1]?.length ?? 0) }, text: mode };
}
