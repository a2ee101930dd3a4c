/* `niklas report`: a model, its runs and what the checks say of it, as one file to hand in or to put online. */
import { basename, dirname, extname, join, resolve } from "node:path";
import { quoted } from "../../base/words.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { picturesOf } from "../../embedding/pictures_of.ts";
import { checks, prepare } from "../../index.ts";
import { playAll } from "../../runs/all.ts";
import { commandLines } from "../../views/report/commands.ts";
import type { CheckedEntry } from "../check_entry.ts";
import { guardedText } from "../ci.ts";
import { reportFailures, statuses, type Status } from "../errors.ts";
import { UsageError, type Failure } from "../failure.ts";
import { oneModel } from "../one_model.ts";
import { pathOf, realPath } from "../paths.ts";
import { evaluate } from "../ready_models.ts";
import type { ReportForm, ReportFormat, ReportStyle } from "../reporting/forms.ts";
import { settingsOf, type CheckArguments, type Settings } from "../settings.ts";
import { print } from "../terminal.ts";
import { version } from "../version.ts";
import { writeFileSafely } from "../write.ts";

export interface ReportArguments extends Pick<CheckArguments, "color" | "severity" | "config"> {
  readonly file: string;
  /** Where to write it; to standard output if it is not said. */
  readonly output?: string;
  readonly format?: ReportFormat;
  readonly form?: ReportForm;
  readonly style?: ReportStyle;
  readonly seed?: number;
}

export async function reportCommand(typed: ReportArguments): Promise<Status> {
  const {
    file,
    output: _output,
    format: _format,
    form: _form,
    style: _style,
    seed: _seed,
    ...common
  } = typed;
  const settings = settingsOf({ ...common, paths: [file] }, checks);
  const checked = await oneModel(file, settings, "a report is about one");
  if ("message" in checked) return failed([checked]);
  const prepared = prepare(checked.result, { evaluate });
  const played = playAll(prepared, { seed: typed.seed, severities: settings.levels });
  const { tested } = played;
  const results = played.results.map((result) => ({
    ...result,
    diagnostics: result.diagnostics.map(checked.placing.diagnostic),
  }));
  const format = typed.format ?? formatOf(typed.output);
  const pictures = await picturesOf(prepared.checked, results);
  const pictureFiles = namesOfPictures(pictures, format, typed.output);
  const { renderReport } = await import("../reporting/render.ts");
  const text = renderReport({
    content: {
      prepared,
      results,
      tested,
      pictures,
      checks,
      form: typed.form,
      style: typed.style,
      commands: commandLines({ ...typed, options: optionsOf(typed) }, prepared.checked.model, results),
    },
    version: version(),
    path: file,
    placing: checked.placing,
    format,
    pictureFiles,
  });
  refuseToReplace(
    [...prepared.checked.sources.keys()].map(checked.placing.file),
    pictureFiles,
    typed,
    settings,
  );
  const failures = write(text, pictures, pictureFiles, typed, settings);
  if (failures.length > 0) return failed(failures);
  const found = [
    ...prepared.checked.diagnostics,
    ...results.flatMap(({ diagnostics }) => diagnostics),
    ...(tested?.diagnostics ?? []),
  ];
  return found.some((diagnostic) => isUnpromisedError(diagnostic, checked)) ? statuses.found : statuses.fine;
}

function failed(failures: readonly Failure[]): Status {
  reportFailures(failures);
  return statuses.failed;
}

function isUnpromisedError({ severity, check }: Diagnostic, { promised }: CheckedEntry): boolean {
  return severity === "error" && !promised.checks.has(check);
}

function formatOf(output: string | undefined): ReportFormat {
  return /\.(?:md|markdown)$/iu.test(output ?? "") ? "markdown" : "html";
}

// ── What it says of itself ────────────────────────────────────────────────

function optionsOf({ severity, config }: ReportArguments): readonly string[] {
  return [
    ...(severity ?? []).flatMap((level) => ["--severity", level]),
    ...(config === false ? ["--no-config"] : config === undefined ? [] : ["--config", config]),
  ];
}

// ── Writing ───────────────────────────────────────────────────────────────

/** Of a report in Markdown that becomes a file: its pictures lie beside it, and are called after it. */
function namesOfPictures(
  pictures: ReadonlyMap<string, string>,
  format: ReportFormat,
  output: string | undefined,
): ReadonlyMap<string, string> {
  if (format !== "markdown" || output === undefined) return new Map();
  const stem = basename(output, extname(output));
  return new Map([...pictures.keys()].map((name, index) => [name, `${stem}-${index + 1}.svg`]));
}

/** What a report is made from is not written over. Throws `UsageError`. */
function refuseToReplace(
  names: readonly string[],
  pictureFiles: ReadonlyMap<string, string>,
  { output }: ReportArguments,
  { workingFolder }: Settings,
): void {
  if (output === undefined) return;
  const read = new Set(names.flatMap((name) => realPath(pathOf(workingFolder, name)) ?? []));
  for (const name of [output, ...[...pictureFiles.values()].map((file) => join(dirname(output), file))]) {
    const path = realPath(resolve(workingFolder, name));
    if (path !== undefined && read.has(path))
      throw new UsageError(`${quoted(name)} is what the report is about`, "give the report another name");
  }
}

function write(
  text: string,
  pictures: ReadonlyMap<string, string>,
  pictureFiles: ReadonlyMap<string, string>,
  { output }: ReportArguments,
  { workingFolder }: Settings,
): readonly Failure[] {
  if (output === undefined) {
    print("output", guardedText(text, process.env));
    return [];
  }
  const path = resolve(workingFolder, output);
  const encoder = new TextEncoder();
  const files = [
    ...[...pictureFiles].map(([name, file]) => ({
      shown: join(dirname(output), file),
      path: join(dirname(path), file),
      content: pictures.get(name) ?? "",
    })),
    { shown: output, path, content: text },
  ];
  return files.flatMap(({ shown, path: file, content }) => {
    const written = writeFileSafely(file, encoder.encode(content), { anyKind: true });
    return written.kind === "failed" ? [{ message: `cannot write ${quoted(shown)}: ${written.reason}` }] : [];
  });
}
