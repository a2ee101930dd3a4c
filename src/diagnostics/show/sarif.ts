import type { Place } from "../../base/place.ts";
import { visible } from "../../base/visible.ts";
import type { Diagnostic, Fix, Silenced } from "../diagnostic.ts";
import type { Locator, Sources } from "../locate.ts";
import { locator } from "../locate.ts";
import { severityRank } from "../sort.ts";
import { lineFingerprints } from "./fingerprint.ts";
import { jsonText } from "./json_text.ts";
import type { RulePage } from "./sarif_rules.ts";
import { bareRule, sarifLevel, sarifRule } from "./sarif_rules.ts";
import { artifactLocation } from "./uri.ts";

/** Something that went otherwise than planned, not about a model but about the check itself. */
export interface SarifNotification {
  readonly level: "error" | "warning" | "note";
  readonly message: string;
}

export interface SarifOptions {
  /** The version of this tool. */
  readonly version: string;
  readonly informationUri?: string;
  /** All checks there are, whether they found something or not. */
  readonly rules: readonly RulePage[];
  readonly silenced?: readonly Silenced[];
  /** Whether the tool could do its job, whatever it found; `true` if not given. */
  readonly successful?: boolean;
  readonly exitCode?: number;
  readonly notifications?: readonly SarifNotification[];
}

/** What GitHub accepts: results in a run, and places with one result. */
const mostResults = 25_000;
const mostPlaces = 1_000;

interface Entry {
  readonly diagnostic: Diagnostic;
  readonly reason: string | undefined;
}

/**
 * The findings as a SARIF 2.1.0 log of one run, in the order given, silenced ones after the others and marked as
 * suppressed. If there are more than code hosts accept, the least severe are left out and a notification says so.
 * Files are relative to the root of the sources; nothing in the log tells of the machine or the time.
 */
export function renderSarif(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  options: SarifOptions,
): string {
  const located = locator(sources);
  const all = [
    ...diagnostics.map((diagnostic): Entry => ({ diagnostic, reason: undefined })),
    ...(options.silenced ?? []).map(({ diagnostic, reason }): Entry => ({ diagnostic, reason })),
  ];
  const entries = mostSevere(all, mostResults);
  const rules = rulesFor(options.rules, entries);
  const indexOf = new Map(rules.map(({ name }, index) => [name, index]));
  const print = fingerprinter(located);
  const hasSilenced = entries.some(({ reason }) => reason !== undefined);
  const leftOut = all.length - entries.length;
  const notifications: readonly SarifNotification[] = [
    ...(options.notifications ?? []),
    ...(leftOut > 0
      ? [
          {
            level: "warning" as const,
            message: `${leftOut} of ${all.length} findings are left out, the least severe first: a log holds at most ${mostResults}`,
          },
        ]
      : []),
  ];
  return jsonText({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Niklas",
            semanticVersion: options.version,
            ...(options.informationUri !== undefined && { informationUri: options.informationUri }),
            rules: rules.map(sarifRule),
          },
        },
        language: "en",
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: {
          "%SRCROOT%": { description: { text: "The folder to which the names of files are relative." } },
        },
        invocations: [
          {
            executionSuccessful: options.successful ?? true,
            ...(options.exitCode !== undefined && { exitCode: options.exitCode }),
            toolExecutionNotifications: notifications.map(({ level, message }) => ({
              level,
              message: { text: visible(message, { newlines: true }) },
            })),
          },
        ],
        results: entries.map(({ diagnostic, reason }) => ({
          ruleId: diagnostic.check,
          ruleIndex: indexOf.get(diagnostic.check) ?? -1,
          level: sarifLevel(diagnostic.severity),
          message: { text: messageText(diagnostic) },
          locations: [location(diagnostic.place, located, diagnostic.label)],
          ...relatedLocations(diagnostic, located),
          ...sarifFixes(diagnostic.fixes, located),
          partialFingerprints: { primaryLocationLineHash: print(diagnostic.place) },
          ...(hasSilenced && {
            suppressions: reason === undefined ? [] : [{ kind: "inSource", justification: visible(reason) }],
          }),
        })),
      },
    ],
  });
}

/** As many as may stay, in their order: errors before warnings before hints, and of equals the first. */
function mostSevere(entries: readonly Entry[], most: number): readonly Entry[] {
  if (entries.length <= most) return entries;
  const kept = new Set(
    [...entries]
      .sort((a, b) => severityRank(a.diagnostic.severity) - severityRank(b.diagnostic.severity))
      .slice(0, most),
  );
  return entries.filter((entry) => kept.has(entry));
}

function rulesFor(known: readonly RulePage[], entries: readonly Entry[]): readonly RulePage[] {
  const rules = new Map(known.map((rule) => [rule.name, rule]));
  for (const { diagnostic } of entries) {
    if (!rules.has(diagnostic.check)) {
      rules.set(diagnostic.check, bareRule(diagnostic.check, diagnostic.severity));
    }
  }
  return [...rules.values()];
}

/** What is wrong in the first line, then why and what to do. */
function messageText({ message, why = [], help = [] }: Diagnostic): string {
  const lines = [visible(message), ...[...why, ...help].map((text) => visible(text, { newlines: true }))];
  // What looks like `[words](target)` would be a link in a SARIF message (SARIF 2.1.0, 3.11.6).
  return lines.join("\n").replace(/\[([^[\]]*)\]\(/g, "\\[$1\\](");
}

function relatedLocations({ related = [] }: Diagnostic, located: Locator): object {
  if (related.length === 0) return {};
  return {
    relatedLocations: related
      .slice(0, mostPlaces - 1)
      .map(({ place, message }, id) => ({ id, ...location(place, located, message) })),
  };
}

function sarifFixes(fixes: readonly Fix[], located: Locator): object {
  const distinct = new Map(
    fixes
      .filter(({ edits }) => edits.length > 0)
      .map((fix) => {
        const shown = sarifFix(fix, located);
        return [JSON.stringify(shown), shown] as const;
      }),
  );
  return distinct.size === 0 ? {} : { fixes: [...distinct.values()] };
}

function sarifFix({ title, certain, edits }: Fix, located: Locator): object {
  const files = [...new Set(edits.map(({ place }) => place.file))];
  return {
    description: { text: visible(title) },
    artifactChanges: files.map((file) => ({
      artifactLocation: artifactLocation(file),
      replacements: edits
        .filter(({ place }) => place.file === file)
        .map(({ place, text }) => ({
          deletedRegion: region(place, located),
          ...(text !== "" && { insertedContent: { text } }),
        })),
    })),
    properties: { certain },
  };
}

function location(place: Place, located: Locator, message: string | undefined): object {
  return {
    physicalLocation: {
      artifactLocation: artifactLocation(place.file),
      region: region(place, located),
    },
    ...(message !== undefined && message !== "" && { message: { text: visible(message) } }),
  };
}

function region(place: Place, located: Locator): object {
  const { start, end } = located.locate(place);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** Finds the fingerprint of the line where a place begins; each text is gone through once. */
function fingerprinter(located: Locator): (place: Place) => string {
  const prints = new Map<string, readonly string[]>();
  return (place) => {
    let ofFile = prints.get(place.file);
    if (ofFile === undefined) {
      ofFile = lineFingerprints(located.text(place.file)?.text ?? "");
      prints.set(place.file, ofFile);
    }
    return ofFile[located.locate(place).start.line - 1] ?? ofFile[0] ?? "";
  };
}
