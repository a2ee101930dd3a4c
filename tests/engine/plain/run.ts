/* What a run knows at any moment, as Maps and lists, and how it writes down what happens. */
import type { NamedNumber, Trace, TraceEntry, ValueOf } from "../../../src/engine/trace.ts";
import type { Value } from "../../../src/engine/values.ts";
import type { Channel, Coupling, Model, Regulation, Scenario } from "../../../src/model/model.ts";
import type { Verdict } from "../../../src/syntax/tree.ts";
import type { Chance } from "./chance.ts";

export type Arguments = ReadonlyMap<string, Value>;

/** A channel, where it stands, and what its draws are called. */
export interface PlacedChannel {
  readonly coupling: Coupling;
  /** Its number in the coupling. */
  readonly index: number;
  readonly channel: Channel;
  /** `<coupling>/<source owner>.<source name> -> <target owner>…` */
  readonly base: string;
}

/** An operation or an event that has occurred in this step. */
export interface Emission {
  readonly owner: string;
  readonly name: string;
  readonly args: Arguments;
  readonly entry: number;
  /** "S operates, and T alone is at issue": T. */
  readonly issue: string | undefined;
}

/** What a channel has taken up and not yet brought. */
export interface UnderWay {
  /** The number of the channel in the declaration order of all. */
  readonly order: number;
  readonly due: number;
  /** Toward a system those of the sensitivity, toward an environment those of the operation. */
  readonly args: Arguments;
  /** The entry of the operation, or of the last change of the quantity. */
  readonly cause: number | undefined;
}

/** What a channel brought, and what became of it: a decision of a system, or what is assigned to an environment. */
export interface Answer {
  readonly owner: string;
  readonly sensitivity: string | undefined;
  readonly step: number;
  readonly order: number;
  readonly args: Arguments;
  /** The value designated, or `undecided`; of an environment `assigned`. */
  readonly value: string;
}

/** Who looks at a run; nobody looks at the second run of a regulation. */
export interface Observer {
  readonly moment: () => void;
  readonly verdict: (regulation: Regulation) => Verdict;
}

export interface Run {
  readonly model: Model;
  readonly scenario: Scenario;
  readonly seed: number;
  readonly chance: Chance;
  readonly channels: readonly PlacedChannel[];

  // What is prescribed.
  readonly choices: readonly number[];
  readonly without: ReadonlySet<string>;
  readonly prescribedSteps: readonly number[];

  // How things stand.
  step: number;
  /** By `owner.name`: expectations and quantities. */
  readonly values: Map<string, Value>;
  readonly designated: Map<string, string>;
  readonly unplugged: Set<string>;
  readonly closed: Set<string>;
  /** By `owner.name`: the value with which a quantity was last offered. */
  readonly offered: Map<string, Value>;
  /** By `owner.name`: the entry of the last change of a quantity. */
  readonly lastChange: Map<string, number>;
  /** What has happened in this step. */
  emissions: Emission[];
  underWay: UnderWay[];

  // What has been.
  /** By `owner.name`: how often an operation or event has occurred, or a limit has blocked. */
  readonly counts: Map<string, number>;
  readonly answers: Answer[];
  readonly applied: Set<string>;
  /** With which values everything began, before anything was assumed. */
  readonly initial: ValueOf[];
  readonly expectations: { readonly path: string; readonly holds: boolean }[];
  readonly entries: TraceEntry[];
  /** Branches chosen, in the order of choosing. */
  readonly branches: number[];
  /** Branches chosen at the head of a scenario, of an `either` that has yet to be carried out. */
  readonly chosenAhead: Map<string, number>;
  /** Of each `run` begun, how many steps it has taken. */
  readonly stepsOfRuns: number[];
  /** Whether the scenario did something since the last moment at which properties were looked at. */
  acted: boolean;
  /** How many places of the scenario lie behind: steps of the scenario carried out, and steps taken. */
  places: number;
  observer: Observer | undefined;
}

export function keyOf(owner: string, name: string): string {
  return `${owner}.${name}`;
}

/** What every entry begins with. */
export function head(run: Run, cause: number | undefined) {
  const numbered = { id: run.entries.length, step: run.step };
  return cause === undefined ? numbered : { ...numbered, cause };
}

/** Writes an entry down, and says its number. */
export function write(run: Run, entry: TraceEntry): number {
  run.entries.push(entry);
  return entry.id;
}

export function violate(run: Run, check: string, about: string, cause?: number): void {
  write(run, { ...head(run, cause), kind: "violation", check, about });
}

export function count(run: Run, owner: string, name: string): void {
  const key = keyOf(owner, name);
  run.counts.set(key, (run.counts.get(key) ?? 0) + 1);
}

export function countOf(run: Run, owner: string, name: string): number {
  return run.counts.get(keyOf(owner, name)) ?? 0;
}

/** Arguments in the order of the parameters. */
export function named(parameters: readonly { readonly name: string }[], args: Arguments): NamedNumber[] {
  return parameters.flatMap(({ name }) => {
    const value = args.get(name);
    return value === undefined ? [] : [{ name, value }];
  });
}

export function traceOf(run: Run): Trace {
  const { initial, entries } = run;
  const headOfTrace = { version: 1, scenario: run.scenario.id, seed: run.seed, initial, entries } as const;
  const { name } = run.model;
  return name === undefined ? headOfTrace : { ...headOfTrace, model: name };
}
