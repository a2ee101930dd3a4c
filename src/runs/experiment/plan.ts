/* An experiment made ready: what is varied, how often it is run, what is measured, and in which blocks. */
import { nearest } from "../../base/near.ts";
import { listed, numberText, quoted } from "../../base/words.ts";
import type { ShortcutSource } from "../../engine/accelerate.ts";
import type { CompiledModel } from "../../engine/compiled.ts";
import type { Slot } from "../../engine/layout.ts";
import { compileOutcome, type CompiledOutcome } from "../../engine/outcome.ts";
import type { CompiledBlock, CompiledScenario, CompiledStep } from "../../engine/scenario.ts";
import type { Experiment, Model, Outcome, Scenario } from "../../model/model.ts";
import type { Id } from "../../model/reference.ts";
import type { Prepared } from "../prepared.ts";
import { designOf, type Design } from "./design.ts";
import type { DesignChoice } from "./design_choice.ts";
import { factorsOf } from "./factors.ts";
import { mostNumbers, readingOf, type Factor, type Manifest, type Reading } from "./manifest.ts";
import { ExperimentRefused } from "./refused.ts";

/** What is asked for besides the model; plain data, which can be handed to other processes. */
export interface ExperimentRequest {
  /** Its name; without one the only experiment of the model. */
  readonly experiment?: string | undefined;
  readonly design: DesignChoice;
  /** Wins over `runs` of the experiment. */
  readonly runs?: number | undefined;
  /** Wins over the seed of the scenario. */
  readonly seed?: number | undefined;
  /** A regulation: everything is run with it and without it. */
  readonly without?: string | undefined;
  /** The version of Niklas, for the manifest. */
  readonly niklas: string;
}

/** The models of an experiment. */
export interface ExperimentModels {
  readonly prepared: Prepared;
  /** Of the texts; of what is handed to another process it is known already. */
  readonly digest: string;
  /** Another model, with which everything is run besides; `name`: what people call it. */
  readonly against?:
    { readonly prepared: Prepared; readonly digest: string; readonly name: string } | undefined;
}

/** One way in which each combination is run: as the model says, or otherwise, to compare the two. */
export interface Variant {
  readonly compiled: CompiledModel;
  readonly scenario: CompiledScenario;
  readonly shortcuts: ShortcutSource | undefined;
  readonly measures: readonly CompiledOutcome[];
  /** By factor: the slot that it sets, and what stands there for a value of it. */
  readonly varied: readonly { readonly slot: number; readonly set: (value: number) => number }[];
}

/** An experiment ready to be carried out. */
export interface Plan {
  readonly manifest: Manifest;
  readonly design: Design;
  readonly variants: readonly Variant[];
}

/** From so many runs on it is worth a moment to make them faster. */
const worthShortcuts = 50;

/** Makes an experiment ready. Throws `ExperimentRefused`, and an error if the model has errors. */
export function planOf(models: ExperimentModels, request: ExperimentRequest): Plan {
  const { prepared, digest, against } = models;
  const { model } = prepared.checked;
  const experiment = experimentIn(model, request.experiment);
  const scenario = scenarioOf(model, experiment);
  const compiled = prepared.compiled();
  const ready = prepared.compiledScenario(scenario);
  const varied = factorsOf(compiled, ready, experiment);
  const factors = varied.map(({ factor }) => factor);
  if (factors.length === 0 && request.design.kind !== "factorial")
    throw new ExperimentRefused(
      `the experiment ${quoted(experiment.name)} varies nothing, and so needs no design`,
      experiment.place,
    );
  const seed = request.seed ?? ready.seed;
  const runs = request.runs ?? experiment.runs;

  const first: Variant = {
    compiled,
    scenario: ready,
    shortcuts: prepared.shortcuts(),
    measures: measuresOf(compiled, experiment),
    varied: varied.map(({ slot, factor: { reading } }) => ({
      slot: slot.number,
      set: setting(compiled, slot, reading),
    })),
  };
  const { variants, names } = comparing(first, request, experiment, factors, against);
  // The places that draw are known once everything has been compiled.
  const chance = variants.some((variant) => variant.compiled.keys().length > 0);
  const design = designOf(request.design, factors, seed, chance);
  const total = design.points * runs;
  const { measures } = experiment;
  if (total * variants.length * (measures.length + 1) > mostNumbers)
    throw new ExperimentRefused(
      `the experiment ${quoted(experiment.name)} comes to ${numberText(total)} runs, and more than ${numberText(mostNumbers)} numbers cannot be kept`,
      experiment.namePlace,
      "fewer runs of each combination, or a design such as `lhs:1000`, which takes a sample of the combinations, will do",
    );
  if (total > worthShortcuts) for (const { shortcuts } of variants) shortcuts?.make(false);
  const blockSize = Math.max(1, Math.min(256, Math.ceil(total / 512)));
  const manifest: Manifest = {
    niklas: request.niklas,
    model: digest,
    ...(against !== undefined && { against: against.digest }),
    experiment: experiment.name,
    ...(experiment.label !== undefined && { label: experiment.label }),
    scenario: scenario.name,
    seed,
    design: request.design,
    runs,
    chance,
    vary: factors,
    measures: measures.map(({ name, label, outcome }) => ({
      name,
      ...(label !== undefined && { label }),
      kind: isShare(outcome) ? "share" : "number",
      reading: outcome.kind === "condition" && !isShare(outcome) ? readingOf(outcome.condition.type) : {},
    })),
    variants: names,
    combinations: design.points,
    blockSize,
    blocks: Math.ceil(total / blockSize),
  };
  return { manifest, design, variants };
}

/** The experiment of a name; without a name the only one. Throws `ExperimentRefused`. */
export function experimentIn(
  { experiments }: Model,
  name: string | undefined,
  where = "this model",
): Experiment {
  const [first, second] = experiments;
  if (first === undefined)
    throw new ExperimentRefused(
      `there is no experiment in ${where}`,
      undefined,
      "an experiment begins with `experiment NAME of SCENARIO {`",
    );
  const known = experiments.map((each) => each.name);
  const they = `its experiments are ${listed(known.map(quoted))}`;
  if (name === undefined) {
    if (second === undefined) return first;
    throw new ExperimentRefused(`there are several experiments in ${where}`, undefined, `${they}; say which is meant`); // prettier-ignore
  }
  const found = experiments.find((each) => each.name === name);
  if (found !== undefined) return found;
  const near = nearest(name, known)[0];
  throw new ExperimentRefused(
    `there is no experiment ${quoted(name)} in ${where}`,
    undefined,
    near === undefined ? they : `a name like it: ${quoted(near)}`,
  );
}

function scenarioOf({ scenarios, importedScenarios = [] }: Model, experiment: Experiment): Scenario {
  const found = [...scenarios, ...importedScenarios].find(({ id }) => id === experiment.scenario?.id);
  if (found === undefined || experiment.measures.length === 0)
    throw new ExperimentRefused(
      `the experiment ${quoted(experiment.name)} measures nothing`,
      experiment.namePlace,
      "`measure NAME = …` in it says what is wanted to be known",
    );
  return found;
}

function measuresOf(compiled: CompiledModel, { id, measures }: Experiment): readonly CompiledOutcome[] {
  return measures.map(({ name, outcome }) => compileOutcome(compiled, outcome, `${id}/measure/${name}`));
}

/** Whether a measure holds or does not, rather than being so and so much. */
function isShare(outcome: Outcome): boolean {
  return outcome.kind !== "condition" || outcome.condition.type.kind === "boolean";
}

/** What stands in a slot of a model for a value of a factor: words have numbers of their own in each. */
function setting({ layout }: CompiledModel, { type }: Slot, { words }: Reading): (value: number) => number {
  if (words === undefined || (type.kind !== "enumeration" && type.kind !== "text")) return (value) => value;
  return (value) => layout.words.number(words[value] ?? "");
}

function comparing(
  first: Variant,
  { without }: ExperimentRequest,
  experiment: Experiment,
  factors: readonly Factor[],
  against: ExperimentModels["against"],
): { readonly variants: readonly Variant[]; readonly names: readonly string[] } {
  if (without !== undefined) {
    const { compiled, scenario } = first;
    const regulation = compiled.model.regulations.find(
      ({ id, name }) => name === without || compiled.layout.nameOf(id) === without,
    );
    const applied = compiled.model.regulations.filter(({ id }) => scenario.applied.has(id));
    if (regulation === undefined || !applied.includes(regulation))
      throw new ExperimentRefused(
        `the scenario ${quoted(scenario.scenario.name)} applies no regulation ${quoted(without)}`,
        undefined,
        applied.length === 0
          ? "it applies none; `apply NAME` in it would"
          : `it applies ${listed(applied.map(({ name }) => quoted(name)))}`,
      );
    const other = { ...first, scenario: withoutRegulation(scenario, regulation.id) };
    return { variants: [first, other], names: [`with ${without}`, `without ${without}`] };
  }
  if (against === undefined) return { variants: [first], names: [""] };
  const { model } = against.prepared.checked;
  const its = experimentIn(model, experiment.name, quoted(against.name));
  const names = experiment.measures.map(({ name }) => name);
  const missing = names.find((name) => !its.measures.some((each) => each.name === name));
  if (missing !== undefined)
    throw new ExperimentRefused(`the experiment ${quoted(experiment.name)} of ${quoted(against.name)} measures no ${quoted(missing)}`); // prettier-ignore
  const compiled = against.prepared.compiled();
  const measures = experiment.measures.flatMap(({ name }) =>
    its.measures.filter((each) => each.name === name),
  );
  const other: Variant = {
    compiled,
    scenario: against.prepared.compiledScenario(scenarioOf(model, its)),
    shortcuts: against.prepared.shortcuts(),
    measures: measuresOf(compiled, { ...its, measures }),
    varied: factors.map(({ name, reading }) => {
      const slot = compiled.layout.slots.find(({ called }) => called === name);
      if (slot === undefined)
        throw new ExperimentRefused(
          `there is no ${quoted(name)} in ${quoted(against.name)}, which is varied here`,
        );
      return { slot: slot.number, set: setting(compiled, slot, reading) };
    }),
  };
  return { variants: [first, other], names: ["this model", against.name] };
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
