/*
 * Every run that a scenario can take, moment by moment: of all states that are reached after so many steps, those that can
 * come next. So what is found first is reached in the fewest steps.
 */
import type { CompiledModel } from "../compiled.ts";
import type { CompiledScenario } from "../scenario.ts";
import type { Broken } from "../violations.ts";
import type { Choice } from "./choosing.ts";
import { Edges, leadsTo } from "./edges.ts";
import { TooManyMoves, type Bound, type Explored, type ExploreOptions, type Way } from "./explored.ts";
import { backwards, likelihoodOf, type Likelihood } from "./likelihood.ts";
import { moverOf, type Mover, type Shows } from "./mover.ts";
import { Moves } from "./moves.ts";
import { Numbered } from "./numbered.ts";
import { Reached } from "./reached.ts";

/** Throws `Continuum`, and what `checkpoint` throws. */
export function explore(
  compiled: CompiledModel,
  scenario: CompiledScenario,
  options: ExploreOptions,
): Explored {
  return new Exploring(compiled, scenario, options).all();
}

/** So many states are gone on from between two calls of the checkpoint. */
const patience = 1_024;
/** So many times as many moves as states there may be. */
const movesOfState = 20;
/** So many moves are kept for probabilities. */
const mostEdges = 1 << 23;

/** A state, and what was chosen in a move from it. */
interface Found {
  readonly state: number;
  readonly made: readonly Choice[];
  readonly steps: number;
}

class Exploring {
  private readonly options: ExploreOptions;
  private readonly mover: Mover;
  private readonly reached: Reached;
  private readonly moves = new Moves();
  private edges: Edges | undefined;
  private readonly violated = new Map<number, Found>();
  private readonly held = new Map<number, Found>();
  private readonly failed = new Map<number, Found>();
  /** Where what goes wrong does so first, in the order in which it was reported. */
  private readonly wrong: Found[] = [];
  private broken: { readonly by: Broken; readonly found: Found } | undefined;
  private transitions = 0;
  private depth = 0;

  // The state from which moves are being made.
  private state = 0;
  private steps = 0;

  constructor(compiled: CompiledModel, scenario: CompiledScenario, options: ExploreOptions) {
    this.options = options;
    this.mover = moverOf(compiled, scenario, options, this.moves, (shown, made, stepped) => {
      this.shows(shown, made, this.steps + (stepped ? 1 : 0));
    });
    this.reached = new Reached(this.mover.data);
    this.edges = options.likelihoods ? new Edges() : undefined;
  }

  all(): Explored {
    const { reached, options, mover } = this;
    const [position, data] = mover.first();
    reached.add(position, data, -1);
    let bound: Bound | undefined;
    let level = new Numbered();
    let next = new Numbered();
    level.push(0);
    let untilCheck = patience;
    levels: for (; level.count > 0; this.steps += 1) {
      this.depth = this.steps;
      // What is reached without a step belongs to the same level.
      for (let index = 0; index < level.count; index += 1) {
        if ((untilCheck -= 1) === 0) {
          untilCheck = patience;
          options.checkpoint?.();
        }
        if (!this.goOnFrom(level.at(index), level, next)) bound = "transitions";
        else if (reached.count > options.states) bound = "states";
        else if (this.transitions > options.states * movesOfState) bound = "transitions";
        if (bound !== undefined) break levels;
      }
      if (this.steps >= options.depth && next.count > 0) {
        bound = "depth";
        break;
      }
      [level, next] = [next, level];
      next.clear();
    }
    for (let state = 0; options.visit !== undefined && state < reached.count; state += 1) {
      mover.takeTo([reached.positionOf(state), reached.dataOf(state)]);
      options.visit(mover.course);
    }
    return this.result(bound);
  }

  /** Makes every move from a state; false if there are too many. */
  private goOnFrom(state: number, level: Numbered, next: Numbered): boolean {
    const { reached, moves, mover, edges } = this;
    const { positions } = mover;
    const position = reached.positionOf(state);
    const data = reached.dataOf(state);
    const kind = positions.classOf(position);
    this.state = state;
    if (!moves.find(kind, data)) {
      try {
        mover.all(position, data);
      } catch (error) {
        if (error instanceof TooManyMoves) return false;
        throw error;
      }
      moves.keep(kind, data);
    }
    const { from, start, count, effects, stepped } = moves;
    this.transitions += count;
    edges?.begin(state);
    for (let at = start; at < start + count * 2; at += 2) {
      const head = from[at] ?? 0;
      const effect = effects[head] ?? -1;
      let to: number = leadsTo.end;
      if (effect >= 0) {
        const known = reached.count;
        to = reached.add(positions.after(position, effect), from[at + 1] ?? 0, state);
        if (to === known) (stepped[head] === 1 ? next : level).push(to);
      }
      edges?.add(state, to, head);
    }
    // There are too many to weigh them.
    if (edges !== undefined && edges.count > mostEdges) this.edges = undefined;
    return true;
  }

  private shows(shown: Shows, made: readonly Choice[], steps: number): void {
    const found = (): Found => ({ state: this.state, made: [...made], steps });
    switch (shown.kind) {
      case "wrong":
        this.wrong.push(found());
        return;
      case "broken":
        this.broken ??= { by: shown.by, found: found() };
        return;
      default: {
        const known = this[shown.kind];
        if (!known.has(shown.claim)) known.set(shown.claim, found());
      }
    }
  }

  // ── What came of it ─────────────────────────────────────────────────────

  private result(bound: Bound | undefined): Explored {
    const { mover, reached, moves, transitions, depth } = this;
    const { watch, expects, snapshots, course } = mover;
    const likelihood = this.likelihoods();
    const way = (found: Found | undefined) => found && this.wayOf(found);
    const bytes = {
      states: reached.bytes + mover.data.bytes + snapshots.bytes() + mover.positions.bytes(),
      besides: moves.bytes + mover.bytes(),
    };
    return {
      states: reached.count,
      transitions,
      depth,
      bound,
      ...mover.isOpen,
      properties: watch.all.map(({ property }, claim) => ({
        property,
        violated: way(this.violated.get(claim)),
        likelihood: likelihood(claim),
      })),
      expectations: expects.map((step, number) => ({
        step,
        held: way(this.held.get(watch.all.length + number)),
        failed: way(this.failed.get(watch.all.length + number)),
        likelihood: likelihood(watch.all.length + number),
      })),
      violations: course.reporter.reported.map(({ violation, expected }, number) => ({
        violation,
        expected,
        way: way(this.wrong[number]),
      })),
      broken: this.broken && { by: this.broken.by, way: this.wayOf(this.broken.found) },
      sightings: mover.sightings,
      bytes,
      matters: mover.matters,
      values: snapshots.values(),
      sequences: snapshots.sequences(),
    };
  }

  private likelihoods(): (claim: number) => Likelihood | undefined {
    const { edges, reached, mover, moves } = this;
    const order = edges && mover.isOpen.chances ? backwards(edges, reached.count) : undefined;
    if (edges === undefined || order === undefined) return () => undefined;
    return (claim) => likelihoodOf(edges, moves.heads, order, reached.count, claim);
  }

  /** What was chosen on the way to a state, whose moves are made once more, and in the move from it. */
  private wayOf({ state, made, steps }: Found): Way {
    const { reached, mover } = this;
    const standing = (number: number) => [reached.positionOf(number), reached.dataOf(number)] as const;
    const parts: (readonly Choice[])[] = [made];
    for (let at = state; reached.parentOf(at) >= 0; at = reached.parentOf(at))
      parts.push(mover.choicesTo(standing(reached.parentOf(at)), standing(at)));
    return { choices: parts.reverse().flat(), steps };
  }
}
