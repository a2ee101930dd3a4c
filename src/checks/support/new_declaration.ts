/* Where a declaration that a fix adds goes, and what it may be called. */
import type { Place } from "../../base/place.ts";
import type { Id } from "../../model/reference.ts";
import { namesOf } from "../../flow/describe.ts";
import type { NameOf } from "../../flow/describe.ts";
import type { CheckContext } from "../context.ts";
import { textAt } from "./edits.ts";
import { after } from "./insertion.ts";
import { freeName } from "./template.ts";

/**
 * After the last regulation of a file, else after its last coupling, else after the last system or environment:
 * an empty place at the end of a line of its own. Undefined for a file that has none of these.
 */
export function placeForRegulation(file: string, { model }: CheckContext): Place | undefined {
  const groups: readonly (readonly Place[])[] = [
    model.regulations.map((regulation) => regulation.place),
    model.couplings.map((coupling) => coupling.place),
    [
      ...model.systems.flatMap((system) => [system.place, ...system.bodies]),
      ...model.environments.map((environment) => environment.place),
    ],
  ];
  for (const places of groups) {
    const ends = places.filter((place) => place.file === file).map((place) => place.end);
    if (ends.length > 0) return after({ file, start: 0, end: Math.max(...ends) });
  }
  return undefined;
}

/** The name, or the name with a number, so that nothing in the model bears it yet. */
export function newName(wanted: string, { model }: CheckContext): string {
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
  return freeName(
    wanted,
    declared.map(({ name }) => name),
  );
}

/**
 * How a file calls the systems, environments and populations that its couplings and regulations name (by an import's
 * alias, perhaps); others are called by their own names.
 */
export function namesIn(file: string, context: CheckContext): NameOf {
  const { model, index } = context;
  const called = new Map<Id, string>();
  const refs = [
    ...model.couplings.flatMap(({ left, right }) => [left, right]),
    ...model.regulations.flatMap(({ by, of }) => [by, of]),
  ];
  for (const ref of refs) {
    if (ref === undefined || ref.place.file !== file || called.has(ref.id)) continue;
    const text = textAt(ref.place, context);
    if (text !== "") called.set(ref.id, text);
  }
  const own = namesOf(index);
  return (id) => called.get(id) ?? own(id);
}
