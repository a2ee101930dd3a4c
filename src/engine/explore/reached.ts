/*
 * The states that have been reached, each once: where the scenario stands, and what everything is like then, both by their
 * numbers; with the state from which each was reached first. What everything is like recurs at many places of a scenario.
 */

/** States in one piece of the memory. */
const pieceBits = 14;
const pieceSize = 1 << pieceBits;
/** Numbers of one: its place in the scenario, what everything is like, and where it was reached from. */
const size = 3;

export class Reached {
  count = 0;
  private readonly pieces: Int32Array[] = [];
  private table = new Int32Array(1 << 10);

  /** The number of a state; a new one is added, and has the number that was `count`. */
  add(position: number, data: number, parent: number): number {
    const { table, pieces } = this;
    const mask = table.length - 1;
    let slot = hashOf(position, data) & mask;
    for (;;) {
      const number = (table[slot] ?? 0) - 1;
      if (number < 0) break;
      const piece = pieces[number >>> pieceBits];
      const at = (number & (pieceSize - 1)) * size;
      if (piece !== undefined && piece[at] === position && piece[at + 1] === data) return number;
      slot = (slot + 1) & mask;
    }
    const number = this.count;
    const at = (number & (pieceSize - 1)) * size;
    const piece = (pieces[number >>> pieceBits] ??= new Int32Array(pieceSize * size));
    piece[at] = position;
    piece[at + 1] = data;
    piece[at + 2] = parent;
    table[slot] = number + 1;
    this.count += 1;
    if (this.count * 10 > table.length * 7) this.rehash();
    return number;
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
    const table = new Int32Array(this.table.length * 2);
    const mask = table.length - 1;
    for (let number = 0; number < this.count; number += 1) {
      let slot = hashOf(this.positionOf(number), this.dataOf(number)) & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = number + 1;
    }
    this.table = table;
  }
}

function hashOf(position: number, data: number): number {
  let sum = Math.imul(data, 0x9e3779b1) ^ Math.imul(position, 0x85ebca6b);
  sum = Math.imul(sum ^ (sum >>> 15), 0xc2b2ae35);
  return sum ^ (sum >>> 13);
}
