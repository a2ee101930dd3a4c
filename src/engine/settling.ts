/* Values are set: the first of all, those that clauses and channels assign, and those that move by themselves. */
import { equal, lessOrEqual } from "./compare.ts";
import type { Bounds, CompiledValue } from "./compiled.ts";
import type { Slot } from "./layout.ts";
import type { Words } from "./words.ts";
import { arrival, type Arrivals } from "./queues.ts";
import { kinds } from "./recorder.ts";
import type { Attempt } from "./violations.ts";
import { noArguments, type State } from "./state.ts";

/** Gives every expectation and quantity its first value. */
export function initialize(state: State): void {
  const { reporter } = state;
  for (const value of state.compiled.initial) {
    const { slot, compute, bounds, expression } = value;
    const attempt = {
      what: "initial value",
      name: slot.called,
      prevented: "effect",
    } as const;
    state.values[slot.number] = simplest(slot, bounds, state.compiled.layout.words);
    try {
      const number = compute(state);
      if (bounds === undefined || fits(number, bounds)) state.values[slot.number] = number;
      else reporter.outside(value, number, state.values[slot.number], attempt, state.step, -1);
    } catch (error) {
      reporter.faulted(error, state, expression.place, attempt, -1);
    }
  }
}

/** What stands for an initial value that is none: the number nearest to zero within the bounds, false, the first of a list. */
function simplest({ type }: Slot, bounds: Bounds | undefined, words: Words): number {
  if (type.kind === "enumeration") return words.number(type.values[0] ?? "");
  if (type.kind === "text") return words.number("");
  return bounds === undefined ? 0 : Math.max(bounds.low, Math.min(bounds.high, 0));
}

/** Makes the assignments that have arrived in environments and populations, one after another. */
export function assignAll(state: State, arrivals: Arrivals): void {
  const { recorder } = state;
  const { ranked, assigns } = state.compiled;
  if (!assigns) return;
  const { numbers, order, count } = arrivals;
  for (let index = 0; index < count; index += 1) {
    const at = order[index] ?? 0;
    const channel = ranked[numbers[at] ?? 0];
    if (channel?.into.kind !== "quantities") continue;
    const { carried, assignments } = channel.into;
    const start = at + arrival.args;
    let record = -1;
    if (recorder !== undefined) {
      record = recorder.begin(kinds.arrival, numbers[at + arrival.record] ?? -1, channel.number);
      recorder.addAll(numbers, start, carried);
    }
    state.watched.get(channel.target)?.note(state.step, channel.number, -1, numbers, start, carried);
    state.args = numbers;
    state.base = start;
    for (const assignment of assignments) set(state, assignment, channel.acting, record);
  }
}

/** Moves the quantities that move by themselves, all from the values they have then. */
export function moveAll(state: State): void {
  const { becomes } = state.compiled;
  if (becomes.length === 0) return;
  state.args = noArguments;
  const moved = becomes.map((value) => movedValue(state, value));
  becomes.forEach(({ slot }, index) => {
    const number = moved[index];
    if (number !== undefined) put(state, slot.number, number, -1);
  });
}

/** What a quantity moves to; undefined if it keeps its value, which is reported. */
function movedValue(state: State, value: CompiledValue): number | undefined {
  const { slot, bounds, compute, expression } = value;
  const attempt = { what: "becomes", name: slot.called, prevented: "movement" } as const;
  try {
    const number = compute(state);
    if (bounds === undefined || fits(number, bounds)) return number;
    state.reporter.outside(value, number, state.values[slot.number], attempt, state.step, -1);
  } catch (error) {
    state.reporter.faulted(error, state, expression.place, attempt, -1);
  }
  return undefined;
}

/** Computes a value and sets it; what lies outside its bounds, or has no result, leaves the old one. */
export function set(state: State, value: CompiledValue, attempt: Attempt, cause: number): void {
  const { slot, bounds, compute, expression } = value;
  try {
    const number = compute(state);
    if (bounds === undefined || fits(number, bounds)) put(state, slot.number, number, cause);
    else state.reporter.outside(value, number, state.values[slot.number], attempt, state.step, cause);
  } catch (error) {
    state.reporter.faulted(error, state, expression.place, attempt, cause);
  }
}

export function put(state: State, slot: number, number: number, cause: number): void {
  const before = state.values[slot] ?? 0;
  state.values[slot] = number;
  const isQuantity = slot >= state.compiled.layout.firstQuantity;
  // By steps too small to be a change it may come to differ from the value with which it was last offered.
  if (isQuantity && before !== number) state.touched.add(slot);
  // Setting something to the value it has is no change.
  if (equal(before, number)) return;
  let record = -1;
  if (state.recorder !== undefined) {
    record = state.recorder.begin(kinds.value, cause, slot);
    state.recorder.add(before);
    state.recorder.add(number);
  }
  if (isQuantity) state.changedBy[slot] = record;
}

/** Whether a number lies within bounds, by the comparison of the language. */
export function fits(value: number, { low, high }: Bounds): boolean {
  return (value >= low && value <= high) || (lessOrEqual(low, value) && lessOrEqual(value, high));
}
