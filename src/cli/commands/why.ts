/* `niklas why`: why something happened in a scenario, or why it did not. */
import type { Place } from "../../base/place.ts";
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
import type { Placing } from "../documents/placing.ts";
import { statuses, type Status } from "../errors.ts";
import { UsageError } from "../failure.ts";
import { lookOf } from "../look.ts";
import { readyModels, unknownScenario, type ReadyModel } from "../ready_models.ts";
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
  const wanted = typed.scenario === undefined ? [] : [typed.scenario];
  const { models, known, status } = await readyModels(typed.file, wanted, settings, look);
  const [first, ...others] = models;
  if (first === undefined) return status;
  const name = others.length > 0 ? typed.file : first.name;
  if (typed.scenario === undefined) throw scenarioMissing(known, name);
  if (others.length > 0 && known.includes(typed.scenario)) throw scenarioInSeveral(typed.scenario, models);
  const { prepared, placing } = first;
  const { model } = prepared.checked;
  try {
    if (!known.includes(typed.scenario)) throw new UnknownScenario(typed.scenario, known);
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
            renderWhy(explanation, result.scenario, { ...look, where: whereIn(result, placing) }),
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

function whereIn({ prepared }: RunResult, placing: Placing) {
  const located = locator((file) => prepared.checked.sources.get(file));
  return (place: Place): string => {
    const placed = placing.place(place);
    return `${placed.file}:${located.locate(placed).start.line}`;
  };
}

function scenarioMissing(names: readonly string[], file: string): UsageError {
  return names.length === 0
    ? unknownScenario(new UnknownScenario("", names), file)
    : new UsageError(
        `it is not said which scenario of ${quoted(file)} is asked about`,
        `its scenarios are ${listed(names.map(quoted))}`,
      );
}

function scenarioInSeveral(scenario: string, models: readonly ReadyModel[]): UsageError {
  return new UsageError(
    `there are several scenarios ${quoted(scenario)}: in ${listed(models.map(({ name }) => quoted(name)))}`,
    "give them names of their own to ask about one of them",
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
