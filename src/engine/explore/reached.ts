/*
 * The states that have been reached, each once: where the scenario stands, and what everything is like then, both by their
 * numbers; with the state from which each was reached first. What everything is like recurs at many places of a scenario.
 */

import type { Store } from "./store.ts";

/** States in one piece of the memory. */
const pieceBits = 14;
const pieceSize = 1 << pieceBits;
/** Numbers of one: its place in the scenario, its row, the state it was reached from, and the one reached before with its row. */
const size = 4;
const parts = { position: 0, data: 1, parent: 2, before: 3 } as const;
/** What stands beside a row: where the scenario stood in the state that was reached with it last, plus 1; and that state. */
const last = { position: 0, state: 1 } as const;
/** Numbers that stand beside a row. */
export const besides = 2;
/** So many states of a row are looked at one after another; where there are more, all are put into a table. */
const mostBefore = 32;

export class Reached {
  count = 0;
  private readonly rows: Store;
  private readonly pieces: Int32Array[] = [];
  /** By place in the scenario: how many states there were when it was reached first. */
  private births = new Int32Array(64).fill(-1);
  private table: Int32Array | undefined;

  /** `rows`: what everything is like in them, with room beside each row. */
  constructor(rows: Store) {
    this.rows = rows;
  }

  /** The number of a state; a new one is added, and has the number that was `count`. */
  add(position: number, data: number, parent: number): number {
    const { rows, count } = this;
    const before = rows.beside(data, last.state);
    const known = rows.beside(data, last.position);
    if (known === position + 1) return before;
    const birth = this.birthOf(position);
    // What was reached last with this row was reached before the place was: so it was not reached there.
    if (known > 0 && before >= birth) {
      const found = this.find(position, data, before, birth);
      if (found >= 0) return found;
    }
    const at = (count & (pieceSize - 1)) * size;
    const piece = (this.pieces[count >>> pieceBits] ??= new Int32Array(pieceSize * size));
    piece[at + parts.position] = position;
    piece[at + parts.data] = data;
    piece[at + parts.parent] = parent;
    piece[at + parts.before] = known > 0 ? before : -1;
    rows.putBeside(data, last.position, position + 1);
    rows.putBeside(data, last.state, count);
    this.count += 1;
    if (this.table !== undefined) this.put(count);
    return count;
  }

  private birthOf(position: number): number {
    if (position >= this.births.length) {
      const larger = new Int32Array(position * 2).fill(-1);
      larger.set(this.births);
      this.births = larger;
    }
    const birth = this.births[position] ?? -1;
    if (birth >= 0) return birth;
    this.births[position] = this.count;
    return this.count;
  }

  private find(position: number, data: number, from: number, birth: number): number {
    if (this.table !== undefined) return this.findInTable(position, data);
    let looked = 0;
    for (let number = from; number >= birth; number = this.partOf(number, parts.before)) {
      if (this.positionOf(number) === position) return number;
      if ((looked += 1) < mostBefore) continue;
      this.table = new Int32Array(1 << 10);
      for (let each = 0; each < this.count; each += 1) this.put(each);
      return this.findInTable(position, data);
    }
    return -1;
  }

  private findInTable(position: number, data: number): number {
    const { table = new Int32Array(1) } = this;
    const mask = table.length - 1;
    const hash = hashOf(position, data);
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = table[slot] ?? 0;
      if (entry === 0) return -1;
      // The bits that the number leaves are those of the hash.
      if (((entry ^ hash) & ~mask) !== 0) continue;
      const number = (entry & mask) - 1;
      if (this.positionOf(number) === position && this.dataOf(number) === data) return number;
    }
  }

  /** States are put into the table in the order of their numbers. */
  private put(number: number): void {
    const { table = new Int32Array(0) } = this;
    if (number * 10 > table.length * 7) {
      this.table = new Int32Array(table.length * 2);
      for (let each = 0; each < number; each += 1) this.write(each, this.table);
      this.write(number, this.table);
    } else this.write(number, table);
  }

  private write(number: number, table: Int32Array): void {
    const mask = table.length - 1;
    const hash = hashOf(this.positionOf(number), this.dataOf(number));
    let slot = hash & mask;
    while (table[slot] !== 0) slot = (slot + 1) & mask;
    table[slot] = (hash & ~mask) | (number + 1);
  }

  positionOf(number: number): number {
    return this.partOf(number, parts.position);
  }

  dataOf(number: number): number {
    return this.partOf(number, parts.data);
  }

  /** -1 of the first. */
  parentOf(number: number): number {
    return this.partOf(number, parts.parent);
  }

  get bytes(): number {
    return this.pieces.length * pieceSize * size * 4 + this.births.byteLength + (this.table?.byteLength ?? 0);
  }

  private partOf(number: number, part: number): number {
    return this.pieces[number >>> pieceBits]?.[(number & (pieceSize - 1)) * size + part] ?? -1;
  }
}

function hashOf(position: number, data: number): number {
  let sum = Math.imul(data, 0x9e3779b1) ^ Math.imul(position, 0x85ebca6b);
  sum = Math.imul(sum ^ (sum >>> 15), 0xc2b2ae35);
  return sum ^ (sum >>> 13);
}
