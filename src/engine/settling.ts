/* Values are set: the first of all, those that clauses and channels assign, and those that move by themselves. */
import { equal, lessOrEqual } from "./compare.ts";
import type { Bounds, CompiledAssignment, CompiledValue } from "./compiled.ts";
import type { Arrivals } from "./queues.ts";
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
      name: `${slot.owner}.${slot.name}`,
      prevented: "effect",
    } as const;
    try {
      const number = compute(state);
      if (bounds !== undefined && !fits(number, bounds))
        reporter.outside(value, number, undefined, attempt, state.step, -1);
      state.values[slot.number] = number;
    } catch (error) {
      reporter.faulted(error, state, expression.place, attempt, -1);
    }
  }
}

/** Makes the assignments that have arrived in environments and populations, one after another. */
export function assignAll(state: State, arrivals: Arrivals): void {
  const { recorder } = state;
  const { ranked, assigns } = state.compiled;
  if (!assigns) return;
  for (let index = 0; index < arrivals.count; index += 1) {
    const entry = arrivals.order[index] ?? 0;
    const channel = ranked[arrivals.ranks[entry] ?? 0];
    if (channel?.into.kind !== "quantities") continue;
    const { carried, assignments } = channel.into;
    const { values } = arrivals.args;
    const offset = arrivals.offsets[entry] ?? 0;
    let arrival = -1;
    if (recorder !== undefined) {
      arrival = recorder.begin(kinds.arrival, state.step, arrivals.records[entry] ?? -1, channel.number);
      recorder.addAll(values, offset, carried);
    }
    state.watched.get(channel.target)?.note(state.step, channel.number, -1, values, offset, carried);
    state.args = values;
    state.base = offset;
    for (const assignment of assignments) set(state, assignment, channel.acting, arrival);
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
  const attempt = { what: "becomes", name: `${slot.owner}.${slot.name}`, prevented: "movement" } as const;
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
export function set(
  state: State,
  value: CompiledAssignment | CompiledValue,
  attempt: Attempt,
  cause: number,
): void {
  const { slot, bounds, compute, expression } = value;
  try {
    const number = compute(state);
    if (bounds === undefined || fits(number, bounds)) put(state, slot.number, number, cause);
    else state.reporter.outside(value, number, state.values[slot.number], attempt, state.step, cause);
  } catch (error) {
    state.reporter.faulted(error, state, expression.place, attempt, cause);
  }
}

function put(state: State, slot: number, number: number, cause: number): void {
  const before = state.values[slot] ?? 0;
  state.values[slot] = number;
  // Setting something to the value it has is no change.
  if (equal(before, number)) return;
  let record = -1;
  if (state.recorder !== undefined) {
    record = state.recorder.begin(kinds.value, state.step, cause, slot);
    state.recorder.add(before);
    state.recorder.add(number);
  }
  if (state.compiled.layout.slots[slot]?.kind === "quantity") {
    state.touched.add(slot);
    state.changedBy[slot] = record;
  }
}

/** Whether a number lies within bounds, by the comparison of the language. */
export function fits(value: number, { low, high }: Bounds): boolean {
  return (value >= low && value <= high) || (lessOrEqual(low, value) && lessOrEqual(value, high));
}
