/* An experiment made ready: what is varied, how often it is run, what is measured, and in which blocks. */
import type { CompiledModel } from "../../engine/compiled.ts";
import { compileOutcome, type CompiledOutcome } from "../../engine/outcome.ts";
import type { CompiledScenario, CompiledBlock, CompiledStep } from "../../engine/scenario.ts";
import type { ShortcutSource } from "../../engine/accelerate.ts";
import type { Experiment, Measure, Scenario } from "../../model/model.ts";
import type { Id } from "../../model/reference.ts";
import type { Prepared } from "../prepared.ts";
import { designOf, mostRuns, type Design, type DesignChoice } from "./design.ts";
import { factorsOf, type Factor } from "./factors.ts";
import { ExperimentRefused } from "./refused.ts";

/** What is asked for besides the model; plain data, which can be handed to other processes. */
export interface ExperimentRequest {
  readonly experiment: string;
  readonly design: DesignChoice;
  /** Wins over `runs` of the experiment. */
  readonly runs?: number | undefined;
  /** Wins over the seed of the scenario. */
  readonly seed?: number | undefined;
  /** A regulation: everything is run with it and without it. */
  readonly without?: string | undefined;
}

/** One way in which each combination is run: as the model says, or otherwise, to compare the two. */
export interface Variant {
  /** What people read: `with curb`, `without curb`. */
  readonly name: string;
  readonly compiled: CompiledModel;
  readonly scenario: CompiledScenario;
  readonly shortcuts: ShortcutSource | undefined;
  readonly measures: readonly CompiledOutcome[];
  /** The slots of what is varied, in the order of the factors. */
  readonly slots: readonly number[];
}

export interface Plan {
  readonly request: ExperimentRequest;
  readonly experiment: Experiment;
  readonly scenario: Scenario;
  readonly factors: readonly Factor[];
  readonly design: Design;
  readonly runs: number;
  readonly seed: number;
  readonly measures: readonly Measure[];
  readonly variants: readonly Variant[];
  /** How many runs: of each point so many as `runs`. Numbered by point, then by run. */
  readonly total: number;
  /** So many runs, one after another by their numbers, are done and kept together; the last block may have fewer. */
  readonly blockSize: number;
  readonly blocks: number;
  /** How many numbers there are of one run: of each variant the measures, and what went wrong. */
  readonly columns: number;
}

/** Makes an experiment ready. Throws `ExperimentRefused`, and an error if the model has errors. */
export function planOf(prepared: Prepared, request: ExperimentRequest): Plan {
  const { model } = prepared.checked;
  const experiment = model.experiments.find(({ name }) => name === request.experiment);
  if (experiment === undefined) throw new ExperimentRefused(`there is no experiment ${request.experiment}`);
  const scenario = [...model.scenarios, ...(model.importedScenarios ?? [])].find(
    ({ id }) => id === experiment.scenario?.id,
  );
  if (scenario === undefined || experiment.measures.length === 0)
    throw new ExperimentRefused(`${experiment.name} measures nothing`, experiment.namePlace);
  const compiled = prepared.compiled();
  const ready = prepared.compiledScenario(scenario);
  const factors = factorsOf(compiled, ready, experiment);
  const seed = request.seed ?? ready.seed;
  const design = designOf(request.design, factors, seed);
  const runs = request.runs ?? experiment.runs;
  const total = design.points * runs;
  if (total > mostRuns)
    throw new ExperimentRefused(`${experiment.name} has more than ${mostRuns} runs`, experiment.namePlace);
  const variants = variantsOf(prepared, experiment, ready, factors, request);
  const blockSize = Math.max(1, Math.min(256, Math.ceil(total / 512)));
  return {
    request,
    experiment,
    scenario,
    factors,
    design,
    runs,
    seed,
    measures: experiment.measures,
    variants,
    total,
    blockSize,
    blocks: Math.ceil(total / blockSize),
    columns: variants.length * (experiment.measures.length + 1),
  };
}

function variantsOf(
  prepared: Prepared,
  experiment: Experiment,
  scenario: CompiledScenario,
  factors: readonly Factor[],
  { without }: ExperimentRequest,
): readonly Variant[] {
  const compiled = prepared.compiled();
  const variant: Variant = {
    name: without === undefined ? "" : `with ${without}`,
    compiled,
    scenario,
    shortcuts: prepared.shortcuts(),
    measures: experiment.measures.map(({ name, outcome }) =>
      compileOutcome(compiled, outcome, `${experiment.id}/measure/${name}`),
    ),
    slots: factors.map(({ slot }) => slot.number),
  };
  if (without === undefined) return [variant];
  const regulation = compiled.model.regulations.find(
    ({ id, name }) => name === without || compiled.layout.nameOf(id) === without,
  );
  if (regulation === undefined) throw new ExperimentRefused(`there is no regulation ${without}`);
  if (!scenario.applied.has(regulation.id))
    throw new ExperimentRefused(`${scenario.scenario.name} does not apply ${without}: with and without it are the same`); // prettier-ignore
  return [
    variant,
    { ...variant, name: `without ${without}`, scenario: withoutRegulation(scenario, regulation.id) },
  ];
}

/** The same scenario, in which a regulation is not applied. Every other step is called what it was, and draws what it drew. */
export function withoutRegulation(scenario: CompiledScenario, regulation: Id): CompiledScenario {
  const block = ({ block: of, steps }: CompiledBlock): CompiledBlock => ({
    block: of,
    steps: steps.map(step),
  });
  const step = (one: CompiledStep): CompiledStep => {
    switch (one.kind) {
      case "apply":
        return one.regulation === regulation ? { kind: "remark", step: one.step, path: one.path } : one;
      case "either":
        return { ...one, branches: one.branches.map(block) };
      case "repeat":
        return { ...one, block: block(one.block) };
      default:
        return one;
    }
  };
  return { ...scenario, blocks: scenario.blocks.map(block) };
}
