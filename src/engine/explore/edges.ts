/* The moves from state to state, kept where probabilities are asked for. */

const firstRoom = 1_024;
/** Where a move leads that leads to no state: the run is over, or it was broken off. */
export const leadsTo = { end: -1, nowhere: -2 } as const;

export class Edges {
  count = 0;
  /** By state: its first edge; its edges stand one behind the other. -1: it has not been gone on from. */
  first = new Int32Array(firstRoom).fill(-1);
  /** By state: how many edges it has. */
  degree = new Int32Array(firstRoom);
  to = new Int32Array(firstRoom);
  probability = new Float64Array(firstRoom);
  /** Edges of a state with one number here belong to the same branches of alternatives. */
  group = new Int32Array(firstRoom);
  /** Which claims fail on the way, as a number of `failures`. */
  failed = new Int32Array(firstRoom);
  readonly failures: (readonly number[])[] = [[]];
  private readonly failureNumbers = new Map<string, number>([["", 0]]);

  begin(state: number): void {
    if (state >= this.first.length) {
      const length = Math.max(state + 1, this.first.length * 2);
      const first = new Int32Array(length).fill(-1);
      first.set(this.first);
      this.first = first;
      this.degree = longer(this.degree, length);
    }
    this.first[state] = this.count;
    this.degree[state] = 0;
  }

  add(state: number, to: number, probability: number, group: number, failed: readonly number[]): void {
    if (this.count === this.to.length) {
      const length = this.count * 2;
      this.to = longer(this.to, length);
      this.group = longer(this.group, length);
      this.failed = longer(this.failed, length);
      const probabilities = new Float64Array(length);
      probabilities.set(this.probability);
      this.probability = probabilities;
    }
    const at = this.count++;
    this.to[at] = to;
    this.probability[at] = probability;
    this.group[at] = group;
    this.failed[at] = this.failureOf(failed);
    this.degree[state] = (this.degree[state] ?? 0) + 1;
  }

  private failureOf(failed: readonly number[]): number {
    if (failed.length === 0) return 0;
    const key = failed.join(" ");
    let number = this.failureNumbers.get(key);
    if (number === undefined)
      this.failureNumbers.set(key, (number = this.failures.push([...new Set(failed)]) - 1));
    return number;
  }
}

function longer(numbers: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(numbers);
  return larger;
}
