/*
 * The states that have been reached, each once: where the scenario stands, and what everything is like then, both by their
 * numbers; with the state from which each was reached first. What everything is like recurs at many places of a scenario.
 */

import type { Store } from "./store.ts";

/** States in one piece of the memory. */
const pieceBits = 14;
const pieceSize = 1 << pieceBits;
/** Numbers of one: its place in the scenario, what everything is like, and where it was reached from. */
const size = 3;

/** What stands beside a row: where the scenario stood in the state that was reached with it last, plus 1; and that state. */
const last = { position: 0, state: 1 } as const;
/** Numbers that stand beside a row. */
export const besides = 2;

export class Reached {
  count = 0;
  private readonly rows: Store;
  private readonly pieces: Int32Array[] = [];
  /** The states that are not the last ones of their rows. */
  private table = new Int32Array(1 << 10);
  private filled = 0;

  /** `rows`: what everything is like in them, with room beside each row. */
  constructor(rows: Store) {
    this.rows = rows;
  }

  /** The number of a state; a new one is added, and has the number that was `count`. */
  add(position: number, data: number, parent: number): number {
    const { rows } = this;
    const before = rows.beside(data, last.position) - 1;
    if (before === position) return rows.beside(data, last.state);
    if (before >= 0) {
      const known = this.find(position, data);
      if (known >= 0) return known;
      this.put(before, data, rows.beside(data, last.state));
    }
    const number = this.count;
    const at = (number & (pieceSize - 1)) * size;
    const piece = (this.pieces[number >>> pieceBits] ??= new Int32Array(pieceSize * size));
    piece[at] = position;
    piece[at + 1] = data;
    piece[at + 2] = parent;
    rows.putBeside(data, last.position, position + 1);
    rows.putBeside(data, last.state, number);
    this.count += 1;
    return number;
  }

  private find(position: number, data: number): number {
    const { table, pieces } = this;
    const mask = table.length - 1;
    for (let slot = hashOf(position, data) & mask; ; slot = (slot + 1) & mask) {
      const number = (table[slot] ?? 0) - 1;
      if (number < 0) return -1;
      const piece = pieces[number >>> pieceBits];
      const at = (number & (pieceSize - 1)) * size;
      if (piece !== undefined && piece[at] === position && piece[at + 1] === data) return number;
    }
  }

  private put(position: number, data: number, number: number): void {
    if ((this.filled += 1) * 10 > this.table.length * 7) this.rehash();
    this.write(position, data, number);
  }

  private write(position: number, data: number, number: number): void {
    const { table } = this;
    const mask = table.length - 1;
    let slot = hashOf(position, data) & mask;
    while (table[slot] !== 0) slot = (slot + 1) & mask;
    table[slot] = number + 1;
  }

  positionOf(number: number): number {
    return this.pieces[number >>> pieceBits]?.[(number & (pieceSize - 1)) * size] ?? 0;
  }

  dataOf(number: number): number {
    return this.pieces[number >>> pieceBits]?.[(number & (pieceSize - 1)) * size + 1] ?? 0;
  }

  /** -1 of the first. */
  parentOf(number: number): number {
    return this.pieces[number >>> pieceBits]?.[(number & (pieceSize - 1)) * size + 2] ?? -1;
  }

  get bytes(): number {
    return this.pieces.length * pieceSize * size * 4 + this.table.byteLength;
  }

  private rehash(): void {
    const before = this.table;
    this.table = new Int32Array(before.length * 2);
    for (const entry of before)
      if (entry > 0) this.write(this.positionOf(entry - 1), this.dataOf(entry - 1), entry - 1);
  }
}

function hashOf(position: number, data: number): number {
  let sum = Math.imul(data, 0x9e3779b1) ^ Math.imul(position, 0x85ebca6b);
  sum = Math.imul(sum ^ (sum >>> 15), 0xc2b2ae35);
  return sum ^ (sum >>> 13);
}
