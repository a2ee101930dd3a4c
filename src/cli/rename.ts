/* Findings with other names for the files: some readers of reports know files by other names than we tell people. */
import type { Place } from "../base/place.ts";
import type { Source } from "../base/source.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/** The finding as it reads when every file is called by its other name. */
export function renamedDiagnostic(diagnostic: Diagnostic, rename: (file: string) => string): Diagnostic {
  const moved = (place: Place): Place => ({ ...place, file: rename(place.file) });
  const { place, related, fixes } = diagnostic;
  return {
    ...diagnostic,
    place: moved(place),
    ...(related && { related: related.map((other) => ({ ...other, place: moved(other.place) })) }),
    fixes: fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, place: moved(edit.place) })),
    })),
  };
}

/** The texts by the other names. */
export function renamedSources(
  sources: ReadonlyMap<string, Source>,
  rename: (file: string) => string,
): ReadonlyMap<string, Source> {
  return new Map([...sources].map(([name, source]) => [rename(name), { ...source, name: rename(name) }]));
}
