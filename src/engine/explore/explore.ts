/*
 * Every run that a scenario can take, moment by moment: of all states that are reached after so many steps, those that can
 * come next. So what is found first is reached in the fewest steps.
 */
import { contains } from "../../base/place.ts";
import type { Instruction } from "../instructions.ts";
import type { CompiledModel } from "../compiled.ts";
import { Course } from "../course.ts";
import type { RunProperty } from "../properties.ts";
import type { CompiledScenario, CompiledStep } from "../scenario.ts";
import type { State } from "../state.ts";
import { rootOf } from "../streams.ts";
import { Broken, type Violation } from "../violations.ts";
import { choosing, drawnFor, type Choice } from "./choosing.ts";
import { isSoInState, watchOver } from "./claims.ts";
import { Edges, leadsTo } from "./edges.ts";
import { backwards, likelihoodOf, type Likelihood } from "./likelihood.ts";
import { whatMatters, type Matters } from "./matters.ts";
import { Sightings } from "./sightings.ts";
import { snapshotsOf } from "./snapshot.ts";
import { Store } from "./store.ts";

export interface ExploreOptions {
  /** How many states there may be, and after how many steps nothing is gone on with. */
  readonly states: number;
  readonly depth: number;
  /** Those that need no verdict. */
  readonly properties: readonly RunProperty[];
  /** Whether to keep what is needed for probabilities. */
  readonly likelihoods: boolean;
  readonly checkpoint?: (() => void) | undefined;
}

/** A run, or its beginning: what was chosen of all that was left open, in order, and after how many steps it is over. */
export interface Way {
  readonly choices: readonly Choice[];
  readonly steps: number;
}

/** What became of an expectation of the scenario in all runs. */
export interface ExpectedInAll {
  readonly step: Extract<CompiledStep, { kind: "expect" }>;
  /** The shortest runs in which it holds, and does not hold, where it stands. */
  readonly held: Way | undefined;
  readonly failed: Way | undefined;
  /** How likely it is that it fails somewhere in a run. */
  readonly likelihood: Likelihood | undefined;
}

export interface PropertyInAll {
  readonly property: RunProperty;
  /** The shortest run that violates it. */
  readonly violated: Way | undefined;
  readonly likelihood: Likelihood | undefined;
}

export interface Explored {
  readonly states: number;
  readonly transitions: number;
  /** After how many steps the last states are reached. */
  readonly depth: number;
  /** What ended it before all was explored. */
  readonly bound: "states" | "depth" | undefined;
  /** Whether anything was left open: an alternative, and a chance. */
  readonly alternatives: boolean;
  readonly chances: boolean;
  readonly properties: readonly PropertyInAll[];
  readonly expectations: readonly ExpectedInAll[];
  /** What went wrong in some run, once each; and a run that a limit of the tool broke off. */
  readonly violations: readonly {
    readonly violation: Violation;
    readonly expected: boolean;
    /** The shortest run in which it goes wrong. */
    readonly way: Way | undefined;
  }[];
  readonly broken: { readonly by: Broken; readonly way: Way } | undefined;
  readonly sightings: Sightings;
  /** How many bytes a state takes: packed, with what is needed to tell how it was reached; and what states share. */
  readonly bytes: { readonly states: number; readonly shared: number };
  readonly matters: Matters;
  /** How many values each slot has had, and how many sequences of operations and of arrivals have occurred. */
  readonly values: readonly { readonly slot: number; readonly count: number }[];
  readonly sequences: { readonly present: number; readonly underWay: number };
}

/** Thrown where something is drawn that has infinitely many outcomes. */
export class Continuum {}

type Expect = Extract<CompiledStep, { kind: "expect" }>;

/** Throws `Continuum`, and what `checkpoint` throws. */
export function explore(
  compiled: CompiledModel,
  scenario: CompiledScenario,
  options: ExploreOptions,
): Explored {
  return new Exploring(compiled, scenario, options).all();
}

/** So many moves are made between two calls of the checkpoint. */
const patience = 1_024;

interface Found {
  readonly state: number;
  readonly move: number;
  readonly steps: number;
}

class Exploring {
  private readonly options: ExploreOptions;
  private readonly choosing = choosing();
  private readonly sightings: Sightings;
  private readonly course: Course;
  private readonly matters: Matters;
  private readonly watch;
  private readonly snapshots;
  private readonly store: Store;
  private readonly edges: Edges | undefined;
  private readonly expects: readonly Expect[];
  private readonly violated = new Map<number, Found>();
  private readonly held = new Map<number, Found>();
  private readonly failed = new Map<number, Found>();
  /** Where what goes wrong does so first, in the order in which it was reported. */
  private readonly wrong: Found[] = [];
  private broken: { readonly by: Broken; readonly found: Found } | undefined;
  private alternatives = false;
  private chances = false;
  private transitions = 0;
  private depth = 0;

  // The move that is being made.
  private state = 0;
  private move = 0;
  private steps = 0;
  private before = 0;
  /** Numbers of claims that fail in it: of the properties, then of the expectations. */
  private readonly failing: number[] = [];
  private isTelling = true;

  constructor(compiled: CompiledModel, scenario: CompiledScenario, options: ExploreOptions) {
    this.options = options;
    this.sightings = new Sightings(compiled);
    this.watch = watchOver(compiled, options.properties);
    this.course = new Course(
      compiled,
      // Nothing is compared with a run without some regulation, so that no answers need be noted.
      { ...scenario, targets: [] },
      {
        root: rootOf(0),
        traced: false,
        recorder: this.sightings,
        choose: (_, branches) => this.choosing.choose(branches),
        decide: (_place, _step, probability) => {
          if (probability === undefined) throw new Continuum();
          return drawnFor(this.choosing.toss(probability), probability);
        },
      },
      {
        moment: (state) => {
          this.look(state);
        },
        expect: (step) => {
          this.lookAtExpectation(step);
        },
        isExpected: ({ check }) => this.isExpected(check),
      },
    );
    const { list } = this.course.instructions;
    this.expects = list.flatMap((each) => expectIn(each) ?? []);
    this.matters = whatMatters(compiled, scenario, list);
    this.snapshots = snapshotsOf(this.course, this.matters, this.watch.bits);
    this.store = new Store(this.snapshots.parts);
    this.edges = options.likelihoods ? new Edges() : undefined;
  }

  all(): Explored {
    const { store, snapshots, watch, course, options } = this;
    const parts = new Int32Array(snapshots.parts);
    watch.keep(course.state);
    snapshots.take(parts);
    store.add(parts, -1, 0);
    let bound: Explored["bound"];
    let level: number[] = [0];
    let next: number[] = [];
    let untilCheck = patience;
    levels: for (; level.length > 0; this.steps += 1) {
      this.depth = this.steps;
      // What is reached without a step belongs to the same level.
      for (let index = 0; index < level.length; index += 1) {
        if ((untilCheck -= 1) === 0) {
          untilCheck = patience;
          options.checkpoint?.();
        }
        this.goOnFrom(level[index] ?? 0, parts, level, next);
        if (store.count > options.states) {
          bound = "states";
          break levels;
        }
      }
      if (this.steps >= options.depth && next.length > 0) {
        bound = "depth";
        break;
      }
      [level, next] = [next, []];
    }
    return this.result(bound);
  }

  /** Makes every move from a state. */
  private goOnFrom(state: number, parts: Int32Array, level: number[], next: number[]): void {
    const { store, choosing: open, snapshots, edges } = this;
    this.state = state;
    this.move = 0;
    store.read(state, parts);
    const taken = new Int32Array(parts.length);
    edges?.begin(state);
    const groups = new Map<string, number>();
    open.begin();
    do {
      this.restore(parts);
      const stepped = this.go();
      this.transitions += 1;
      let to: number = leadsTo.end;
      if (stepped !== undefined) {
        const { count } = store;
        this.watch.keep(this.course.state);
        snapshots.take(taken);
        to = store.add(taken, state, this.move);
        if (to === count) {
          if (stepped) next.push(to);
          else level.push(to);
        }
      }
      if (edges !== undefined) this.keepEdge(edges, to, groups);
      this.move += 1;
    } while (open.next());
  }

  private keepEdge(edges: Edges, to: number, groups: Map<string, number>): void {
    const { made } = this.choosing;
    let probability = 1;
    let key = "";
    for (const { kind, branch, probability: likely } of made) {
      probability *= likely;
      if (kind === "either") key += `${branch} `;
    }
    let group = groups.get(key);
    if (group === undefined) groups.set(key, (group = groups.size));
    edges.add(this.state, to, probability, group, this.failing);
  }

  private restore(parts: Int32Array): void {
    this.snapshots.restore(parts);
    this.watch.resume(this.course.state);
    this.before = this.course.state.step;
    this.failing.length = 0;
  }

  /**
   * Goes on until a step has been taken, something has been chosen, or the run is over: undefined. Whether a step was taken.
   */
  private go(): boolean | undefined {
    const { course } = this;
    const { made } = this.choosing;
    try {
      while (course.advance()) {
        const stepped = course.state.step > this.before;
        if (this.state === 0) this.sightings.sees(course.state.values);
        if (!stepped && made.length === 0) continue;
        this.note(made);
        return stepped;
      }
      this.note(made);
      for (const [claim, { end }] of this.watch.all.entries()) if (end()) this.violates(claim);
      return undefined;
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
      this.note(made);
      this.broken ??= { by: error, found: this.found() };
      for (const own of course.state.own) own.length = 0;
      return undefined;
    }
  }

  /** Whether an `expect violation` speaks of where the course stands, or of a block around it. */
  private isExpected(check: string): boolean {
    const { instructions, at, compiled } = this.course;
    const instruction = instructions.list[at];
    if (instruction === undefined || !("step" in instruction)) return false;
    const { place } = instruction.step.step;
    return compiled.model.expectedViolations.some(
      (each) => each.check.text === check && each.scope.file === place.file && contains(each.scope, place),
    );
  }

  private note(made: readonly Choice[]): void {
    for (const { kind } of made) {
      if (kind === "either") this.alternatives = true;
      else this.chances = true;
    }
    const { reported } = this.course.reporter;
    while (this.wrong.length < reported.length) this.wrong.push(this.found());
  }

  private look(state: State): void {
    for (const [claim, { look }] of this.watch.all.entries()) if (look(state)) this.violates(claim);
  }

  private violates(claim: number): void {
    this.failing.push(claim);
    if (this.isTelling && !this.violated.has(claim)) this.violated.set(claim, this.found());
  }

  private lookAtExpectation(step: Expect): void {
    if (step.outcome.outcome.kind === "verdict") return;
    const number = this.expects.indexOf(step);
    const holds = isSoInState(step.outcome, this.course.state);
    if (!holds) this.failing.push(this.watch.all.length + number);
    const known = holds ? this.held : this.failed;
    if (this.isTelling && !known.has(number)) known.set(number, this.found());
  }

  private found(): Found {
    const stepped = this.course.state.step > this.before ? 1 : 0;
    return { state: this.state, move: this.move, steps: this.steps + stepped };
  }

  // ── What came of it ─────────────────────────────────────────────────────

  private result(bound: Explored["bound"]): Explored {
    const { store, snapshots, watch, expects, course, sightings, matters, transitions, depth } = this;
    const likelihood = this.likelihoods();
    const way = (found: Found | undefined) => found && this.wayOf(found);
    return {
      states: store.count,
      transitions,
      depth,
      bound,
      alternatives: this.alternatives,
      chances: this.chances,
      properties: watch.all.map(({ property }, claim) => ({
        property,
        violated: way(this.violated.get(claim)),
        likelihood: likelihood(claim),
      })),
      expectations: expects.map((step, number) => ({
        step,
        held: way(this.held.get(number)),
        failed: way(this.failed.get(number)),
        likelihood: likelihood(watch.all.length + number),
      })),
      violations: course.reporter.reported.map(({ violation, expected }, number) => ({
        violation,
        expected,
        way: way(this.wrong[number]),
      })),
      broken: this.broken && { by: this.broken.by, way: this.wayOf(this.broken.found) },
      sightings,
      bytes: { states: store.bytes, shared: snapshots.bytes() },
      matters,
      values: snapshots.values(),
      sequences: snapshots.sequences(),
    };
  }

  private likelihoods(): (claim: number) => Likelihood | undefined {
    const { edges, store } = this;
    const order = edges && this.chances ? backwards(edges, store.count) : undefined;
    if (edges === undefined || order === undefined) return () => undefined;
    return (claim) => likelihoodOf(edges, order, store.count, claim);
  }

  /** What was chosen on the way to a state, and in the move from it: the moves are made once more. */
  private wayOf({ state, move, steps }: Found): Way {
    const { store } = this;
    const moves: (readonly [state: number, move: number])[] = [[state, move]];
    for (let at = state; store.parentOf(at) >= 0; at = store.parentOf(at))
      moves.push([store.parentOf(at), store.moveOf(at)]);
    this.isTelling = false;
    const choices = moves.reverse().flatMap(([from, number]) => this.choicesOf(from, number));
    this.isTelling = true;
    return { choices, steps };
  }

  private choicesOf(state: number, move: number): readonly Choice[] {
    const { choosing: open, store, snapshots } = this;
    const parts = new Int32Array(snapshots.parts);
    store.read(state, parts);
    open.begin();
    for (let number = 0; ; number += 1) {
      this.restore(parts);
      this.go();
      if (number === move || !open.next()) break;
    }
    return [...open.made];
  }
}

function expectIn(instruction: Instruction): Expect | undefined {
  return instruction.kind === "act" && instruction.step.kind === "expect" ? instruction.step : undefined;
}
