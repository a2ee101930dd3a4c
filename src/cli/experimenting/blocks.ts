/* The blocks of runs that are still to be carried out, of which each thread takes the next that nobody has taken. */

export interface BlocksToDo {
  /** Their numbers, in the order in which they are taken; shared by all threads. */
  readonly blocks: Uint32Array<SharedArrayBuffer>;
  /** How many have been taken; shared by all threads. */
  readonly taken: Int32Array<SharedArrayBuffer>;
}

export function blocksToDo(blocks: readonly number[]): BlocksToDo {
  const shared = new Uint32Array(new SharedArrayBuffer(blocks.length * 4));
  shared.set(blocks);
  return { blocks: shared, taken: new Int32Array(new SharedArrayBuffer(4)) };
}

/** Takes the next block; undefined when there is none left. No other thread gets the same. */
export function takeBlock({ blocks, taken }: BlocksToDo): number | undefined {
  return blocks[Atomics.add(taken, 0, 1)];
}

export function blocksLeft({ blocks, taken }: BlocksToDo): number {
  return Math.max(0, blocks.length - Atomics.load(taken, 0));
}
