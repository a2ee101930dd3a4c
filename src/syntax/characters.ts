import { invisible, nameContinue, nameStart } from "./unicode.ts";

/** Whether a code point lies in one of the ranges (first and last of each, ascending). */
function within(ranges: readonly number[], point: number): boolean {
  let low = 0;
  let high = ranges.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (point < (ranges[2 * middle] ?? 0)) high = middle - 1;
    else if (point > (ranges[2 * middle + 1] ?? 0)) low = middle + 1;
    else return true;
  }
  return false;
}

export function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** Whether a name may begin with this code point: XID_Start or `_` (UAX #31). */
export function startsName(point: number): boolean {
  if (point < 128) return (point >= 97 && point <= 122) || (point >= 65 && point <= 90) || point === 95;
  return within(nameStart, point);
}

/** Whether a name may go on with this code point: XID_Continue (UAX #31). */
export function continuesName(point: number): boolean {
  if (point < 128) return startsName(point) || isDigit(point);
  return within(nameContinue, point);
}

/** Characters that have no shape of their own: zero-width, bidirectional controls, variation selectors and the like. */
export function isInvisible(point: number): boolean {
  if (point < 0xad)
    return point < 32 ? point !== 9 && point !== 10 && point !== 13 : point >= 127 && point < 160;
  if (point === 0x2028 || point === 0x2029 || (point >= 0xfff9 && point <= 0xfffb)) return true;
  return within(invisible, point);
}

/**
 * Finds what may hide in a text anywhere, also in strings and comments. Joiners (U+200C, U+200D) and variation
 * selectors are left out: Persian words and emoji are written with them.
 */
export const hiddenAnywhere =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]|\udb40[\udc00-\udfff]/g;

/**
 * Signs of word processors, of full-width writing and of other languages, and what is meant by each.
 * Two-unit habits of programmers are in `foreignPairs`.
 */
export const foreignSigns: ReadonlyMap<string, string> = new Map([
  ["：", ":"],
  ["，", ","],
  ["、", ","],
  ["（", "("],
  ["）", ")"],
  ["｛", "{"],
  ["｝", "}"],
  ["％", "%"],
  ["．", "."],
  ["。", "."],
  ["＝", "="],
  ["＋", "+"],
  ["－", "-"],
  ["＊", "*"],
  ["／", "/"],
  ["＜", "<"],
  ["＞", ">"],
  ["＾", "^"],
  ["–", "-"],
  ["—", "-"],
  ["−", "-"],
  ["‐", "-"],
  ["‑", "-"],
  ["×", "*"],
  ["·", "*"],
  ["÷", "/"],
  ["≤", "<="],
  ["≥", ">="],
  ["≠", "!="],
  ["→", "->"],
  ["⇒", "->"],
  ["…", ".."],
  ["‥", ".."],
  ["∧", "and"],
  ["∨", "or"],
  ["¬", "not"],
  ["；", ""],
  [";", ""],
  ["\u00a0", " "],
  ["\u2002", " "],
  ["\u2003", " "],
  ["\u2009", " "],
  ["\u202f", " "],
  ["\u3000", " "],
]);

export const foreignPairs: ReadonlyMap<string, string> = new Map([
  ["==", "="],
  ["&&", "and"],
  ["||", "or"],
  ["=>", "->"],
  ["<>", "!="],
  ["=<", "<="],
  ["**", "^"],
]);

/** Quotation marks other than `"`, and what may close each. */
export const foreignQuotes: ReadonlyMap<string, string> = new Map([
  ["“", '”"'],
  ["„", '“”"'],
  ["”", '”"'],
  ["«", '»"'],
  ["»", '«"'],
  ["‘", "’"],
  ["‚", "‘’"],
  ["’", "’"],
  ["'", "'"],
  ["「", "」"],
  ["『", "』"],
  ["《", "》"],
  ["＂", '＂"'],
]);
