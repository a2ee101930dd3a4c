/* `niklas test`: runs the scenarios and properties of many models, and says which hold. */
import type { Place } from "../../base/place.ts";
import { quoted } from "../../base/words.ts";
import { locator } from "../../diagnostics/locate.ts";
import { renderText } from "../../diagnostics/show/text.ts";
import { checks } from "../../index.ts";
import { renderRobustness } from "../../views/robustness_text.ts";
import { renderTestJson, type TestedFile } from "../../views/test_json.ts";
import { renderTestJunit } from "../../views/test_junit.ts";
import { renderCoverage, renderTestedModel, testSummary } from "../../views/test_text.ts";
import { withBibliographies } from "../bibliographies.ts";
import { guardedText } from "../ci.ts";
import { fencesFor } from "../documents/fences_for.ts";
import { entriesOf } from "../entries.ts";
import { reportFailures, statuses, type Status } from "../errors.ts";
import type { Failure } from "../failure.ts";
import { lookOf, type Look } from "../look.ts";
import { renderForCodeHost } from "../render.ts";
import type { TestFormat } from "../run_formats.ts";
import { settingsOf, type CheckArguments, type Settings } from "../settings.ts";
import { standardOverlay } from "../standard_input.ts";
import { print } from "../terminal.ts";
import { testAll, type TestedAll } from "../test_all.ts";
import { doneAgain, watchedPaths, type Done, type Snapshot } from "../watch.ts";

export interface TestArguments extends Pick<
  CheckArguments,
  "paths" | "color" | "ascii" | "severity" | "config" | "markdown"
> {
  readonly format?: TestFormat;
  readonly filter?: string;
  readonly coverage?: boolean;
  readonly robust?: boolean;
  readonly seed?: number;
  readonly watch?: boolean;
}

export function testCommand(typed: TestArguments): Promise<Status> {
  const settings = settingsOf(typed, checks);
  return doneAgain(
    () => testOnce(typed, settings),
    typed.watch === true,
    () => lookOf(settings, "output"),
  );
}

async function testOnce({ format = "text", ...typed }: TestArguments, settings: Settings): Promise<Done> {
  const look = lookOf(settings, "output");
  const { entries, failures } = entriesOf(settings.paths, settings);
  const overlay = standardOverlay(entries);
  const fencesIn = await fencesFor(entries);
  const { workingFolder, levels } = settings;
  let shown = "";
  const show = (text: string): void => {
    print("output", guardedText(text, process.env));
  };
  const tested = await withBibliographies((readBibliography) => {
    // If bibliographies have to be read, all is done once more, and has been shown already.
    let before = shown;
    return testAll(
      entries,
      {
        workingFolder,
        levels,
        overlay,
        readBibliography,
        fencesIn,
        filter: typed.filter,
        coverage: typed.coverage === true,
        robust: typed.robust === true,
        seed: typed.seed,
      },
      (file) => {
        if (format !== "text") return;
        const text = renderTestedModel({ ...file, errors: file.errors.length }, look);
        if (before.startsWith(text)) {
          before = before.slice(text.length);
          return;
        }
        shown += text;
        show(text);
      },
    );
  });

  const unread = [...failures, ...tested.failures];
  const all: readonly Failure[] = unread.length > 0 ? unread : nothingTested(tested, typed);
  const status = all.length > 0 ? statuses.failed : tested.failed > 0 ? statuses.found : statuses.fine;
  if (format === "text") show(endText(tested, look));
  else print("output", await rendered(format, tested, { ...settings, status, failures: all }));
  // In these formats there is no place for it, and it was asked for.
  if (format !== "text" && format !== "json") {
    const atErrors = lookOf(settings, "errors");
    const lines = [
      ...coverageTexts(tested.files, tested.sources, atErrors),
      ...robustnessTexts(tested.files, tested.sources, atErrors),
    ];
    if (lines.length > 0) print("errors", `${guardedText(lines.slice(1).join("\n"), process.env)}\n`);
  }
  reportFailures(all);
  return { status, inputs: watchedPaths(settings, tested.inputs), snapshot: snapshotOf(tested) };
}

/** What was tested, and whether it passed, for whoever compares it with the next time. */
function snapshotOf({ files }: TestedAll): Snapshot {
  return new Map(
    files.flatMap(({ name, items, errors }): [string, string][] => [
      ...(errors.length > 0 ? ([[name, "does not run"]] as [string, string][]) : []),
      ...items.map((item): [string, string] => [`${name} ${item.name}`, item.passed ? "passes" : "fails"]),
    ]),
  );
}

function nothingTested({ files }: TestedAll, { filter }: Pick<TestArguments, "filter">): readonly Failure[] {
  if (files.length > 0) return [];
  return [
    filter === undefined
      ? { message: "there are no scenarios and no properties to test" }
      : {
          message: `no scenario and no property has ${quoted(filter)} in its name`,
          help: "the names are those of `niklas test` without `--filter`",
        },
  ];
}

/** After the lines: what failed, in full; how much took part; and how many passed and failed. */
function endText({ files, names, passed, failed, diagnostics, sources }: TestedAll, look: Look): string {
  if (files.length === 0) return "";
  const found = renderText(diagnostics, (file) => sources.get(file), {
    colour: look.colour,
    ascii: look.ascii,
    ...(look.width !== undefined && { width: look.width }),
  });
  return [
    ...(found === "" ? [] : ["", found.trimEnd()]),
    ...coverageTexts(files, sources, look),
    ...robustnessTexts(files, sources, look),
    "",
    testSummary(passed, failed, names.length),
    "",
  ].join("\n");
}

function coverageTexts(
  files: readonly TestedFile[],
  sources: TestedAll["sources"],
  look: Look,
): readonly string[] {
  const located = locator((file) => sources.get(file));
  return files.flatMap(({ name, coverage }) => {
    if (coverage === undefined) return [];
    const text = renderCoverage(
      coverage,
      ({ place }) => `${place.file}:${located.locate(place).start.line}`,
      look,
    );
    return ["", `coverage of ${name}`, text.trimEnd()];
  });
}

function robustnessTexts(
  files: readonly TestedFile[],
  sources: TestedAll["sources"],
  look: Look,
): readonly string[] {
  const located = locator((file) => sources.get(file));
  const where = (place: Place): string => `${place.file}:${located.locate(place).start.line}`;
  return files.flatMap(({ name, items }) =>
    items.flatMap((item) =>
      item.kind === "scenario" && item.robustness !== undefined
        ? ["", `${name} ${item.name}`, renderRobustness(item.robustness, { ...look, where }).trimEnd()]
        : [],
    ),
  );
}

async function rendered(
  format: Exclude<TestFormat, "text">,
  tested: TestedAll,
  {
    status,
    failures,
    workingFolder,
    repository,
  }: Settings & { readonly status: Status; readonly failures: readonly Failure[] },
): Promise<string> {
  const { files, names, sources, diagnostics, silenced, inputs } = tested;
  const sourceOf = (file: string) => sources.get(file);
  switch (format) {
    case "json":
      return renderTestJson(files, sourceOf, tested);
    case "junit":
      return renderTestJunit(files, sourceOf);
    case "github":
    case "sarif": {
      const report = { names, diagnostics, silenced, sources, inputs, failures, status };
      return renderForCodeHost(format, report, { workingFolder, repository });
    }
  }
}
