/* A run in its present state: all that changes while it runs. What changes it stands in the files of its phases. */
import type { Answers } from "./answers.ts";
import type { CompiledModel, DecisionList } from "./compiled.ts";
import type { Frame } from "./frame.ts";
import { Emissions, Schedule } from "./queues.ts";
import type { Recorder } from "./recorder.ts";
import type { Reporter } from "./reporter.ts";
import { createStreams, type Root } from "./streams.ts";

export interface StateOptions {
  readonly root: Root;
  /** Without one no trace is kept. */
  readonly recorder: Recorder | undefined;
  readonly reporter: Reporter;
}

export const noArguments = new Float64Array(0);

export class State implements Frame {
  readonly compiled: CompiledModel;
  readonly recorder: Recorder | undefined;
  readonly reporter: Reporter;

  // What an expression reads.
  readonly values: Float64Array;
  readonly designated: Int32Array;
  readonly counts: Float64Array;
  args: Float64Array = noArguments;
  base = 0;
  step = 0;
  readonly draw: (place: number) => number;

  /** Systems whose operations have been ended, and couplings that are shut; 1 if so. */
  readonly unplugged: Uint8Array;
  readonly closed: Uint8Array;
  /** By sensitivity: how often the system has decided on an irritation of it. */
  readonly resonances: Float64Array;
  /** By system: on how many irritations that a channel brought it has decided, and how many it has left undecided. */
  readonly decided: Float64Array;
  readonly undecided: Float64Array;
  /** Owners whose answers are noted. */
  readonly watched = new Map<number, Answers>();

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

  constructor(compiled: CompiledModel, { root, recorder, reporter }: StateOptions) {
    const { layout, channels, every } = compiled;
    this.compiled = compiled;
    this.recorder = recorder;
    this.reporter = reporter;
    const streams = createStreams(compiled.keys(), root);
    this.draw = (place) => streams.draw(place, this.step);
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
    this.every = systems.map((system) => every.filter((each) => each.system === system));
    for (const { kind, number } of layout.slots) if (kind === "quantity") this.touched.add(number);
  }
}
