/**
 * Niklas: models of society in the sense of Niklas Luhmann's systems theory, read and checked.
 *
 *     text → parse → resolve → check
 *
 * Everything here is a function of its arguments: nothing reads a file, a clock or the network. Files that a model
 * imports come through the `host` that the caller hands in.
 */
import type { Source } from "./base/source.ts";
import { applyChecks, type CheckOptions as ApplyOptions, type CheckResult } from "./checks/apply.ts";
import { checks } from "./checks/list.ts";
import { noFiles, type Host } from "./model/host.ts";
import type { ReadBibliography } from "./model/loaded.ts";
import { resolve, type Resolved } from "./model/resolve.ts";
import { parse, type Parsed } from "./syntax/parse.ts";

export interface CheckOptions extends ApplyOptions {
  /** Where imports come from; without it a model can import the canon alone. */
  readonly host?: Host;
  /**
   * How a bibliography is read: `readBibliography` of `niklas/bibliography`. Without it citations are not looked up.
   * It is handed in because the library for BibTeX takes longer to load than most models take to check.
   */
  readonly readBibliography?: ReadBibliography;
}

/** The names that `allow` and `expect violation` may name. What is found in reading the text cannot be allowed. */
const knownChecks = {
  names: new Set(checks.map(({ name }) => name)),
  ofLanguage: new Set(checks.filter(({ group }) => group === "reading").map(({ name }) => name)),
};

/**
 * Checks a model: reads it and what it imports, resolves its names, and looks for what contradicts the theory.
 * A mere text is checked under the name `model.sys`. Never throws on what the text says.
 */
export function check(model: Source | string, options: CheckOptions = {}): CheckResult {
  const source = typeof model === "string" ? { name: "model.sys", text: model } : model;
  const resolved = resolve(source, options.host ?? noFiles, {
    checks: knownChecks,
    readBibliography: options.readBibliography,
  });
  return applyChecks(resolved, options);
}

export { parse, resolve, applyChecks, checks };
export { applyEdits } from "./diagnostics/edits.ts";
export { memoryHost } from "./model/memory_host.ts";
export { noFiles };
export { lineStartsOf, positionAt } from "./base/source.ts";
export type { Source, Position } from "./base/source.ts";
export type { Place, Span } from "./base/place.ts";
export type { CheckResult } from "./checks/apply.ts";
export type { Diagnostic, Edit, Fix, Related, Severity, Silenced } from "./diagnostics/diagnostic.ts";
export type { Check, Group, Problem } from "./diagnostics/define.ts";
export type { Host, Located, ReadOutcome } from "./model/host.ts";
export type { Model } from "./model/model.ts";
export type { Parsed, Resolved };
