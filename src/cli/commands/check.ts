/* `niklas check`: reads models, checks them, mends them if asked, and tells what it found. */
import { dirname } from "node:path";
import { counted, quoted } from "../../base/words.ts";
import { visible } from "../../base/visible.ts";
import type { AppliedFix } from "../../diagnostics/edits.ts";
import { checks } from "../../index.ts";
import { withBibliographies } from "../bibliographies.ts";
import { checkAll, type Checked } from "../check_all.ts";
import { guardedText } from "../ci.ts";
import { wantsColor } from "../color.ts";
import { fencesFor } from "../documents/fences_for.ts";
import { entriesOf } from "../entries.ts";
import { reportFailures, statuses, type Status } from "../errors.ts";
import { reasonOf, UsageError, type Failure } from "../failure.ts";
import { mendAll, type Mended } from "../fix.ts";
import { fails } from "../levels.ts";
import { lookOf } from "../look.ts";
import { displayName, kindAt, pathOf, realPath, standardInputName } from "../paths.ts";
import { standardOverlay } from "../standard_input.ts";
import { render, type Report } from "../render.ts";
import { settingsOf, type CheckArguments, type Settings } from "../settings.ts";
import { isTerminal, print, terminalWidth, type Printed, type Stream } from "../terminal.ts";
import { doneAgain, watchedPaths, type Done, type Snapshot } from "../watch.ts";
import { writeFileSafely } from "../write.ts";

/** Findings of these checks say that a model was not read to its end. */
const limitChecks: ReadonlySet<string> = new Set(["too_large", "too_deep", "too_many"]);

export function checkCommand(typed: CheckArguments): Promise<Status> {
  const settings = settingsOf(typed, checks);
  return doneAgain(
    () => checkOnce(settings),
    settings.watch,
    () => lookOf(settings, "output"),
  );
}

async function checkOnce(settings: Settings): Promise<Done> {
  const { entries, failures } = entriesOf(settings.paths, settings);
  const fromInput = entries.some(({ path }) => path === undefined);
  if (fromInput && settings.fix && entries.length > 1) {
    throw new UsageError(
      `with ${quoted("--fix")}, standard input is mended alone`,
      "its mended text goes to standard output",
    );
  }
  const overlay = standardOverlay(entries);
  const fencesIn = await fencesFor(entries);
  const { workingFolder, levels } = settings;
  const { checked, mended, unwritten } = await withBibliographies((readBibliography) => {
    const options = { workingFolder, levels, overlay, readBibliography, fencesIn };
    if (!settings.fix) return { checked: checkAll(entries, options), mended: undefined, unwritten: [] };
    const all = mendAll(entries, options);
    const { written, failures: unwritten } = fromInput ? allWritten(all) : writeMended(all, settings);
    // What could not be written is as it was, and so is what is found in it.
    const checked = unwritten.length === 0 ? all.checked : checkAll(entries, options);
    return {
      checked,
      mended: { ...all, applied: all.applied.filter((one) => isIn(written, one)) },
      unwritten,
    };
  });

  const before = [...failures, ...checked.failures, ...(mended?.failures ?? []), ...unwritten];
  const report = { ...checked, failures: before, status: statusOf(checked, before, settings) };
  const after = [
    ...(await writeOutputs(report, settings)),
    ...(mended !== undefined && fromInput ? showMended(mended, overlay.get(standardInputName)) : []),
    ...(await tell(mended !== undefined && fromInput ? "errors" : "output", report, settings)),
  ];
  if (mended !== undefined) tellMended(mended.applied);
  reportFailures([...before, ...after]);
  return {
    status: after.length > 0 ? statuses.failed : report.status,
    inputs: watchedPaths(settings, checked.inputs),
    snapshot: snapshotOf(checked),
  };
}

/** What was found, for whoever compares it with the next time. */
function snapshotOf({ diagnostics }: Checked): Snapshot {
  const times = new Map<string, number>();
  return new Map(
    diagnostics.map(({ check, severity, message, place }): [string, string] => {
      const name = `${severity}[${check}] in ${place.file}: ${message}`;
      const before = times.get(name) ?? 0;
      times.set(name, before + 1);
      return [before === 0 ? name : `${name} (${before + 1})`, ""];
    }),
  );
}

function statusOf({ diagnostics }: Checked, failures: readonly Failure[], { failLevel }: Settings): Status {
  if (failures.length > 0 || diagnostics.some(({ check }) => limitChecks.has(check))) return statuses.failed;
  return diagnostics.some(({ severity }) => fails(severity, failLevel)) ? statuses.found : statuses.fine;
}

/** Prints what came in from standard input, mended; as it came where nothing was. */
function showMended({ texts }: Mended, content: Uint8Array = new Uint8Array()): readonly Failure[] {
  const printed = print("output", texts.get(standardInputName)?.after ?? content);
  return failureOf(printed);
}

/** The names of the files that have been mended, and why others have not. */
interface WrittenFiles {
  readonly written: ReadonlySet<string>;
  readonly failures: readonly Failure[];
}

function allWritten({ texts }: Mended): WrittenFiles {
  return { written: new Set(texts.keys()), failures: [] };
}

function isIn(names: ReadonlySet<string>, { fix }: AppliedFix): boolean {
  return fix.edits.every(({ place }) => names.has(place.file));
}

/** Writes what was mended to the files it came from. */
function writeMended({ texts }: Mended, { workingFolder }: Settings): WrittenFiles {
  const failures: Failure[] = [];
  const done = new Set<string>();
  const encoder = new TextEncoder();
  for (const [name, { before, after }] of texts) {
    const options = { before: encoder.encode(before) };
    const written = writeFileSafely(pathOf(workingFolder, name), encoder.encode(after), options);
    if (written.kind === "failed") {
      failures.push({ message: `cannot write ${quoted(name)}, which stays as it was: ${written.reason}` });
    } else {
      done.add(name);
    }
  }
  return { written: done, failures };
}

async function writeOutputs(report: Report, settings: Settings): Promise<readonly Failure[]> {
  const failures: Failure[] = [];
  for (const { format, name, path, anyKind } of settings.outputs) {
    const refused = refusal(path, name, report, settings);
    if (refused !== undefined) {
      failures.push(refused);
      continue;
    }
    const text = await render(format, report, { ...settings, color: false, quiet: false, width: undefined });
    const written = writeFileSafely(path, new TextEncoder().encode(text), { anyKind });
    if (written.kind === "failed") {
      failures.push({ message: `cannot write ${quoted(name)}: ${written.reason}` });
    }
  }
  return failures;
}

/** Why findings are not written to a file: its folder is not there, or the check has read the file itself. */
function refusal(
  path: string,
  name: string,
  { inputs }: Report,
  { workingFolder }: Settings,
): Failure | undefined {
  const folder = dirname(path);
  if (kindAt(folder) === "none") {
    const missing = displayName(workingFolder, folder);
    return {
      message: `cannot write ${quoted(name)}: there is no folder ${quoted(missing)}`,
      help: "make it first",
    };
  }
  if (!inputs.has(displayName(workingFolder, realPath(path) ?? path))) return undefined;
  return { message: `findings are not written to ${quoted(name)}, which belongs to what is checked` };
}

/** Prints the findings in the form asked for. */
async function tell(stream: Stream, report: Report, settings: Settings): Promise<readonly Failure[]> {
  const color = wantsColor(settings.color, process.env, isTerminal(stream));
  const text = await render(settings.format, report, { ...settings, color, width: terminalWidth(stream) });
  const shown = settings.format === "text" ? guardedText(text, process.env) : text;
  return failureOf(print(stream, shown));
}

function failureOf(printed: Printed): readonly Failure[] {
  if (printed.kind !== "failed") return [];
  return [{ message: `cannot print what was found: ${reasonOf(printed.error)}` }];
}

/** Says what was mended, beside the findings that are left. */
function tellMended(applied: readonly AppliedFix[]): void {
  if (applied.length === 0) return;
  const lines = applied.map(({ diagnostic, fix }) => {
    return `mended ${visible(diagnostic.place.file)}: ${visible(fix.title)} (${diagnostic.check})`;
  });
  lines.push(`${counted(applied.length, "finding")} mended`);
  print("errors", guardedText(`${lines.join("\n")}\n`, process.env));
}
