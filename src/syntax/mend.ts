/* Reading a few items with mistakes in them, as they may have been meant. */
import type { Source } from "../base/source.ts";
import { attempt, type Attempt, type Failure } from "./attempt.ts";
import type { BodySpec } from "./bodies.ts";
import type { DocBefore } from "./grammar/base.ts";
import type { Mistake } from "./mistake.ts";
import { repairs } from "./repair/all.ts";
import type { Repair } from "./repair/repair.ts";
import type { Token } from "./tokens.ts";

export interface Mended {
  readonly read: Attempt;
  readonly mistakes: readonly Mistake[];
  /** The offset of what could not be read; undefined if all could. */
  readonly stoppedAt: number | undefined;
  /** What was left out since nobody can know what it comes to. */
  readonly lost: readonly Token[];
}

/** How often one item is mended before it is given up. */
const mostRepairs = 8;

/** Reads tokens, mending what can be mended. */
export function readMending(
  source: Source,
  tokens: readonly Token[],
  spec: BodySpec,
  docOf: DocBefore,
): Mended {
  const mistakes: Mistake[] = [];
  const lost: Token[] = [];
  let current = tokens;
  let read = attempt(current, spec.rule, docOf);
  for (let round = 0; read.failure !== undefined && round < mostRepairs; round += 1) {
    const { failure } = read;
    const mended = bestRepair(source, current, failure, spec, docOf);
    // A repair is certain if it completes the item, whatever may be wrong after it.
    const left = mended?.read.failure;
    const complete =
      left === undefined || (left.leftOver && /^(keyword|hyphen|habit)$/.test(mended?.repair.kind ?? ""));
    mistakes.push({ tokens: current, failure, repair: mended?.repair, complete });
    if (mended === undefined) return { read, mistakes, stoppedAt: offsetOf(current, failure.at), lost };
    current = mended.repair.tokens;
    read = mended.read;
    const { settled, lost: unread = [] } = mended.repair;
    const without = settled && attempt(settled, spec.rule, docOf);
    if (settled === undefined || without === undefined || without.failure !== undefined) continue;
    lost.push(...unread);
    current = settled;
    read = without;
  }
  const stoppedAt = read.failure === undefined ? undefined : offsetOf(current, read.failure.at);
  return { read, mistakes, stoppedAt, lost };
}

/**
 * The first repair after which everything is read, else the first that completes the item, else the first that
 * leads clearly further.
 */
function bestRepair(
  source: Source,
  tokens: readonly Token[],
  failure: Failure,
  spec: BodySpec,
  docOf: DocBefore,
): { repair: Repair; read: Attempt } | undefined {
  let completing: { repair: Repair; read: Attempt } | undefined;
  let further: { repair: Repair; read: Attempt } | undefined;
  const from = offsetOf(tokens, failure.at);
  for (const repair of repairs({ source, tokens, failure, starters: spec.starters })) {
    const read = attempt(repair.tokens, spec.rule, docOf);
    if (read.failure === undefined) return { repair, read };
    if (repair.bold) continue;
    const to = offsetOf(repair.tokens, read.failure.at);
    if (read.failure.leftOver && to > from) completing ??= { repair, read };
    if (read.failure.at >= failure.at + 4) further ??= { repair, read };
  }
  return completing ?? further;
}

function offsetOf(tokens: readonly Token[], index: number): number {
  return tokens[index]?.startOffset ?? tokens.at(-1)?.end ?? 0;
}
