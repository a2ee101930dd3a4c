import type { Place } from "../../base/place.ts";
import type { Position } from "../../base/source.ts";
import { visible } from "../../base/visible.ts";
import type { Diagnostic, Fix, Severity, Silenced } from "../diagnostic.ts";
import type { Locator, Sources } from "../locate.ts";
import { locator } from "../locate.ts";
import type { Summary } from "../sort.ts";
import { plainJson } from "./facts.ts";
import { jsonText } from "./json_text.ts";

/** A stretch of a file; lines and columns from 1, columns in UTF-16 units, the end exclusive. */
export interface JsonRange {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

export interface JsonFix {
  readonly title: string;
  readonly certain: boolean;
  readonly edits: readonly (JsonRange & { readonly text: string })[];
}

export interface JsonDiagnostic extends JsonRange {
  readonly check: string;
  readonly severity: Severity;
  readonly message: string;
  readonly label?: string;
  readonly related: readonly (JsonRange & { readonly message: string })[];
  readonly why: readonly string[];
  readonly help: readonly string[];
  readonly fixes: readonly JsonFix[];
  readonly facts?: unknown;
  readonly url?: string;
}

/** The whole document, described by `docs/schema/diagnostics.schema.json`. */
export interface JsonReport {
  readonly version: 1;
  readonly diagnostics: readonly JsonDiagnostic[];
  readonly silenced?: readonly (JsonDiagnostic & { readonly reason: string })[];
  readonly summary: Summary;
}

export interface JsonOptions {
  readonly summary: Summary;
  /** Findings that were silenced, to be listed with their reasons. */
  readonly silenced?: readonly Silenced[];
  /** Where the page of a check can be read. */
  readonly url?: (check: string) => string | undefined;
}

/**
 * The findings as a JSON document, in the order given. Words are made safe to show as in the terminal; the texts of
 * edits and the names of files are exactly as they are, hidden characters escaped as JSON allows.
 *
 * `facts` are the finding as data in the shape of the check's own. They are given where they are plain and small
 * (see `plainJson`) and left out otherwise; what they contain is not part of what `version` promises.
 */
export function renderJson(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  options: JsonOptions,
): string {
  return jsonText(jsonReport(diagnostics, sources, options));
}

/** The same as data, for hosts that do not want text. */
export function jsonReport(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  { summary, silenced, url }: JsonOptions,
): JsonReport {
  const located = locator(sources);
  const one = (diagnostic: Diagnostic): JsonDiagnostic => jsonDiagnostic(diagnostic, located, url);
  return {
    version: 1,
    diagnostics: diagnostics.map(one),
    ...(silenced && {
      silenced: silenced.map(({ diagnostic, reason }) => ({ ...one(diagnostic), reason: visible(reason) })),
    }),
    summary: {
      errors: summary.errors,
      warnings: summary.warnings,
      hints: summary.hints,
      files: summary.files,
      silenced: summary.silenced,
    },
  };
}

/** One finding as data. */
export function jsonDiagnostic(
  diagnostic: Diagnostic,
  located: Locator,
  url: JsonOptions["url"],
): JsonDiagnostic {
  const { check, severity, message, label, place, related = [], why = [], help = [] } = diagnostic;
  const facts = plainJson(diagnostic.facts);
  const page = url?.(check);
  return {
    check,
    severity,
    message: visible(message),
    ...(label !== undefined && { label: visible(label) }),
    ...jsonRange(place, located),
    related: related.map((other) => ({
      ...jsonRange(other.place, located),
      message: visible(other.message),
    })),
    why: why.map((text) => visible(text, { newlines: true })),
    help: help.map((text) => visible(text, { newlines: true })),
    fixes: diagnostic.fixes.map((fix) => jsonFix(fix, located)),
    ...(facts !== undefined && { facts }),
    ...(page !== undefined && { url: page }),
  };
}

function jsonFix({ title, certain, edits }: Fix, located: Locator): JsonFix {
  return {
    title: visible(title),
    certain,
    edits: edits.map(({ place, text }) => ({ ...jsonRange(place, located), text })),
  };
}

function jsonRange(place: Place, located: Locator): JsonRange {
  return { file: place.file, ...located.locate(place) };
}
