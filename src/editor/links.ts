/* The files that a text names. */
import type { Place } from "../base/place.ts";
import type { Study } from "./study.ts";

export interface Link {
  readonly place: Place;
  /** By the name that the host knows it by. */
  readonly file: string;
}

/** The imports and bibliographies of a file that lead to files. */
export function linksIn({ resolved }: Study, file: string): readonly Link[] {
  const one = resolved.bindings.files.get(file)?.file;
  const canonical = new Set(resolved.model.files.flatMap((each) => (each.canonical ? [each.name] : [])));
  const imports = (one?.imports ?? []).flatMap(({ place, targets }) =>
    targets.flatMap((target) => (canonical.has(target) ? [] : [{ place, file: target }])),
  );
  const bibliographies = (one?.bibliographies ?? []).flatMap((each) =>
    each.file === undefined ? [] : [{ place: each.place, file: each.file }],
  );
  return [...imports, ...bibliographies];
}
