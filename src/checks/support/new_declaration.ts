/* Where a declaration that a fix adds goes, and what it may be called. */
import type { Place } from "../../base/place.ts";
import type { Edit } from "../../diagnostics/diagnostic.ts";
import type { Item, Model, System } from "../../model/model.ts";
import type { CheckContext } from "../context.ts";
import { textAfter } from "./around.ts";
import { memberAdded } from "./edits.ts";
import { after, lineAfter } from "./insertion.ts";
import { namesIn } from "./names.ts";
import { isWrittenIn } from "./systems.ts";
import { freeName } from "./template.ts";

/**
 * After the last regulation of a file, else after its last coupling, else after the last system or environment:
 * an empty place at the end of a line of its own. Undefined for a file that has none of these.
 */
export function placeForRegulation(file: string, { shared }: CheckContext): Place | undefined {
  return shared.placeForRegulation(file);
}

/** After the last coupling of the file, else after the last thing it declares before its scenarios. */
export function placeForCoupling(file: string, { shared }: CheckContext): Place | undefined {
  return shared.placeForCoupling(file);
}

/** The name, or the name with a number, so that nothing in the model bears it yet. */
export function newName(wanted: string, { shared }: CheckContext): string {
  const names = shared.declaredNames();
  return freeName(wanted, (name) => names.has(name));
}

/** Members of a system that the modeller has not written anything of yet stand in an `extend` of their own. */
export function membersAdded(
  system: System,
  lines: readonly string[],
  file: string,
  context: CheckContext,
): Edit | undefined {
  const [line = "", ...others] = lines;
  const last =
    others.length > 0 ? undefined : siblings(system, line).findLast(({ place }) => place.file === file);
  if (last !== undefined && isWrittenIn(system, last) && standsAlone(last.place, context))
    return lineAfter(last.place, line, context);
  const added = memberAdded(system, lines, context);
  if (added !== undefined) return added;
  if (!system.canonical && system.place.file === file) {
    const place = { ...system.place, start: system.place.end };
    return { place, text: ` {\n${lines.map((line) => `  ${line}\n`).join("")}}` };
  }
  const place = placeForCoupling(file, context);
  const name = namesIn(file, context)(system.id);
  return place && { place, text: `\n\nextend ${name} {\n${lines.map((line) => `  ${line}\n`).join("")}}` };
}

/** The members of the kind that a line declares. */
function siblings({ sensitivities, operations }: System, line: string): readonly Item[] {
  return line.startsWith("sensitive to ") ? sensitivities : line.startsWith("operation ") ? operations : [];
}

/** Whether nothing but a comment stands behind it on its line. */
function standsAlone(place: Place, context: CheckContext): boolean {
  return /^[ \t]*(\/\/|[\r\n])/u.test(textAfter(place, context));
}

// ── What these answer, worked out once for a model ─────────────────────────

export function findPlaceForRegulation(file: string, { model }: CheckContext): Place | undefined {
  return (
    afterLast(file, model.regulations) ?? afterLast(file, model.couplings) ?? afterLastOwner(file, model)
  );
}

export function findPlaceForCoupling(file: string, { model }: CheckContext): Place | undefined {
  return afterLast(file, model.couplings) ?? afterLastOwner(file, model) ?? afterLast(file, model.scenarios);
}

function afterLastOwner(file: string, { systems, environments }: Model): Place | undefined {
  const bodies = systems.flatMap((system) => system.bodies.map((place) => ({ place })));
  return afterLast(file, [...systems, ...bodies, ...environments]);
}

function afterLast(file: string, items: readonly { readonly place: Place }[]): Place | undefined {
  let last: Place | undefined;
  for (const { place } of items) {
    if (place.file === file && (last === undefined || place.end > last.end)) last = place;
  }
  return last && after(last);
}

export function findNames({ model }: CheckContext): ReadonlySet<string> {
  const declared = [
    ...model.societies,
    ...model.systems,
    ...model.environments,
    ...model.couplings,
    ...model.regulations,
    ...model.scenarios,
    ...model.properties,
    ...model.experiments,
  ];
  return new Set(declared.map(({ name }) => name));
}
