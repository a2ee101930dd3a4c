/*
 * What everything in a course is like, as small numbers, and back. Two courses that stand at the same place of a scenario
 * (`positions.ts`) and whose numbers are equal have the same future: whatever happens to one by some outcomes of chance and some branches happens to the other. For what comes next
 * is a function of where the course stands, of the values that expressions read, of what happened in the step just over, of
 * what is under way, and of what outcomes ask for; all that is in the numbers, exactly (`matters.ts` says what no
 * expression and no outcome asks for). The number of the step is there as far as something reads it, and everything that a
 * state keeps by the number of a step (what is due, what a channel has let pass) is kept by how far away it is.
 */
import type { Course } from "../course.ts";
import { hasChanged } from "../offering.ts";
import { noArguments } from "../state.ts";
import { Numbers, Sequences } from "./dictionary.ts";
import type { Matters } from "./matters.ts";

/** What is offered the next time: the value that was offered last; one that counts as changed; that of this number and on. */
const offer = { same: 0, changed: 1, from: 2 } as const;

export interface Snapshots {
  /** How many numbers a state has. */
  readonly parts: number;
  readonly take: (into: Int32Array) => void;
  readonly restore: (from: Int32Array) => void;
  /** The slots, with how many values each has had. */
  readonly values: () => readonly { readonly slot: number; readonly count: number }[];
  /** How many sequences of operations have occurred, and of what was under way. */
  readonly sequences: () => { readonly present: number; readonly underWay: number };
  /** How many bytes the values and sequences take. */
  readonly bytes: () => number;
}

/** `bits`: more that is to be kept for each state, one bit each. */
export function snapshotsOf(course: Course, matters: Matters, bits: Uint8Array): Snapshots {
  const { state, compiled } = course;
  const { layout } = compiled;
  const slots = [...matters.slots].filter((slot) => slot >= 0);
  const offered = [...matters.offered];
  const isFrom = offered.map((slot) => matters.offeredFrom.has(slot));
  const designated = [...matters.designated].filter((system) => system >= 0);
  const counts = [...matters.counts].filter(([counter]) => counter >= 0);
  const decided = [...matters.decided].filter((system) => system >= 0);
  const resonances = [...matters.resonances].filter((sensitivity) => sensitivity >= 0);
  const valuesOf = layout.slots.map(() => new Numbers());
  const words = new Numbers();
  words.of(-1);
  const countsOf = counts.map(() => new Numbers());
  const steps = new Numbers();
  const present = new Sequences();
  const underWay = new Sequences();
  let room = new Float64Array(256);
  const { slots: all } = layout;

  const parts =
    1 +
    slots.length +
    offered.length +
    designated.length +
    counts.length +
    decided.length +
    resonances.length +
    (matters.unplugged ? state.unplugged.length : 0) +
    (matters.closed ? state.closed.length : 0) +
    2 +
    bits.length;

  function take(into: Int32Array): void {
    let part = 0;
    into[part++] = steps.of(matters.stepsModulo === 0 ? state.step : state.step % matters.stepsModulo);
    for (const slot of slots) into[part++] = valuesOf[slot]?.of(state.values[slot] ?? 0) ?? 0;
    for (let index = 0; index < offered.length; index += 1)
      into[part++] = offeredOf(offered[index] ?? 0, isFrom[index] ?? false);
    for (const system of designated) into[part++] = words.of(state.designated[system] ?? -1);
    for (let index = 0; index < counts.length; index += 1) {
      const [counter, most] = counts[index] ?? [0, 0];
      into[part++] = countsOf[index]?.of(Math.min(most, state.counts[counter] ?? 0)) ?? 0;
    }
    for (const system of decided) into[part++] = (state.decided[system] ?? 0) > 0 ? 1 : 0;
    for (const sensitivity of resonances) into[part++] = (state.resonances[sensitivity] ?? 0) > 0 ? 1 : 0;
    if (matters.unplugged) for (const one of state.unplugged) into[part++] = one;
    if (matters.closed) for (const one of state.closed) into[part++] = one;
    into[part++] = present.of(state.present.numbers, state.present.used);
    into[part++] = underWayNow();
    for (const bit of bits) into[part++] = bit;
  }

  function offeredOf(slot: number, isExact: boolean): number {
    const value = state.values[slot] ?? 0;
    const last = state.offered[slot] ?? NaN;
    if (value === last) return offer.same;
    if (!isExact && hasChanged(state, slot)) return offer.changed;
    return (valuesOf[slot]?.of(last) ?? 0) + offer.from;
  }

  function underWayNow(): number {
    const { schedule } = state;
    if (schedule.pending === 0) return 0;
    let used = 0;
    const due = [[state.step + 1, schedule.next] as const, ...schedule.afterNext()];
    for (const [step, arrivals] of due) {
      if (arrivals.count === 0) continue;
      const wanted = used + 3 + arrivals.used;
      if (wanted > room.length) {
        const larger = new Float64Array(wanted * 2);
        larger.set(room);
        room = larger;
      }
      room[used++] = step - state.step;
      room[used++] = arrivals.count;
      room[used++] = arrivals.used;
      for (let index = 0; index < arrivals.used; index += 1) room[used++] = arrivals.numbers[index] ?? 0;
    }
    return underWay.of(room, used);
  }

  function restore(from: Int32Array): void {
    let part = 0;
    state.step = steps.at(from[part++] ?? 0);
    state.events = 0;
    course.carriedOut = 0;
    course.choices.length = 0;
    course.stepsOfRuns.length = 0;
    course.acts.length = 0;
    state.args = noArguments;
    for (const slot of slots) state.values[slot] = valuesOf[slot]?.at(from[part++] ?? 0) ?? 0;
    state.touched.clear();
    for (const slot of offered) {
      const last = from[part++] ?? 0;
      if (last === offer.same) {
        state.offered[slot] = state.values[slot] ?? 0;
        continue;
      }
      state.offered[slot] = last === offer.changed ? NaN : (valuesOf[slot]?.at(last - offer.from) ?? 0);
      state.touched.add(slot);
    }
    for (const system of designated) state.designated[system] = words.at(from[part++] ?? 0);
    for (let index = 0; index < counts.length; index += 1)
      state.counts[counts[index]?.[0] ?? 0] = countsOf[index]?.at(from[part++] ?? 0) ?? 0;
    for (const system of decided) state.decided[system] = from[part++] ?? 0;
    for (const sensitivity of resonances) state.resonances[sensitivity] = from[part++] ?? 0;
    if (matters.unplugged)
      for (let system = 0; system < state.unplugged.length; system += 1)
        state.unplugged[system] = from[part++] ?? 0;
    if (matters.closed)
      for (let coupling = 0; coupling < state.closed.length; coupling += 1)
        state.closed[coupling] = from[part++] ?? 0;
    restorePresent(from[part++] ?? 0);
    restoreUnderWay(from[part++] ?? 0);
    for (let bit = 0; bit < bits.length; bit += 1) bits[bit] = from[part++] ?? 0;
    state.passedIn.fill(-1);
  }

  function restorePresent(number: number): void {
    const { present: now } = state;
    now.clear();
    if (number === 0) return;
    const { sequence, length } = present.read(number, room);
    room = sequence;
    now.clear();
    now.room(length);
    for (let at = 0; at < length; at += 1) now.numbers[at] = sequence[at] ?? 0;
    now.used = length;
    for (let at = 0; at < length;) {
      at += compiled.happenings[sequence[at] ?? 0]?.size ?? 1;
      now.count += 1;
    }
  }

  function restoreUnderWay(number: number): void {
    const { schedule } = state;
    if (schedule.pending > 0) schedule.clear();
    if (number === 0) return;
    const { sequence, length } = underWay.read(number, room);
    room = sequence;
    for (let at = 0; at < length;) {
      const after = sequence[at++] ?? 0;
      const count = sequence[at++] ?? 0;
      const used = sequence[at++] ?? 0;
      const due = after === 1 ? schedule.next : schedule.due(state.step + after);
      due.room(used);
      for (let index = 0; index < used; index += 1) due.numbers[due.used + index] = sequence[at++] ?? 0;
      due.used += used;
      due.count += count;
      if (after > 1) schedule.waiting += count;
    }
  }

  return {
    parts,
    take,
    restore,
    values: () =>
      slots.flatMap((slot) => (all[slot] === undefined ? [] : { slot, count: valuesOf[slot]?.count ?? 0 })),
    sequences: () => ({ present: present.count, underWay: underWay.count }),
    bytes: () => present.bytes + underWay.bytes,
  };
}
