/* Findings as the protocol has them. */
import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic as ProtocolDiagnostic,
} from "vscode-languageserver";
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.ts";
import { toLocation, toRange, type Locations } from "./positions.ts";

/** Checks that find what could as well not be there. */
const unnecessary: ReadonlySet<string> = new Set([
  "unused_import",
  "unused_allow",
  "unused_expectation",
  "shadowed_clause",
  "duplicate_channel",
  "duplicate_entry",
]);

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  hint: DiagnosticSeverity.Information,
};

export function toProtocol(
  diagnostic: Diagnostic,
  locations: Locations,
  page: string | undefined,
): ProtocolDiagnostic {
  const { check, severity, place, message, why = [], help = [], related = [] } = diagnostic;
  const details = [...why, ...help].map((line) => `\n${line}`).join("");
  return {
    range: toRange(locations.lines(place.file), place),
    severity: severities[severity],
    code: check,
    source: "niklas",
    message: message + details,
    ...(page !== undefined && { codeDescription: { href: page } }),
    ...(unnecessary.has(check) && { tags: [DiagnosticTag.Unnecessary] }),
    ...(related.length > 0 && {
      relatedInformation: related.map((one) => ({
        location: toLocation(locations, one.place),
        message: one.message,
      })),
    }),
  };
}
