/* What the checks say of a model, as tests look at it. */
import { applyEdits, check, memoryHost } from "../../src/index.ts";
import type { Diagnostic, Fix, Severity } from "../../src/index.ts";

export type Files = Readonly<Record<string, string>>;

const entryName = "main.sys";

/** Everything that is said of a model; `files` lie beside it. */
export function findings(text: string, files: Files = {}): readonly Diagnostic[] {
  const host = memoryHost(new Map(Object.entries({ ...files, [entryName]: text })));
  return check({ name: entryName, text }, { host }).diagnostics;
}

/** What one check says of a model. */
export function findingsOf(name: string, text: string, files: Files = {}): readonly Diagnostic[] {
  return findings(text, files).filter((found) => found.check === name);
}

/** The names of the checks that find something, each once. */
export function checksIn(text: string, files: Files = {}): readonly string[] {
  return [...new Set(findings(text, files).map((found) => found.check))];
}

/** The one finding of a check; fails if there are none or several. */
export function onlyFinding(name: string, text: string, files: Files = {}): Diagnostic {
  const [found, ...others] = findingsOf(name, text, files);
  if (found === undefined || others.length > 0) {
    const all = findings(text, files).map(({ check: by, message }) => `${by}: ${message}`);
    throw new Error(`not one ${name}, but ${all.join("; ")}`);
  }
  return found;
}

/** The text after a fix. */
export function afterFix(text: string, { edits }: Fix): string {
  return applyEdits(text, edits);
}

/** What a fix is called, and whether it is certain. */
export function fixesOf({ fixes }: Diagnostic): readonly string[] {
  return fixes.map(({ title, certain }) => `${certain ? "certain: " : ""}${title}`);
}

/** The errors, each with what it underlines: `unknown_name lwa`. */
export function errorsIn(text: string, files: Files = {}): readonly string[] {
  return foundIn(text, files, "error");
}

/** The warnings, likewise. */
export function warningsIn(text: string, files: Files = {}): readonly string[] {
  return foundIn(text, files, "warning");
}

function foundIn(text: string, files: Files, wanted: Severity): readonly string[] {
  const texts: Files = { ...files, [entryName]: text };
  return findings(text, files)
    .filter(({ severity }) => severity === wanted)
    .map(({ check: name, place }) => `${name} ${texts[place.file]?.slice(place.start, place.end)}`);
}
