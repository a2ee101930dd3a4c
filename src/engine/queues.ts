/*
 * What is under way in a run, in arrays that grow and are used again: no object is made for an operation or an irritation.
 */

/** Entries of numbers that stand one behind the other. */
class Entries {
  /** How many entries there are, and how many numbers. */
  count = 0;
  used = 0;
  numbers: Float64Array;

  /** `capacity`: for how many numbers there is room at first. */
  constructor(capacity = 48) {
    this.numbers = new Float64Array(capacity);
  }

  clear(): void {
    this.count = 0;
    this.used = 0;
  }

  /** Makes sure that there is room for so many numbers more. */
  room(count: number): void {
    const wanted = this.used + count;
    if (wanted <= this.numbers.length) return;
    const larger = new Float64Array(Math.max(wanted, this.numbers.length * 2));
    larger.set(this.numbers);
    this.numbers = larger;
  }
}

/** Where in an emission stands what happens, the owner that alone is at issue or -1, its record in the trace or -1, and its arguments. */
export const emission = { happening: 0, issue: 1, record: 2, args: 3 } as const;

/** The operations and events of one step, in the order of emission. */
export class Emissions extends Entries {}

/** Where in an arrival stands the rank of its channel, the record of what it comes from or -1, and its arguments. */
export const arrival = { rank: 0, record: 1, args: 2 } as const;

/** Fewer arrivals than this are put in order one by one. */
const few = 12;

/** What channels bring in one step. */
export class Arrivals extends Entries {
  /** After `sort`: where each begins, in their order. */
  order = new Int32Array(0);

  /**
   * Puts the entries in the order of their ranks. Those of one rank stay as they came, which is the order of emission: what
   * was emitted first was offered first. `sizes`: how many numbers an entry has, by rank; `places` has one more than there
   * are ranks.
   */
  sort(sizes: Int32Array, places: Int32Array): void {
    const { numbers, used, count } = this;
    if (count > this.order.length) this.order = new Int32Array(count * 2);
    const { order } = this;
    if (count < few) {
      for (let at = 0, sorted = 0; at < used; sorted += 1) {
        const rank = numbers[at] ?? 0;
        let place = sorted;
        for (; place > 0 && (numbers[order[place - 1] ?? 0] ?? 0) > rank; place -= 1)
          order[place] = order[place - 1] ?? 0;
        order[place] = at;
        at += sizes[rank] ?? 1;
      }
      return;
    }
    places.fill(0);
    for (let at = 0; at < used;) {
      const rank = numbers[at] ?? 0;
      places[rank + 1] = (places[rank + 1] ?? 0) + 1;
      at += sizes[rank] ?? 1;
    }
    for (let rank = 1; rank < places.length; rank += 1)
      places[rank] = (places[rank] ?? 0) + (places[rank - 1] ?? 0);
    for (let at = 0; at < used;) {
      const rank = numbers[at] ?? 0;
      const place = places[rank] ?? 0;
      order[place] = at;
      places[rank] = place + 1;
      at += sizes[rank] ?? 1;
    }
  }
}

/** Room for the first of what is due in one of many steps. */
const fewNumbers = 8;
/** So many lists that are done with are kept, and but one of them may be larger than that. */
const mostSpare = 64;
const largestSpare = 4_096;

/** What is due in the steps to come; its lists are used in turn. */
export class Schedule {
  /** What is due in the next step: by far most of all. */
  next = new Arrivals();
  /** By step, what is due after that, and how many arrivals that is in all. */
  private readonly later = new Map<number, Arrivals>();
  waiting = 0;
  private readonly spare: Arrivals[] = [];

  /** How many arrivals are under way. */
  get pending(): number {
    return this.next.count + this.waiting;
  }

  /** The list of what is due in a step after the next; whoever adds to it counts what is `waiting`. */
  due(step: number): Arrivals {
    let list = this.later.get(step);
    if (list === undefined) this.later.set(step, (list = this.spare.pop() ?? new Arrivals(fewNumbers)));
    return list;
  }

  /** What is due after the next step, with the steps in their order. */
  afterNext(): readonly (readonly [step: number, due: Arrivals])[] {
    return this.later.size === 0 ? [] : [...this.later].sort(([a], [b]) => a - b);
  }

  /** Forgets all that is under way. */
  clear(): void {
    this.next.clear();
    for (const list of this.later.values()) this.giveBack(list);
    this.later.clear();
    this.waiting = 0;
  }

  /** Takes the list of what is due now that a step has come; give it back when it is done with. */
  take(step: number): Arrivals {
    const { next } = this;
    const following = this.later.size === 0 ? undefined : this.later.get(step + 1);
    if (following !== undefined) {
      this.later.delete(step + 1);
      this.waiting -= following.count;
    }
    this.next = following ?? this.spare.pop() ?? new Arrivals();
    return next;
  }

  giveBack(list: Arrivals): void {
    list.clear();
    const { spare } = this;
    const isSmall = list.numbers.length <= largestSpare;
    if (spare.length === 0 || (isSmall && spare.length < mostSpare)) spare.push(list);
  }
}
