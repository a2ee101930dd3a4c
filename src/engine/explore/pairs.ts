/*
 * All runs of a scenario, each beside the same run without what a regulation starts: a verdict compares the two, which the state of
 * one does not tell. A pair of runs is gone on with step by step, as a single one is (`mover.ts`); pairs that have the same future are one
 * state, however they came about.
 */
import { verdicts as allVerdicts, type Verdict } from "../../diagnostics/run_facts.ts";
import type { CompiledModel } from "../compiled.ts";
import type { CompiledScenario } from "../scenario.ts";
import { Broken } from "../violations.ts";
import type { Choice } from "./choosing.ts";
import { Edges } from "./edges.ts";
import { Continuum, type ExpectedInAll, type PropertyInAll, type Way } from "./explored.ts";
import { backwards, likelihoodOf, type Likelihood } from "./likelihood.ts";
import { Moves } from "./moves.ts";
import { Numbered } from "./numbered.ts";
import { pairOf, TooManyPairs, type Pair, type PairsOptions } from "./pair.ts";

/** What all pairs of runs show. */
export interface Pairs {
  readonly states: number;
  /** The verdicts at the end of runs, with a shortest run for each. */
  readonly verdicts: readonly {
    readonly verdict: Verdict;
    readonly way: Way;
    readonly likelihood: Likelihood | undefined;
  }[];
  /** Whether the regulation is applied in every run. */
  readonly always: boolean;
  readonly properties: readonly PropertyInAll[];
  /** Of the expectations those that ask for a verdict on it. */
  readonly expectations: readonly ExpectedInAll[];
}

/** So many times as many moves as states there may be. */
const movesOfState = 20;
/** So many states are gone on from between two calls of the checkpoint. */
const patience = 256;

/** A state, and what was chosen in a move from it. */
interface Found {
  readonly state: number;
  readonly made: readonly Choice[];
  readonly steps: number;
}

/** Undefined where not all pairs can be explored. Throws what `checkpoint` throws. */
export function explorePairs(
  compiled: CompiledModel,
  scenario: CompiledScenario,
  options: PairsOptions,
): Pairs | undefined {
  try {
    return new Pairing(compiled, scenario, options).all();
  } catch (error) {
    if (error instanceof TooManyPairs || error instanceof Continuum || error instanceof Broken)
      return undefined;
    throw error;
  }
}

class Pairing {
  private readonly options: PairsOptions;
  private readonly pair: Pair;
  private readonly moves = new Moves();
  private readonly edges = new Edges();
  private readonly parents = new Numbered();
  private readonly chosen: (readonly Choice[])[] = [];
  /** By claim, in the order of `claims`. */
  private readonly failed = new Map<number, Found>();
  private readonly held = new Map<number, Found>();
  private state = 0;
  private steps = 0;

  constructor(compiled: CompiledModel, scenario: CompiledScenario, options: PairsOptions) {
    this.options = options;
    this.pair = pairOf(compiled, scenario, options, this.moves, (claim, holds, made, stepped) => {
      const known = holds ? this.held : this.failed;
      if (!known.has(claim))
        known.set(claim, { state: this.state, made: [...made], steps: this.steps + (stepped ? 1 : 0) });
    });
  }

  all(): Pairs {
    const { pair, parents, chosen, options } = this;
    pair.first();
    parents.push(-1);
    chosen.push([]);
    let level = new Numbered();
    let next = new Numbered();
    level.push(0);
    let untilCheck = patience;
    for (; level.count > 0; this.steps += 1) {
      // What is reached without a step belongs to the same level.
      for (let index = 0; index < level.count; index += 1) {
        if ((untilCheck -= 1) === 0) {
          untilCheck = patience;
          options.checkpoint?.();
        }
        this.goOnFrom(level.at(index), level, next);
      }
      [level, next] = [next, level];
      next.clear();
    }
    return this.result();
  }

  private goOnFrom(state: number, level: Numbered, next: Numbered): void {
    const { pair, edges, parents, chosen, options } = this;
    this.state = state;
    edges.begin(state);
    pair.all(state, (to, headNumber, stepped, made) => {
      if (to === chosen.length) {
        parents.push(state);
        chosen.push([...made]);
        (stepped ? next : level).push(to);
      }
      edges.add(state, to, headNumber);
      if (chosen.length > options.states || edges.count > options.states * movesOfState)
        throw new TooManyPairs();
    });
  }

  private result(): Pairs {
    const { pair, edges, moves, chosen, failed, held } = this;
    const { watch, expects, verdictClaim, unappliedClaim } = pair;
    const states = chosen.length;
    const order = pair.isLeftToChance() ? backwards(edges, states) : undefined;
    const likelihood = (claim: number): Likelihood | undefined =>
      order && likelihoodOf(edges, moves.heads, order, states, claim);
    const way = (found: Found | undefined): Way | undefined => found && this.wayOf(found);
    return {
      states,
      verdicts: allVerdicts.flatMap((verdict, number) => {
        const shown = way(failed.get(verdictClaim + number));
        return shown === undefined
          ? []
          : [{ verdict, way: shown, likelihood: likelihood(verdictClaim + number) }];
      }),
      always: !failed.has(unappliedClaim),
      properties: watch.all.map(({ property }, claim) => ({
        property,
        violated: way(failed.get(claim)),
        likelihood: likelihood(claim),
      })),
      expectations: expects.map((step, number) => ({
        step,
        held: way(held.get(watch.all.length + number)),
        failed: way(failed.get(watch.all.length + number)),
        likelihood: likelihood(watch.all.length + number),
      })),
    };
  }

  private wayOf({ state, made, steps }: Found): Way {
    const parts: (readonly Choice[])[] = [made];
    for (let at = state; at >= 0; at = this.parents.at(at)) parts.push(this.chosen[at] ?? []);
    return { choices: parts.reverse().flat(), steps };
  }
}
