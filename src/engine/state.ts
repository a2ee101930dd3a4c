/* A run in its present state: all that changes while it runs. What changes it stands in the files of its phases. */
import { Answers, roomForAnswers, type RoomForAnswers } from "./answers.ts";
import type { CompiledModel, DecisionList } from "./compiled.ts";
import type { Frame } from "./frame.ts";
import { Emissions, Schedule, type Arrivals } from "./queues.ts";
import type { Recorder } from "./recorder.ts";
import type { Reporter } from "./reporter.ts";
import { createStreams, type Root } from "./streams.ts";

/** Short ways for what a run does most; where there is none, the general one is taken. */
export interface Shortcuts {
  /** Offers the operations and events of a step to the channels from them. */
  readonly offer: (state: State, past: Emissions) => void;
  /** Puts before systems what channels have brought, from one place to another in the order of the arrivals. */
  readonly arrive: (state: State, arrivals: Arrivals, from: number, to: number) => void;
  /** By the number of a list of clauses: lets it decide. */
  readonly decisions: readonly (Decision | undefined)[];
}
/** Gives the number of the value that is designated; -1 where it is left undecided. */
export type Decision = (state: State, args: Float64Array, base: number, cause: number) => number;

/** How much a run may be. */
export interface Budgets {
  readonly steps: number;
  /** Operations, events and irritations in all. */
  readonly events: number;
  /** Entries of the trace. */
  readonly entries: number;
}

/**
 * What a place draws in a step, from 0 up to and without 1; undefined: what the seed gives. `probability`: nothing counts but
 * whether it is less than this.
 */
export type DecideChance = (
  place: number,
  step: number,
  probability: number | undefined,
) => number | undefined;

export interface StateOptions {
  readonly budgets: Budgets;
  readonly root: Root;
  /** Without one no trace is kept. */
  readonly recorder: Recorder | undefined;
  readonly reporter: Reporter;
  /** Asked before anything is drawn. */
  readonly decide?: DecideChance | undefined;
  /** Of the run with which this one is compared. */
  readonly answering?: RoomForAnswers | undefined;
}

export const noArguments = new Float64Array(0);

export class State implements Frame {
  readonly compiled: CompiledModel;
  readonly recorder: Recorder | undefined;
  readonly reporter: Reporter;
  shortcuts: Shortcuts | undefined;

  // What an expression reads. Who wants to know what is looked at puts others in the place of these arrays for a while.
  values: Float64Array;
  designated: Int32Array;
  counts: Float64Array;
  args: Float64Array = noArguments;
  base = 0;
  step = 0;
  /** How much has happened, by the end of the step taken last. */
  events = 0;
  readonly budgets: Budgets;
  readonly draw: Frame["draw"];

  /** Systems whose operations have been ended, and couplings that are shut; 1 if so. */
  readonly unplugged: Uint8Array;
  readonly closed: Uint8Array;
  /** By sensitivity: how often the system has decided on an irritation of it. */
  resonances: Float64Array;
  /** By system: on how many irritations that a channel brought it has decided, and how many it has left undecided. */
  decided: Float64Array;
  readonly undecided: Float64Array;
  /** Owners whose answers are noted. */
  readonly watched = new Map<number, Answers>();
  watching = false;
  readonly answering: RoomForAnswers;

  /** What happened in the step before, and what happens in this one. */
  past = new Emissions();
  present = new Emissions();
  readonly schedule = new Schedule();
  /** Quantities that have been set since they were last offered. */
  readonly touched = new Set<number>();
  /** By slot: the value with which it was last offered, and the record of its last change. */
  readonly offered: Float64Array;
  readonly changedBy: Int32Array;
  /** By channel: how many it has let pass, and in which step. */
  readonly passed: Float64Array;
  readonly passedIn: Float64Array;
  /** By system: which of the emissions of the step before it decides on in this one. */
  readonly own: readonly number[][];
  /** Room for putting arrivals in order. */
  readonly places: Int32Array;
  readonly every: readonly (readonly { readonly steps: number; readonly list: DecisionList }[])[];

  constructor(
    compiled: CompiledModel,
    { root, recorder, reporter, budgets, answering, decide }: StateOptions,
  ) {
    const { layout, channels, every } = compiled;
    this.compiled = compiled;
    this.recorder = recorder;
    this.budgets = budgets;
    this.reporter = reporter;
    this.answering = answering ?? roomForAnswers();
    const streams = createStreams(compiled.keys(), root);
    const drawn: Frame["draw"] = (place) => streams.draw(place, this.step);
    this.draw =
      decide === undefined
        ? drawn
        : (place, probability) => decide(place, this.step, probability) ?? drawn(place);
    this.values = new Float64Array(layout.slots.length);
    this.designated = new Int32Array(layout.systems).fill(-1);
    this.counts = new Float64Array(layout.counters);
    this.unplugged = new Uint8Array(layout.systems);
    this.closed = new Uint8Array(compiled.couplings.size);
    this.resonances = new Float64Array(compiled.sensitivities);
    this.decided = new Float64Array(layout.systems);
    this.undecided = new Float64Array(layout.systems);
    // What is no number differs from every value: at the start every quantity counts as changed.
    this.offered = new Float64Array(layout.slots.length).fill(NaN);
    this.changedBy = new Int32Array(layout.slots.length).fill(-1);
    this.passed = new Float64Array(channels.length);
    this.passedIn = new Float64Array(channels.length).fill(-1);
    const systems = Array.from({ length: layout.systems }, (_, system) => system);
    this.own = systems.map(() => []);
    this.places = new Int32Array(channels.length + 1);
    this.every = systems.map((system) => every.filter(({ list }) => list.system === system));
    for (const { kind, number } of layout.slots) if (kind === "quantity") this.touched.add(number);
  }

  /** Notes from now on what an owner answers. */
  watch(owner: number): void {
    this.watched.set(owner, new Answers(this.answering));
    this.watching = true;
  }
}
