/*
 * Reading a file that has mistakes in it. The text is read body by body and item by item; a body is cut into items
 * where a line begins with a word that may begin one. An item that does not fit is tried again as it may have been
 * meant (`mend.ts`), then with its inner bodies emptied, which are read on their own afterwards. So every mistake
 * is reported once, at its cause, and costs no more than its own item. A list of what is still to be read takes the
 * place of recursion.
 */
import { limits } from "../base/limits.ts";
import { placeIn, type Span } from "../base/place.ts";
import { attempt, type Attempt } from "./attempt.ts";
import { bodySpec, bodySpecs, isStarter, isWord, type BodySpec } from "./bodies.ts";
import type { OpenBody } from "./grammar/base.ts";
import { beginsLine, indentation } from "./layout.ts";
import { readMending, type Quiet, type Reading } from "./mend.ts";
import { problemOf } from "./mistake.ts";
import type { SyntaxProblem } from "./problems.ts";
import { sign, TextToken, Token } from "./tokens.ts";
import type { Node, NumberLiteral } from "./tree.ts";

export interface Recovered {
  readonly items: readonly Node[];
  readonly problems: readonly SyntaxProblem[];
  readonly unwhole: readonly NumberLiteral[];
  /** Stretches of the text of which it has been said what is meant by all of it. */
  readonly explained: readonly Span[];
  /** Names that stand in what could not be read: not knowing them is no mistake of the modeller's. */
  readonly lost: ReadonlySet<string>;
}

/** A stretch of tokens between braces, and the list its items go to. */
interface Region {
  readonly tokens: readonly Token[];
  readonly spec: BodySpec;
  readonly items: Node[];
  /** The name of the system in whose body it stands. */
  readonly system: string | undefined;
}

/** After so many things that do not fit the rest of a text is given up. */
const mostFailures = 1000;

/** From so many tokens on a stretch is cut within a line, too: what is mended is read again and again. */
const longStretch = 200;

export function recover(reading: Reading, tokens: readonly Token[], mostProblems: number): Recovered {
  const { source, docOf } = reading;
  const { text } = source;
  const items: Node[] = [];
  const problems: SyntaxProblem[] = [];
  const unwhole: NumberLiteral[] = [];
  const lost = new Set<string>();
  const explained: Span[] = [];
  let failures = 0;
  const pending: Region[] = [{ tokens, spec: bodySpecs.ModelFile, items, system: undefined }];

  for (let region = pending.pop(); region !== undefined; region = pending.pop()) readRegion(region);
  return { items, problems, unwhole, explained, lost };

  /** Whether more is wrong than anybody wants to read, or than is worth the time. */
  function hasEnough(): boolean {
    return problems.length > mostProblems || failures > mostFailures;
  }

  function readRegion(region: Region): void {
    let from = 0;
    while (from < region.tokens.length && !hasEnough()) {
      const end = nextItem(region, from + 1, true);
      readItems(region, region.tokens.slice(from, end));
      from = end;
    }
    for (const token of region.tokens.slice(from)) lose(token);
  }

  /**
   * Index of the next token at which an item begins: with `lines`, at the beginning of a line, or after a long stretch;
   * otherwise also within a line, but there only where a word of the language says so. Behind something that could not be
   * read, a word begins one too that stands as far to the left as the item did.
   */
  function nextItem({ tokens, spec }: Region, from: number, lines: boolean): number {
    let depth = 0;
    let parentheses = 0;
    for (let index = from - 1; index < tokens.length; index += 1) {
      const token = tokens[index];
      if (token === undefined) break;
      const mayBegin =
        beginsLine(text, token) || (lines ? index - from > longStretch : isStarter(spec, token.image));
      const isBeginning = mayBegin && (begins(tokens, index, spec) || (!lines && isAligned(tokens, index)));
      if (index >= from && depth === 0 && isBeginning) {
        if (parentheses === 0 || !mayBeName(tokens, index)) return index;
      }
      if (token.tokenType === sign["{"]) depth += 1;
      else if (token.tokenType === sign["}"]) depth -= 1;
      else if (token.tokenType === sign["("]) parentheses += 1;
      else if (token.tokenType === sign[")"]) parentheses -= 1;
    }
    return tokens.length;
  }

  /** Whether a word stands at the beginning of a line, as far to the left as the first of the tokens. */
  function isAligned(tokens: readonly Token[], index: number): boolean {
    const [first, token] = [tokens[0], tokens[index]];
    if (first === undefined || token === undefined || !isWord(token) || !beginsLine(text, token))
      return false;
    return indentation(text, token.startOffset) <= indentation(text, first.startOffset);
  }

  function begins(tokens: readonly Token[], index: number, spec: BodySpec): boolean {
    const token = tokens[index];
    if (token === undefined) return false;
    return isStarter(spec, token.image) || spec.begins?.(tokens, index) === true;
  }

  /** Reads a few items that stand together; after a mistake goes on at the next item, on the same line too. */
  function readItems(region: Region, segment: readonly Token[]): void {
    let rest = segment;
    let quiet: Quiet = { from: 0, until: 0 };
    while (rest.length > 0) {
      if (hasEnough()) {
        for (const token of rest) lose(token);
        return;
      }
      const whole = attempt(rest, region.spec.rule, docOf);
      if (whole.failure === undefined) return keep(region, whole);
      const hollow = emptied(rest);
      const mended = readMending(reading, hollow, region, quiet);
      const { read, mistakes, stoppedAt, lost: unread } = mended;
      quiet = mended.quiet;
      failures += mended.failures;
      for (const mistake of mistakes) {
        const problem = problemOf(source, region.spec, mistake);
        problems.push(problem);
        if (/^(habit|hyphen)$/.test(mistake.repair?.kind ?? "")) explained.push(problem.place);
      }
      for (const token of unread) lose(token);
      keep(region, read);
      for (const body of read.bodies) {
        const spec = bodySpec(body.kind);
        const inner = innerOf(rest, body.start);
        if (spec !== undefined && inner.length > 0) {
          const system = systemOf(body, read.items) ?? region.system;
          pending.push({ tokens: inner, spec, items: body.items, system });
        }
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
    for (const item of read.items) region.items.push(item);
    for (const node of read.unwhole) unwhole.push(node);
    if (read.tooDeepAt !== undefined) {
      problems.push({
        check: "too_deep",
        place: placeIn(source.name, { start: read.tooDeepAt, end: read.tooDeepAt + 1 }),
        facts: { what: "signs in a row", limit: limits.nesting },
      });
    }
  }
}

/** In an open parenthesis the words that begin items are names of parameters and values, too. */
export function mayBeName(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1]?.tokenType;
  return next === sign[":"] || next === sign[","] || next === sign[")"] || next === TextToken;
}

/** The name of the system whose body this is. */
function systemOf(body: OpenBody, items: readonly Node[]): string | undefined {
  for (const item of items) {
    if (!("body" in item) || item.body !== body) continue;
    const path = item.kind === "System" ? item.name : item.kind === "Extend" ? item.target : undefined;
    if (path?.kind === "Name") return path.text;
    return path?.kind === "NamePath" ? path.names.at(-1)?.text : undefined;
  }
  return undefined;
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
