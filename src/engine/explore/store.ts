/*
 * Rows of small numbers, each kept once and exactly, in typed arrays: a Map of JavaScript ends at 2^24 entries, and takes many
 * times the room. A row is packed as bits into words of 32, as many for each number as it needs.
 */

/** So many bits one number may need. */
const mostBits = 30;
/** Rows in one piece of the memory. */
const pieceBits = 16;
const pieceSize = 1 << pieceBits;
/** A table that is smaller grows faster. */
const largeTable = 1 << 19;

export class Store {
  /** How many rows there are. */
  count = 0;
  /** By number of a part: how many bits it has, in which word, and from which bit on. */
  private readonly widths: Int32Array;
  private readonly wordOf: Int32Array;
  private readonly shiftOf: Int32Array;
  /** Words of a row; and with the numbers that stand beside it. */
  private words = 1;
  private size = 1;
  private readonly besides: number;
  private pieces: Int32Array[] = [];
  private table = new Int32Array(1 << 8);
  private packed = new Int32Array(1);
  /** How often rows have been laid out anew: what waits has the layout that there was then. */
  layouts = 0;
  /** Rows that wait to be added, with their hashes. */
  private waiting = new Int32Array(64);
  private hashes = new Int32Array(64);
  private entries = new Int32Array(64);
  private queued = 0;
  /** Of what has been asked for beforehand; it means nothing. */
  asked = 0;

  /** `besides`: how many numbers stand beside each row, which may change; at first they are 0. */
  constructor(parts: number, besides = 0) {
    this.besides = besides;
    this.widths = new Int32Array(parts).fill(1);
    this.wordOf = new Int32Array(parts);
    this.shiftOf = new Int32Array(parts);
    this.arrange();
  }

  /** The number of a row; a new one is added, and has the number that was `count`. Parts are not below 0. */
  add(parts: Int32Array): number {
    this.pack(parts);
    return this.addCopy();
  }

  /** Takes a row to change parts of it by `set`, and to add what comes of it by `addCopy`. */
  copy(number: number): void {
    const { packed, words } = this;
    const from = this.pieces[number >>> pieceBits];
    const start = (number & (pieceSize - 1)) * this.size;
    for (let word = 0; word < words; word += 1) packed[word] = from?.[start + word] ?? 0;
  }

  /** The value has been in a row before. */
  set(part: number, value: number): void {
    const word = this.wordOf[part] ?? 0;
    const shift = this.shiftOf[part] ?? 0;
    const mask = ((1 << (this.widths[part] ?? 0)) - 1) << shift;
    this.packed[word] = ((this.packed[word] ?? 0) & ~mask) | (value << shift);
  }

  partOf(number: number, part: number): number {
    const word =
      this.pieces[number >>> pieceBits]?.[(number & (pieceSize - 1)) * this.size + (this.wordOf[part] ?? 0)];
    return ((word ?? 0) >>> (this.shiftOf[part] ?? 0)) & ((1 << (this.widths[part] ?? 0)) - 1);
  }

  addCopy(): number {
    return this.addPacked(hashOf(this.packed, 0, this.words));
  }

  // Rows that are to be added together: where each may be is looked up before any is compared, so that the memory, which is what
  // one waits for, is asked for all of them at once.

  /** Puts the copy among those that are to be added. */
  queue(): void {
    const { packed, words } = this;
    const at = this.queued;
    if ((at + 1) * words > this.waiting.length) {
      const larger = new Int32Array((at + 1) * words * 2);
      larger.set(this.waiting);
      this.waiting = larger;
    }
    if (at >= this.hashes.length) {
      const larger = new Int32Array((at + 1) * 2);
      larger.set(this.hashes);
      this.hashes = larger;
      this.entries = new Int32Array(larger.length);
    }
    for (let word = 0; word < words; word += 1) this.waiting[at * words + word] = packed[word] ?? 0;
    this.hashes[at] = hashOf(packed, 0, words);
    this.queued = at + 1;
  }

  clearQueue(): void {
    this.queued = 0;
  }

  /** Adds all, and puts their numbers into a list, as far as it waits for them: where -1 stands. */
  addQueued(into: Int32Array, from: number, until: number, step: number): void {
    const { words, waiting, hashes, entries, packed, queued, table, pieces, size } = this;
    const mask = table.length - 1;
    for (let at = 0; at < queued; at += 1) entries[at] = table[(hashes[at] ?? 0) & mask] ?? 0;
    let asked = 0;
    for (let at = 0; at < queued; at += 1) {
      const number = ((entries[at] ?? 0) & mask) - 1;
      if (number >= 0) asked ^= pieces[number >>> pieceBits]?.[(number & (pieceSize - 1)) * size] ?? 0;
    }
    this.asked = asked;
    let next = 0;
    for (let at = from; at < until; at += step) {
      if (into[at] !== -1) continue;
      for (let word = 0; word < words; word += 1) packed[word] = waiting[next * words + word] ?? 0;
      into[at] = this.addPacked(hashes[next] ?? 0);
      next += 1;
    }
    this.queued = 0;
  }

  private addPacked(hash: number): number {
    const { packed, words, table } = this;
    const mask = table.length - 1;
    let slot = hash & mask;
    for (;;) {
      const entry = table[slot] ?? 0;
      if (entry === 0) break;
      // The bits that the number leaves are those of the hash: so few rows are looked at in vain.
      if (((entry ^ hash) & ~mask) === 0 && this.isAt((entry & mask) - 1)) return (entry & mask) - 1;
      slot = (slot + 1) & mask;
    }
    const number = this.count;
    const piece = number >>> pieceBits;
    const at = number & (pieceSize - 1);
    if (at === 0) this.pieces[piece] = new Int32Array(pieceSize * this.size);
    const into = this.pieces[piece];
    for (let word = 0; word < words; word += 1) if (into) into[at * this.size + word] = packed[word] ?? 0;
    table[slot] = (hash & ~mask) | (number + 1);
    this.count += 1;
    if (this.count * 10 > table.length * 7) this.rehash(table.length * (table.length < largeTable ? 8 : 2));
    return number;
  }

  read(number: number, into: Int32Array): void {
    const { widths, wordOf, shiftOf } = this;
    const from = this.pieces[number >>> pieceBits];
    const start = (number & (pieceSize - 1)) * this.size;
    for (let part = 0; part < widths.length; part += 1) {
      const word = from?.[start + (wordOf[part] ?? 0)] ?? 0;
      into[part] = (word >>> (shiftOf[part] ?? 0)) & ((1 << (widths[part] ?? 0)) - 1);
    }
  }

  /** What stands beside a row. */
  beside(number: number, which: number): number {
    return (
      this.pieces[number >>> pieceBits]?.[(number & (pieceSize - 1)) * this.size + this.words + which] ?? 0
    );
  }

  putBeside(number: number, which: number, value: number): void {
    const piece = this.pieces[number >>> pieceBits];
    if (piece) piece[(number & (pieceSize - 1)) * this.size + this.words + which] = value;
  }

  /** How many bytes all takes. */
  get bytes(): number {
    return this.pieces.length * pieceSize * 4 * this.size + this.table.byteLength;
  }

  private pack(parts: Int32Array): void {
    const { widths, wordOf, shiftOf, packed } = this;
    packed.fill(0);
    for (let part = 0; part < widths.length; part += 1) {
      const value = parts[part] ?? 0;
      if (value >>> (widths[part] ?? 0) !== 0) {
        this.widen(parts);
        this.pack(parts);
        return;
      }
      const word = wordOf[part] ?? 0;
      packed[word] = (packed[word] ?? 0) | (value << (shiftOf[part] ?? 0));
    }
  }

  private isAt(number: number): boolean {
    const { packed, words } = this;
    const piece = this.pieces[number >>> pieceBits];
    const start = (number & (pieceSize - 1)) * this.size;
    for (let word = 0; word < words; word += 1) if (piece?.[start + word] !== packed[word]) return false;
    return true;
  }

  /** Gives parts that have outgrown their room a bit more than they need now, and packs all rows anew. */
  private widen(parts: Int32Array): void {
    const { count } = this;
    const before = Int32Array.from(this.widths);
    const after = before.map((width, part) => {
      const needed = 32 - Math.clz32(parts[part] ?? 0);
      if (needed > mostBits) throw new RangeError("a part of a state has outgrown what is kept of it");
      return needed <= width ? width : Math.min(mostBits, needed <= 2 ? needed : needed + 1);
    });
    const all = new Int32Array(before.length);
    const old = new Store(before.length, this.besides);
    old.widths.set(before);
    old.arrange();
    old.pieces = this.pieces;
    this.layouts += 1;
    this.widths.set(after);
    this.arrange();
    // The list is made one by one: to the compiler one that is mapped is of another kind, and it would compile all anew.
    this.pieces = [];
    for (let piece = 0; piece < old.pieces.length; piece += 1) {
      const into = new Int32Array(pieceSize * this.size);
      for (let at = 0; at < pieceSize && (piece << pieceBits) + at < count; at += 1) {
        old.read((piece << pieceBits) + at, all);
        this.pack(all);
        into.set(this.packed, at * this.size);
        for (let which = 0; which < this.besides; which += 1)
          into[at * this.size + this.words + which] = old.beside((piece << pieceBits) + at, which);
      }
      this.pieces.push(into);
      old.pieces[piece] = new Int32Array(0);
    }
    this.rehash(this.table.length);
  }

  /** Puts the parts into words, one behind the other; none lies in two. */
  private arrange(): void {
    let [word, used] = [0, 0];
    for (const [part, width] of this.widths.entries()) {
      if (used + width > 32) [word, used] = [word + 1, 0];
      this.wordOf[part] = word;
      this.shiftOf[part] = used;
      used += width;
    }
    this.words = word + 1;
    this.size = this.words + this.besides;
    this.packed = new Int32Array(this.words);
  }

  private rehash(length: number): void {
    const table = new Int32Array(length);
    const mask = length - 1;
    const { words, size } = this;
    for (let number = 0; number < this.count; number += 1) {
      const piece = this.pieces[number >>> pieceBits];
      if (piece === undefined) continue;
      const hash = hashOf(piece, (number & (pieceSize - 1)) * size, words);
      let slot = hash & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = (hash & ~mask) | (number + 1);
    }
    this.table = table;
  }
}

function hashOf(numbers: Int32Array, from: number, length: number): number {
  let sum = length;
  for (let index = 0; index < length; index += 1) {
    sum = Math.imul(sum ^ (numbers[from + index] ?? 0), 0x85ebca6b);
    sum ^= sum >>> 15;
    sum = Math.imul(sum, 0xc2b2ae35);
    sum ^= sum >>> 13;
  }
  return sum;
}
