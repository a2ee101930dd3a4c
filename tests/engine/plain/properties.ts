/* LANGUAGE.md, "Properties": those that are held against a run. */
import type { Property } from "../../../src/model/model.ts";
import { holds, isSo } from "./outcome.ts";
import { countOf } from "./run.ts";
import type { Run } from "./run.ts";

/** What is known of a property up to a moment. */
interface Watched {
  readonly property: Property;
  /** How it stands, if the run ended here. */
  fulfilled: boolean;
  /** Of `after`: how often the operation had occurred at the last moment. */
  occurred: number;
}

export function watched(run: Run): Watched[] {
  return run.model.properties.flatMap((property) => {
    const kind = property.claim?.kind;
    if (kind === undefined || kind === "reaches") return [];
    return [{ property, fulfilled: kind !== "eventually", occurred: 0 }];
  });
}

/** A moment: "before the first step and at the end of every step". What is decided is not asked again. */
export function look(run: Run, all: readonly Watched[]): void {
  for (const each of all) {
    const { claim, name } = each.property;
    switch (claim?.kind) {
      case "always":
        if (each.fulfilled) each.fulfilled = holds(run, claim.condition, name);
        break;
      case "never":
        if (each.fulfilled) each.fulfilled = !holds(run, claim.condition, name);
        break;
      case "eventually":
        // "`eventually` is fulfilled at one of these moments"
        if (!each.fulfilled) each.fulfilled = isSo(run, claim.outcome, name);
        break;
      case "after": {
        // "at or after each occurrence of `op`, before the run ends"
        const occurred = countOf(run, claim.operation.owner, claim.operation.name);
        if (occurred > each.occurred) each.fulfilled = false;
        each.occurred = occurred;
        if (!each.fulfilled) each.fulfilled = isSo(run, claim.outcome, name);
        break;
      }
      case "reaches":
      case undefined:
        break;
    }
  }
}
