import type { Place } from "../../base/place.ts";
import type { Item, System } from "../../model/model.ts";
import type { CheckContext } from "../context.ts";
import { isModelled, isWrittenIn, whereWritten } from "./systems.ts";

/** Whether the model works with a system, rather than merely importing it: it declares, extends or couples it. */
export function isAtWork(system: System, context: CheckContext): boolean {
  return isModelled(system) || context.index.couplingsOf(system.id).length > 0;
}

/** The modeller's function systems, and those of the canon that the model works with. */
export function functionSystemsAtWork(context: CheckContext): readonly System[] {
  return context.model.systems.filter(
    (system) => system.systemKind === "function system" && isAtWork(system, context),
  );
}

/**
 * Where to report something about a part of a system: at the part's name, or at the system's own if `like` copied
 * the part from another, where it may be in order.
 */
export function whereStated(system: System, part: Item, context: CheckContext): Place {
  return isWrittenIn(system, part) ? part.namePlace : whereWritten(system, context);
}

/** Whether a place lies in the file that is checked, not in one that it imports. */
export function isInEntry(place: Place, context: CheckContext): boolean {
  return place.file === context.model.entry;
}
