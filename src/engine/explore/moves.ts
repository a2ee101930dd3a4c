/*
 * What can come next, kept by what everything is like and by the class of the place in the scenario: it is the same at each
 * place of the class, so that it has to be found out once. What is forgotten is found out again; so there is a bound to it.
 */

import type { Store } from "./store.ts";

/** So many numbers are kept; when there is no room for more, all are forgotten. */
const room = 1 << 22;
/** After so many questions it is asked whether keeping is worth it: at least one in so many has to be answered by it. */
const patience = 1 << 15;
const worth = 4;

/** What a move leads to, besides what everything is like then. */
export interface Head {
  /** Whether a step has been taken; undefined: the run is over. */
  readonly stepped: boolean | undefined;
  /** What it does to the place in the scenario. */
  readonly effect: number;
  /** Moves of one number are of the same branches of alternatives. */
  readonly group: number;
  readonly probability: number;
  /** The claims that fail on the way. */
  readonly failing: readonly number[];
}

export class Moves {
  readonly heads: Head[] = [];
  private readonly headNumbers = new Map<string, number>();
  /** Moves one list behind the other: how many, then of each its head and what everything is like. */
  private lists = new Int32Array(0);
  private used = 0;
  /** By class, then by what everything is like: where the list begins, plus 1. */
  private readonly starts: Int32Array[] = [];
  private asked = 0;
  private answered = 0;
  private isKept = true;
  /** The list made last; and that of which the moves are to be read, from where on, and how many. */
  private list = new Int32Array(64);
  from: Int32Array = this.list;
  start = 0;
  count = 0;
  /** By number of a head: its effect; -1 where the run is over. And whether a step is taken. */
  effects = new Int32Array(64);
  stepped = new Uint8Array(64);

  headOf(head: Head): number {
    const { stepped, effect, group, probability, failing } = head;
    const key = `${stepped} ${effect} ${group} ${probability} ${failing.join(" ")}`;
    let number = this.headNumbers.get(key);
    if (number === undefined) {
      number = this.heads.push({ ...head, failing: [...failing] }) - 1;
      if (number >= this.effects.length) this.growHeads();
      this.effects[number] = stepped === undefined ? -1 : effect;
      this.stepped[number] = stepped === true ? 1 : 0;
      this.headNumbers.set(key, number);
    }
    return number;
  }

  /** Begins a list. */
  begin(): void {
    this.count = 0;
    this.start = 0;
    this.from = this.list;
  }

  add(head: number, data: number): void {
    if (this.count * 2 + 2 > this.list.length) {
      const larger = new Int32Array(this.list.length * 2);
      larger.set(this.list);
      this.from = this.list = larger;
    }
    this.list[this.count * 2] = head;
    this.list[this.count * 2 + 1] = data;
    this.count += 1;
  }

  /** Adds the rows that wait for it, of which -1 stands in the list. */
  addRows(rows: Store): void {
    rows.addQueued(this.list, 1, this.count * 2, 2);
  }

  /** Keeps the list. */
  keep(kind: number, data: number): void {
    if (!this.isKept) return;
    const { count, list } = this;
    const wanted = this.used + 1 + count * 2;
    if (wanted > this.lists.length && !this.grow(wanted)) return;
    const { lists } = this;
    let known = this.starts[kind];
    if (known === undefined || data >= known.length) {
      const larger = new Int32Array(Math.max(1 << 10, data + (data >>> 1)));
      if (known !== undefined) larger.set(known);
      this.starts[kind] = known = larger;
    }
    known[data] = this.used + 1;
    lists[this.used] = count;
    for (let index = 0; index < count * 2; index += 1) lists[this.used + 1 + index] = list[index] ?? 0;
    this.used = wanted;
  }

  /** Finds the list that was kept; false if none was. */
  find(kind: number, data: number): boolean {
    if (!this.isKept) return false;
    this.asked += 1;
    const start = (this.starts[kind]?.[data] ?? 0) - 1;
    if (start < 0) {
      if (this.asked >= patience && this.answered * worth < this.asked) this.giveUp();
      return false;
    }
    this.answered += 1;
    const { lists } = this;
    const count = lists[start] ?? 0;
    this.count = count;
    this.start = start + 1;
    this.from = lists;
    return true;
  }

  get bytes(): number {
    return this.lists.byteLength + this.starts.reduce((sum, known) => sum + known.byteLength, 0);
  }

  private grow(wanted: number): boolean {
    if (wanted > room) {
      this.used = 0;
      for (const known of this.starts) known.fill(0);
      return false;
    }
    const larger = new Int32Array(Math.min(room, Math.max(wanted, this.lists.length * 2, 1 << 12)));
    larger.set(this.lists);
    this.lists = larger;
    return true;
  }

  private growHeads(): void {
    const effects = new Int32Array(this.effects.length * 2);
    effects.set(this.effects);
    this.effects = effects;
    const stepped = new Uint8Array(effects.length);
    stepped.set(this.stepped);
    this.stepped = stepped;
  }

  private giveUp(): void {
    this.isKept = false;
    this.lists = new Int32Array(0);
    this.starts.length = 0;
  }
}
