/* `niklas run`: plays scenarios and tells their stories. */
import { limits } from "../../base/limits.ts";
import { shellWord } from "../../base/shell_word.ts";
import { visible } from "../../base/visible.ts";
import { counted, numberText, quoted } from "../../base/words.ts";
import type { Place } from "../../base/place.ts";
import { locator } from "../../diagnostics/locate.ts";
import { painter } from "../../diagnostics/show/paint.ts";
import { checks } from "../../index.ts";
import { shownValue } from "../../engine/values.ts";
import { runAsFarAsPossible } from "../../runs/long_runs.ts";
import { UnfittingChoices } from "../../runs/choices.ts";
import { UnknownScenario } from "../../runs/prepared.ts";
import { run, type RunResult } from "../../runs/run.ts";
import { robustness } from "../../runs/robustness/robustness.ts";
import { traceLines } from "../../runs/trace_lines.ts";
import { renderRobustness } from "../../views/robustness_text.ts";
import { renderRun } from "../../views/run_text.ts";
import { guardedText } from "../ci.ts";
import { statuses, type Status } from "../errors.ts";
import { UsageError } from "../failure.ts";
import { lookOf, type Look } from "../look.ts";
import { readyModels, unknownScenario, type ReadyModel } from "../ready_models.ts";
import type { RunFormat } from "../run_formats.ts";
import { settingsOf, type CheckArguments, type Settings } from "../settings.ts";
import { print } from "../terminal.ts";
import { doneAgain, type Done } from "../watch.ts";

export interface RunArguments extends Pick<CheckArguments, "color" | "ascii" | "severity" | "config"> {
  readonly file: string;
  /** Names of scenarios; all of the file if there are none. */
  readonly scenarios: readonly string[];
  readonly format?: RunFormat;
  readonly seed?: number;
  /** What is decided of all that is left open. */
  readonly choices?: readonly number[];
  /** Everything that was noise. */
  readonly noise?: boolean;
  /** Every step. */
  readonly all?: boolean;
  readonly watch?: boolean;
  /** Whether the verdicts hold where unsourced numbers are otherwise. */
  readonly robust?: boolean;
}

/** So many lines of a story are told, of one scenario or of all together; and of each of many at least so many. */
const mostLines = 100;
const fewestLines = 16;

export function runCommand(typed: RunArguments): Promise<Status> {
  const settings = settingsOf({ ...typed, paths: [typed.file] }, checks);
  if (typed.robust === true && typed.format === "json") throw noRobustTrace(typed.file);
  if (typed.robust === true && typed.choices !== undefined)
    throw new UsageError(
      `${quoted("--robust")} and ${quoted("--choices")} cannot be asked for at once`,
      "where numbers are otherwise, other choices may be left open: what is robust is asked with a seed",
    );
  return doneAgain(
    () => runOnce(typed, settings),
    typed.watch === true,
    () => lookOf(settings, "output"),
  );
}

async function runOnce(typed: RunArguments, settings: Settings): Promise<Done> {
  const look = lookOf(settings, "output");
  const ready = await readyModels(typed.file, typed.scenarios, settings, look);
  const { models, known, inputs } = ready;
  let { status } = ready;
  if (status === statuses.failed) return { status, inputs, snapshot: undefined };
  const played = models.flatMap((model) =>
    namesOfScenarios(model, known, typed).map((name) => ({ model, name })),
  );
  if (models.length === 0) return { status, inputs, snapshot: undefined };
  if (typed.choices !== undefined && played.length > 1)
    throw new UsageError(
      `${quoted("--choices")} is about one run, and there are ${counted(played.length, "scenario")}`,
      "name the scenario",
    );
  const snapshot = new Map<string, string>();
  for (const [order, { model, name }] of played.entries()) {
    const result = playedFor(model, name, typed, settings);
    const called = models.length > 1 ? `${model.name} ${name}` : name;
    if (typed.format === "json") printTrace(result);
    else {
      const most =
        typed.all === true ? Infinity : Math.max(fewestLines, Math.floor(mostLines / played.length));
      const story = renderRun(result, {
        ...look,
        most,
        noise: typed.noise === true,
        fold: typed.all !== true,
        end: againText(result, typed),
        untold: `more happened than a story can tell: over ${numberText(limits.traceLength)} entries of a trace`,
      });
      const head = models.length > 1 ? `${painter(look.colour)("frame", visible(model.name))}\n` : "";
      const robust = typed.robust === true ? robustText(model, result, look) : "";
      print("output", guardedText(`${order > 0 ? "\n" : ""}${head}${story}${robust}`, process.env));
    }
    if (
      result.diagnostics.some(
        ({ severity, check }) => severity === "error" && !model.promised.checks.has(check),
      )
    )
      status = statuses.found;
    for (const [what, value] of snapshotOf(result)) snapshot.set(`${called}: ${what}`, value);
  }
  return { status, inputs, snapshot };
}

/** A run too long for a trace is played without one, unless it is the trace that is wanted. */
function playedFor(
  { prepared, placing }: ReadyModel,
  scenario: string,
  { seed, choices, format }: RunArguments,
  { levels }: Settings,
): RunResult {
  const options = { scenario, seed, choices, severities: levels };
  const play = format === "json" ? run : runAsFarAsPossible;
  const result = choices === undefined ? play(prepared, options) : chosen(() => play(prepared, options));
  return { ...result, diagnostics: result.diagnostics.map(placing.diagnostic) };
}

/** Throws `UsageError` where the choices do not fit. */
function chosen(play: () => RunResult): RunResult {
  try {
    return play();
  } catch (error) {
    if (!(error instanceof UnfittingChoices)) throw error;
    const { index, choice, of } = error;
    throw of === 0
      ? new UsageError(
          `${quoted("--choices")} decides more than this run leaves open`,
          `it leaves open ${counted(index, "thing")}; the others are decided in vain`,
        )
      : new UsageError(
          `${quoted("--choices")}: number ${index + 1} is ${choice}, and there are ${of} branches`,
          "branches are counted from 0 on; of a chance 0 is that it comes, 1 that it does not",
        );
  }
}

/** What a run came to, for whoever compares it with the next. */
function* snapshotOf({
  steps,
  expectations,
  verdicts,
  values,
  diagnostics,
  played,
}: RunResult): Generator<[string, string]> {
  const { slots } = played.course.compiled.layout;
  yield ["steps", String(steps)];
  // Values stand in the order of the slots.
  for (const [index, { value }] of values.entries()) {
    const slot = slots[index];
    if (slot !== undefined) yield [slot.called, shownValue(value, slot.type)];
  }
  const met = new Map<string, number>();
  for (const { text, holds } of expectations) {
    const before = met.get(text) ?? 0;
    met.set(text, before + 1);
    yield [`expect ${text}${before === 0 ? "" : ` (${before + 1})`}`, holds ? "holds" : "is disappointed"];
  }
  const found = new Map<string, number>();
  for (const { check } of diagnostics) {
    if (check !== "expectation_failed") found.set(check, (found.get(check) ?? 0) + 1);
  }
  for (const [check, times] of found) yield [check, `found ${counted(times, "time")}`];
  for (const { regulation, verdict } of verdicts) yield [regulation, verdict];
}

/**
 * The scenarios of a model to run, in the order in which they were named. Throws `UsageError` for one that no model of the
 * file has.
 */
function namesOfScenarios(
  { prepared, name: file }: ReadyModel,
  known: readonly string[],
  { scenarios, file: path }: RunArguments,
): readonly string[] {
  const own = prepared.checked.model.scenarios.map(({ name }) => name);
  if (known.length === 0) throw unknownScenario(new UnknownScenario("", known), file);
  const missing = scenarios.find((name) => !known.includes(name));
  if (missing !== undefined) throw unknownScenario(new UnknownScenario(missing, known), path);
  return scenarios.length > 0 ? scenarios.filter((name) => own.includes(name)) : own;
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

function robustText({ prepared, placing }: ReadyModel, { scenario, seed }: RunResult, look: Look): string {
  const found = robustness(prepared.checked, { scenario, seed });
  const located = locator((file) => prepared.checked.sources.get(file));
  const where = (place: Place): string => {
    const placed = placing.place(place);
    return `${placed.file}:${located.locate(placed).start.line}`;
  };
  const text = renderRobustness(found, { ...look, where });
  return text === "" ? "" : `\n${text}`;
}

function noRobustTrace(file: string): UsageError {
  return new UsageError(
    `a trace has no place for what ${quoted("--robust")} finds`,
    `as data: ${quoted(`niklas test ${file} --robust --format json`)}`,
  );
}

/** The seed, and the command that plays this run again. */
function againText({ scenario, seed }: RunResult, { file, choices, ...typed }: RunArguments): string {
  const start = ["niklas", "run", file, scenario];
  if (choices !== undefined) {
    const seeded = typed.seed === undefined ? [] : ["--seed", String(seed)];
    const command = [...start, "--choices", choices.join(",") || "none", ...seeded].map(shellWord).join(" ");
    return `decided beforehand, the same again: ${command}`;
  }
  const command = [...start, "--seed", String(seed)].map(shellWord).join(" ");
  return `seed ${seed}, the same again: ${command}`;
}
