import { placeIn } from "../base/place.ts";
import type { Source } from "../base/source.ts";
import { onDifferentLines } from "./layout.ts";
import type { SyntaxProblem } from "./problems.ts";

const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["\\", "\\"],
  ["n", "\n"],
  ["t", "\t"],
]);

export interface ReadText {
  readonly value: string;
  readonly end: number;
  readonly problems: readonly SyntaxProblem[];
}

/**
 * Reads the string literal that begins at `start`. A line break in it is `\n` whatever the file has.
 * One that is never closed ends with its line, so that the rest of the file is still read; so does one that would be
 * closed on another line by a mark that opens the next: `"Recht {` and then `"Politik"`.
 */
export function readText(source: Source, start: number): ReadText {
  const { text, name } = source;
  const problems: SyntaxProblem[] = [];
  const pieces: string[] = [];
  let from = start + 1;
  let offset = from;
  for (;;) {
    const unit = text.charCodeAt(offset);
    if (offset >= text.length) return unclosed(source, start);
    if (unit === 34) break;
    if (unit !== 92) {
      offset += 1;
      continue;
    }
    pieces.push(text.slice(from, offset));
    const rest = text.slice(offset + 1, offset + 14);
    const simple = escapes.get(rest.charAt(0));
    const point = /^u\{([0-9a-fA-F]{1,6})\}/.exec(rest);
    const value = point === null ? Number.NaN : Number.parseInt(point[1] ?? "", 16);
    const isCharacter = value <= 0x10ffff && !(value >= 0xd800 && value <= 0xdfff);
    if (simple !== undefined) {
      pieces.push(simple);
      offset += 2;
    } else if (point !== null && isCharacter) {
      pieces.push(String.fromCodePoint(value));
      offset += 1 + point[0].length;
    } else {
      const found = `\\${point === null ? String.fromCodePoint(rest.codePointAt(0) ?? 32) : point[0]}`;
      problems.push({
        check: "syntax_error",
        place: placeIn(name, { start: offset, end: Math.min(text.length, offset + found.length) }),
        facts: { kind: "unknown escape", found },
      });
      // The sign after the backslash is passed over, a quotation mark at the very end is not.
      offset += rest === "" ? 1 : found.length;
    }
    from = offset;
  }
  if (opensAnother(text, offset) && onDifferentLines(text, start, offset)) return unclosed(source, start);
  pieces.push(text.slice(from, offset));
  return { value: pieces.join("").replace(/\r\n?/g, "\n"), end: offset + 1, problems };
}

/** Whether a quotation mark stands where texts begin: right before something that follows no text without a space. */
function opensAnother(text: string, mark: number): boolean {
  return /^[^\s(){},:;]/u.test(text.slice(mark + 1, mark + 3));
}

/** So far from the end of a line, or from the mark, is looked: patterns must not meet a line of any length. */
const sight = 300;

/** What can hardly be a part of a text that is not closed: how the line goes on after a label or a unit. */
function afterText(text: string, start: number, line: string): string {
  const before = text.slice(Math.max(text.lastIndexOf("\n", start) + 1, start - sight), start);
  const end = line.slice(1).slice(-sight);
  const tails = [
    /\s+(?:between\s+\S+\s+and\s+\S+|like\s+\S+|within\s+\S+)\s*\{$/,
    ...(/\bnumber\b[^"]*$/.test(before) ? [/(?:\)|\s+=\s.*)$/] : []),
    /\s*[{}]$/,
  ];
  for (const tail of tails) {
    const found = tail.exec(end)?.[0];
    if (found !== undefined) return found;
  }
  return "";
}

function unclosed({ text, name }: Source, start: number): ReadText {
  let end = start + 1;
  while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end += 1;
  const line = text.slice(start, end).trimEnd();
  const last = start + line.length - afterText(text, start, line).length;
  return {
    value: text.slice(start + 1, last),
    end: last,
    problems: [
      {
        check: "syntax_error",
        place: placeIn(name, { start, end: start + 1 }),
        facts: {
          kind: "unclosed text",
          repair: {
            title: 'close the text with `"',
            certain: false,
            edits: [{ place: placeIn(name, { start: last, end: last }), text: '"' }],
          },
        },
      },
    ],
  };
}
