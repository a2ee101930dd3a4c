/* `niklas draw`: a picture of a model. */
import { resolve } from "node:path";
import { nearest } from "../../base/near.ts";
import { visible } from "../../base/visible.ts";
import { counted, listed, quoted } from "../../base/words.ts";
import { namesInFile, namesOf } from "../../flow/describe.ts";
import { checks, prepare, run } from "../../index.ts";
import { indexModel } from "../../model/lookup.ts";
import type { Model } from "../../model/model.ts";
import type { Id } from "../../model/reference.ts";
import type { RunResult } from "../../runs/run.ts";
import type { CheckedEntry } from "../check_entry.ts";
import { formatFor, type DrawFormat } from "../drawing/formats.ts";
import { viewOptions, type ViewName, type ViewOption } from "../drawing/view_names.ts";
import { views } from "../drawing/views.ts";
import { written } from "../drawing/written.ts";
import { reportFailures, reportThrown, statuses, type Status } from "../errors.ts";
import { UsageError } from "../failure.ts";
import { oneModel } from "../one_model.ts";
import { evaluate } from "../ready_models.ts";
import { settingsOf, type CheckArguments, type Settings } from "../settings.ts";
import { isTerminal, print } from "../terminal.ts";
import { writeFileSafely } from "../write.ts";

export interface DrawArguments extends Pick<CheckArguments, "color" | "ascii" | "severity" | "config"> {
  readonly file: string;
  /** `map`, if nothing is said. */
  readonly view?: ViewName;
  readonly format?: DrawFormat;
  /** The file that the picture goes to; standard output, if nothing is said. */
  readonly output?: string;
  readonly focus?: string;
  readonly depth?: number;
  readonly from?: string;
  readonly to?: string;
  readonly scenario?: string;
  readonly seed?: number;
}

export async function drawCommand(typed: DrawArguments): Promise<Status> {
  const { view: name = "map", output, format: asked, ...others } = typed;
  const view = views[name];
  refuseWhatIsNotTaken(typed, name, view.takes);
  const format = formatFor(asked, output);
  if (format === "png" && output === undefined && isTerminal("output")) {
    throw new UsageError("a PNG is nothing for a terminal", `${quoted("-o FILE.png")} writes it into a file`);
  }
  const settings = settingsOf({ ...others, paths: [typed.file] }, checks);
  const checked = await oneModel(typed.file, settings, "a picture shows one");
  if ("message" in checked) {
    reportFailures([checked]);
    return statuses.failed;
  }
  const owner = ownersOf(checked, typed.file);
  const { depth } = typed;
  const [focus, from, to] = [owner(typed.focus), owner(typed.from), owner(typed.to)];
  const played = (): RunResult => playedFor(typed, checked, settings);
  const picture = await written(view.draw({ checked, focus, depth, from, to, played }), format);
  if (output === undefined) {
    const printed = print("output", picture);
    if (printed.kind === "failed") return reportThrown(printed.error);
  } else if (!isWritten(output, picture, settings)) return statuses.failed;
  return toldErrors(checked);
}

/** An option that another view takes is no slip to pass over: the picture would not be what is meant. */
function refuseWhatIsNotTaken(typed: DrawArguments, name: ViewName, takes: readonly ViewOption[]): void {
  for (const option of viewOptions) {
    if (typed[option] === undefined || takes.includes(option)) continue;
    const others = Object.entries(views).filter(([, other]) => other.takes.includes(option));
    throw new UsageError(
      `the view ${quoted(name)} does not take ${quoted(`--${option}`)}`,
      `it is for ${listed(
        others.map(([other]) => quoted(`--view ${other}`)),
        "or",
      )}`,
    );
  }
  if (typed.depth !== undefined && typed.focus === undefined) {
    throw new UsageError(
      `it is not said from where on ${quoted("--depth")} counts`,
      `${quoted("--focus NAME")} says it`,
    );
  }
}

/** The run that a picture is of: of the scenario that is named, or of the only one. */
function playedFor(
  { file, scenario, seed }: DrawArguments,
  { result }: CheckedEntry,
  { levels }: Settings,
): RunResult {
  const prepared = prepare(result, { evaluate });
  if (prepared.errors.length > 0) {
    throw new UsageError(
      `${quoted(file)} has errors, and cannot be run`,
      `${quoted(`niklas check ${file}`)} lists them`,
    );
  }
  const names = result.model.scenarios.map(({ name }) => name);
  const [only, another] = names;
  if (only === undefined)
    throw new UsageError(`there is no scenario in ${quoted(file)}`, "a picture of a run needs one");
  if (scenario === undefined && another !== undefined) {
    throw new UsageError(
      `there are ${counted(names.length, "scenario")} in ${quoted(file)}, and a picture shows one`,
      `${quoted("--scenario NAME")} says which: ${listed(names.map(quoted), "or")}`,
    );
  }
  if (scenario !== undefined && !names.includes(scenario)) {
    const near = nearest(scenario, names)[0];
    throw new UsageError(
      `there is no scenario ${quoted(scenario)} in ${quoted(file)}`,
      near === undefined ? `there is ${listed(names.map(quoted))}` : `a name like it: ${quoted(near)}`,
    );
  }
  return run(prepared, { scenario: scenario ?? only, seed, severities: levels });
}

/** Finds what a name stands for, as the file that is drawn calls it, or by its own name. */
function ownersOf({ result }: CheckedEntry, file: string): (name: string | undefined) => Id | undefined {
  const { model } = result;
  const called = namesInFile(model, model.entry, namesOf(indexModel(model)));
  const owners = drawable(model);
  return (name) => {
    if (name === undefined) return undefined;
    const found = owners.find(({ id }) => called(id) === name) ?? owners.find((one) => one.name === name);
    if (found !== undefined) return found.id;
    const names = owners.map(({ id }) => called(id));
    const near = nearest(name, names)[0];
    const some = names.slice(0, 8).map(quoted);
    throw new UsageError(
      `there is nothing named ${quoted(name)} to be drawn in ${quoted(file)}`,
      near !== undefined
        ? `a name like it: ${quoted(near)}`
        : some.length > 0
          ? `there is ${listed(names.length > some.length ? [...some, `${names.length - some.length} more`] : some)}`
          : undefined,
    );
  };
}

function drawable({ systems, environments, couplings }: Model) {
  return [...systems, ...environments, ...couplings];
}

function isWritten(name: string, picture: string | Uint8Array, { workingFolder }: Settings): boolean {
  const content = typeof picture === "string" ? new TextEncoder().encode(picture) : picture;
  const done = writeFileSafely(resolve(workingFolder, name), content, { anyKind: true });
  if (done.kind !== "failed") return true;
  reportFailures([{ message: `cannot write ${quoted(name)}: ${done.reason}` }]);
  return false;
}

/** A model with errors is drawn as far as it is understood, and that is said. */
function toldErrors({ name, file, result, isWrongAsSaid }: CheckedEntry): Status {
  const errors = result.diagnostics.filter(({ severity }) => severity === "error").length;
  if (errors === 0 || isWrongAsSaid) return statuses.fine;
  print(
    "errors",
    `niklas: ${visible(name)} has ${counted(errors, "error")}, and is drawn as far as it is understood; \`niklas check ${visible(file)}\` tells them\n`,
  );
  return statuses.found;
}
