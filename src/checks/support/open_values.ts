import { folded } from "../../model/canon/names.ts";
import { undecidedIn } from "../../model/canon/undecided.ts";

/** A code with more values than this has been reported; the exception below is not looked for in it. */
const mostCompared = 12;

/**
 * The values of a code that say that a case is still open. `known / unknown` and its like are none of them: there
 * the word negates the other side.
 */
export function openValues(values: readonly string[]): readonly string[] {
  const others = values.slice(0, mostCompared);
  return values.filter(
    (value) =>
      undecidedIn(value) !== undefined &&
      !others.some((other) => folded(value) !== "undecided" && negates(folded(value), folded(other))),
  );
}

function negates(value: string, other: string): boolean {
  return value === `un${other}` || value === `in${other}` || `已${value}` === other.replace("已", "已未");
}
