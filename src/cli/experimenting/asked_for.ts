/* An experiment as it is asked for on the command line, and why it may be refused. */
import { basename } from "node:path";
import { lineStartsOf, positionAt } from "../../base/source.ts";
import type { CheckResult } from "../../checks/apply.ts";
import type { DesignChoice } from "../../runs/experiment/design_choice.ts";
import { digestOfModel } from "../../runs/experiment/manifest.ts";
import type { ExperimentRefused } from "../../runs/experiment/refused.ts";
import type { Placing } from "../documents/placing.ts";
import type { Failure } from "../failure.ts";
import { version } from "../version.ts";
import type { Work, WorkModel } from "./work.ts";

export interface ExperimentModel {
  readonly result: CheckResult;
  readonly placing: Placing;
  /** As it was written on the command line. */
  readonly name: string;
}

export interface AskedFor {
  readonly model: ExperimentModel;
  readonly against: ExperimentModel | undefined;
  readonly experiment: string | undefined;
  readonly design: DesignChoice;
  readonly runs: number | undefined;
  readonly seed: number | undefined;
  readonly without: string | undefined;
}

export function workOf({ model, against, experiment, design, runs, seed, without }: AskedFor): Work {
  return {
    model: workModel(model),
    against: against && workModel(against),
    request: { experiment, design, runs, seed, without, niklas: version() },
  };
}

function workModel({ result, name }: ExperimentModel): WorkModel {
  // Results are the same wherever the files lie.
  return { model: result.model, digest: digestOfModel(result), name: basename(name) };
}

/** With the place of what it is about. */
export function refusalOf(
  { message, place, help }: ExperimentRefused,
  { model: { result, placing } }: AskedFor,
): Failure {
  if (place === undefined) return { message, help };
  const { file, start } = placing.place(place);
  const source = result.sources.get(file);
  if (source === undefined) return { message, help };
  return { message: `${message} (${file}:${positionAt(lineStartsOf(source.text), start).line})`, help };
}
