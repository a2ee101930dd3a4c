/*
 * A scenario while it is played. It advances by its steps; whoever advances it may look at its state in between. For a
 * verdict a regulation needs a second course beside the first, which goes the same way without what the regulation starts.
 */
import { limits } from "../base/limits.ts";
import type { Step } from "../model/model.ts";
import type { Id } from "../model/reference.ts";
import type { ShortcutSource } from "./accelerate.ts";
import type { CompiledModel } from "./compiled.ts";
import { instructionsOf, type Instruction, type Instructions } from "./instructions.ts";
import { emit } from "./operating.ts";
import { kinds, Recorder, runEnds } from "./recorder.ts";
import { Reporter } from "./reporter.ts";
import { assumptionsOf } from "./assumptions.ts";
import type { CompiledScenario, CompiledStep } from "./scenario.ts";
import { initialize, set } from "./settling.ts";
import { State, type Budgets, type DecideChance } from "./state.ts";
import { isAtRest, takeStep } from "./step.ts";
import type { Root } from "./streams.ts";
import { Broken, type Attempt, type Violation } from "./violations.ts";
import type { RunEnd, ValueOf } from "./trace.ts";
import { valueOf, type Value } from "./values.ts";

export interface CourseOptions {
  readonly root: Root;
  /** Whether a trace is kept. */
  readonly traced: boolean;
  /** Is told everything that a trace is told, instead of one. */
  readonly recorder?: Recorder | undefined;
  /** Short ways; they are made when a run has gone on for a while. */
  readonly shortcuts?: ShortcutSource | undefined;
  readonly budgets?: Partial<Budgets> | undefined;
  /** The branch to take of an alternative, by how many were met before it; undefined: the one that is drawn. */
  readonly choose?: ((met: number, branches: number) => number | undefined) | undefined;
  /** Asked before anything else is drawn, in this run and in those with which it is compared. */
  readonly decide?: DecideChance | undefined;
  readonly decideBeside?: (() => DecideChance) | undefined;
  /** Initial values that win over those of the model and of the scenario, by slot. */
  readonly varied?: ReadonlyMap<number, number> | undefined;
}

/** After so many steps, or so many events, short ways are worth their making. */
const patience = { steps: 200, events: 5_000 };

/** Goes the way of another course: leaves out a regulation, takes its branches, and as many steps as it takes. */
interface Counterpart {
  readonly without: Id;
  readonly beside: Course;
}

export interface CourseEvents {
  /** Something may have changed: after the assumptions, after each step, and after what the scenario does. */
  readonly moment?: (state: State) => void;
  /** An expectation stands here. */
  readonly expect?: (step: Extract<CompiledStep, { kind: "expect" }>) => void;
  /** The modeller expects a violation here. */
  readonly expectViolation?: (step: Extract<Step, { kind: "expect violation" }>) => void;
  /** Whether the modeller expects a violation where it is. */
  readonly isExpected?: (violation: Pick<Violation, "check">) => boolean;
}

/** A branch that was taken, of so many. */
export interface Choice {
  readonly path: string;
  readonly branch: number;
  readonly of: number;
}

function budgetsOf({ steps, events, entries }: Partial<Budgets> = {}): Budgets {
  return {
    steps: Math.min(steps ?? Infinity, limits.steps),
    events: Math.min(events ?? Infinity, limits.events),
    entries: Math.min(entries ?? Infinity, limits.traceLength),
  };
}

export class Course {
  readonly compiled: CompiledModel;
  readonly scenario: CompiledScenario;
  readonly state: State;
  readonly recorder: Recorder | undefined;
  readonly reporter: Reporter;
  /** How many steps each `run` took, in the order in which they were carried out. */
  readonly stepsOfRuns: number[] = [];
  readonly choices: Choice[] = [];
  /** Where the trace calls steps by numbers: the steps that did something, in the order in which they did. */
  readonly acts: CompiledStep[] = [];
  /** Regulations that have been applied. */
  readonly applied = new Set<Id>();
  /** The step of the scenario that is being carried out. */
  current: CompiledStep | undefined;
  /** How many steps of the scenario have been carried out. */
  carriedOut = 0;
  /** With which values everything begins, by slot. */
  initial = new Float64Array(0);

  private readonly options: CourseOptions;
  private readonly events: CourseEvents;
  private readonly counterpart: Counterpart | undefined;
  readonly instructions: Instructions;

  // Where the course stands: what takes it back to these, and its state to what it was then, lets it go on as it did.
  /** Where in the instructions; -1 before it has begun. */
  at = -1;
  /** How many steps the `run` has taken in which it stands; -1 in none. */
  taken = -1;
  /** How many rounds of the repetitions in which it stands are over. */
  readonly counters: Float64Array;
  /** Of each of these 1 if it has been begun; whoever wants to know that since some moment sets it to 0 then. */
  readonly begun: Uint8Array;
  /** The branches of alternatives that have been chosen for what is assumed, and not been taken yet, by their paths. */
  readonly chosen = new Map<string, number>();
  /** Whether the scenario has done something since the last moment. */
  acted = false;

  constructor(
    compiled: CompiledModel,
    scenario: CompiledScenario,
    options: CourseOptions,
    events: CourseEvents = {},
    counterpart?: Counterpart,
  ) {
    this.compiled = compiled;
    this.scenario = scenario;
    this.options = options;
    this.events = events;
    this.counterpart = counterpart;
    const budgets = budgetsOf(options.budgets);
    this.recorder = options.recorder ?? (options.traced ? new Recorder(budgets.entries) : undefined);
    this.reporter = new Reporter(this.recorder, events.isExpected ?? (() => false));
    this.state = new State(compiled, {
      root: options.root,
      budgets,
      recorder: this.recorder,
      reporter: this.reporter,
      answering: counterpart?.beside.state.answering,
      decide: counterpart === undefined ? options.decide : options.decideBeside?.(),
    });
    this.state.shortcuts = options.shortcuts?.made(options.traced);
    for (const owner of this.targets()) this.state.watch(owner);
    this.instructions = instructionsOf(scenario);
    this.counters = new Float64Array(this.instructions.counters);
    this.begun = new Uint8Array(this.instructions.counters);
  }

  /** Whose answers are noted: of a counterpart those alone that are compared. */
  private targets(): readonly number[] {
    const { counterpart, scenario, compiled } = this;
    if (counterpart === undefined) return scenario.targets;
    const of = compiled.model.regulations.find(({ id }) => id === counterpart.without)?.of;
    return of === undefined ? [] : [compiled.layout.owner(of.id)];
  }

  /**
   * Goes on to the next point at which somebody may want to look: everything is as it begins, a step of the run has been taken, or
   * one of the scenario carried out. False when the scenario is over. Throws `Broken`.
   */
  advance(): boolean {
    if (this.at < 0) {
      this.begin();
      this.at = 0;
      return true;
    }
    for (;;) {
      const instruction = this.instructions.list[this.at];
      if (instruction === undefined) break;
      if (this.follow(instruction)) return true;
    }
    this.momentIfActed();
    return false;
  }

  /** The same course without what a regulation starts; it has carried out nothing yet. */
  without(regulation: Id): Course {
    const options = { ...this.options, traced: false, recorder: undefined };
    return new Course(this.compiled, this.scenario, options, {}, { without: regulation, beside: this });
  }

  /** Lets the counterpart of a course catch up with it. Throws `Broken`. */
  catchUp(): void {
    const beside = this.counterpart?.beside;
    while (
      beside !== undefined &&
      (this.carriedOut < beside.carriedOut || this.state.step < beside.state.step) &&
      this.advance()
    );
  }

  /** The value of an expectation or quantity at present; undefined if there is no such slot. */
  valueOf(slot: number): Value | undefined {
    return this.valueIn(this.state.values, slot);
  }

  /** The values with which everything begins. */
  initialValues(): readonly ValueOf[] {
    return this.valuesIn(this.initial);
  }

  /** The values that there are at present. */
  presentValues(): readonly ValueOf[] {
    return this.valuesIn(this.state.values);
  }

  private valuesIn(values: Float64Array): readonly ValueOf[] {
    return this.compiled.layout.slots.map(({ owner, name, number }) => ({
      owner,
      name,
      value: this.valueIn(values, number) ?? 0,
    }));
  }

  private valueIn(values: Float64Array, slot: number): Value | undefined {
    const { slots, words } = this.compiled.layout;
    const type = slots[slot]?.type;
    return type && valueOf(values[slot] ?? 0, type, words);
  }

  // ── Playing ─────────────────────────────────────────────────────────────

  /** Everything gets its first value, and what the scenario assumes is set. */
  private begin(): void {
    initialize(this.state);
    const varied = this.options.varied;
    for (const [slot, value] of varied ?? []) this.state.values[slot] = value;
    this.initial = this.state.values.slice();
    const assumed = assumptionsOf(this.scenario, (step) => {
      const branch = this.choose(step);
      this.chosen.set(step.path, branch);
      return branch;
    });
    for (const step of assumed) {
      if (varied?.has(step.value.slot.number) === true) continue;
      this.current = step;
      set(this.state, step.value, this.attempt("step"), this.noteAct(step));
    }
    this.current = undefined;
    this.events.moment?.(this.state);
    this.acted = false;
  }

  /** Carries out one instruction; true where somebody may want to look. */
  private follow(instruction: Instruction): boolean {
    const { counters } = this;
    switch (instruction.kind) {
      case "act":
        this.comesTo(instruction.step);
        this.act(instruction.step);
        break;
      case "run":
        if (this.taken < 0) {
          this.comesTo(instruction.step);
          this.taken = 0;
        }
        if (this.goOn(instruction.step)) return true;
        this.taken = -1;
        break;
      case "either": {
        const { step, branches } = instruction;
        this.comesTo(step);
        const remembered = this.chosen.get(step.path);
        this.chosen.delete(step.path);
        const branch = remembered ?? this.choose(step);
        this.recorder?.begin(kinds.choice, -1, this.numberOf(step));
        this.recorder?.add(branch);
        this.at = branches[branch] ?? this.at + 1;
        return false;
      }
      case "repeat":
        this.comesTo(instruction.step);
        counters[instruction.counter] = 0;
        this.begun[instruction.counter] = 1;
        this.at += 1;
        return false;
      case "round":
        if ((counters[instruction.counter] ?? 0) >= instruction.rounds) this.at = instruction.over;
        else {
          this.bound();
          this.at += 1;
        }
        return false;
      case "again":
        counters[instruction.counter] = (counters[instruction.counter] ?? 0) + 1;
        this.carriedOut += 1;
        this.at = instruction.to;
        return false;
      case "go":
        this.at = instruction.to;
        return false;
      case "done":
        break;
    }
    this.at += 1;
    this.carriedOut += 1;
    return true;
  }

  private comesTo(step: CompiledStep): void {
    this.bound();
    this.current = step;
  }

  private bound(): void {
    if (this.carriedOut >= limits.steps) throw new Broken("steps of the scenario", limits.steps);
  }

  private act(step: Extract<Instruction, { kind: "act" }>["step"]): void {
    const { state } = this;
    switch (step.kind) {
      case "emits":
      case "perturb":
        emit(state, step.happening, step.args, this.noteAct(step), step.issue, this.attempt("step"));
        return;
      case "apply":
        if (step.regulation !== undefined) this.applied.add(step.regulation);
        if (step.regulation === this.counterpart?.without) return;
        emit(state, step.happening, step.args, this.noteAct(step), -1, this.attempt("step"));
        return;
      case "change":
        set(state, step.value, this.attempt("step"), this.noteAct(step));
        return;
      case "steer":
        // No system determines another: it stays an attempt.
        this.noteAct(step);
        return;
      case "unplug":
        this.noteAct(step);
        if (step.system >= 0) state.unplugged[step.system] = 1;
        return;
      case "close":
      case "open":
        this.noteAct(step);
        if (step.coupling >= 0) state.closed[step.coupling] = step.kind === "close" ? 1 : 0;
        return;
      case "expect":
        this.events.expect?.(step);
        return;
      case "remark":
        if (step.step.kind === "expect violation") this.events.expectViolation?.(step.step);
        return;
      case "given":
        return;
    }
  }

  /** Goes on with a `run`; false when it is over, which is noted. */
  private goOn(step: Extract<CompiledStep, { kind: "run" }>): boolean {
    const { taken } = this;
    let ended: RunEnd;
    if (this.counterpart !== undefined) {
      if (this.goOnBeside(this.counterpart.beside)) return true;
      ended = "count";
    } else if (step.count !== undefined) {
      const holds = this.holdsUntil(step);
      if (!holds && taken < step.count) return this.takeStep();
      ended = holds ? "until" : "count";
    } else if (this.compiled.restless) {
      ended = "endless";
    } else if (taken > 0 && isAtRest(this.state)) {
      ended = "rest";
    } else if (taken < limits.settling) {
      return this.takeStep();
    } else {
      ended = "unsettled";
      this.reportUnsettled(step);
    }
    this.stepsOfRuns.push(this.taken);
    this.recorder?.begin(kinds.run, -1, this.numberOf(step));
    this.recorder?.add(this.taken);
    this.recorder?.add(runEnds.indexOf(ended));
    return false;
  }

  /** Takes as many steps as the other course takes in this `run`, which may not be over there. */
  private goOnBeside({ stepsOfRuns, state }: Course): boolean {
    const wanted = stepsOfRuns[this.stepsOfRuns.length];
    if (wanted !== undefined && this.taken >= wanted) return false;
    if (wanted !== undefined || this.state.step < state.step) this.takeStep();
    return true;
  }

  private takeStep(): true {
    this.momentIfActed();
    const { shortcuts, step, events } = this.state;
    if (shortcuts === undefined && (step >= patience.steps || events >= patience.events))
      this.state.shortcuts = this.options.shortcuts?.make(this.options.traced);
    takeStep(this.state);
    this.taken += 1;
    this.events.moment?.(this.state);
    return true;
  }

  private momentIfActed(): void {
    if (!this.acted) return;
    this.acted = false;
    this.events.moment?.(this.state);
  }

  private holdsUntil({ until }: Extract<CompiledStep, { kind: "run" }>): boolean {
    if (until === undefined) return false;
    try {
      return until.decide(this.state);
    } catch (error) {
      const attempt = this.attempt("condition");
      this.reporter.faulted(error, this.state, until.expression.place, attempt, -1);
      return false;
    }
  }

  private reportUnsettled({ step }: CompiledStep): void {
    this.reporter.report({
      check: "never_settles",
      step: this.state.step,
      place: step.place,
      cause: -1,
      steps: limits.settling,
      name: this.scenario.scenario.name,
    });
  }

  /** The branch to take: the one said, the one of the course beside which this one goes, or the one that the seed gives. */
  private choose({ path, place, branches }: Extract<CompiledStep, { kind: "either" }>): number {
    const met = this.choices.length;
    const said = this.counterpart?.beside.choices[met]?.branch ?? this.options.choose?.(met, branches.length);
    const drawn = said ?? Math.floor(this.state.draw(place) * branches.length);
    const branch = Math.max(0, Math.min(branches.length - 1, drawn));
    this.choices.push({ path, branch, of: branches.length });
    return branch;
  }

  // ── Notes ───────────────────────────────────────────────────────────────

  private attempt(prevented: Attempt["prevented"]): Attempt {
    return { what: "step", name: this.scenario.scenario.name, prevented };
  }

  /** Notes that the scenario does something, and gives the number of the record. */
  private noteAct(step: CompiledStep): number {
    this.acted = true;
    return this.recorder?.begin(kinds.act, -1, this.numberOf(step)) ?? -1;
  }

  /** What the trace calls a step of the scenario. */
  numberOf(step: CompiledStep): number {
    if (this.acts.at(-1) !== step) this.acts.push(step);
    return this.acts.length - 1;
  }
}
