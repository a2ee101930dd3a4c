/* Prints a job, once it is known that the experiment can be carried out. */
import { counted, quoted } from "../../base/words.ts";
import type { DesignChoice } from "../../runs/experiment/design_choice.ts";
import { ExperimentRefused } from "../../runs/experiment/refused.ts";
import { hasHidden } from "../../base/visible.ts";
import { reportFailures, statuses, type Status } from "../errors.ts";
import type { Failure } from "../failure.ts";
import { print } from "../terminal.ts";
import { version } from "../version.ts";
import { refusalOf, workOf, type AskedFor } from "./asked_for.ts";
import type { Engine } from "./jobs/engines.ts";
import { plainName } from "./jobs/job.ts";
import { jobTexts, mostOfMatrix } from "./jobs/texts.ts";
import { planOfWork } from "./work.ts";

export interface EmitJob extends AskedFor {
  readonly engine: Engine;
  readonly shards: number;
  /** The files of the results; a name is found where there is none. */
  readonly results: readonly string[];
  /** `check=level` each. */
  readonly severities: readonly string[];
  readonly config: string | false | undefined;
}

export function emitJob(task: EmitJob): Status {
  const { engine, shards, results } = task;
  try {
    const { manifest } = planOfWork(workOf(task));
    const { experiment: name, blocks } = manifest;
    const words = wordsOf(task, name);
    const failure = refusal(task, blocks, [...words, ...results]);
    if (failure !== undefined) return failed(failure);
    const files = results.length > 0 ? results : [`${plainName(name)}.json`];
    print("output", jobTexts[engine]({ words, name, shards, results: files, version: version() }));
    return statuses.fine;
  } catch (error) {
    if (error instanceof ExperimentRefused) return failed(refusalOf(error, task));
    throw error;
  }
}

function refusal({ engine, shards }: EmitJob, blocks: number, words: readonly string[]): Failure | undefined {
  if (shards > blocks)
    return {
      message: `there are no ${shards} parts: the runs of this experiment are done in ${counted(blocks, "block")}`,
      help: `${quoted(`--shards ${blocks}`)} is the most; so few runs need no parts`,
    };
  if (engine === "github" && shards > mostOfMatrix)
    return { message: `GitHub takes no more than ${mostOfMatrix} jobs of a matrix`, help: quoted(`--shards ${mostOfMatrix}`) }; // prettier-ignore
  const odd = words.find(hasHidden);
  if (odd === undefined) return undefined;
  return { message: `${quoted(odd)} has signs in it that cannot be seen, and cannot stand in a job`, help: "give the file another name" }; // prettier-ignore
}

/** What stands after `niklas experiment`. */
function wordsOf(task: EmitJob, name: string): readonly string[] {
  const { model, against, design, runs, seed, without, severities, config } = task;
  return [
    model.name,
    name,
    ...(design.kind === "factorial" ? [] : ["--design", designText(design)]),
    ...(runs === undefined ? [] : ["--runs", String(runs)]),
    ...(seed === undefined ? [] : ["--seed", String(seed)]),
    ...(without === undefined ? [] : ["--without", without]),
    ...(against === undefined ? [] : ["--against", against.name]),
    ...severities.flatMap((severity) => ["--severity", severity]),
    ...(config === false ? ["--no-config"] : config === undefined ? [] : ["--config", config]),
  ];
}

function designText(design: DesignChoice): string {
  switch (design.kind) {
    case "factorial":
      return design.kind;
    case "lhs":
    case "sobol":
      return `${design.kind}:${design.points}`;
    case "morris":
      return `${design.kind}:${design.walks}`;
    case "saltelli":
      return `${design.kind}:${design.rows}`;
  }
}

function failed(failure: Failure): Status {
  reportFailures([failure]);
  return statuses.failed;
}
