/* Where tokens stand on their lines: recovery trusts how a modeller lays out a file. */
import type { Token } from "./tokens.ts";

/** Whether the token is the first on its line. */
export function beginsLine(text: string, token: Token): boolean {
  for (let index = token.startOffset - 1; index >= 0; index -= 1) {
    const unit = text.charCodeAt(index);
    if (unit === 10 || unit === 13) return true;
    if (unit !== 32 && unit !== 9) return false;
  }
  return true;
}

/** The indentation of the line that an offset stands on, in characters. */
export function indentation(text: string, offset: number): number {
  const start = beginOfLine(text, offset);
  let end = start;
  while (text.charCodeAt(end) === 32 || text.charCodeAt(end) === 9) end += 1;
  return end - start;
}

/** Whether there is a line break between two offsets. */
export function onDifferentLines(text: string, from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === 10 || unit === 13) return true;
  }
  return false;
}

/** The offset at which the line begins that an offset stands on. */
export function beginOfLine(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text.charCodeAt(start - 1) !== 10 && text.charCodeAt(start - 1) !== 13) start -= 1;
  return start;
}

/** The offset at which the line ends that an offset stands on. */
export function endOfLine(text: string, offset: number): number {
  let end = offset;
  for (; end < text.length; end += 1) {
    const unit = text.charCodeAt(end);
    if (unit === 10 || unit === 13) break;
  }
  return end;
}

/** The offset at which what is written on a line ends: spaces behind it say nothing. */
export function endOfWriting(text: string, offset: number): number {
  let end = endOfLine(text, offset);
  while (end > offset && (text.charCodeAt(end - 1) === 32 || text.charCodeAt(end - 1) === 9)) end -= 1;
  return end;
}
