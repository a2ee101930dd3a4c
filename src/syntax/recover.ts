/*
 * Reading a file that has mistakes in it. The text is read body by body and item by item; a body is cut into items
 * where a line begins with a word that may begin one. An item that does not fit is tried again as it may have been
 * meant (`repair.ts`), then with its inner bodies emptied, which are read on their own afterwards. So every mistake
 * is reported once, at its cause, and costs no more than its own item. A list of what is still to be read takes the
 * place of recursion.
 */
import { limits } from "../base/limits.ts";
import { nearest } from "../base/near.ts";
import { placeIn, type Place } from "../base/place.ts";
import type { Source } from "../base/source.ts";
import { attempt, type Attempt, type Failure } from "./attempt.ts";
import { bodySpec, bodySpecs, type BodySpec } from "./bodies.ts";
import type { DocBefore } from "./grammar/base.ts";
import { beginsLine, onDifferentLines } from "./layout.ts";
import type { SyntaxErrorFacts, SyntaxProblem } from "./problems.ts";
import { repairs, type Repair } from "./repair.ts";
import { sign, TextToken, Token } from "./tokens.ts";
import type { Node, NumberLiteral } from "./tree.ts";

export interface Recovered {
  readonly items: readonly Node[];
  readonly problems: readonly SyntaxProblem[];
  readonly unwhole: readonly NumberLiteral[];
  /** Names that stand in what could not be read: not knowing them is no mistake of the modeller's. */
  readonly lost: ReadonlySet<string>;
}

/** A stretch of tokens between braces, and the list its items go to. */
interface Region {
  readonly tokens: readonly Token[];
  readonly spec: BodySpec;
  readonly items: Node[];
}

/** How often one item is mended before it is given up. */
const mostRepairs = 8;

/** From so many tokens on a stretch is cut within a line, too: what is mended is read again and again. */
const longStretch = 200;

export function recover(
  source: Source,
  tokens: readonly Token[],
  docOf: DocBefore,
  mostProblems: number,
): Recovered {
  const { text } = source;
  const items: Node[] = [];
  const problems: SyntaxProblem[] = [];
  const unwhole: NumberLiteral[] = [];
  const lost = new Set<string>();
  const pending: Region[] = [{ tokens, spec: bodySpecs.ModelFile, items }];

  for (let region = pending.pop(); region !== undefined; region = pending.pop()) readRegion(region);
  return { items, problems, unwhole, lost };

  function readRegion(region: Region): void {
    let from = 0;
    while (from < region.tokens.length && problems.length <= mostProblems) {
      const end = nextItem(region, from + 1, true);
      readItems(region, region.tokens.slice(from, end));
      from = end;
    }
    for (const token of region.tokens.slice(from)) lose(token);
  }

  /**
   * Index of the next token at which an item begins; with `lines`, only at the beginning of a line, or after a long
   * stretch.
   */
  function nextItem({ tokens, spec }: Region, from: number, lines: boolean): number {
    let depth = 0;
    let parentheses = 0;
    for (let index = from - 1; index < tokens.length; index += 1) {
      const token = tokens[index];
      if (token === undefined) break;
      if (
        index >= from &&
        depth === 0 &&
        begins(tokens, index, spec) &&
        (!lines || index - from > longStretch || beginsLine(text, token))
      ) {
        // In an open parenthesis the same words are names of parameters and values.
        const next = tokens[index + 1]?.tokenType;
        const isName = next === sign[":"] || next === sign[","] || next === sign[")"] || next === TextToken;
        if (parentheses === 0 || !isName) return index;
      }
      if (token.tokenType === sign["{"]) depth += 1;
      else if (token.tokenType === sign["}"]) depth -= 1;
      else if (token.tokenType === sign["("]) parentheses += 1;
      else if (token.tokenType === sign[")"]) parentheses -= 1;
    }
    return tokens.length;
  }

  function begins(tokens: readonly Token[], index: number, spec: BodySpec): boolean {
    const token = tokens[index];
    if (token === undefined) return false;
    return spec.starters.some((starter) => starter === token.image) || spec.begins?.(tokens, index) === true;
  }

  /** Reads a few items that stand together; after a mistake goes on at the next item, on the same line too. */
  function readItems(region: Region, segment: readonly Token[]): void {
    let rest = segment;
    while (rest.length > 0) {
      if (problems.length > mostProblems) {
        for (const token of rest) lose(token);
        return;
      }
      const whole = attempt(rest, region.spec.rule, docOf);
      if (whole.failure === undefined) return keep(region, whole);
      const hollow = emptied(rest);
      const { read, stoppedAt } = readMending(region, hollow);
      keep(region, read);
      for (const body of read.bodies) {
        const spec = bodySpec(body.kind);
        const inner = innerOf(rest, body.start);
        if (spec !== undefined && inner.length > 0) pending.push({ tokens: inner, spec, items: body.items });
      }
      if (stoppedAt === undefined) return;
      const index = rest.findIndex((token) => token.startOffset >= stoppedAt);
      const next =
        index < 0 ? rest.length : nextItem({ ...region, tokens: rest }, Math.max(1, index + 1), false);
      for (const token of rest.slice(Math.max(0, index), next)) lose(token);
      rest = rest.slice(next);
    }
  }

  function lose(token: Token): void {
    if (token.tokenType !== TextToken) lost.add(token.image);
  }

  function keep(region: Region, read: Attempt): void {
    region.items.push(...read.items);
    unwhole.push(...read.unwhole);
    if (read.tooDeepAt !== undefined) {
      problems.push({
        check: "too_deep",
        place: placeIn(source.name, { start: read.tooDeepAt, end: read.tooDeepAt + 1 }),
        facts: { what: "signs in a row", limit: limits.nesting },
      });
    }
  }

  /** Reads tokens, mending what can be mended, and reports each mistake. */
  function readMending(
    region: Region,
    tokens: readonly Token[],
  ): { read: Attempt; stoppedAt: number | undefined } {
    let current = tokens;
    let read = attempt(current, region.spec.rule, docOf);
    for (let round = 0; read.failure !== undefined && round < mostRepairs; round += 1) {
      const { failure } = read;
      const mended = bestRepair(region, current, failure);
      // A repair is certain if it completes the item, whatever may be wrong after it.
      const left = mended?.read.failure;
      const complete =
        left === undefined || (left.leftOver && /^(keyword|hyphen|habit)$/.test(mended?.repair.kind ?? ""));
      report(region, current, failure, mended?.repair, complete);
      if (mended === undefined) return { read, stoppedAt: offsetOf(current, failure.at) };
      current = mended.repair.tokens;
      read = mended.read;
      const { settled, lost: unread = [] } = mended.repair;
      const without = settled && attempt(settled, region.spec.rule, docOf);
      if (settled === undefined || without === undefined || without.failure !== undefined) continue;
      for (const token of unread) lose(token);
      current = settled;
      read = without;
    }
    return { read, stoppedAt: read.failure === undefined ? undefined : offsetOf(current, read.failure.at) };
  }

  /**
   * The first repair after which everything is read, else the first that completes the item, else the first that
   * leads clearly further.
   */
  function bestRepair(
    region: Region,
    tokens: readonly Token[],
    failure: Failure,
  ): { repair: Repair; read: Attempt } | undefined {
    let completing: { repair: Repair; read: Attempt } | undefined;
    let further: { repair: Repair; read: Attempt } | undefined;
    const from = offsetOf(tokens, failure.at);
    for (const repair of repairs(source, tokens, failure, region.spec.starters)) {
      const read = attempt(repair.tokens, region.spec.rule, docOf);
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

  function report(
    region: Region,
    tokens: readonly Token[],
    failure: Failure,
    repair: Repair | undefined,
    complete: boolean,
  ): void {
    const token = tokens[failure.at];
    const before = tokens[failure.at - 1];
    const end = before?.end ?? 0;
    let place: Place =
      token === undefined
        ? placeIn(source.name, { start: end, end })
        : placeIn(source.name, { start: token.startOffset, end: token.end });
    // What is to be inserted is missing after what stands before, not where the next line begins.
    const inserts = repair?.kind === "insert" || (repair?.kind === "separate" && repair.start === repair.end);
    if (inserts && token !== undefined && beginsLine(text, token)) {
      place = placeIn(source.name, { start: end, end });
    }
    const fix =
      repair?.fix === undefined ? undefined : { ...repair.fix, certain: repair.fix.certain && complete };
    problems.push({
      check: "syntax_error",
      place: repair !== undefined && isElsewhere(repair) ? span(repair) : place,
      facts: facts(),
    });

    /** Whether something else than the token that did not fit is to be mended: what stands before it, or more. */
    function isElsewhere({ kind, start, end }: Repair): boolean {
      return (
        kind === "quotes" ||
        kind === "habit" ||
        (end > start && token !== undefined && start < token.startOffset)
      );
    }

    function span({ start, end }: Repair): Place {
      return placeIn(source.name, { start, end });
    }

    function facts(): SyntaxErrorFacts {
      const found =
        repair !== undefined && isElsewhere(repair)
          ? repair.found
          : token === undefined
            ? ""
            : text.slice(token.startOffset, token.end);
      if (repair?.kind === "hyphen" && fix !== undefined) {
        return { kind: "hyphen in name", found: repair.found, meant: repair.meant, repair: fix };
      }
      if (repair?.habit !== undefined) {
        const { habit, meant, callee, positions } = repair.habit;
        const { construct } = failure;
        return {
          kind: "habit",
          habit,
          construct,
          found: repair.found,
          meant,
          callee,
          positions,
          repair: fix,
        };
      }
      if (repair?.kind === "reserved") return { kind: "reserved word", found, construct: failure.construct };
      if (repair?.kind === "operator" && before !== undefined) {
        const operand = text.slice(before.startOffset, before.end);
        return { kind: "missing operator", construct: failure.construct, before: operand, found };
      }
      if (repair?.kind === "separate") {
        return {
          kind: "missing separator",
          construct: (failure.lastItem ?? "").toLowerCase(),
          separator: repair.meant,
          before: before === undefined ? "" : text.slice(before.startOffset, before.end),
          found,
          instead: repair.end > repair.start,
          repair: fix,
        };
      }
      if (failure.leftOver && token !== undefined) {
        const elsewhere = Object.entries(bodySpecs).find(
          ([, spec]: [string, BodySpec]) =>
            spec !== region.spec && spec.starters.some((starter) => starter === found),
        );
        return {
          kind: "unknown item",
          construct: region.spec.rule,
          starters: region.spec.starters,
          trailing: failure.at > 0 && !beginsLine(text, token),
          found,
          meant:
            repair?.kind === "keyword" ? repair.meant : nearest(found, region.spec.starters, { limit: 1 })[0],
          belongs: elsewhere?.[0],
          repair: fix,
        };
      }
      const first = tokens[0];
      const begins =
        first !== undefined && onDifferentLines(text, first.startOffset, place.start)
          ? placeIn(source.name, { start: first.startOffset, end: first.end })
          : undefined;
      return {
        kind: "unexpected",
        construct: failure.construct,
        expected: failure.expected,
        found,
        begins,
        meant: repair?.kind === "keyword" ? repair.meant : undefined,
        repair: fix,
      };
    }
  }
}

/** The tokens without what stands in braces. */
function emptied(tokens: readonly Token[]): Token[] {
  let depth = 0;
  return tokens.filter((token) => {
    if (token.tokenType === sign["}"]) depth -= 1;
    const outside = depth <= 0;
    if (token.tokenType === sign["{"]) depth += 1;
    return outside;
  });
}

/** What stands between the brace at `start` and the one that closes it. */
function innerOf(tokens: readonly Token[], start: number): readonly Token[] {
  const from = tokens.findIndex((token) => token.startOffset === start && token.tokenType === sign["{"]);
  if (from < 0) return [];
  let depth = 0;
  for (let index = from; index < tokens.length; index += 1) {
    const type = tokens[index]?.tokenType;
    if (type === sign["{"]) depth += 1;
    else if (type === sign["}"]) {
      depth -= 1;
      if (depth === 0) return tokens.slice(from + 1, index);
    }
  }
  return tokens.slice(from + 1);
}
