/* From a name to where it is given, and to everywhere else where it is written. */
import { comparePlaces, contains, placeIn, type Place } from "../base/place.ts";
import { occurrencesOf } from "./occurrences.ts";
import type { Study } from "./study.ts";
import { keyOf, type NamedSymbol, type Occurrence } from "./symbols.ts";

export interface Definition {
  /** The name, or the path of an import, that was asked about. */
  readonly from: Place;
  /** The name where it is given. */
  readonly name: Place;
  /** All of what bears it. */
  readonly whole: Place;
}

/** Where the name at an offset is given; of the path of an import, the file that it leads to. */
export function definitionAt(study: Study, file: string, offset: number): Definition | undefined {
  const found = occurrencesOf(study).at(file, offset);
  if (found !== undefined) {
    const { place, node } = found.symbol;
    const whole = placeIn(place.file, node);
    return { from: found.place, name: place, whole: contains(whole, place) ? whole : place };
  }
  const imported = study.resolved.bindings.files
    .get(file)
    ?.file.imports.find((one) => covers(one.place, offset));
  const [target, another] = imported?.targets ?? [];
  if (imported === undefined || target === undefined || another !== undefined) return undefined;
  const start = placeIn(target, { start: 0, end: 0 });
  return { from: imported.place, name: start, whole: start };
}

/** Where the thing whose name stands at an offset is named, in this model. */
export function occurrencesLike(study: Study, file: string, offset: number): readonly Occurrence[] {
  const occurrences = occurrencesOf(study);
  const found = occurrences.at(file, offset);
  return found === undefined ? [] : occurrences.of(found.symbol);
}

/** Where a thing is named in several models; each place once, in order. */
export function referencesTo(symbol: NamedSymbol, studies: readonly Study[]): readonly Occurrence[] {
  const places = new Map<string, Occurrence>();
  for (const study of studies) {
    // Models share files; what is found in one of them is found again in the others.
    for (const one of occurrencesOf(study).of(symbol))
      places.set(keyOf({ ...symbol, place: one.place }), one);
  }
  return [...places.values()].sort((a, b) => comparePlaces(a.place, b.place));
}

export function covers(place: { readonly start: number; readonly end: number }, offset: number): boolean {
  return place.start <= offset && offset <= place.end;
}
