/* `niklas explore`: every run there can be, and what can and cannot come of a scenario. */
import { numberText } from "../../base/words.ts";
import { shellWord } from "../../base/shell_word.ts";
import { visible } from "../../base/visible.ts";
import { painter } from "../../diagnostics/show/paint.ts";
import { locator } from "../../diagnostics/locate.ts";
import { checks } from "../../index.ts";
import { explore } from "../../runs/explore.ts";
import type { ExploreResult, Shown } from "../../runs/explored.ts";
import { judgedOf } from "../../runs/judged.ts";
import { neverIn } from "../../runs/never.ts";
import { seedsTried } from "../../runs/pairs.ts";
import { UnknownScenario } from "../../runs/prepared.ts";
import { playShown } from "../../runs/told.ts";
import { renderExploredJson } from "../../views/explore_json.ts";
import { renderExplored, renderNever, type ExploreTextOptions } from "../../views/explore_text.ts";
import { renderRun } from "../../views/run_text.ts";
import { guardedText } from "../ci.ts";
import { statuses, type Status } from "../errors.ts";
import { lookOf, type Look } from "../look.ts";
import { readyModels, unknownScenario, type ReadyModel } from "../ready_models.ts";
import type { ExploreFormat } from "../run_formats.ts";
import { settingsOf, type CheckArguments, type Settings } from "../settings.ts";
import { print } from "../terminal.ts";

export interface ExploreArguments extends Pick<CheckArguments, "color" | "ascii" | "severity" | "config"> {
  readonly file: string;
  /** The name of one; all of the file without it. */
  readonly scenario?: string | undefined;
  readonly format?: ExploreFormat;
  readonly states?: number;
  readonly depth?: number;
  readonly runs?: number;
  /** Every step of the runs that are told. */
  readonly all?: boolean;
}

/** So many lines are told of all runs that show something, and of each at least so many; so many runs are told. */
const mostLines = 100;
const fewestLines = 16;
const mostStories = 5;

export async function exploreCommand(typed: ExploreArguments): Promise<Status> {
  const settings = settingsOf({ ...typed, paths: [typed.file] }, checks);
  const look = lookOf(settings, "output");
  const names = typed.scenario === undefined ? [] : [typed.scenario];
  const { models, known, status } = await readyModels(typed.file, names, settings, look);
  if (models.length === 0) return status;
  const missing =
    typed.scenario !== undefined && !known.includes(typed.scenario) ? typed.scenario : undefined;
  if (known.length === 0 || missing !== undefined)
    throw unknownScenario(new UnknownScenario(missing ?? "", known), typed.file);
  const explored = models.flatMap((model) => exploredOf(model, typed, settings));
  if (typed.format === "json")
    print(
      "output",
      renderExploredJson(explored.map(({ model, ...file }) => ({ ...file, placed: model.placing.place }))),
    );
  else for (const each of explored) tell(each, typed, look, explored.length > 1);
  return explored.some(({ failed }) => failed) ? statuses.found : status;
}

/** A model, and what came of its scenarios. */
interface ExploredModel {
  readonly model: ReadyModel;
  readonly name: string;
  readonly results: readonly ExploreResult[];
  readonly failed: boolean;
}

function exploredOf(
  model: ReadyModel,
  typed: ExploreArguments,
  settings: Settings,
): readonly ExploredModel[] {
  const { prepared, name, promised } = model;
  const { scenarios } = prepared.checked.model;
  const meant = scenarios.filter((each) => typed.scenario === undefined || each.name === typed.scenario);
  if (meant.length === 0) return [];
  const { states, depth, runs } = typed;
  const results = meant.map((scenario) =>
    explore(prepared, { scenario: scenario.name, states, depth, runs }),
  );
  const failed = results.some((result) =>
    failuresIn(result).some(
      ({ shown, check }) =>
        !promised.checks.has(check) &&
        playShown(result, shown, { severities: settings.levels }).diagnostics.some(
          (found) => found.check === check && found.severity === "error",
        ),
    ),
  );
  return [{ model, name, results, failed }];
}

/** The runs that show what must not be, each with the check that says so. */
function failuresIn({ properties, expectations, wrong, broken }: ExploreResult) {
  const failures: { readonly shown: Shown; readonly check: string }[] = [];
  const add = (shown: Shown | undefined, check: string): void => {
    if (shown !== undefined) failures.push({ shown, check });
  };
  for (const { violated } of properties) add(violated, "property_violated");
  for (const each of expectations)
    if (judgedOf(each) === "impossible") add(each.failed, "expectation_failed");
  for (const { shown, check, expected } of wrong) if (!expected) add(shown, check);
  add(broken, "budget_exceeded");
  return failures;
}

function tell(
  { model, name, results }: ExploredModel,
  typed: ExploreArguments,
  look: Look,
  several: boolean,
): void {
  const { prepared, placing } = model;
  const sources = placing.sources(prepared.checked.sources);
  const located = locator((file) => sources.get(file));
  const optionsOf = (scenario: string): ExploreTextOptions => ({
    ...look,
    where: (place) => {
      const placed = placing.place(place);
      return `${placed.file}:${located.locate(placed).start.line}`;
    },
    again: (shown) => againText(typed.file, scenario, shown),
  });
  const parts: string[] = several ? [`${painter(look.colour)("strong", visible(name))}\n`] : [];
  for (const result of results) {
    parts.push(renderExplored(result, optionsOf(result.scenario)));
    parts.push(...storiesOf(result, typed, look, placing));
  }
  const isAll = results.every(({ done, played }) => done.kind === "exhausted" || played?.all === true);
  const [first] = results;
  if (first !== undefined) {
    for (const { sightings } of results) first.sightings.addAllOf(sightings);
    const never = renderNever(
      neverIn(prepared.compiled(), first.sightings),
      isAll,
      optionsOf(first.scenario),
    );
    if (never !== "") parts.push(never);
  }
  print("output", guardedText(parts.join("\n"), process.env));
}

/** The stories of the runs that violate properties; a run that violates several is told once. */
function storiesOf(
  result: ExploreResult,
  typed: ExploreArguments,
  look: Look,
  { diagnostic }: ReadyModel["placing"],
): readonly string[] {
  const byRun = new Map<string, { readonly shown: Shown; readonly names: string[] }>();
  for (const { name, violated } of result.properties) {
    if (violated === undefined) continue;
    const key = againText(typed.file, result.scenario, violated);
    const known = byRun.get(key);
    if (known === undefined) byRun.set(key, { shown: violated, names: [name] });
    else known.names.push(name);
  }
  const told = [...byRun].slice(0, mostStories);
  const most = typed.all === true ? Infinity : Math.max(fewestLines, Math.floor(mostLines / told.length));
  return told.map(([again, { shown, names }]) => {
    const played = playShown(result, shown);
    const story = renderRun(
      // What else goes wrong in this run is not what it is told for.
      {
        ...played,
        diagnostics: played.diagnostics.filter(({ check }) => check === "property_violated").map(diagnostic),
      },
      {
        ...look,
        most,
        fold: typed.all !== true,
        end: `the same again: ${again}`,
        untold: "more happened than a story can tell",
      },
    );
    return `${painter(look.colour)("strong", visible(`a run that violates ${names.join(", ")}`))}\n\n${story}`;
  });
}

function againText(file: string, scenario: string, { choices, seed }: Shown): string {
  if (choices === undefined && seed === undefined)
    return `no seed from 1 to ${numberText(seedsTried)} shows it`;
  const decided = choices === undefined ? [] : ["--choices", choices.length === 0 ? "none" : choices.join(",")]; // prettier-ignore
  const how = [...decided, ...(seed === undefined ? [] : ["--seed", String(seed)])];
  return ["niklas", "run", file, scenario, ...how].map(shellWord).join(" ");
}
