/* The moves from state to state, kept where probabilities are asked for. */

const firstRoom = 1_024;
/** Where a move leads that leads to no state: the run is over. */
export const leadsTo = { end: -1 } as const;

export class Edges {
  count = 0;
  /** By state: its first edge; its edges stand one behind the other. -1: it has not been gone on from. */
  first = new Int32Array(firstRoom).fill(-1);
  /** By state: how many edges it has. */
  degree = new Int32Array(firstRoom);
  to = new Int32Array(firstRoom);
  /** What kind of move it is, by its number. */
  head = new Int32Array(firstRoom);

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

  add(state: number, to: number, head: number): void {
    if (this.count === this.to.length) {
      const length = this.count * 2;
      this.to = longer(this.to, length);
      this.head = longer(this.head, length);
    }
    const at = this.count++;
    this.to[at] = to;
    this.head[at] = head;
    this.degree[state] = (this.degree[state] ?? 0) + 1;
  }
}

function longer(numbers: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(numbers);
  return larger;
}
