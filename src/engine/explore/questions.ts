/*
 * What the moves from states have in common: a move looks at few parts of a state, and all states that agree in these make it
 * in the same way. So it is kept as a tree of questions: which part is looked at, by each of its values what comes then; what
 * is chosen, by each branch what comes then; at the end, what the move does. A step is worked out by the engine once for all
 * states that answer the same.
 */
import { mostMoves, TooManyMoves } from "./explored.ts";
import type { Look } from "./looks.ts";
import type { Moves } from "./moves.ts";
import { Numbered } from "./numbered.ts";
import type { Store } from "./store.ts";

const kinds = { unknown: 0, part: 1, choice: 2, end: 3 } as const;
/** So many nodes there may be. */
const mostNodes = 1 << 20;
/** After so many states it is asked whether it is worth it: fewer than one in so many may have something new. */
const patience = 1 << 12;
const worth = 3;

/** A part, and the value it gets. */
export type Write = readonly [part: number, value: number];

export class Questions {
  private readonly rows: Store;
  private readonly learn: (branches: readonly number[]) => void;
  private count = 0;
  private kindOf = new Uint8Array(1 << 10);
  /** Of a part its number, of a choice the first of its branches, of an end where it stands in `ends`. */
  private about = new Int32Array(1 << 10);
  /** Of a choice how many branches there are; below 0 if the last is to be taken first. */
  private branches = new Int32Array(1 << 10);
  /** Of node and value the node that comes then, each three numbers. */
  private table = new Int32Array(3 << 10);
  private filled = 0;
  /** The head of the move, how many parts get another value, and these. */
  private ends = new Int32Array(1 << 10);
  private used = 0;
  private readonly roots: number[] = [];
  /** The branches that were taken on the way. */
  private readonly path = new Numbered();
  private asked = 0;
  private unanswered = 0;
  private learned = 0;
  isKept = true;

  /** `learn`: tells by `add` of every move that begins with these branches, from the state that is being asked about. */
  constructor(rows: Store, learn: (branches: readonly number[]) => void) {
    this.rows = rows;
    this.learn = learn;
  }

  /** Puts the moves from a state into a list, by what everything is like, and by the class of its place. */
  all(kind: number, row: number, moves: Moves): void {
    this.asked += 1;
    const before = this.learned;
    const { rows } = this;
    const root = (this.roots[kind] ??= this.node());
    let layouts: number;
    do {
      layouts = rows.layouts;
      rows.clearQueue();
      moves.begin();
      this.path.clear();
      this.unanswered = 0;
      this.walk(root, row, moves);
      // If something was learned by which rows became wider, what waits to be added is made anew.
    } while (rows.layouts !== layouts);
    moves.addRows(rows);
    if (this.learned > before) this.learned = before + 1;
    if (this.count > mostNodes || (this.asked >= patience && this.learned * worth > this.asked))
      this.giveUp();
  }

  /** A move from the state that is being asked about: what is looked at and chosen in it, and what it does. */
  add(kind: number, row: number, looks: readonly Look[], head: number, writes: readonly Write[]): void {
    let node = (this.roots[kind] ??= this.node());
    for (const look of looks) {
      if (look.kind === "part") {
        this.kindOf[node] = kinds.part;
        this.about[node] = look.part;
        const value = this.rows.partOf(row, look.part);
        node = this.found(node, value) || this.connect(node, value);
      } else {
        if (this.kindOf[node] !== kinds.choice) {
          this.kindOf[node] = kinds.choice;
          // What is likely is gone first, so that of runs that are as short a likely one is told.
          this.branches[node] = look.isUnlikely ? -look.of : look.of;
          const first = this.node();
          for (let branch = 1; branch < look.of; branch += 1) this.node();
          this.about[node] = first;
        }
        node = (this.about[node] ?? 0) + look.branch;
      }
    }
    if (this.kindOf[node] === kinds.end) return;
    this.kindOf[node] = kinds.end;
    this.about[node] = this.used;
    const wanted = this.used + 2 + writes.length * 2;
    if (wanted > this.ends.length) this.ends = longer(this.ends, wanted * 2);
    this.ends[this.used++] = head;
    this.ends[this.used++] = writes.length;
    for (const [part, value] of writes) {
      this.ends[this.used++] = part;
      this.ends[this.used++] = value;
    }
  }

  get bytes(): number {
    const { kindOf, about, branches, table, ends } = this;
    return [kindOf, about, branches, table, ends].reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  private walk(from: number, row: number, moves: Moves): void {
    const { rows, path } = this;
    let node = from;
    for (;;) {
      switch (this.kindOf[node]) {
        case kinds.part: {
          const value = rows.partOf(row, this.about[node] ?? 0);
          let next = this.found(node, value);
          if (next === 0) {
            this.ask(node);
            next = this.found(node, value);
          }
          node = next;
          continue;
        }
        case kinds.choice: {
          const first = this.about[node] ?? 0;
          const branches = this.branches[node] ?? 0;
          const count = Math.abs(branches);
          for (let order = 0; order < count; order += 1) {
            const branch = branches < 0 ? count - 1 - order : order;
            path.push(branch);
            this.walk(first + branch, row, moves);
            path.pop();
          }
          return;
        }
        case kinds.end: {
          const at = this.about[node] ?? 0;
          const count = this.ends[at + 1] ?? 0;
          if (count > 0) this.change(row, at + 2, count);
          moves.add(this.ends[at] ?? 0, count > 0 ? -1 : row);
          if (moves.count > mostMoves) throw new TooManyMoves();
          return;
        }
        default:
          this.ask(node);
      }
    }
  }

  private ask(node: number): void {
    // What was asked once more would be asked for ever.
    if (this.unanswered === node) throw new Error("a move is not made again in the same way");
    this.unanswered = node;
    this.learned += 1;
    this.learn(this.path.all());
  }

  private change(row: number, from: number, count: number): void {
    const { rows, ends } = this;
    rows.copy(row);
    for (let at = from; at < from + count * 2; at += 2) rows.set(ends[at] ?? 0, ends[at + 1] ?? 0);
    rows.queue();
  }

  private node(): number {
    if (this.count === 0) this.count = 1; // 0 stands for none.
    const node = this.count++;
    if (node >= this.kindOf.length) {
      const kindOf = new Uint8Array(node * 2);
      kindOf.set(this.kindOf);
      this.kindOf = kindOf;
      this.about = longer(this.about, node * 2);
      this.branches = longer(this.branches, node * 2);
    }
    return node;
  }

  /** The node that comes by a value; 0 if none is known. */
  private found(node: number, value: number): number {
    const { table } = this;
    const length = table.length / 3;
    for (let slot = hashOf(node, value) & (length - 1); ; slot = (slot + 1) & (length - 1)) {
      const known = table[slot * 3] ?? 0;
      if (known === 0) return 0;
      if (known === node && table[slot * 3 + 1] === value) return table[slot * 3 + 2] ?? 0;
    }
  }

  private connect(node: number, value: number): number {
    const next = this.node();
    this.put(node, value, next);
    if ((this.filled += 1) * 6 > this.table.length) {
      const { table } = this;
      this.table = new Int32Array(table.length * 2);
      for (let slot = 0; slot < table.length; slot += 3)
        if ((table[slot] ?? 0) > 0) this.put(table[slot] ?? 0, table[slot + 1] ?? 0, table[slot + 2] ?? 0);
    }
    return next;
  }

  private put(node: number, value: number, next: number): void {
    const { table } = this;
    const length = table.length / 3;
    let slot = hashOf(node, value) & (length - 1);
    while (table[slot * 3] !== 0) slot = (slot + 1) & (length - 1);
    table[slot * 3] = node;
    table[slot * 3 + 1] = value;
    table[slot * 3 + 2] = next;
  }

  private giveUp(): void {
    this.isKept = false;
    this.kindOf = new Uint8Array(0);
    this.about = this.branches = this.table = this.ends = new Int32Array(0);
  }
}

function hashOf(node: number, value: number): number {
  const sum = Math.imul(node, 0x9e3779b1) ^ Math.imul(value, 0x85ebca6b);
  return (sum ^ (sum >>> 15)) >>> 0;
}

function longer(numbers: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(numbers);
  return larger;
}
