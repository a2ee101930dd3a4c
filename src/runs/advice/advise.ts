/*
 * Advice on a regulation whose aim is not reached: which smallest changes of the model would make it effective. Nothing is
 * concluded; every proposal has been written into the text of the model, read, checked and run.
 */
import type { Place } from "../../base/place.ts";
import { later } from "../../base/later.ts";
import { nearest } from "../../base/near.ts";
import type { CheckResult } from "../../checks/apply.ts";
import type { Severities } from "../../checks/describe.ts";
import type { Evaluate } from "../../engine/accelerate.ts";
import { namesInFile, namesOf } from "../../flow/describe.ts";
import { indexModel } from "../../model/lookup.ts";
import type { Regulation } from "../../model/model.ts";
import type { Interruptible } from "../interruptible.ts";
import { UnknownScenario } from "../prepared.ts";
import { rereading, type Rereading } from "../read_again.ts";
import { neighbourhood, usualSpread } from "../robustness/robustness.ts";
import { run, type RunResult, type VerdictResult } from "../run.ts";
import type { Advice, Proposal, Tried } from "./advice.ts";
import { editsOfPatch } from "./patch.ts";
import { routeChange, wayOf } from "./route.ts";
import { search, textsOf, withChange, type Found, type SearchOptions } from "./search.ts";
import { sideEffects, surveyed, type Surveyed } from "./side_effects.ts";
import { errorsBeside, textsTried, trialOf, type Trial, type TrialOptions } from "./trial.ts";

export interface AdviseOptions extends Interruptible {
  /** The scenario that is to come out otherwise; the first that applies the regulation in vain, if it is not said. */
  readonly scenario?: string | undefined;
  /** Wins over the seed that the scenario says. */
  readonly seed?: number | undefined;
  readonly severities?: Severities | undefined;
  readonly evaluate?: Evaluate | undefined;
  /** How many changed models are tried at most. */
  readonly most?: number | undefined;
  /** How many changes may be combined. */
  readonly depth?: number | undefined;
  /** After how many finds the search ends. */
  readonly finds?: number | undefined;
  /** In how many runs around a proposal it is asked whether it stays effective. */
  readonly points?: number | undefined;
}

/** What is done if nothing else is said. */
export const usualSearch = { most: 200, depth: 3, finds: 6, points: 40 } as const;

/** Thrown where there is no regulation of the name. */
export class UnknownRegulation extends Error {
  readonly regulation: string;
  readonly known: readonly string[];
  readonly near: readonly string[];

  constructor(regulation: string, known: readonly string[]) {
    super(`there is no regulation \`${regulation}\` in this model`);
    this.name = "UnknownRegulation";
    this.regulation = regulation;
    this.known = known;
    this.near = nearest(regulation, known);
  }
}

/** Thrown where nothing can be advised, with the reason. */
export class NoAdvice extends Error {
  readonly because: "errors" | "no aim" | "no start" | "not applied" | "broken off";

  constructor(because: NoAdvice["because"]) {
    super(`no advice can be given: ${because}`);
    this.name = "NoAdvice";
    this.because = because;
  }
}

/**
 * Searches for the smallest changes that make a regulation effective. Throws `UnknownRegulation`, `UnknownScenario`, `NoAdvice`
 * (a model with other errors than that the regulation has no way), and what `checkpoint` throws.
 */
export function advise(original: CheckResult, name: string, options: AdviseOptions = {}): Advice {
  const { model } = original;
  const names = namesInFile(model, model.entry, namesOf(indexModel(model)));
  const regulation =
    model.regulations.find(({ id }) => names(id) === name) ??
    model.regulations.find((each) => each.name === name);
  if (regulation === undefined) {
    const known = model.regulations.map(({ id }) => names(id));
    throw new UnknownRegulation(name, known);
  }
  if (errorsBeside(original, regulation.id).length > 0) throw new NoAdvice("errors");
  if (regulation.aim === undefined) throw new NoAdvice("no aim");
  if (regulation.start === undefined) throw new NoAdvice("no start");

  const { signal, checkpoint, seed, severities, evaluate } = options;
  const again = rereading(original, severities);
  const base = { regulation: regulation.id, seed, severities, evaluate, signal, checkpoint };
  const present = presentModel(original, regulation, again, base, options.scenario);
  const { trial, tried, suffix } = present;
  const question = questionOf(tried, options.scenario);
  const result = runOf(trial, question.scenario, { ...base, suffix });
  const verdict = verdictIn(result, trial);
  if (verdict === undefined) throw new NoAdvice("broken off");
  const isReached = verdict.verdict === "effective";
  const isReachedWithout = verdict.withIt?.holds === true && verdict.without?.holds === true;

  const { most = usualSearch.most, depth = usualSearch.depth, finds = usualSearch.finds } = options;
  const searchOptions: SearchOptions = { ...base, suffix, scenario: question.scenario, most, depth, finds };
  const { found, searched } =
    isReached || isReachedWithout
      ? {
          found: [],
          searched: { tried: 0, most, depth, complete: true, refused: new Map<string, number>(), idle: 0 },
        }
      : search(original, { outcome: result, trial }, again, searchOptions);
  const besides = new Set(suffix === "" ? [] : [question.scenario]);
  const before = later(() => surveyed(trial, result, besides));
  const { points = usualSearch.points } = options;
  const context: Proposing = { original, again, options: searchOptions, before, besides, points };
  return {
    regulation: names(regulation.id),
    aim: verdict.aim,
    by: regulation.by === undefined ? "" : names(regulation.by.id),
    of: regulation.of === undefined ? "" : names(regulation.of.id),
    scenarios: suffix === "" ? tried : [],
    question: { ...question, isAdded: suffix !== "", result: verdict },
    isReached,
    isReachedWithout,
    proposals: ranked(found.flatMap((each) => proposalFrom(each, context) ?? [])),
    searched,
  };
}

// ── The model as it is ────────────────────────────────────────────────────

/** Where a model moves by itself, a scenario that is added runs for so long. */
const stepsOfAdded = 50;

interface Present {
  readonly trial: Trial;
  /** The scenarios that apply the regulation; where none does, one that has been added by `suffix`. */
  readonly tried: readonly Tried[];
  readonly suffix: string;
}

function presentModel(
  original: CheckResult,
  regulation: Regulation,
  again: Rereading,
  options: Omit<TrialOptions, "suffix">,
  wanted: string | undefined,
): Present {
  const { model } = original;
  const known = model.scenarios.map(({ name }) => name);
  if (wanted !== undefined && !known.includes(wanted)) throw new UnknownScenario(wanted, known);
  const trialWith = (suffix: string): Trial =>
    trialOf(again.checked(textsTried(new Map(), original, { suffix })), { ...options, suffix });
  const own = trialWith("");
  const tried = known.flatMap((name) => triedIn(name, own));
  if (tried.length > 0) return { trial: own, tried, suffix: "" };
  if (known.some((scenario) => isBrokenOff(own, scenario, regulation))) throw new NoAdvice("broken off");
  if (wanted !== undefined) throw new NoAdvice("not applied");
  const name = namesInFile(model, model.entry, namesOf(indexModel(model)))(regulation.id);
  const run = own.prepared.compiled().restless ? `run ${stepsOfAdded} steps` : "run";
  const scenario = freeName(original);
  const suffix = `\n\nscenario ${scenario} {\n  apply ${name}\n  ${run}\n}\n`;
  const trial = trialWith(suffix);
  return { trial, tried: triedIn(scenario, trial), suffix };
}

function freeName({ model }: CheckResult): string {
  const { societies, systems, environments, couplings, regulations, scenarios, properties, experiments } =
    model;
  const declared = [
    societies,
    systems,
    environments,
    couplings,
    regulations,
    scenarios,
    properties,
    experiments,
  ];
  const taken = new Set(declared.flat().map(({ name }) => name));
  let name = "advised";
  while (taken.has(name)) name += "_";
  return name;
}

function triedIn(scenario: string, trial: Trial): readonly Tried[] {
  const outcome = trial.play(scenario);
  const verdict = trial.verdictOf(outcome);
  if (verdict === undefined) return [];
  const { seed, course } = outcome.played;
  return [{ scenario, seed, steps: course.state.step, verdict }];
}

function isBrokenOff(trial: Trial, scenario: string, { id }: Regulation): boolean {
  const { played } = trial.play(scenario);
  return played.broken && played.course.applied.has(id);
}

/** The one that was asked for, else the first in which the regulation is not effective. */
function questionOf(tried: readonly Tried[], wanted: string | undefined): Tried {
  const asked =
    wanted === undefined
      ? (tried.find(({ verdict }) => verdict !== "effective") ?? tried[0])
      : tried.find(({ scenario }) => scenario === wanted);
  if (asked === undefined) throw new NoAdvice("not applied");
  return asked;
}

function runOf({ prepared }: Trial, scenario: string, options: TrialOptions): RunResult {
  const { seed, severities, signal, checkpoint } = options;
  return run(prepared, { scenario, seed, severities, signal, checkpoint });
}

function verdictIn({ verdicts }: RunResult, { regulation }: Trial): VerdictResult | undefined {
  const { file, start } = regulation.namePlace;
  return verdicts.find(({ place }) => place.file === file && place.start === start);
}

// ── From what was found to what is proposed ───────────────────────────────

interface Proposing {
  readonly original: CheckResult;
  readonly again: Rereading;
  readonly options: SearchOptions;
  readonly before: () => Surveyed;
  readonly besides: ReadonlySet<string>;
  readonly points: number;
}

/**
 * What was found as it can be written down: the regulation says through which couplings it goes, if it did not. It is read,
 * checked and run once more; undefined if it is not effective then, or has an error.
 */
function proposalFrom(found: Found, context: Proposing): Proposal | undefined {
  const { original, again, options, before, besides, points } = context;
  const route = routeChange(found.checked, found.outcome, found.trial.regulation);
  const patches = route === undefined ? found.patches : withChange(found.patches, route, original);
  if (patches === undefined) return undefined;
  const texts = textsOf(patches);
  const checked = again.checked(textsTried(texts, original, options));
  if (checked.diagnostics.some(({ severity }) => severity === "error")) return undefined;
  const trial = trialOf(checked, options);
  const { scenario, seed, signal, checkpoint } = options;
  const result = runOf(trial, scenario, options);
  const verdict = verdictIn(result, trial);
  if (verdict?.verdict !== "effective") return undefined;
  const known = new Set(original.diagnostics.map(({ check, message }) => `${check} ${message}`));
  // What stands behind the text of the file is the scenario that was added.
  const { entry } = original.model;
  const length = (texts.get(entry) ?? original.sources.get(entry)?.text ?? "").length;
  const isAdded = ({ file, start }: Place): boolean => file === entry && start >= length;
  const around = { scenario, seed, signal, checkpoint, points, spread: usualSpread };
  return {
    changes: route === undefined ? found.changes : [...found.changes, route],
    size: found.size,
    edits: [...patches].flatMap(([file, patch]) => editsOfPatch(patch, file)),
    texts,
    way: wayOf(checked, result, trial.regulation),
    verdict,
    neighbourhood: neighbourhood(checked, options.regulation, "effective", around),
    sideEffects: sideEffects(before(), surveyed(trial, result, besides), {
      scenario,
      regulation: verdict.regulation,
    }),
    findings: checked.diagnostics
      .filter(({ check, message, place }) => !known.has(`${check} ${message}`) && !isAdded(place))
      .map(({ check, severity, message }) => ({ check, severity, message })),
  };
}

/** How little it changes first; of equal size, in how many of the runs around it stays effective; then as it was found. */
function ranked(proposals: readonly Proposal[]): readonly Proposal[] {
  const share = ({ neighbourhood: { runs, same } }: Proposal): number => (runs === 0 ? 1 : same / runs);
  return proposals
    .map((proposal, order) => ({ proposal, order }))
    .sort(
      (a, b) =>
        a.proposal.size - b.proposal.size || share(b.proposal) - share(a.proposal) || a.order - b.order,
    )
    .map(({ proposal }) => proposal);
}
