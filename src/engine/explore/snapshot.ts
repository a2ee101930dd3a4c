/*
 * What everything in a course is like, as a row of small numbers, and back. Two courses that stand at the same place of a
 * scenario (`positions.ts`) and have the same row have the same future: whatever happens to one by some outcomes of chance and
 * some branches happens to the other. For what comes next is a function of where the course stands, of the values that
 * expressions read, of what happened in the step just over, of what is under way, and of what outcomes ask for; all that is in
 * the row, exactly (`matters.ts` says what no expression and no outcome asks for). The number of the step is there as far as
 * something reads it, and everything that a state keeps by the number of a step (what is due, what a channel has let pass) is
 * kept by how far away it is.
 *
 * The first number of a row stands for all that a step looks at anyway: what happened, what is under way, what has changed.
 * The others are what it looks at only where it has to: a value, a count, what a system designated last.
 */
import type { Course } from "../course.ts";
import { hasChanged } from "../offering.ts";
import { noArguments } from "../state.ts";
import { Numbers, Sequences } from "./dictionary.ts";
import type { Matters } from "./matters.ts";
import { Store } from "./store.ts";

/** What is offered the next time: the value that was offered last; one that counts as changed; that of this number and on. */
const offer = { same: 0, changed: 1, from: 2 } as const;

/** The arrays of a state of which single numbers are looked at. */
export const fields = ["values", "designated", "counts", "decided", "resonances"] as const;
export type Field = (typeof fields)[number];

export interface Snapshots {
  /** How many numbers a row has. */
  readonly parts: number;
  readonly take: (into: Int32Array) => void;
  readonly restore: (from: Int32Array) => void;
  /** Where in a row stands what stands at a place of an array; -1: nowhere. */
  readonly partOf: (field: Field, index: number) => number;
  /** The slots, with how many values each has had. */
  readonly values: () => readonly { readonly slot: number; readonly count: number }[];
  /** How many sequences of operations have occurred, and of what was under way. */
  readonly sequences: () => { readonly present: number; readonly underWay: number };
  /** How many bytes all takes that rows have in common. */
  readonly bytes: () => number;
}

/** `bits`: more that is to be kept for each state, one bit each. */
export function snapshotsOf(course: Course, matters: Matters, bits: Uint8Array): Snapshots {
  const { state, compiled } = course;
  const { layout } = compiled;
  // While a step is being looked at, others stand in their place.
  const { values, designated, counts, decided, resonances } = state;
  const known = (all: Iterable<number>): number[] => [...all].filter((each) => each >= 0);
  const slots = known(matters.slots);
  const offered = known(matters.offered);
  const isFrom = offered.map((slot) => matters.offeredFrom.has(slot));
  const designating = known(matters.designated);
  const counted = [...matters.counts].filter(([counter]) => counter >= 0);
  const deciding = known(matters.decided);
  const resonating = known(matters.resonances);
  const valuesOf = layout.slots.map(() => new Numbers());
  const words = new Numbers();
  words.of(-1);
  const countsOf = counted.map(() => new Numbers());
  const steps = new Numbers();
  const present = new Sequences();
  const underWay = new Sequences();
  let room = new Float64Array(256);

  const contextParts =
    1 +
    offered.length +
    (matters.unplugged ? state.unplugged.length : 0) +
    (matters.closed ? state.closed.length : 0) +
    2 +
    bits.length;
  const contexts = new Store(contextParts);
  const context = new Int32Array(contextParts);

  const firsts = { values: 1, designated: 0, counts: 0, decided: 0, resonances: 0 };
  firsts.designated = firsts.values + slots.length;
  firsts.counts = firsts.designated + designating.length;
  firsts.decided = firsts.counts + counted.length;
  firsts.resonances = firsts.decided + deciding.length;
  const parts = firsts.resonances + resonating.length;
  const indexes: Readonly<Record<Field, readonly number[]>> = {
    values: slots,
    designated: designating,
    counts: counted.map(([counter]) => counter),
    decided: deciding,
    resonances: resonating,
  };
  const places = new Map(
    fields.map((field) => [
      field,
      new Map(indexes[field].map((index, order) => [index, firsts[field] + order])),
    ]),
  );

  function take(into: Int32Array): void {
    let part = 0;
    into[part++] = contextNow();
    for (const slot of slots) into[part++] = valuesOf[slot]?.of(values[slot] ?? 0) ?? 0;
    for (const system of designating) into[part++] = words.of(designated[system] ?? -1);
    for (let index = 0; index < counted.length; index += 1) {
      const [counter, most] = counted[index] ?? [0, 0];
      into[part++] = countsOf[index]?.of(Math.min(most, counts[counter] ?? 0)) ?? 0;
    }
    for (const system of deciding) into[part++] = (decided[system] ?? 0) > 0 ? 1 : 0;
    for (const sensitivity of resonating) into[part++] = (resonances[sensitivity] ?? 0) > 0 ? 1 : 0;
  }

  function contextNow(): number {
    let part = 0;
    context[part++] = steps.of(matters.stepsModulo === 0 ? state.step : state.step % matters.stepsModulo);
    for (let index = 0; index < offered.length; index += 1)
      context[part++] = offeredOf(offered[index] ?? 0, isFrom[index] ?? false);
    if (matters.unplugged) for (const one of state.unplugged) context[part++] = one;
    if (matters.closed) for (const one of state.closed) context[part++] = one;
    context[part++] = present.of(state.present.numbers, state.present.used);
    context[part++] = underWayNow();
    for (const bit of bits) context[part++] = bit;
    return contexts.add(context);
  }

  function offeredOf(slot: number, isExact: boolean): number {
    const value = values[slot] ?? 0;
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
    let part = 1;
    for (const slot of slots) values[slot] = valuesOf[slot]?.at(from[part++] ?? 0) ?? 0;
    for (const system of designating) designated[system] = words.at(from[part++] ?? 0);
    for (let index = 0; index < counted.length; index += 1)
      counts[counted[index]?.[0] ?? 0] = countsOf[index]?.at(from[part++] ?? 0) ?? 0;
    for (const system of deciding) decided[system] = from[part++] ?? 0;
    for (const sensitivity of resonating) resonances[sensitivity] = from[part++] ?? 0;
    restoreContext(from[0] ?? 0);
    state.events = 0;
    course.carriedOut = 0;
    course.choices.length = 0;
    course.stepsOfRuns.length = 0;
    course.acts.length = 0;
    state.args = noArguments;
    state.passedIn.fill(-1);
  }

  function restoreContext(number: number): void {
    contexts.read(number, context);
    let part = 0;
    state.step = steps.at(context[part++] ?? 0);
    state.touched.clear();
    for (const slot of offered) {
      const last = context[part++] ?? 0;
      if (last === offer.same) {
        state.offered[slot] = values[slot] ?? 0;
        continue;
      }
      state.offered[slot] = last === offer.changed ? NaN : (valuesOf[slot]?.at(last - offer.from) ?? 0);
      state.touched.add(slot);
    }
    if (matters.unplugged)
      for (let system = 0; system < state.unplugged.length; system += 1)
        state.unplugged[system] = context[part++] ?? 0;
    if (matters.closed)
      for (let coupling = 0; coupling < state.closed.length; coupling += 1)
        state.closed[coupling] = context[part++] ?? 0;
    restorePresent(context[part++] ?? 0);
    restoreUnderWay(context[part++] ?? 0);
    for (let bit = 0; bit < bits.length; bit += 1) bits[bit] = context[part++] ?? 0;
  }

  function restorePresent(number: number): void {
    const { present: now } = state;
    now.clear();
    if (number === 0) return;
    const { sequence, length } = present.read(number, room);
    room = sequence;
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
    partOf: (field, index) => places.get(field)?.get(index) ?? -1,
    values: () =>
      slots.flatMap((slot) =>
        layout.slots[slot] === undefined ? [] : { slot, count: valuesOf[slot]?.count ?? 0 },
      ),
    sequences: () => ({ present: present.count, underWay: underWay.count }),
    bytes: () => present.bytes + underWay.bytes + contexts.bytes,
  };
}
