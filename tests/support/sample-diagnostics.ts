import type { Place } from "../../src/base/place.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { sourceIn, type Sources } from "../../src/diagnostics/locate.ts";

/** Texts by name, as renderers ask for them. */
export function sourcesOf(texts: Readonly<Record<string, string>>): Sources {
  const byName = new Map(Object.entries(texts));
  return (file) => {
    const text = byName.get(file);
    return text === undefined ? undefined : { name: file, text };
  };
}

/** The place of the first occurrence of some words in a text. */
export function placeOf(words: string, file: string, sources: Sources): Place {
  const start = sourceIn(sources, file)?.text.indexOf(words) ?? -1;
  if (start < 0) throw new Error(`${file} does not contain ${words}`);
  return { file, start, end: start + words.length };
}

/** A finding with as few words as can be, and what a test says of it. */
export function finding(place: Place, more: Partial<Diagnostic> = {}): Diagnostic {
  return {
    check: "unknown_name",
    severity: "error",
    place,
    facts: {},
    fixes: [],
    message: "nothing here is called so",
    ...more,
  };
}
