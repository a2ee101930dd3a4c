/* Reading a few items with mistakes in them, as they may have been meant. */
import type { Source } from "../base/source.ts";
import { attempt, type Attempt, type Failure } from "./attempt.ts";
import type { DocBefore } from "./grammar/base.ts";
import { endOfWriting, onDifferentLines } from "./layout.ts";
import type { Mistake } from "./mistake.ts";
import { furtherMissing, repairs } from "./repair/all.ts";
import type { Repair } from "./repair/repair.ts";
import type { Situation } from "./situation.ts";
import type { Token } from "./tokens.ts";
import type { Node } from "./tree.ts";

/**
 * A stretch behind something that was given up: what does not fit there either need not be a mistake, unless an item
 * has been read in it.
 */
export interface Quiet {
  readonly from: number;
  readonly until: number;
}

/** What is read, and what has been said of it. */
export interface Reading {
  readonly source: Source;
  readonly docOf: DocBefore;
  /** Offsets before which tokens were left out, as has been reported: what stands there need not fit. */
  readonly gaps: ReadonlySet<number>;
}

/** The body that is read, and the name of the system in whose body it stands. */
export type Surroundings = Pick<Situation, "spec" | "system">;

export interface Mended {
  readonly read: Attempt;
  readonly mistakes: readonly Mistake[];
  /** The offset of what could not be read; undefined if all could. */
  readonly stoppedAt: number | undefined;
  readonly quiet: Quiet;
  /** How often something did not fit, whether that is said or not. */
  readonly failures: number;
  /** What was left out since nobody can know what it comes to. */
  readonly lost: readonly Token[];
}

/** So many parts are taken to be missing at one place. */
const mostMissing = 6;

interface Tried {
  readonly repair: Repair;
  readonly read: Attempt;
}

/** How often one item is mended before it is given up. */
const mostRepairs = 8;

/** An item of more tokens is not mended: each attempt reads all of it, and of what nobody wrote by hand nobody asks what was meant. */
const mostTokens = 4_000;

/** Reads tokens, mending what can be mended. */
export function readMending(
  reading: Reading,
  tokens: readonly Token[],
  { spec, system }: Surroundings,
  before: Quiet,
): Mended {
  const { source, docOf, gaps } = reading;
  const mistakes: Mistake[] = [];
  let quiet = before;
  let failures = 0;
  const lost: Token[] = [];
  let current = tokens;
  let read = attempt(current, spec.rule, docOf);
  for (let round = 0; read.failure !== undefined && round < mostRepairs; round += 1) {
    const { failure } = read;
    failures += 1;
    const mended =
      current.length > mostTokens ? undefined : bestRepair(reading, current, read, failure, { spec, system });
    const complete = mended !== undefined && isComplete(source, current, read, mended);
    note({ tokens: current, failure, repair: mended?.repair, complete }, read.items);
    const from = offsetOf(current, failure.at);
    if ((!complete && !isSure(mended?.repair)) || gaps.has(from)) {
      // The end of a long line is not looked for again and again.
      quiet = { from, until: from < quiet.until ? quiet.until : endOfWriting(source.text, from) };
    }
    if (mended === undefined)
      return { read, mistakes, stoppedAt: offsetOf(current, failure.at), quiet, failures, lost };
    current = mended.repair.tokens;
    read = mended.read;
    const { settled, lost: unread = [] } = mended.repair;
    const without = settled && attempt(settled, spec.rule, docOf);
    if (settled === undefined || without === undefined || without.failure !== undefined) continue;
    for (const token of unread) lost.push(token);
    current = settled;
    read = without;
  }
  const stoppedAt = read.failure === undefined ? undefined : offsetOf(current, read.failure.at);
  return { read, mistakes, stoppedAt, quiet, failures, lost };

  /** Where an item has been given up, what stands behind it says nothing until one has been read again. */
  function note(mistake: Mistake, items: readonly Node[]): void {
    const { tokens: around, failure } = mistake;
    const whole = failure.leftOver ? items : items.slice(0, -1);
    const isQuiet =
      offsetOf(around, failure.at) < quiet.until && !whole.some(({ start }) => start > quiet.from);
    if (!isQuiet && !gaps.has(around[failure.at]?.startOffset ?? -1)) mistakes.push(mistake);
  }
}

/** A repair is certain if it completes the item, whatever may be wrong after it. */
function isComplete(
  { text }: Source,
  tokens: readonly Token[],
  { failure, items }: Attempt,
  { repair, read }: Tried,
): boolean {
  const left = read.failure;
  if (left === undefined || failure === undefined) return true;
  const from = offsetOf(tokens, failure.at);
  if (onDifferentLines(text, from, offsetOf(repair.tokens, left.at))) return true;
  return (left.leftOver || read.items.length > items.length) && /^(keyword|hyphen|habit)$/.test(repair.kind);
}

/** Whether what stands after it has most likely been read as it is meant. */
function isSure(repair: Repair | undefined): boolean {
  return repair !== undefined && !/^(remove|word too many|operator)$/.test(repair.kind);
}

/**
 * The first repair after which everything is read, else the first after which the rest of the line is, else the first
 * that completes the item, else the first that leads clearly further.
 */
function bestRepair(
  { source, docOf }: Reading,
  tokens: readonly Token[],
  { items }: Attempt,
  failure: Failure,
  { spec, system }: Surroundings,
): Tried | undefined {
  let lineAfter: Tried | undefined;
  let completing: Tried | undefined;
  let further: Tried | undefined;
  const from = offsetOf(tokens, failure.at);
  for (const proposed of repairs({ source, tokens, failure, spec, system })) {
    const { repair, read } = tried(proposed);
    if (read.failure === undefined) return { repair, read };
    // What was put in stands for nothing that could be left over.
    if (repair.bold || repair.tokens[read.failure.at]?.image === "") continue;
    const to = offsetOf(repair.tokens, read.failure.at);
    if (to > from && onDifferentLines(source.text, from, to)) lineAfter ??= { repair, read };
    const isRead = read.failure.leftOver || read.items.length > items.length;
    if (isRead && to > from) completing ??= { repair, read };
    if (read.failure.at >= failure.at + 4) further ??= { repair, read };
  }
  return lineAfter ?? completing ?? further;

  /** Where something is missing, more may be missing at the same place. */
  function tried(repair: Repair): Tried {
    const token = tokens[failure.at];
    let last: Tried = { repair, read: attempt(repair.tokens, spec.rule, docOf) };
    for (let more = 0; more < mostMissing && repair.tokens.length > tokens.length; more += 1) {
      const { failure: next } = last.read;
      if (next === undefined || last.repair.tokens[next.at] !== token) break;
      const [first] = furtherMissing({ source, tokens: last.repair.tokens, failure: next, spec, system });
      if (first === undefined) break;
      // What is to be written for all of it, nobody knows.
      const extended = { ...repair, tokens: first.tokens, fix: undefined };
      last = { repair: extended, read: attempt(first.tokens, spec.rule, docOf) };
    }
    return last;
  }
}

function offsetOf(tokens: readonly Token[], index: number): number {
  return tokens[index]?.startOffset ?? tokens.at(-1)?.end ?? 0;
}
