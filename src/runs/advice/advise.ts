/*
 * Advice on a regulation whose aim is not reached: which smallest changes of the model would make it effective. Nothing is
 * concluded; every proposal has been written into the text of the model, read, checked and run.
 */
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
import type { RunResult, VerdictResult } from "../run.ts";
import type { Advice, Proposal, Tried } from "./advice.ts";
import { editsOfPatch } from "./patch.ts";
import { routeChange, wayOf } from "./route.ts";
import { search, textsOf, withChange, type Found, type SearchOptions } from "./search.ts";
import { sideEffects, surveyed, type Surveyed } from "./side_effects.ts";
import { checkedWith, errorsBeside, trialOf, type Trial, type TrialOptions } from "./trial.ts";

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
export const usualSearch = { most: 400, depth: 3, finds: 6, points: 40 } as const;

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
  if (regulation === undefined)
    throw new UnknownRegulation(
      name,
      model.regulations.map(({ id }) => names(id)),
    );
  if (errorsBeside(original, regulation.id).length > 0) throw new NoAdvice("errors");
  if (regulation.aim === undefined) throw new NoAdvice("no aim");
  if (regulation.start === undefined) throw new NoAdvice("no start");

  const again = rereading(original, options.severities);
  const base = {
    regulation: regulation.id,
    seed: options.seed,
    severities: options.severities,
    evaluate: options.evaluate,
    signal: options.signal,
    checkpoint: options.checkpoint,
  };
  const { trial, tried, results, suffix } = firstTrial(
    original,
    regulation,
    again,
    { ...base, suffix: "" },
    options.scenario,
  );
  const trialOptions: TrialOptions = { ...base, suffix };
  const question = questionOf(tried, options.scenario);
  const result = results.get(question.scenario);
  const verdict = result && trial.verdictOf(result);
  if (result === undefined || verdict === undefined)
    throw new NoAdvice(result?.broken === true ? "broken off" : "not applied");
  const isReached =
    verdict.verdict === "effective" || (verdict.withIt?.holds === true && verdict.without?.holds === true);
  const { most = usualSearch.most, depth = usualSearch.depth, finds = usualSearch.finds } = options;
  const { points = usualSearch.points } = options;
  const searchOptions: SearchOptions = { ...trialOptions, scenario: question.scenario, most, depth, finds };
  const { found, searched } = isReached
    ? {
        found: [],
        searched: { tried: 0, most, depth, complete: true, refused: new Map<string, number>(), idle: 0 },
      }
    : search(original, { result, trial }, again, searchOptions);
  const besides = new Set(suffix === "" ? [] : [question.scenario]);
  const before = found.length === 0 ? undefined : surveyed(trial.prepared, result, trial.play, besides);
  const proposals = found.flatMap((each) =>
    before === undefined
      ? []
      : (proposalFrom(each, original, again, searchOptions, before, besides, points) ?? []),
  );
  return {
    regulation: names(regulation.id),
    aim: verdict.aim,
    by: regulation.by === undefined ? "" : names(regulation.by.id),
    of: regulation.of === undefined ? "" : names(regulation.of.id),
    scenarios: suffix === "" ? tried : [],
    question: { ...question, isAdded: suffix !== "", result: verdict },
    isReached,
    proposals: ranked(proposals),
    searched,
  };
}

// ── The model as it is ────────────────────────────────────────────────────

/** Where a model moves by itself, a scenario that is added runs for so long. */
const stepsOfAdded = 50;

/** Plays every scenario that applies the regulation; one that is added, where none does. */
function firstTrial(
  original: CheckResult,
  regulation: Regulation,
  again: Rereading,
  options: TrialOptions,
  wanted: string | undefined,
): {
  readonly trial: Trial;
  readonly tried: readonly Tried[];
  readonly results: ReadonlyMap<string, RunResult>;
  readonly suffix: string;
} {
  const known = original.model.scenarios.map(({ name }) => name);
  if (wanted !== undefined && !known.includes(wanted)) throw new UnknownScenario(wanted, known);
  const own = trialOf(again.checked(new Map()), options);
  const results = new Map(known.map((name) => [name, own.play(name)]));
  const tried = triedIn(results, own);
  if (tried.length > 0 || wanted !== undefined) return { trial: own, tried, results, suffix: "" };
  const called = namesInFile(
    original.model,
    original.model.entry,
    namesOf(indexModel(original.model)),
  )(regulation.id);
  const run = own.prepared.compiled().restless ? `run ${stepsOfAdded} steps` : "run";
  const suffix = `\n\nscenario ${freeScenario(original)} {\n  apply ${called}\n  ${run}\n}\n`;
  const { entry } = original.model;
  const text = original.sources.get(entry)?.text ?? "";
  const trial = trialOf(checkedWith(new Map(), entry, again, { suffix }, text), { ...options, suffix });
  const added = trial.prepared.checked.model.scenarios.at(-1)?.name ?? "";
  const played = new Map([[added, trial.play(added)]]);
  return { trial, tried: triedIn(played, trial), results: played, suffix };
}

function freeScenario({ model }: CheckResult): string {
  const taken = new Set(
    [
      model.societies,
      model.systems,
      model.environments,
      model.couplings,
      model.regulations,
      model.scenarios,
      model.properties,
      model.experiments,
    ]
      .flat()
      .map(({ name }) => name),
  );
  let name = "advised";
  while (taken.has(name)) name += "_";
  return name;
}

function triedIn(results: ReadonlyMap<string, RunResult>, trial: Trial): readonly Tried[] {
  return [...results].flatMap(([scenario, result]) => {
    const verdict = trial.verdictOf(result);
    return verdict === undefined
      ? []
      : [{ scenario, seed: result.seed, steps: result.steps, verdict: verdict.verdict }];
  });
}

function questionOf(tried: readonly Tried[], wanted: string | undefined): Tried {
  const asked =
    wanted === undefined
      ? (tried.find(({ verdict }) => verdict !== "effective") ?? tried[0])
      : tried.find(({ scenario }) => scenario === wanted);
  if (asked === undefined) throw new NoAdvice("not applied");
  return asked;
}

// ── From what was found to what is proposed ───────────────────────────────

/**
 * What was found as it can be written down: the regulation says through which couplings it goes, if it did not. It is read,
 * checked and run once more; undefined if it is not effective then, or has an error.
 */
function proposalFrom(
  found: Found,
  original: CheckResult,
  again: Rereading,
  options: SearchOptions,
  before: Surveyed,
  besides: ReadonlySet<string>,
  points: number,
): Proposal | undefined {
  const { entry } = original.model;
  const own = original.sources.get(entry)?.text ?? "";
  const route = routeChange(found.checked, found.result, found.trial.regulation);
  const patches = route === undefined ? found.patches : withChange(found.patches, route, original);
  if (patches === undefined) return undefined;
  const texts = textsOf(patches);
  const checked = checkedWith(texts, entry, again, options, own);
  if (checked.diagnostics.some(({ severity }) => severity === "error")) return undefined;
  const trial = trialOf(checked, options);
  const result = trial.play(options.scenario);
  const verdict: VerdictResult | undefined = trial.verdictOf(result);
  if (verdict?.verdict !== "effective") return undefined;
  const after = surveyed(trial.prepared, result, trial.play, besides);
  const known = new Set(original.diagnostics.map(({ check, message }) => `${check} ${message}`));
  const { scenario, seed, severities, evaluate, signal, checkpoint } = options;
  return {
    changes: route === undefined ? found.changes : [...found.changes, route],
    size: found.size,
    edits: [...patches].flatMap(([file, patch]) => editsOfPatch(patch, file)),
    texts,
    way: wayOf(checked, result, trial.regulation),
    verdict,
    neighbourhood: neighbourhood(checked, options.regulation, "effective", {
      scenario,
      seed,
      severities,
      evaluate,
      signal,
      checkpoint,
      points,
      spread: usualSpread,
    }),
    sideEffects: sideEffects(before, after, { scenario, regulation: verdict.regulation }),
    findings: checked.diagnostics
      .filter(({ check, message }) => !known.has(`${check} ${message}`))
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
