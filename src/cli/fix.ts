/* Mending: what is certain, again until nothing changes, and then written. */
import { quoted } from "../base/words.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { applyCertainFixes, type AppliedFix } from "../diagnostics/edits.ts";
import { checkAll, type Checked } from "./check_all.ts";
import type { CheckEntryOptions } from "./check_entry.ts";
import type { Entry } from "./entries.ts";
import type { Failure } from "./failure.ts";
import { nameOfEntry } from "./source_of_entry.ts";

/** One mended finding can reveal the next; after so many rounds it is left to the user. */
const mostRounds = 10;

export interface Mended {
  /** What is found after mending. */
  readonly checked: Checked;
  readonly applied: readonly AppliedFix[];
  /** The new text of the files that change, by name, and the text that they had. */
  readonly texts: ReadonlyMap<string, { readonly before: string; readonly after: string }>;
  readonly failures: readonly Failure[];
}

/**
 * Checks the entries and applies the fixes that are certain, round by round, without writing anything. Only the
 * entries are changed, not what they import from elsewhere.
 */
export function mendAll(entries: readonly Entry[], options: CheckEntryOptions): Mended {
  const mendable = new Set(entries.map((entry) => nameOfEntry(entry, options.workingFolder)));
  const texts = new Map<string, { readonly before: string; readonly after: string }>();
  const applied: AppliedFix[] = [];
  let checked = checkAll(entries, options);
  for (let round = 0; round < mostRounds; round += 1) {
    const fixable = checked.diagnostics.filter((diagnostic) => isWithin(diagnostic, mendable));
    const { sources } = checked;
    const outcome = applyCertainFixes(fixable, (file) => sources.get(file));
    if (outcome.texts.size === 0) break;
    const next = new Map(texts);
    for (const [name, text] of outcome.texts) {
      next.set(name, { before: texts.get(name)?.before ?? sources.get(name)?.text ?? "", after: text });
    }
    const after = checkAll(entries, { ...options, overlay: overlaid(options.overlay, next) });
    const broken = unreadable(checked, after, outcome.texts.keys());
    if (broken !== undefined) {
      return { checked, applied, texts, failures: [brokenBy(broken, outcome.applied)] };
    }
    for (const [name, text] of next) texts.set(name, text);
    applied.push(...outcome.applied);
    checked = after;
  }
  return { checked, applied, texts, failures: [] };
}

/** The contents with what has been mended on top. */
function overlaid(
  overlay: ReadonlyMap<string, Uint8Array>,
  texts: ReadonlyMap<string, { readonly after: string }>,
): ReadonlyMap<string, Uint8Array> {
  const contents = new Map(overlay);
  for (const [name, { after }] of texts) contents.set(name, new TextEncoder().encode(after));
  return contents;
}

function isWithin({ fixes }: Diagnostic, names: ReadonlySet<string>): boolean {
  const fix = fixes.find(({ certain }) => certain);
  return fix !== undefined && fix.edits.every(({ place }) => names.has(place.file));
}

/** A file that can be read less well after a round than before it: then one of the fixes was wrong. */
function unreadable(before: Checked, after: Checked, names: Iterable<string>): string | undefined {
  const problems = ({ diagnostics }: Checked, name: string): number =>
    diagnostics.filter(({ check, place }) => check === "syntax_error" && place.file === name).length;
  for (const name of names) {
    if (problems(after, name) > problems(before, name)) return name;
  }
  return undefined;
}

function brokenBy(name: string, applied: readonly AppliedFix[]): Failure {
  const checks = [...new Set(applied.map(({ diagnostic }) => quoted(diagnostic.check)))].join(", ");
  return {
    message: `a fix would have damaged ${quoted(name)}, so this round of fixes (${checks}) was not applied`,
    help: "this is a mistake in Niklas itself; please report it with the model",
  };
}
