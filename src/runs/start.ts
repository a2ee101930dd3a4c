/* A run taken step by step, with what can be read between the steps. */
import { entryAt } from "../engine/decode.ts";
import { startPlaying } from "../engine/play.ts";
import type { TraceEntry } from "../engine/trace.ts";
import type { Value } from "../engine/values.ts";
import { scenarioNamed, type Prepared } from "./prepared.ts";
import { playOptions, resultOf, type RunOptions, type RunResult } from "./run.ts";

export interface Stepping {
  /** The step reached. */
  readonly step: number;
  /** Whether the scenario is over. */
  readonly over: boolean;
  /** Goes on until a step of the run has been taken, or the scenario is over; false if it was over before. */
  readonly advance: () => boolean;
  /** The value that an expectation or a quantity has: `value("economy.price")`; undefined if there is none of that name. */
  readonly value: (name: string) => Value | undefined;
  /** The value of its code that a system designated last; undefined before the first, or if there is no such system. */
  readonly designated: (system: string) => string | undefined;
  /** What has happened since this was asked last; everything, when it is asked first. */
  readonly news: () => readonly TraceEntry[];
  /** What has come of the run so far. */
  readonly result: () => RunResult;
}

/** Begins a run; what the scenario does first is done with its first step. Throws as `run` does; `advance` and `result` throw what `signal` and `checkpoint` say. */
export function start(prepared: Prepared, options: RunOptions = {}): Stepping {
  const scenario = scenarioNamed(prepared.checked.model, options.scenario);
  const { course, advance, result } = startPlaying(
    prepared.compiled(),
    prepared.compiledScenario(scenario),
    playOptions(prepared, options),
  );
  const { layout } = course.compiled;
  const { model } = prepared.checked;
  // By their own names, and before these by those that the file gives them.
  const byName = new Map<string, number>();
  const systems = new Map<string, number>();
  for (const { id, name } of [...model.systems, ...model.environments]) {
    for (const slot of layout.slots) if (slot.owner === id) byName.set(`${name}.${slot.name}`, slot.number);
  }
  for (const { called, number } of layout.slots) byName.set(called, number);
  for (const { id, name } of model.systems) systems.set(name, layout.system(id));
  for (const { id } of model.systems) systems.set(layout.nameOf(id), layout.system(id));
  let over = !advance();
  let told = 0;
  return {
    get step() {
      return course.state.step;
    },
    get over() {
      return over;
    },
    advance() {
      if (over) return false;
      const before = course.state.step;
      while (!over && course.state.step === before) over = !advance();
      return true;
    },
    value: (name) => {
      const slot = byName.get(name);
      return slot === undefined ? undefined : course.valueOf(slot);
    },
    designated: (name) => {
      const word = course.state.designated[systems.get(name) ?? -1] ?? -1;
      return word < 0 ? undefined : layout.words.word(word);
    },
    news() {
      const count = course.recorder?.count ?? 0;
      const entries: TraceEntry[] = [];
      for (; told < count; told += 1) {
        const entry = entryAt(course, told);
        if (entry !== undefined) entries.push(entry);
      }
      return entries;
    },
    result: () => resultOf(prepared, result(), options),
  };
}
