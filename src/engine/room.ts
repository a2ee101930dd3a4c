/*
 * Room for the numbers of a run, in one piece: a run needs a dozen arrays, and one piece of memory is had, and given back, in much less time
 * than a dozen. That matters where runs are short and many.
 */
export class Room {
  private readonly buffer: ArrayBuffer;
  private used = 0;

  /** For so many numbers of each kind. */
  constructor(doubles: number, integers: number, bytes: number) {
    this.buffer = new ArrayBuffer(doubles * 8 + integers * 4 + bytes);
  }

  // What takes more bytes comes first, so that each begins where it may.

  doubles(length: number, value = 0): Float64Array {
    const all = new Float64Array(this.buffer, this.used, length);
    this.used += all.byteLength;
    return value === 0 ? all : all.fill(value);
  }

  integers(length: number, value = 0): Int32Array {
    const all = new Int32Array(this.buffer, this.used, length);
    this.used += all.byteLength;
    return value === 0 ? all : all.fill(value);
  }

  bytes(length: number): Uint8Array {
    const all = new Uint8Array(this.buffer, this.used, length);
    this.used += all.byteLength;
    return all;
  }
}
