/*
 * What happened is offered to the channels from it, and what passes is due after their delay. A channel asks its options in
 * a fixed order: is the coupling closed, the condition, chance, capacity.
 */
import { limits } from "../base/limits.ts";
import { equal, lessOrEqual } from "./compare.ts";
import type { CompiledArgument, CompiledChannel, Condition } from "./compiled.ts";
import type { Compute } from "./frame.ts";
import { noteNoise } from "./noise.ts";
import { arrival, emission, type Emissions } from "./queues.ts";
import { fits } from "./settling.ts";
import { noArguments, type State } from "./state.ts";
import { Broken } from "./violations.ts";

/** Offers the operations and events of a step in the order of their emission, then every quantity that has changed. */
export function offerAll(state: State, past: Emissions): void {
  const { channelsFrom } = state.compiled;
  if (state.shortcuts !== undefined) state.shortcuts.offer(state, past);
  else for (let at = 0; at < past.used;) at = offerAt(state, past, at);
  if (state.touched.size === 0) return;
  for (const slot of [...state.touched].sort((a, b) => a - b)) {
    if (!hasChanged(state, slot)) continue;
    for (const channel of channelsFrom.get(slot) ?? [])
      offer(state, channel, noArguments, 0, state.changedBy[slot] ?? -1);
    state.offered[slot] = state.values[slot] ?? 0;
  }
  state.touched.clear();
}

/** Offers what stands at a place among the emissions to all channels from it, and gives the place of the next. */
export function offerAt(state: State, { numbers }: Emissions, at: number): number {
  const happening = state.compiled.happenings[numbers[at] ?? 0];
  const issue = numbers[at + emission.issue] ?? -1;
  const record = numbers[at + emission.record] ?? -1;
  for (const channel of happening?.channels ?? []) {
    if (issue >= 0 && channel.target !== issue) continue;
    offer(state, channel, numbers, at + emission.args, record);
  }
  return at + (happening?.size ?? 1);
}

/** Whether a quantity has another value than when it was last offered; at the start each counts as changed. */
export function hasChanged(state: State, slot: number): boolean {
  return !equal(state.values[slot] ?? 0, state.offered[slot] ?? NaN);
}

/** Offers something to a channel: its arguments stand from `base` on, and `record` is what the trace calls it. */
export function offer(
  state: State,
  channel: CompiledChannel,
  args: Float64Array,
  base: number,
  record: number,
): void {
  if (state.closed[channel.couplingNumber] === 1) {
    noteNoise(state, channel, "closed", record);
    return;
  }
  state.args = args;
  state.base = base;
  try {
    if (!passes(state, channel, record)) return;
    const after = channel.delay === undefined ? 1 : delayOf(state, channel, channel.delay.compute, record);
    if (after === undefined) return;
    const due = after === 1 ? state.schedule.next : state.schedule.due(state.step + after);
    due.room(channel.size);
    const start = due.used + arrival.args;
    const { into } = channel;
    if (into.kind === "sensitivity") {
      if (!putArguments(state, due.numbers, start, into.args, channel, record)) return;
    } else {
      for (let index = 0; index < into.carried; index += 1)
        due.numbers[start + index] = args[base + index] ?? 0;
    }
    due.numbers[due.used + arrival.rank] = channel.rank;
    due.numbers[due.used + arrival.record] = record;
    due.used += channel.size;
    due.count += 1;
    if (after > 1) state.schedule.waiting += 1;
    if (state.schedule.pending > limits.underWay) throw new Broken("irritations under way", limits.underWay);
  } catch (error) {
    const attempt = { ...channel.acting, prevented: "passage" } as const;
    state.reporter.faulted(error, state, channel.channel.place, attempt, record);
    noteNoise(state, channel, "not a number", record);
  }
}

/** Whether the options let it pass; what does not is noted. */
function passes(state: State, channel: CompiledChannel, record: number): boolean {
  const { number, condition, chance, capacity } = channel;
  if (condition !== undefined && !holds(state, condition, channel, record)) {
    noteNoise(state, channel, "condition", record, condition);
    return false;
  }
  if (chance !== undefined) {
    const probability = chance.compute(state);
    const drawn = state.draw(chance.drawing, probability);
    if (drawn >= probability) {
      noteNoise(state, channel, "chance", record, undefined, probability, drawn);
      return false;
    }
  }
  if (capacity !== undefined) {
    const most = capacity.compute(state);
    const before = state.passedIn[number] === state.step ? (state.passed[number] ?? 0) : 0;
    if (!lessOrEqual(before + 1, most)) {
      noteNoise(state, channel, "capacity", record, undefined, most);
      return false;
    }
    state.passedIn[number] = state.step;
    state.passed[number] = before + 1;
  }
  return true;
}

/** Whether the condition of a channel holds; one without a result does not. */
function holds(state: State, condition: Condition, { acting }: CompiledChannel, record: number): boolean {
  try {
    return condition.decide(state);
  } catch (error) {
    const attempt = { ...acting, prevented: "condition" } as const;
    state.reporter.faulted(error, state, condition.expression.place, attempt, record);
    return false;
  }
}

/** A whole number of steps, at least one; undefined where it is none, which is reported. */
function delayOf(state: State, channel: CompiledChannel, delay: Compute, record: number): number | undefined {
  const steps = delay(state);
  const whole = Math.round(steps);
  if (whole >= 1 && equal(steps, whole)) return whole;
  const { acting, channel: written } = channel;
  state.reporter.report({
    check: "instant_channel",
    step: state.step,
    place: written.delay?.place ?? written.place,
    cause: record,
    coupling: acting.name,
    carried: `${state.compiled.layout.nameOf(written.source.owner)}.${written.source.name}`,
    value: steps,
  });
  noteNoise(state, channel, "not a number", record);
  return undefined;
}

/**
 * Computes what a channel makes of what it carries, and puts it among numbers; false if one lies outside its bounds, which
 * is reported.
 */
function putArguments(
  state: State,
  into: Float64Array,
  start: number,
  args: readonly CompiledArgument[],
  channel: CompiledChannel,
  record: number,
): boolean {
  for (const [index, argument] of args.entries()) into[start + index] = argument.compute(state);
  for (const [index, argument] of args.entries()) {
    const value = into[start + index] ?? 0;
    if (argument.bounds === undefined || fits(value, argument.bounds)) continue;
    const by = { what: "channel", name: channel.acting.name } as const;
    state.reporter.outsideArgument(argument, value, channel.goal, by, state.step, record);
    noteNoise(state, channel, "out of bounds", record, undefined, value, index);
    return false;
  }
  return true;
}
