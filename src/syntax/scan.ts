/*
 * Text -> tokens and comments. A scanner of our own that feeds Chevrotain: it reads names by pinned Unicode
 * tables, knows the signs that word processors and full-width keyboards write instead of ours, and reports them
 * while it goes on with what is meant. Invariant: between tokens and comments there is only white space,
 * but for what a problem was reported on.
 */
import type { TokenType } from "chevrotain";
import { limits } from "../base/limits.ts";
import { placeIn, type Place, type Span } from "../base/place.ts";
import type { Source } from "../base/source.ts";
import {
  continuesName,
  foreignPairs,
  foreignQuotes,
  foreignSigns,
  isDigit,
  isInvisible,
  startsName,
} from "./characters.ts";
import { findHidden } from "./hidden.ts";
import type { ForeignSign, SyntaxProblem, UnknownSign } from "./problems.ts";
import {
  apostropheInName,
  arrowMeant,
  endOfName,
  foreignByLine,
  foreignCommentAt,
  unknownByLine,
} from "./scan-signs.ts";
import { readText } from "./scan-text.ts";
import {
  keyword,
  NumberToken,
  PlainName,
  sign,
  TextToken,
  Token,
  wordTypes,
  type Keyword,
  type Sign,
} from "./tokens.ts";

/** A comment; `doc` are the lines that begin with exactly three slashes. */
export interface Comment extends Span {
  readonly kind: "line" | "block" | "doc";
}

export interface Scanned {
  readonly tokens: readonly Token[];
  readonly comments: readonly Comment[];
  readonly problems: readonly SyntaxProblem[];
  /** Offsets before which tokens were left out, since they are nested too deep. */
  readonly gaps: ReadonlySet<number>;
}

/** Takes a stretch of whole declarations; `comments` are all so far. */
export type TakeTokens = (tokens: Token[], comments: readonly Comment[]) => void;

/** So many tokens at least are handed on together. */
const stretch = 4096;

interface KnownWord {
  readonly written: string;
  /** In NFC. */
  readonly name: string;
  readonly type: TokenType;
}

const single: readonly (Sign | undefined)[] = Array.from({ length: 128 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  return Object.hasOwn(sign, character) ? (character as Sign) : undefined;
});

const signTypes: ReadonlyMap<string, TokenType> = new Map(Object.entries(sign));

const double: ReadonlyMap<string, Sign> = new Map(
  (Object.keys(sign) as Sign[])
    .filter((spelling) => spelling.length === 2)
    .map((spelling) => [spelling, spelling]),
);

/** The signs that a sign of two may begin with, ours or a foreign one. */
const pairBeginnings = new Set([...double.keys(), ...foreignPairs.keys()].map((pair) => pair.charCodeAt(0)));
const beginsPair: readonly boolean[] = Array.from({ length: 128 }, (_, unit) => pairBeginnings.has(unit));

const nonAscii = /[^\0-\x7f]/;

/** Scans a text into one list of tokens. Never throws; every problem has its place. */
export function scan(source: Source): Scanned {
  const tokens: Token[] = [];
  const scanned = scanInStretches(source, (part) => {
    for (const token of part) tokens.push(token);
  });
  return { tokens, ...scanned };
}

/**
 * Scans a text and hands on its tokens a few declarations at a time, so that those of a large file need not all be
 * there at once. With `reuse` the tokens of one stretch become those of the next: then `take` may keep none.
 * Never throws.
 */
export function scanInStretches(source: Source, take: TakeTokens, reuse = false): Omit<Scanned, "tokens"> {
  const { text } = source;
  let tokens: Token[] = [];
  /** The tokens of the first stretch, for the next ones to be written over. */
  const pool: Token[] = [];
  const comments: Comment[] = [];
  const problems: SyntaxProblem[] = [];
  const foreign: ForeignSign[] = [];
  const unknown: UnknownSign[] = [];
  /**
   * Words met before, by a hash of what is written: one string for each word, and none made to look it up. Of two
   * words with one hash only the later is known.
   */
  const words = new Map<number, KnownWord>();
  const place = (start: number, end: number): Place => placeIn(source.name, { start, end });
  let offset = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let doc = -1;
  let depth = 0;
  let tooDeepFrom = -1;
  let signsInARow = 0;
  let dropping = false;
  /** The token that comes next stands behind a sign that means nothing, or is only half of what was meant. */
  let unfit = false;
  const gaps = new Set<number>();

  function push(type: TokenType, image: string, start: number, end: number, docBefore: number): void {
    doc = -1;
    const isPrefix = type === sign["-"] || type === keyword.not;
    signsInARow = isPrefix ? signsInARow + 1 : 0;
    if (signsInARow > limits.nesting) {
      if (signsInARow === limits.nesting + 1)
        problems.push({
          check: "too_deep",
          place: place(start, end),
          facts: { what: "signs in a row", limit: limits.nesting },
        });
      return;
    }
    if (depth > limits.nesting) {
      dropping = true;
      return;
    }
    if (dropping || unfit) {
      // The parser will stumble over this one: what should stand before it has been left out.
      dropping = false;
      unfit = false;
      gaps.add(start);
    }
    const used = pool[tokens.length];
    if (used === undefined) {
      const token = new Token(type, image, start, end, docBefore);
      tokens.push(token);
      if (reuse) pool.push(token);
    } else {
      used.become(type, image, start, end, docBefore);
      tokens.push(used);
    }
  }

  function pushSign(spelling: Sign | Keyword, start: number, end: number): void {
    const type = signTypes.get(spelling) ?? keyword[spelling as Keyword];
    if (spelling === "{" || spelling === "(") {
      depth += 1;
      if (depth > limits.nesting && tooDeepFrom < 0) {
        tooDeepFrom = start;
        problems.push({
          check: "too_deep",
          place: place(start, end),
          facts: { what: "brackets", limit: limits.nesting },
        });
      }
      push(type, spelling, start, end, doc);
    } else if (spelling === "}" || spelling === ")") {
      push(type, spelling, start, end, doc);
      depth = Math.max(0, depth - 1);
      // After a body at the top of the file a declaration is over.
      if (depth === 0 && spelling === "}" && tokens.length >= stretch) {
        take(tokens, comments);
        tokens = [];
      }
    } else {
      push(type, spelling, start, end, doc);
    }
  }

  function readForeign(found: string, meant: string): void {
    const end = offset + found.length;
    foreign.push({ found, meant, place: place(offset, end) });
    if (meant !== "" && meant !== " ") pushSign(meant as Sign | Keyword, offset, end);
    offset = end;
  }

  /** Joiners and variation selectors may stand in texts, so `findHidden` passes over them; here they may not. */
  function reportJoiner(point: number, size: number): void {
    if (!/[\u200c\u200d\ufe00-\ufe0f]/.test(String.fromCodePoint(point))) return;
    const edits = [{ place: place(offset, offset + size), text: "" }];
    problems.push({
      check: "hidden_character",
      place: place(offset, offset + size),
      facts: { characters: [point], where: "code", repair: { title: "remove it", certain: true, edits } },
    });
  }

  /** `units`: how many the first character of the name takes. */
  function readName(units = 1): void {
    const start = offset;
    let hidden = false;
    let hash = text.charCodeAt(start);
    offset += units;
    for (;;) {
      const unit = text.charCodeAt(offset);
      if (
        (unit >= 97 && unit <= 122) ||
        unit === 95 ||
        (unit >= 65 && unit <= 90) ||
        (unit >= 48 && unit <= 57)
      ) {
        hash = (Math.imul(hash, 31) + unit) | 0;
        offset += 1;
      } else if (unit >= 128) {
        hash = (Math.imul(hash, 31) + unit) | 0;
        const point = text.codePointAt(offset) ?? unit;
        const size = point > 0xffff ? 2 : 1;
        if (!continuesName(point)) {
          // A name goes on behind something invisible that has come in between.
          if (!isInvisible(point) || !continuesName(text.codePointAt(offset + size) ?? 0)) break;
          reportJoiner(point, size);
          hidden = true;
        }
        offset += size;
      } else break;
    }
    let word = words.get(hash);
    if (
      word === undefined ||
      word.written.length !== offset - start ||
      !text.startsWith(word.written, start)
    ) {
      word = knownWord(start, hidden);
      words.set(hash, word);
    }
    push(word.type, word.name, start, offset, doc);
  }

  /** The word from `start` to here, when it is met for the first time. */
  function knownWord(start: number, hidden: boolean): KnownWord {
    const written = text.slice(start, offset);
    const seen = hidden
      ? [...written].filter((character) => !isInvisible(character.codePointAt(0) ?? 0)).join("")
      : written;
    const name = nonAscii.test(seen) ? seen.normalize("NFC") : seen;
    if (name.length > limits.nameLength)
      problems.push({
        check: "too_large",
        place: place(start, offset),
        facts: { what: "name", size: name.length, limit: limits.nameLength },
      });
    return { written, name, type: wordTypes.get(name) ?? PlainName };
  }

  function readNumber(): void {
    const start = offset;
    const digits = (): void => {
      while (isDigit(text.charCodeAt(offset)) || text.charCodeAt(offset) === 95) offset += 1;
    };
    digits();
    if (text.charCodeAt(offset) === 46 && isDigit(text.charCodeAt(offset + 1))) {
      offset += 1;
      digits();
    }
    const written = text.slice(start, offset);
    if (written.length > limits.numberLength) {
      problems.push({
        check: "too_large",
        place: place(start, offset),
        facts: { what: "number", size: written.length, limit: limits.numberLength },
      });
    } else if (/__|_$|_\.|\._/.test(written) || !Number.isFinite(Number(written.replaceAll("_", "")))) {
      problems.push({
        check: "syntax_error",
        place: place(start, offset),
        facts: { kind: "malformed number", found: written },
      });
    }
    const next = text.codePointAt(offset) ?? 0;
    // `2nd_house` may have been meant for a name.
    if (startsName(next)) unfit = true;
    push(NumberToken, written, start, offset, doc);
    if (startsName(next)) {
      const end = endOfName(text, offset);
      const name = text.slice(offset, end);
      const known = wordTypes.has(name);
      problems.push({
        check: "syntax_error",
        place: place(start, end),
        facts: {
          kind: "number into name",
          number: written,
          name,
          ...(known && {
            repair: {
              title: `put a space between \`${written}\` and \`${name}\``,
              certain: true,
              edits: [{ place: place(offset, offset), text: " " }],
            },
          }),
        },
      });
      // `3steps` goes on as `3 steps`; `1e5` and `3x` go on as the number alone.
      if (!known) offset = end;
    }
  }

  function readComment(): void {
    const start = offset;
    if (text.charCodeAt(offset + 1) === 47) {
      const isDoc = text.charCodeAt(offset + 2) === 47 && text.charCodeAt(offset + 3) !== 47;
      while (offset < text.length) {
        const unit = text.charCodeAt(offset);
        if (unit === 10 || unit === 13) break;
        offset += 1;
      }
      if (isDoc && doc < 0) doc = comments.length;
      comments.push({ kind: isDoc ? "doc" : "line", start, end: offset });
      return;
    }
    const close = text.indexOf("*/", offset + 2);
    offset = close < 0 ? text.length : close + 2;
    if (close < 0)
      problems.push({
        check: "syntax_error",
        place: place(start, start + 2),
        facts: { kind: "unclosed comment" },
      });
    comments.push({ kind: "block", start, end: offset });
  }

  /** `'…'`, `“…”` and the like, if closed on the same line. */
  function readForeignQuotes(closers: string): boolean {
    const opener = text.charAt(offset);
    let end = offset + 1;
    while (end < text.length && !closers.includes(text.charAt(end))) {
      const unit = text.charCodeAt(end);
      if (unit === 10 || unit === 13) return false;
      end += 1;
    }
    if (end >= text.length) return false;
    foreign.push({ found: opener, meant: '"', place: place(offset, offset + 1) });
    if (text.charAt(end) !== '"')
      foreign.push({ found: text.charAt(end), meant: '"', place: place(end, end + 1) });
    push(TextToken, text.slice(offset + 1, end), offset, end + 1, doc);
    offset = end + 1;
    return true;
  }

  function readOther(): void {
    const point = text.codePointAt(offset) ?? 0;
    const character = String.fromCodePoint(point);
    if (startsName(point)) return readName(character.length);
    const meant = foreignSigns.get(character);
    // `–>`: a word processor has made a dash of the hyphen.
    if (meant === "-" && text.charAt(offset + character.length) === ">")
      return readForeign(`${character}>`, "->");
    if (meant !== undefined) return readForeign(character, meant);
    if (/['’]/.test(character) && readApostrophe()) return;
    if (character === "#" && readForeignComment()) return;
    const closers = foreignQuotes.get(character);
    if (closers !== undefined && readForeignQuotes(closers)) return;
    if (point >= 0xff10 && point <= 0xff19) {
      let end = offset;
      while (text.charCodeAt(end) >= 0xff10 && text.charCodeAt(end) <= 0xff19) end += 1;
      const found = text.slice(offset, end);
      const digits = [...found].map((digit) => String(digit.charCodeAt(0) - 0xff10)).join("");
      foreign.push({ found, meant: digits, place: place(offset, end) });
      push(NumberToken, digits, offset, end, doc);
      offset = end;
      return;
    }
    if (isInvisible(point)) reportJoiner(point, character.length);
    else unknown.push({ found: character, place: place(offset, offset + character.length) });
    offset += character.length;
    unfit = true;
  }

  /** `people's_choice`: an apostrophe in a name. */
  function readApostrophe(): boolean {
    const before = tokens.at(-1);
    if (before?.tokenType !== PlainName || before.end !== offset) return false;
    const end = endOfName(text, offset + 1);
    if (end === offset + 1) return false;
    const { startOffset: start } = before;
    const meant = before.image + text.slice(offset + 1, end).normalize("NFC");
    problems.push(apostropheInName(source, { start, end }, meant));
    before.become(PlainName, meant, start, end, before.doc);
    offset = end;
    return true;
  }

  /** `# a comment`, `<!-- a comment -->` */
  function readForeignComment(): boolean {
    const found = foreignCommentAt(source, offset);
    if (found === undefined) return false;
    problems.push(found.problem);
    comments.push({ kind: "line", start: offset, end: found.end });
    offset = found.end;
    return true;
  }

  while (offset < text.length) {
    const unit = text.charCodeAt(offset);
    if (unit === 32 || unit === 10 || unit === 13 || unit === 9) {
      offset += 1;
    } else if ((unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || unit === 95) {
      readName();
    } else if (isDigit(unit)) {
      readNumber();
    } else if (unit === 34) {
      const read = readText(source, offset);
      for (const problem of read.problems) problems.push(problem);
      push(TextToken, read.value, offset, read.end, doc);
      offset = read.end;
    } else if (unit === 47 && (text.charCodeAt(offset + 1) === 47 || text.charCodeAt(offset + 1) === 42)) {
      readComment();
    } else {
      const one = single[unit];
      const pair = one === undefined || beginsPair[unit] === true ? text.slice(offset, offset + 2) : "";
      if (pair === "<!" && readForeignComment()) continue;
      const two = double.get(pair);
      const meant =
        two !== undefined ? undefined : pair === "=>" ? arrowMeant(text, offset) : foreignPairs.get(pair);
      if (two !== undefined) {
        pushSign(two, offset, offset + 2);
        offset += 2;
      } else if (meant !== undefined) readForeign(pair, meant);
      else if (one !== undefined) {
        pushSign(one, offset, offset + 1);
        offset += 1;
      } else readOther();
    }
  }
  take(tokens, comments);
  problems.push(
    ...findHidden(source, comments),
    ...foreignByLine(source, foreign),
    ...unknownByLine(source, unknown),
  );
  return { comments, problems, gaps };
}
