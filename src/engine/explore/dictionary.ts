/* Numbers for numbers, and for sequences of them: what occurs is kept once, exactly, and called by a small number. */

/** How far whole numbers are found without a search. */
const direct = 1_024;

/** Numbers that occur in one place of a state, in the order in which they occurred first. */
export class Numbers {
  readonly values: number[] = [];
  private readonly known = new Map<number, number>();
  private readonly whole = new Int32Array(direct).fill(-1);

  of(value: number): number {
    if (value >= 0 && value < direct && value === Math.floor(value)) {
      const found = this.whole[value] ?? -1;
      if (found >= 0) return found;
      const number = this.values.push(value) - 1;
      this.whole[value] = number;
      return number;
    }
    let number = this.known.get(value);
    if (number === undefined) this.known.set(value, (number = this.values.push(value) - 1));
    return number;
  }

  at(number: number): number {
    return this.values[number] ?? 0;
  }

  get count(): number {
    return this.values.length;
  }
}

const firstRoom = 1_024;
const bits = new Float64Array(1);
const words = new Int32Array(bits.buffer);

interface Read {
  readonly sequence: Float64Array<ArrayBuffer>;
  readonly length: number;
}

/** Sequences of numbers, in the order in which they occurred first; the empty one is 0. */
export class Sequences {
  count = 1;
  /** Where each begins; the one after the last begins where it ends. */
  private starts = new Float64Array(firstRoom);
  private numbers = new Float64Array(firstRoom);
  private used = 0;
  private table = new Int32Array(firstRoom);

  /** The number of a sequence of `length` numbers. */
  of(sequence: Float64Array, length: number): number {
    if (length === 0) return 0;
    const mask = this.table.length - 1;
    let slot = hashOf(sequence, 0, length) & mask;
    for (;;) {
      const number = this.table[slot] ?? 0;
      if (number === 0) break;
      if (this.isAt(number, sequence, length)) return number;
      slot = (slot + 1) & mask;
    }
    return this.add(sequence, length, slot);
  }

  /** Writes a sequence into numbers, which are made longer if they have to be; gives them and its length. */
  read(number: number, into: Float64Array<ArrayBuffer>): Read {
    if (number === 0) return { sequence: into, length: 0 };
    const start = this.starts[number] ?? 0;
    const length = (this.starts[number + 1] ?? 0) - start;
    const sequence = into.length >= length ? into : new Float64Array(length * 2);
    for (let index = 0; index < length; index += 1) sequence[index] = this.numbers[start + index] ?? 0;
    return { sequence, length };
  }

  /** How many bytes they take. */
  get bytes(): number {
    return this.starts.byteLength + this.numbers.byteLength + this.table.byteLength;
  }

  private isAt(number: number, sequence: Float64Array, length: number): boolean {
    const start = this.starts[number] ?? 0;
    if ((this.starts[number + 1] ?? 0) - start !== length) return false;
    for (let index = 0; index < length; index += 1)
      if (this.numbers[start + index] !== sequence[index]) return false;
    return true;
  }

  private add(sequence: Float64Array, length: number, slot: number): number {
    const number = this.count;
    if (number + 2 > this.starts.length) this.starts = grown(this.starts, this.starts.length * 2);
    if (this.used + length > this.numbers.length)
      this.numbers = grown(this.numbers, Math.max(this.used + length, this.numbers.length * 2));
    this.starts[number] = this.used;
    for (let index = 0; index < length; index += 1) this.numbers[this.used + index] = sequence[index] ?? 0;
    this.used += length;
    this.starts[number + 1] = this.used;
    this.table[slot] = number;
    this.count += 1;
    if (this.count * 2 > this.table.length) this.rehash();
    return number;
  }

  private rehash(): void {
    const table = new Int32Array(this.table.length * 2);
    const mask = table.length - 1;
    for (let number = 1; number < this.count; number += 1) {
      const start = this.starts[number] ?? 0;
      let slot = hashOf(this.numbers, start, (this.starts[number + 1] ?? 0) - start) & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = number;
    }
    this.table = table;
  }
}

function grown(numbers: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(length);
  larger.set(numbers);
  return larger;
}

function hashOf(numbers: Float64Array, from: number, length: number): number {
  let sum = length;
  for (let index = 0; index < length; index += 1) {
    // Nothing and minus nothing are equal, and must not be sought in different places.
    bits[0] = (numbers[from + index] ?? 0) + 0;
    sum = Math.imul(sum ^ (words[0] ?? 0), 0x85ebca6b);
    sum = Math.imul((sum ^ (sum >>> 15)) + (words[1] ?? 0), 0xc2b2ae35);
    sum ^= sum >>> 13;
  }
  return sum;
}
