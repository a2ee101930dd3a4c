/* `niklas why`: why something happened in a scenario, or why it did not. */
import { listed, quoted } from "../../base/words.ts";
import { locator } from "../../diagnostics/locate.ts";
import { jsonText } from "../../diagnostics/show/json_text.ts";
import { checks } from "../../index.ts";
import type { NameOf } from "../../flow/describe.ts";
import type { Model } from "../../model/model.ts";
import { scenarioNamed, UnknownScenario } from "../../runs/prepared.ts";
import { run, type RunResult } from "../../runs/run.ts";
import { UnknownSubject } from "../../runs/subjects.ts";
import { why } from "../../runs/why.ts";
import { renderWhy } from "../../views/why_text.ts";
import { guardedText } from "../ci.ts";
import { statuses, type Status } from "../errors.ts";
import { UsageError } from "../failure.ts";
import { lookOf } from "../look.ts";
import { readyModel, unknownScenario } from "../one_model.ts";
import type { WhyFormat } from "../run_formats.ts";
import { settingsOf, type CheckArguments } from "../settings.ts";
import { print } from "../terminal.ts";

export interface WhyArguments extends Pick<CheckArguments, "color" | "ascii" | "severity" | "config"> {
  readonly file: string;
  readonly scenario: string | undefined;
  /** `economy.price`, `law.judgment`, `economy`. */
  readonly subject: string | undefined;
  readonly format?: WhyFormat;
  readonly seed?: number;
}

export async function whyCommand(typed: WhyArguments): Promise<Status> {
  const settings = settingsOf({ ...typed, paths: [typed.file] }, checks);
  const look = lookOf(settings, "output");
  const ready = await readyModel(typed.file, settings, look);
  if (ready.kind === "not ready") return ready.status;
  const { prepared, name } = ready;
  const { model } = prepared.checked;
  if (typed.scenario === undefined) throw scenarioMissing(model, name);
  try {
    if (typed.subject === undefined) {
      scenarioNamed(model, typed.scenario);
      throw subjectMissing(model, prepared.compiled().layout.nameOf);
    }
    const result = run(prepared, { scenario: typed.scenario, seed: typed.seed });
    const explanation = why(result, typed.subject);
    const text =
      typed.format === "json"
        ? jsonText(explanation)
        : guardedText(
            renderWhy(explanation, result.scenario, { ...look, where: whereIn(result) }),
            process.env,
          );
    print("output", text);
    return statuses.fine;
  } catch (error) {
    if (error instanceof UnknownScenario) throw unknownScenario(error, name);
    if (error instanceof UnknownSubject) throw unknownSubject(error, name);
    throw error;
  }
}

function whereIn({ prepared }: RunResult) {
  const located = locator((file) => prepared.checked.sources.get(file));
  return (place: { readonly file: string; readonly start: number; readonly end: number }): string =>
    `${place.file}:${located.locate(place).start.line}`;
}

function scenarioMissing({ scenarios }: Model, file: string): UsageError {
  const names = scenarios.map((scenario) => scenario.name);
  return names.length === 0
    ? unknownScenario(new UnknownScenario("", names), file)
    : new UsageError(
        `it is not said which scenario of ${quoted(file)} is asked about`,
        `its scenarios are ${listed(names.map(quoted))}`,
      );
}

function subjectMissing({ systems, environments }: Model, nameOf: NameOf): UsageError {
  const [system] = systems.filter(
    ({ expectations, operations }) => expectations.length + operations.length > 0,
  );
  const owner = system ?? environments[0];
  const parts =
    owner?.kind === "system" ? [...owner.expectations, ...owner.operations] : (owner?.quantities ?? []);
  const examples =
    owner === undefined
      ? ["economy", "economy.price"]
      : ["", ...parts.slice(0, 2).map((part) => `.${part.name}`)].map((part) => nameOf(owner.id) + part);
  return new UsageError(
    "it is not said what is asked about",
    `ask about a system, or about one of its parts: ${listed(examples.map(quoted), "or")}`,
  );
}

/** So many names are said of what can be asked about. */
const mostNamed = 8;

function unknownSubject({ subject, near, known, program }: UnknownSubject, file: string): UsageError {
  const names = known.slice(0, mostNamed).map(quoted);
  const more = known.length - names.length;
  const all = listed(more > 0 ? [...names, `${more} more`] : names, "or");
  if (program)
    return new UsageError(
      `${quoted(subject)} is a program, and why it decides as it does is asked of what it decides on`,
      names.length > 0 ? `ask about ${all}` : undefined,
    );
  const help =
    near.length > 0
      ? `${near.length === 1 ? "a name" : "names"} like it: ${listed(near.map(quoted), "or")}`
      : names.length > 0
        ? `what can be asked about: ${all}${subject.includes(".") ? "" : ", and their parts"}`
        : undefined;
  return new UsageError(`there is nothing named ${quoted(subject)} in ${quoted(file)}`, help);
}
