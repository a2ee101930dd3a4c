/*
 * A text while it is being written. Its declarations are read one by one, and there is room behind each: spaces at the end
 * of its last line. So a change in one of them moves none of the others, and what is known of these stays true. Lines
 * and columns are those of the text itself; only offsets are others.
 */
import type { Span } from "../base/place.ts";
import type { Source } from "../base/source.ts";
import { limits } from "../base/limits.ts";
import { later } from "../base/later.ts";
import { bodySpecs, isStarter } from "./bodies.ts";
import { beginsLine } from "./layout.ts";
import { parse, parseBehind, type Parsed } from "./parse.ts";
import type { SyntaxProblem } from "./problems.ts";
import { mayBeName } from "./recover.ts";
import { scan, type Comment } from "./scan.ts";
import { sign, type Token } from "./tokens.ts";
import type { FileItem, Header } from "./tree.ts";

export interface Manuscript {
  /** The text as it is written. */
  readonly written: string;
  /** The text with the room in it: what offsets refer to. */
  readonly source: Source;
  readonly parsed: () => Parsed;
  /** Undefined where the text does not fall into declarations: a brace or a text is not closed. */
  readonly parts: readonly Part[] | undefined;
}

/** One declaration or more, from the line after the one before to the end of its last line. */
interface Part {
  readonly written: string;
  /** So many spaces stand before its last line break. */
  readonly room: number;
  /** With this room. */
  readonly text: string;
  /** Of a text that begins with something else, the first part does not. */
  readonly beginsDeclaration: boolean;
  /** A parenthesis is open at its end. */
  readonly isOpen: boolean;
  /** Where it begins in the source. */
  readonly start: number;
  /** Read by itself; its offsets are those of the source. */
  readonly parsed: () => Parsed;
}

/** The room behind a declaration: that of a few clauses. */
const room = 240;

export function manuscript(source: Source): Manuscript {
  const pieces = piecesOf(source.text);
  return pieces === undefined ? plain(source) : assembled(source, laidOut(source.name, pieces, 0));
}

/** The manuscript after a change; parts of it that are the same before and after keep their offsets, and their trees. */
export function rewritten(last: Manuscript, text: string): Manuscript {
  const { name } = last.source;
  const source = { name, text };
  if (last.parts === undefined) return manuscript(source);
  const { parts } = last;
  const same = sameAtBegin(last.written, text);
  let [from, begin] = [0, 0];
  for (let part = parts[from]; part !== undefined; part = parts[from]) {
    const next = begin + part.written.length;
    // What follows the last one may belong to it.
    if (next > same || (part.room === 0 && next < text.length)) break;
    begin = next;
    from += 1;
  }
  const alike = sameAtEnd(last.written, text, begin);
  let [to, end] = [parts.length, text.length];
  for (let part = parts[to - 1]; part !== undefined && to > from; part = parts[to - 1]) {
    const start = end - part.written.length;
    // Behind another text what begins with no declaration would belong to it.
    if (text.length - start > alike || !part.beginsDeclaration) break;
    end = start;
    to -= 1;
  }
  // What begins with no declaration belongs to the one before, and what ends with none to the one behind.
  for (;;) {
    const middle = text.slice(begin, end);
    const pieces = middle === "" ? nothing : piecesOf(middle);
    if (pieces === undefined) return manuscript(source);
    const [before, behind] = [parts[from - 1], parts[to]];
    const joinsBefore = !pieces.beginsDeclaration || (before?.isOpen === true && mayGoOn.test(middle));
    const joinsBehind =
      !pieces.endsLine || (pieces.areOpen.at(-1) === true && mayGoOn.test(behind?.written ?? ""));
    if (joinsBefore && before !== undefined) {
      from -= 1;
      begin -= before.written.length;
    } else if (joinsBehind && behind !== undefined) {
      end += behind.written.length;
      to += 1;
    } else return assembled(source, replaced(name, parts, from, to, pieces));
  }
}

/** How many units two texts have in common at their beginnings. Texts are compared as wholes, which is the fastest. */
function sameAtBegin(one: string, other: string): number {
  let [low, high] = [0, Math.min(one.length, other.length)];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (one.slice(low, middle) === other.slice(low, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The same at their ends, behind the first `from` units of both. */
function sameAtEnd(one: string, other: string, from: number): number {
  let [low, high] = [0, Math.min(one.length, other.length) - from];
  const ends = (text: string, most: number, least: number): string =>
    text.slice(text.length - most, text.length - least);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (ends(one, middle, low) === ends(other, middle, low)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The parts with new ones in the place of those from `from` on and before `to`. */
function replaced(
  name: string,
  parts: readonly Part[],
  from: number,
  to: number,
  pieces: Pieces,
): readonly Part[] {
  const [first, behind] = [parts[from], parts[to]];
  const start = first?.start ?? endOf(parts.at(-1));
  const before = parts.slice(0, from);
  const size = pieces.texts.reduce((sum, piece) => sum + piece.length, 0);
  if (behind === undefined) return [...before, ...laidOut(name, pieces, start)];
  const left = behind.start - start - size;
  const last = before.at(-1);
  if (pieces.texts.length === 0 && last !== undefined) {
    return [
      ...before.slice(0, -1),
      { ...last, ...roomIn(last.written, last.room + left) },
      ...parts.slice(to),
    ];
  }
  if (pieces.texts.length > 0 && left >= pieces.texts.length) {
    return [...before, ...laidOut(name, pieces, start, left), ...parts.slice(to)];
  }
  const middle = laidOut(name, pieces, start);
  let next = middle.length === 0 ? start : endOf(middle.at(-1));
  const moved = parts.slice(to).map((part) => {
    const again = placed(name, part.written, part.room, next, part);
    next = endOf(again);
    return again;
  });
  return [...before, ...middle, ...moved];
}

/** Places pieces one behind the other; those before the last have the usual room, the last `left` what is left of it. */
function laidOut(
  name: string,
  { texts, endsLine, beginsDeclaration, areOpen }: Pieces,
  start: number,
  left?: number,
): readonly Part[] {
  let next = start;
  return texts.map((piece, index) => {
    const isLast = index === texts.length - 1;
    const others = Math.min(room, Math.floor((left ?? Infinity) / texts.length));
    const own = !isLast ? others : !endsLine ? 0 : left === undefined ? room : left - others * index;
    const ends = {
      beginsDeclaration: index > 0 || beginsDeclaration,
      isOpen: areOpen[index] === true,
    };
    const part = placed(name, piece, own, next, ends);
    next = endOf(part);
    return part;
  });
}

function placed(
  name: string,
  written: string,
  room: number,
  start: number,
  { beginsDeclaration, isOpen }: Pick<Part, "beginsDeclaration" | "isOpen">,
): Part {
  const { text } = roomIn(written, room);
  return {
    written,
    room,
    text,
    start,
    beginsDeclaration,
    isOpen,
    parsed: later(() => moved((start === 0 ? parse : parseBehind)({ name, text }), start)),
  };
}

function roomIn(written: string, room: number): Pick<Part, "room" | "text"> {
  return { room, text: spaced(written, room) };
}

function endOf(part: Part | undefined): number {
  return part === undefined ? 0 : part.start + part.written.length + part.room;
}

function spaced(written: string, room: number): string {
  if (room === 0) return written;
  const at = written.endsWith("\r\n") ? written.length - 2 : written.length - 1;
  return written.slice(0, at) + " ".repeat(room) + written.slice(at);
}

/** Plain data with all offsets moved. */
function moved<Data>(data: Data, by: number): Data {
  return by === 0 ? data : (movedAny(data, by) as Data);
}

function movedAny(data: unknown, by: number): unknown {
  if (typeof data !== "object" || data === null) return data;
  if (Array.isArray(data)) return data.map((each) => movedAny(each, by));
  if (data instanceof Set) return data;
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(data)) {
    if ((key === "start" || key === "end") && typeof value === "number") copy[key] = value + by;
    else if (key === "positions" && Array.isArray(value)) copy[key] = value.map((each: number) => each + by);
    else copy[key] = movedAny(value, by);
  }
  return copy;
}

function plain(source: Source): Manuscript {
  return { written: source.text, source, parsed: later(() => parse(source)), parts: undefined };
}

function assembled(written: Source, parts: readonly Part[]): Manuscript {
  const text = parts.map((part) => part.text).join("");
  const source = { name: written.name, text };
  if (text.length > limits.fileSize) return plain(written);
  const parsed = joined(source, parts);
  if (parsed === undefined) return plain(written);
  return { written: written.text, source, parsed: () => parsed, parts };
}

/** What the parts are together; undefined if they are something else than the text as a whole. */
function joined(source: Source, parts: readonly Part[]): Parsed | undefined {
  const items: FileItem[] = [];
  const comments: Comment[] = [];
  const problems: SyntaxProblem[] = [];
  const lost = new Set<string>();
  const unread: Span[] = [];
  let header: Header | undefined;
  for (const [index, part] of parts.entries()) {
    const parsed = part.parsed();
    // One header alone stands at the top.
    if (index === 0) header = parsed.tree.header;
    else if (parsed.tree.header !== undefined) return undefined;
    for (const item of parsed.tree.items) items.push(item);
    for (const comment of parsed.comments) comments.push(comment);
    for (const problem of parsed.problems) problems.push(problem);
    for (const name of parsed.lost) lost.add(name);
    for (const line of parsed.unread) unread.push(line);
  }
  // What is hidden may turn around what follows it.
  const wide = /^(hidden_character|too_many|too_large|too_deep)$/;
  if (problems.length > limits.syntaxProblems || problems.some(({ check }) => wide.test(check)))
    return undefined;
  const tree = { kind: "ModelFile", start: 0, end: source.text.length, header, items } as const;
  return { source, tree, comments, problems, lost, unread };
}

interface Pieces {
  readonly texts: readonly string[];
  /** Whether the first begins with a word that begins declarations. */
  readonly beginsDeclaration: boolean;
  /** Of each, whether a parenthesis is open at its end. */
  readonly areOpen: readonly boolean[];
  /** Whether there is room at the end of the last: a line break, and no comment before it. */
  readonly endsLine: boolean;
}

const nothing: Pieces = { texts: [], beginsDeclaration: true, areOpen: [], endsLine: true };

/** Behind an open parenthesis this may be a name among its parameters, and no beginning (`mayBeName`). */
const mayGoOn = /^(?:\s|\/\/[^\n]*\n|\/\*[^]*?\*\/)*\p{L}+\s*[":,)]/u;

/** A text at the ends of lines behind declarations; undefined if it leaves something open. */
function piecesOf(text: string): Pieces | undefined {
  const { tokens, comments, problems } = scan({ name: "", text });
  const isOpen = problems.some(
    ({ check, facts }) =>
      check === "syntax_error" && (facts.kind === "unclosed comment" || facts.kind === "unclosed text"),
  );
  if (isOpen) return undefined;
  const inComment = new Set(comments.map(({ end }) => end));
  const pieces: string[] = [];
  const areOpen: boolean[] = [];
  let depth = 0;
  let parentheses = 0;
  let from = 0;
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    const isFree = depth === 0 && (parentheses === 0 || !mayBeName(tokens, index));
    if (isFree && before !== undefined && begins(token)) {
      const end = lineEnd(before);
      if (end !== undefined && end <= token.startOffset) {
        pieces.push(text.slice(from, end));
        areOpen.push(parentheses !== 0);
        from = end;
        parentheses = 0;
      }
    }
    if (token.tokenType === sign["{"]) depth += 1;
    else if (token.tokenType === sign["}"]) depth -= 1;
    else if (token.tokenType === sign["("]) parentheses += 1;
    else if (token.tokenType === sign[")"]) parentheses -= 1;
    if (depth < 0) return undefined;
  }
  if (depth !== 0) return undefined;
  pieces.push(text.slice(from));
  areOpen.push(parentheses !== 0);
  const [first, last] = [tokens[0], tokens.at(-1)];
  return {
    texts: pieces,
    areOpen,
    beginsDeclaration: first !== undefined && begins(first),
    endsLine: last !== undefined && lineEnd(last) === text.length,
  };

  function begins(token: Token): boolean {
    return beginsLine(text, token) && isStarter(bodySpecs.ModelFile, token.image);
  }

  /** Where the line ends on which a token stands, if nothing but spaces follows it there. */
  function lineEnd({ end }: Token): number | undefined {
    const rest = /[ \t]*(?:\r\n|\n)/y;
    rest.lastIndex = end;
    return rest.test(text) && !inComment.has(end) ? rest.lastIndex : undefined;
  }
}
