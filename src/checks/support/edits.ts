import type { Place } from "../../base/place.ts";
import type { Edit } from "../../diagnostics/diagnostic.ts";
import type { Program, System } from "../../model/model.ts";
import type { CheckContext } from "../context.ts";
import { writtenBody } from "./systems.ts";

/** What stands at a place, as written; empty if the file is not known. */
export function textAt(place: Place, context: CheckContext): string {
  return context.source(place.file)?.text.slice(place.start, place.end) ?? "";
}

/** What stands at a place on one line, for a message: white space drawn together. */
export function quotedText(place: Place, context: CheckContext): string {
  return `\`${textAt(place, context).replace(/\s+/gu, " ")}\``;
}

/** Removes what stands at a place, and its whole line if nothing else stands there. */
export function removal(place: Place, context: CheckContext): Edit {
  const text = context.source(place.file)?.text ?? "";
  let start = place.start;
  let end = place.end;
  while (start > 0 && isBlank(text[start - 1])) start -= 1;
  while (end < text.length && isBlank(text[end])) end += 1;
  const alone = (start === 0 || isBreak(text[start - 1])) && (end === text.length || isBreak(text[end]));
  // Of the blanks before and after it, one side stays to part its neighbours.
  if (!alone)
    return { place: start < place.start ? { file: place.file, start: place.start, end } : place, text: "" };
  if (text[end] === "\r") end += 1;
  if (text[end] === "\n") end += 1;
  return { place: { file: place.file, start, end }, text: "" };
}

/** Adds a member, given as lines without indentation, at the end of what the modeller wrote of a system. */
export function memberAdded(
  system: System,
  lines: readonly string[],
  context: CheckContext,
): Edit | undefined {
  const body = writtenBody(system, context);
  return body && linesBeforeBrace(body, lines, context);
}

/** Adds a clause, given as one line, at the end of a program. */
export function clauseAdded(program: Program, line: string, context: CheckContext): Edit | undefined {
  return linesBeforeBrace(program.place, [line], context);
}

/** Adds lines before the closing brace with which `place` ends, one level further in than the brace's own line. */
export function linesBeforeBrace(
  place: Place,
  lines: readonly string[],
  context: CheckContext,
): Edit | undefined {
  const text = context.source(place.file)?.text;
  if (text === undefined || text[place.end - 1] !== "}") return undefined;
  const outer = indentationAt(text, place.end - 1);
  let start = place.end - 1;
  while (start > place.start && /\s/u.test(text[start - 1] ?? "")) start -= 1;
  const inner = lines.map((line) => `\n${outer}  ${line}`).join("");
  return {
    place: { file: place.file, start, end: place.end - 1 },
    text: `${inner}\n${outer}`,
  };
}

/** No line is indented that begins so far before a place: it is long, and looked at many times. */
const longestLine = 1000;

/** The white space at the beginning of the line on which `offset` lies. */
export function indentationAt(text: string, offset: number): string {
  const least = Math.max(0, offset - longestLine);
  let start = offset;
  while (start > least && !isBreak(text[start - 1])) start -= 1;
  return start > 0 && start === least ? "" : (/^[ \t]*/u.exec(text.slice(start, offset))?.[0] ?? "");
}

function isBlank(unit: string | undefined): boolean {
  return unit === " " || unit === "\t";
}

function isBreak(unit: string | undefined): boolean {
  return unit === "\n" || unit === "\r";
}
