/*
 * The shortest run that one of two models has and the other has not: the same scenario is played in both, in every way through
 * its alternatives, and told moment by moment in what both know (`moments.ts`). Where a run first does what no run of
 * the other does after the same beginning, they part. Where chance has a part in it, a run with a seed is held against the one
 * with the same seed, which draws the same.
 */
import type { Played } from "../../engine/play.ts";
import type { Scenario } from "../../model/model.ts";
import type { Id } from "../../model/reference.ts";
import type { Prepared } from "../prepared.ts";
import { resultOf, type RunResult } from "../run.ts";
import { againWhere, type Again } from "./again.ts";
import { momentsOf, mostMoments, vocabularyOf, type Moment, type Vocabulary } from "./moments.ts";
import { playEveryWay, playTraced, scenariosOf, type Draws, type PlayingOptions } from "./playing.ts";

export interface ShortestRun {
  readonly scenario: string;
  /** What happens up to there, as it does in both. */
  readonly before: readonly Moment[];
  /** What happens then, in the one alone; it may also be that less happens than in the other. */
  readonly then: Moment;
  /** What happens after that, in this run. */
  readonly next: Moment | undefined;
  /** What happens instead in runs of the other that begin in the same way; empty if those end there. */
  readonly instead: readonly Moment[];
  /** The branches that it takes of the alternatives it meets, from 0. */
  readonly branches: readonly number[];
  readonly run: RunResult;
  /** A scenario of the file and a seed by which the command line plays a run that begins so; undefined if none was found. */
  readonly again: Again | undefined;
}

/** What was done. No more may be claimed. */
export interface RunsLookedAt {
  readonly runs: number;
  /** Whether these are all ways through the alternatives. */
  readonly all: boolean;
  /** How many of them a limit of the tool ended. */
  readonly broken: number;
  /** How many went on for longer than was looked at. */
  readonly longer: number;
}

export interface ShortestRuns {
  /** The scenarios that both have. */
  readonly scenarios: readonly string[];
  readonly first: ShortestRun | undefined;
  readonly second: ShortestRun | undefined;
  readonly looked: { readonly first: RunsLookedAt; readonly second: RunsLookedAt };
  /** With how many seeds; undefined where nothing is up to chance, and one says as much as all. */
  readonly seeds: number | undefined;
  readonly mostMoments: number;
}

/** A model as it is played here. */
export interface PlayingModel {
  readonly prepared: Prepared;
  readonly called: (id: Id) => string;
  readonly draws: Draws;
}

/** `seeds`: those to take, one after the other, where chance has a part in it. */
export function shortestRuns(
  first: PlayingModel,
  second: PlayingModel,
  seeds: readonly number[],
  options: PlayingOptions,
): ShortestRuns {
  const [left, right] = [playerOf(first, second, options), playerOf(second, first, options)];
  const shared = [...left.scenarios.keys()].filter((name) => right.scenarios.has(name));
  const isDrawn = first.draws.chance || second.draws.chance;
  let [one, other]: (Found | undefined)[] = [undefined, undefined];
  for (const name of shared) {
    for (const seed of isDrawn ? seeds : [undefined]) {
      const [here, there] = [left.grown(name, seed), right.grown(name, seed)];
      one = shorter(one, foundIn(name, seed, here, there));
      other = shorter(other, foundIn(name, seed, there, here));
    }
  }
  return {
    scenarios: shared,
    first: one && told(one, left),
    second: other && told(other, right),
    looked: { first: left.looked(), second: right.looked() },
    seeds: isDrawn ? seeds.length : undefined,
    mostMoments,
  };
}

// ── All runs of a scenario, as a tree of their moments ────────────────────

interface Branch {
  readonly moment: Moment | undefined;
  readonly next: Map<string, Branch>;
  /** The branches of alternatives by which it was come to first. */
  readonly choices: readonly number[];
}

interface Player {
  readonly scenarios: ReadonlyMap<string, Scenario>;
  /** Of the run with a seed; without one, of every way through the alternatives. */
  readonly grown: (name: string, seed: number | undefined) => Branch;
  readonly looked: () => RunsLookedAt;
  readonly play: (scenario: Scenario, seed: number | undefined, choices?: readonly number[]) => Played;
  readonly moments: (played: Played) => readonly Moment[];
  readonly prepared: Prepared;
  readonly options: PlayingOptions;
}

function playerOf(model: PlayingModel, other: PlayingModel, options: PlayingOptions): Player {
  const { prepared, called } = model;
  const vocabulary = ({ prepared: { checked }, called: names }: PlayingModel): Vocabulary =>
    vocabularyOf(checked.model, names);
  const naming = { called, own: vocabulary(model), other: vocabulary(other) };
  const scenarios = new Map(scenariosOf(prepared).map((one) => [one.name, one]));
  let [runs, broken, longer, all] = [0, 0, 0, true];
  const moments = (played: Played): readonly Moment[] => momentsOf(played, naming);
  return {
    prepared,
    options,
    scenarios,
    moments,
    looked: () => ({ runs, all, broken, longer }),
    play: (scenario, seed, choices) => playTraced(prepared, scenario, { ...options, seed }, choices),
    grown(name, seed) {
      const root: Branch = { moment: undefined, next: new Map(), choices: [] };
      const scenario = scenarios.get(name);
      if (scenario === undefined) return root;
      const add = (played: Played): void => {
        const seen = moments(played);
        if (played.broken) broken += 1;
        if (seen.length >= mostMoments) longer += 1;
        const choices = played.course.choices.map(({ branch }) => branch);
        let at = root;
        for (const moment of seen) {
          let next = at.next.get(moment.key);
          if (next === undefined) at.next.set(moment.key, (next = { moment, next: new Map(), choices }));
          at = next;
        }
      };
      if (seed !== undefined) {
        add(playTraced(prepared, scenario, { ...options, seed }));
        runs += 1;
        return root;
      }
      const explored = playEveryWay(prepared, scenario, options, add);
      runs += explored.runs;
      all &&= explored.all;
      return root;
    },
  };
}

interface Found {
  readonly scenario: string;
  readonly seed: number | undefined;
  readonly before: readonly Moment[];
  readonly then: Branch & { readonly moment: Moment };
  readonly instead: readonly Moment[];
}

/** Level by level: the first that is found is the shortest; of equally short ones, the one that was met first. */
function foundIn(scenario: string, seed: number | undefined, own: Branch, other: Branch): Found | undefined {
  let level: readonly { readonly own: Branch; readonly other: Branch; readonly before: readonly Moment[] }[] =
    [{ own, other, before: [] }];
  while (level.length > 0) {
    const deeper: (typeof level)[number][] = [];
    for (const at of level) {
      for (const [key, branch] of at.own.next) {
        const { moment } = branch;
        if (moment === undefined) continue;
        const same = at.other.next.get(key);
        if (same !== undefined) {
          deeper.push({ own: branch, other: same, before: [...at.before, moment] });
          continue;
        }
        const instead = [...at.other.next.values()].flatMap((each) => each.moment ?? []);
        return { scenario, seed, before: at.before, then: { ...branch, moment }, instead };
      }
    }
    level = deeper;
  }
  return undefined;
}

function shorter(known: Found | undefined, found: Found | undefined): Found | undefined {
  if (known === undefined || found === undefined) return known ?? found;
  return found.before.length < known.before.length ? found : known;
}

// ── To have it again ──────────────────────────────────────────────────────

function told({ scenario, seed, before, then, instead }: Found, player: Player): ShortestRun | undefined {
  const played = player.scenarios.get(scenario);
  if (played === undefined) return undefined;
  const { prepared, options } = player;
  const run = player.play(played, seed ?? options.seed, then.choices);
  const keys = [...before, then.moment].map(({ key }) => key);
  return {
    scenario,
    before,
    then: then.moment,
    next: player.moments(run)[keys.length],
    instead,
    branches: then.choices,
    run: resultOf(prepared, run, options),
    again: againBy(played, keys, run, player),
  };
}

/** By a run of which it was tried that it begins so. */
function againBy(
  scenario: Scenario,
  keys: readonly string[],
  run: Played,
  player: Player,
): Again | undefined {
  return againWhere(player.prepared, scenario, run, player.options, (tried) => {
    const moments = player.moments(tried);
    return keys.every((key, index) => moments[index]?.key === key);
  });
}
