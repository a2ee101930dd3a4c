/*
 * What is under way in a run, in arrays that grow and are used again: no object is made for an operation or an irritation.
 */

function grownInts(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** Numbers that belong to entries of a list: each entry knows where its own begin. */
class Numbers {
  values = new Float64Array(64);
  used = 0;

  push(value: number): void {
    if (this.used === this.values.length) {
      const larger = new Float64Array(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.used] = value;
    this.used += 1;
  }
}

/** The operations and events of one step, in the order of emission. */
export class Emissions {
  count = 0;
  happenings = new Int32Array(16);
  /** Where the arguments of each begin. */
  offsets = new Int32Array(16);
  /** The owner that alone is at issue; -1: everybody. */
  issues = new Int32Array(16);
  /** What the trace calls each; -1 without a trace. */
  records = new Int32Array(16);
  readonly args = new Numbers();

  clear(): void {
    this.count = 0;
    this.args.used = 0;
  }

  /** Adds what happens; its arguments have been pushed from `offset` on. */
  push(happening: number, offset: number, issue: number, record: number): void {
    if (this.count === this.happenings.length) {
      this.happenings = grownInts(this.happenings);
      this.offsets = grownInts(this.offsets);
      this.issues = grownInts(this.issues);
      this.records = grownInts(this.records);
    }
    const { count } = this;
    this.happenings[count] = happening;
    this.offsets[count] = offset;
    this.issues[count] = issue;
    this.records[count] = record;
    this.count = count + 1;
  }
}

/** Fewer arrivals than this are put in order one by one. */
const few = 12;

/** What channels bring in one step. */
export class Arrivals {
  count = 0;
  /** By what its channel is known in the order of arrivals. */
  ranks = new Int32Array(16);
  offsets = new Int32Array(16);
  records = new Int32Array(16);
  readonly args = new Numbers();
  /** After `sort`: the numbers of the entries in their order. */
  order = new Int32Array(16);

  clear(): void {
    this.count = 0;
    this.args.used = 0;
  }

  push(rank: number, offset: number, record: number): void {
    if (this.count === this.ranks.length) {
      this.ranks = grownInts(this.ranks);
      this.offsets = grownInts(this.offsets);
      this.records = grownInts(this.records);
      this.order = new Int32Array(this.ranks.length);
    }
    const { count } = this;
    this.ranks[count] = rank;
    this.offsets[count] = offset;
    this.records[count] = record;
    this.count = count + 1;
  }

  /**
   * Puts the entries in the order of their ranks, from 0 to `most`. Those of one rank stay as they came, which is the order of
   * emission: what was emitted first was offered first.
   */
  sort(places: Int32Array): void {
    const { count, ranks, order } = this;
    if (count < few) {
      for (let index = 0; index < count; index += 1) {
        const rank = ranks[index] ?? 0;
        let at = index;
        for (; at > 0 && (ranks[order[at - 1] ?? 0] ?? 0) > rank; at -= 1) order[at] = order[at - 1] ?? 0;
        order[at] = index;
      }
      return;
    }
    places.fill(0);
    for (let index = 0; index < count; index += 1) {
      const rank = ranks[index] ?? 0;
      places[rank + 1] = (places[rank + 1] ?? 0) + 1;
    }
    for (let rank = 1; rank < places.length; rank += 1)
      places[rank] = (places[rank] ?? 0) + (places[rank - 1] ?? 0);
    for (let index = 0; index < count; index += 1) {
      const rank = ranks[index] ?? 0;
      const place = places[rank] ?? 0;
      order[place] = index;
      places[rank] = place + 1;
    }
  }
}

/** So many steps ahead lists are found by counting; what is due later is rare, and kept by its step. */
const near = 64;

/** What is due in the steps to come; its lists are used in turn. */
export class Schedule {
  private readonly ring = new Array<Arrivals | undefined>(near).fill(undefined);
  private readonly far = new Map<number, Arrivals>();
  private readonly spare: Arrivals[] = [];
  /** How many arrivals are under way. */
  pending = 0;

  /** The list of what is due in a step after the present one. */
  due(step: number, now: number): Arrivals {
    const later = this.far.size > 0 ? this.far.get(step) : undefined;
    if (later !== undefined) return later;
    const index = step % near;
    const list = step - now > near ? undefined : this.ring[index];
    if (list !== undefined) return list;
    const made = this.spare.pop() ?? new Arrivals();
    if (step - now > near) this.far.set(step, made);
    else this.ring[index] = made;
    return made;
  }

  /** Takes the list of what is due in a step that has come; give it back when it is done with. */
  take(step: number): Arrivals | undefined {
    const later = this.far.size > 0 ? this.far.get(step) : undefined;
    const list = later ?? this.ring[step % near];
    if (list === undefined) return undefined;
    if (later === undefined) this.ring[step % near] = undefined;
    else this.far.delete(step);
    this.pending -= list.count;
    return list;
  }

  giveBack(list: Arrivals): void {
    list.clear();
    this.spare.push(list);
  }
}
