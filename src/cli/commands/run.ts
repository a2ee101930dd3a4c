/* `niklas run`: plays scenarios and tells their stories. */
import { visible } from "../../base/visible.ts";
import { renderText } from "../../diagnostics/show/text.ts";
import { checks } from "../../index.ts";
import { scenarioNamed, UnknownScenario, type Prepared } from "../../runs/prepared.ts";
import { run, type RunResult } from "../../runs/run.ts";
import { traceLines } from "../../runs/trace_lines.ts";
import { inquiryInto } from "../../runs/why.ts";
import { renderOutcome } from "../../views/outcome_text.ts";
import { storyOf } from "../../views/story.ts";
import { renderStory } from "../../views/story_text.ts";
import { guardedText } from "../ci.ts";
import { statuses, type Status } from "../errors.ts";
import { lookOf, type Look } from "../look.ts";
import { readyModel, unknownScenario } from "../one_model.ts";
import type { RunFormat } from "../run_formats.ts";
import { settingsOf, type CheckArguments } from "../settings.ts";
import { shellWord } from "../shell_word.ts";
import { print } from "../terminal.ts";

export interface RunArguments extends Pick<CheckArguments, "color" | "ascii" | "severity" | "config"> {
  readonly file: string;
  /** Names of scenarios; all of the file if there are none. */
  readonly scenarios: readonly string[];
  readonly format?: RunFormat;
  readonly seed?: number;
  /** Everything that was noise. */
  readonly noise?: boolean;
  /** Every step. */
  readonly all?: boolean;
}

/** So many lines of a story are told, of one scenario or of all together; and of each of many at least so many. */
const mostLines = 100;
const fewestLines = 16;

export async function runCommand(typed: RunArguments): Promise<Status> {
  const settings = settingsOf({ ...typed, paths: [typed.file] }, checks);
  const look = lookOf(settings, "output");
  const ready = await readyModel(typed.file, settings, look);
  if (ready.kind === "not ready") return ready.status;
  const { prepared, name } = ready;
  const names = namesOfScenarios(prepared, typed, name);
  let status: Status = statuses.fine;
  for (const [order, scenario] of names.entries()) {
    const result = run(prepared, { scenario, seed: typed.seed, severities: settings.levels });
    if (typed.format === "json") printTrace(result);
    else {
      const most =
        typed.all === true ? Infinity : Math.max(fewestLines, Math.floor(mostLines / names.length));
      const story = storyText(result, { ...look, most }, typed);
      print("output", guardedText(`${order > 0 ? "\n" : ""}${story}`, process.env));
    }
    if (result.diagnostics.some(({ severity }) => severity === "error")) status = statuses.found;
  }
  return status;
}

/** The scenarios to run, in the order in which they were named. Throws `UsageError` for one that is not there. */
function namesOfScenarios(
  { checked }: Prepared,
  { scenarios }: RunArguments,
  file: string,
): readonly string[] {
  const { model } = checked;
  const names = scenarios.length > 0 ? scenarios : model.scenarios.map(({ name }) => name);
  try {
    if (names.length === 0) scenarioNamed(model, undefined);
    for (const name of names) scenarioNamed(model, name);
  } catch (error) {
    throw error instanceof UnknownScenario ? unknownScenario(error, file) : error;
  }
  return names;
}

function printTrace(result: RunResult): void {
  let lines = "";
  for (const line of traceLines(result)) {
    lines += line;
    if (lines.length < 100_000) continue;
    print("output", lines);
    lines = "";
  }
  print("output", lines);
}

function storyText(result: RunResult, look: Look & { readonly most: number }, typed: RunArguments): string {
  const { scenario, label, steps, diagnostics, prepared } = result;
  const title = `scenario ${scenario}${label === undefined ? "" : ` ${JSON.stringify(label)}`}`;
  const options = { noise: typed.noise === true, fold: typed.all !== true };
  const parts = storyOf(inquiryInto(result), steps, options);
  const outcome = renderOutcome(result, look);
  const found = renderText(diagnostics, (file) => prepared.checked.sources.get(file), {
    colour: look.colour,
    ascii: look.ascii,
    ...(look.width !== undefined && { width: look.width }),
  });
  return [
    `${visible(title)}\n`,
    `${renderStory(parts, look)}\n`,
    ...(outcome === "" ? [] : [`${outcome}\n`]),
    ...(found === "" ? [] : [found]),
    `  ${endText(result, typed)}\n`,
  ].join("\n");
}

/** The seed, and the command that plays this run again. */
function endText({ scenario, seed, broken }: RunResult, { file }: RunArguments): string {
  const command = ["niklas", "run", file, scenario, "--seed", String(seed)].map(shellWord).join(" ");
  const ended = broken ? "broken off; " : "";
  return visible(`${ended}seed ${seed}, the same again: ${command}`);
}
