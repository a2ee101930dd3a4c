/* A run in its present state: all that changes while it runs. What changes it stands in the files of its phases. */
import { Answers, roomForAnswers, type RoomForAnswers } from "./answers.ts";
import type { CompiledModel } from "./compiled.ts";
import type { Frame } from "./frame.ts";
import { Emissions, Schedule, type Arrivals } from "./queues.ts";
import type { Recorder } from "./recorder.ts";
import type { Reporter } from "./reporter.ts";
import { Room } from "./room.ts";
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

  constructor(
    compiled: CompiledModel,
    { root, recorder, reporter, budgets, answering, decide }: StateOptions,
  ) {
    const { layout, channels } = compiled;
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
    const { systems: ofSystems, counters: ofCounters } = layout;
    const [ofSlots, ofChannels, ofCouplings] = [
      layout.slots.length,
      channels.length,
      compiled.couplings.size,
    ];
    const room = new Room(
      2 * ofSlots + ofCounters + compiled.sensitivities + 2 * ofSystems + 2 * ofChannels,
      ofSystems + ofSlots + ofChannels + 1,
      ofSystems + ofCouplings,
    );
    this.values = room.doubles(ofSlots);
    this.counts = room.doubles(ofCounters);
    this.resonances = room.doubles(compiled.sensitivities);
    this.decided = room.doubles(ofSystems);
    this.undecided = room.doubles(ofSystems);
    // What is no number differs from every value: at the start every quantity counts as changed.
    this.offered = room.doubles(ofSlots, NaN);
    this.passed = room.doubles(ofChannels);
    this.passedIn = room.doubles(ofChannels, -1);
    this.designated = room.integers(ofSystems, -1);
    this.changedBy = room.integers(ofSlots, -1);
    this.places = room.integers(ofChannels + 1);
    this.unplugged = room.bytes(ofSystems);
    this.closed = room.bytes(ofCouplings);
    this.own = Array.from({ length: ofSystems }, () => []);
    for (const { kind, number } of layout.slots) if (kind === "quantity") this.touched.add(number);
  }

  /** Notes from now on what an owner answers. */
  watch(owner: number): void {
    this.watched.set(owner, new Answers(this.answering));
    this.watching = true;
  }
}
