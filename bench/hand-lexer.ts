/*
 * The scanner of the yardstick: one token at a time, no token objects, no recovery. It accepts the same texts as
 * `src/syntax/scan.ts` for ASCII names, and any letter beyond ASCII in names.
 */
import type { Comment } from "../src/syntax/scan.ts";

export type TokenKind = "word" | "number" | "text" | "sign" | "end";

export interface Lexer {
  readonly text: string;
  readonly comments: Comment[];
  kind: TokenKind;
  /** What the token says: a word, a sign, the value of a text, the digits of a number. */
  value: string;
  start: number;
  end: number;
  /** The end of the token before. */
  last: number;
  /** Index of the first doc comment before the token, or -1. */
  doc: number;
  offset: number;
}

export class SyntaxFailure extends Error {}

export function createLexer(text: string): Lexer {
  const lexer: Lexer = {
    text,
    comments: [],
    kind: "end",
    value: "",
    start: 0,
    end: 0,
    last: 0,
    doc: -1,
    offset: text.charCodeAt(0) === 0xfeff ? 1 : 0,
  };
  advance(lexer);
  return lexer;
}

export function fail(lexer: Lexer, wanted: string): never {
  throw new SyntaxFailure(`${wanted} expected at ${lexer.start}, found ${lexer.value}`);
}

const pairs: ReadonlySet<string> = new Set(["->", ":=", "..", "!=", "<=", ">="]);

export function advance(lexer: Lexer): void {
  const { text } = lexer;
  lexer.last = lexer.end;
  lexer.doc = -1;
  let offset = lexer.offset;
  for (;;) {
    const unit = text.charCodeAt(offset);
    if (unit === 32 || unit === 10 || unit === 13 || unit === 9) offset += 1;
    else if (unit === 47 && text.charCodeAt(offset + 1) === 47) {
      const start = offset;
      while (offset < text.length && text.charCodeAt(offset) !== 10 && text.charCodeAt(offset) !== 13)
        offset += 1;
      const doc = text.charCodeAt(start + 2) === 47 && text.charCodeAt(start + 3) !== 47;
      if (doc && lexer.doc < 0) lexer.doc = lexer.comments.length;
      lexer.comments.push({ kind: doc ? "doc" : "line", start, end: offset });
    } else if (unit === 47 && text.charCodeAt(offset + 1) === 42) {
      const close = text.indexOf("*/", offset + 2);
      if (close < 0) throw new SyntaxFailure("unclosed comment");
      lexer.comments.push({ kind: "block", start: offset, end: close + 2 });
      offset = close + 2;
    } else break;
  }
  lexer.start = offset;
  const unit = text.charCodeAt(offset);
  if (offset >= text.length) {
    lexer.kind = "end";
    lexer.value = "";
  } else if (isNameStart(unit)) {
    let ascii = true;
    for (let next = unit; isNameStart(next) || isDigit(next); next = text.charCodeAt(offset)) {
      if (next >= 128) ascii = false;
      offset += 1;
    }
    lexer.kind = "word";
    lexer.value = text.slice(lexer.start, offset);
    if (!ascii) lexer.value = lexer.value.normalize("NFC");
  } else if (isDigit(unit)) {
    while (isDigit(text.charCodeAt(offset)) || text.charCodeAt(offset) === 95) offset += 1;
    if (text.charCodeAt(offset) === 46 && isDigit(text.charCodeAt(offset + 1))) {
      offset += 1;
      while (isDigit(text.charCodeAt(offset)) || text.charCodeAt(offset) === 95) offset += 1;
    }
    lexer.kind = "number";
    lexer.value = text.slice(lexer.start, offset);
  } else if (unit === 34) {
    offset += 1;
    let plain = true;
    while (text.charCodeAt(offset) !== 34) {
      if (offset >= text.length) throw new SyntaxFailure("unclosed text");
      if (text.charCodeAt(offset) === 92) {
        plain = false;
        offset += 1;
      }
      offset += 1;
    }
    const inner = text.slice(lexer.start + 1, offset);
    offset += 1;
    lexer.kind = "text";
    const said = plain ? inner : unescaped(inner);
    lexer.value = said.includes("\r") ? said.replace(/\r\n?/g, "\n") : said;
  } else {
    const next = text.charCodeAt(offset + 1);
    // The second signs of two: `>`, `=` and `.`.
    const pair = next === 62 || next === 61 || next === 46 ? text.slice(offset, offset + 2) : "";
    lexer.kind = "sign";
    lexer.value = pairs.has(pair) ? pair : text.charAt(offset);
    offset += lexer.value.length;
  }
  lexer.end = offset;
  lexer.offset = offset;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function isNameStart(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || unit === 95 || unit >= 128;
}

function unescaped(inner: string): string {
  return inner.replace(
    /\\(?:u\{([0-9a-fA-F]+)\}|(.))/g,
    (_, point: string | undefined, sign: string | undefined) => {
      if (point !== undefined) return String.fromCodePoint(Number.parseInt(point, 16));
      if (sign === "n") return "\n";
      return sign === "t" ? "\t" : (sign ?? "");
    },
  );
}

/** The word or sign `ahead` tokens after the current one, without moving. */
export function peek(lexer: Lexer, ahead: number): string {
  const { kind, value, start, end, last, doc, offset } = lexer;
  const comments = lexer.comments.length;
  for (let step = 0; step < ahead; step += 1) advance(lexer);
  const found = lexer.kind === "text" ? '"' : lexer.value;
  lexer.kind = kind;
  lexer.value = value;
  lexer.start = start;
  lexer.end = end;
  lexer.last = last;
  lexer.doc = doc;
  lexer.offset = offset;
  lexer.comments.length = comments;
  return found;
}
