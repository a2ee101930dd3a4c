import { placeIn } from "../base/place.ts";
import type { Source } from "../base/source.ts";
import { openerMissing } from "./inline_body.ts";
import { beginsLine, indentation } from "./layout.ts";
import type { SyntaxProblem } from "./problems.ts";
import { sign, Token } from "./tokens.ts";

export interface Balanced {
  readonly tokens: readonly Token[];
  readonly problems: readonly SyntaxProblem[];
}

/** A brace that has been opened. */
interface Open {
  readonly token: Token;
  /** What stands before it. */
  readonly before: string;
  /** The indentation of its line. */
  readonly indent: number;
  /** Whether the layout tells where its body ends: before the next line that is indented no deeper than its own. */
  readonly indented: boolean;
}

/** A place behind a line at which a body may begin. */
interface Unopened {
  readonly indent: number;
  /** Among the tokens made so far. */
  readonly index: number;
}

/**
 * Makes the braces of a broken file match: closes what is never closed where its indentation says that it ended,
 * opens what is laid out or written as a body and closed, and drops what closes nothing. Braces that are balanced are
 * trusted, however they are laid out.
 */
export function balance(source: Source, tokens: readonly Token[]): Balanced {
  let depth = 0;
  let dips = false;
  for (const token of tokens) {
    if (token.tokenType === sign["{"]) depth += 1;
    else if (token.tokenType === sign["}"]) depth -= 1;
    if (depth < 0) dips = true;
  }
  if (!dips && depth === 0) return { tokens, problems: [] };

  const { name, text } = source;
  const result: Token[] = [];
  const problems: SyntaxProblem[] = [];
  const open: Open[] = [];
  /** Lines without a brace at their end that are followed by deeper ones. */
  const unopened: Unopened[] = [];
  /** So many braces close nothing. */
  let excess = Math.max(0, -depth);
  /** Whether bodies are closed on lines of their own, so that a brace behind something else closes what it began. */
  const closesOnLines = tokens.some((token) => token.tokenType === sign["}"] && beginsLine(text, token));
  let lineIndent = 0;
  /** Where the line at hand begins, among the tokens made so far. */
  let lineFrom = 0;

  function beginLine(column: number): void {
    while ((unopened.at(-1)?.indent ?? -1) >= column) unopened.pop();
    const before = result.at(-1);
    if (before !== undefined && column > lineIndent && !"{}".includes(before.image)) {
      unopened.push({ indent: lineIndent, index: result.length });
    }
    lineIndent = column;
  }

  /** Opens a body that is closed, before the token with this index. */
  function openBody(closer: Token, index: number, inLine: boolean): void {
    const before = result[index - 1];
    const next = result[index];
    // `scenario s:`, `scenario s (`: another sign stands where the brace is meant.
    const instead = before !== undefined && /^[:(]$/.test(before.image) ? before : undefined;
    const end = instead?.startOffset ?? before?.end ?? 0;
    const brace = new Token(sign["{"], "{", end, instead?.end ?? end, -1);
    result.splice(instead === undefined ? index : index - 1, instead === undefined ? 0 : 1, brace);
    excess -= 1;
    const place = placeIn(name, { start: end, end: instead?.end ?? end });
    const touches = /\S/.test(text.charAt(end - 1));
    problems.push({
      check: "syntax_error",
      place,
      facts: {
        kind: "missing brace",
        header: lineBefore(text, end),
        next: inLine && next !== undefined ? text.slice(next.startOffset, next.end) : "",
        instead: instead?.image,
        closer: placeIn(name, { start: closer.startOffset, end: closer.end }),
        repair: {
          title: instead === undefined ? "open the body with `{`" : "write `{`",
          certain: inLine || instead !== undefined,
          edits: [{ place, text: touches ? " {" : "{" }],
        },
      },
    });
  }

  /** Closes the innermost open brace before `next` (or at the end of the file). */
  function close(next: Token | undefined): void {
    const innermost = open.pop();
    if (innermost === undefined) return;
    const { token, indent } = innermost;
    const before = result.at(-1)?.end ?? token.end;
    const onItsLine = !text.slice(token.end, before).includes("\n");
    result.push(new Token(sign["}"], "}", before, before, -1));
    problems.push({
      check: "syntax_error",
      place: placeIn(name, { start: token.startOffset, end: token.end }),
      facts: {
        kind: "unclosed",
        opener: "{",
        header: lineBefore(text, token.startOffset),
        inLine: onItsLine && before > token.end,
        next: next === undefined ? "" : restOfLine(text, next.startOffset),
        noticed: next === undefined ? undefined : placeIn(name, { start: next.startOffset, end: next.end }),
        repair: {
          title: "close it",
          certain: false,
          edits: [
            {
              place: placeIn(name, { start: before, end: before }),
              text: onItsLine && before > token.end ? " }" : `\n${" ".repeat(indent)}}`,
            },
          ],
        },
      },
    });
  }

  /** Leaves out a brace that closes nothing. */
  function drop(token: Token): void {
    const around = open.at(-1)?.token;
    const place = placeIn(name, { start: token.startOffset, end: token.end });
    excess -= 1;
    problems.push({
      check: "syntax_error",
      place,
      facts: {
        kind: "unopened",
        closer: "}",
        around: around === undefined ? "" : lineBefore(text, around.startOffset),
        repair: { title: "remove it", certain: false, edits: [{ place, text: "" }] },
      },
    });
  }

  /** A brace that stands first on its line. */
  function closeOnLine(token: Token, next: Token | undefined): void {
    const column = indentation(text, token.startOffset);
    while (open.length > 0 && (open.at(-1)?.indent ?? 0) > column) close(token);
    const body = unopened.findLast(({ indent }) => indent === column);
    beginLine(column);
    lineFrom = result.length;
    const top = open.at(-1);
    // What follows is indented like the body that this would close.
    const goesOn =
      next !== undefined && beginsLine(text, next) && indentation(text, next.startOffset) > column;
    if (body !== undefined && top?.indent !== column) {
      openBody(token, body.index, false);
      result.push(token);
    } else if (top === undefined || (excess > 0 && top.indented && (top.indent < column || goesOn))) {
      drop(token);
    } else {
      open.pop();
      result.push(token);
    }
  }

  /** A brace that stands behind something else. */
  function closeInLine(token: Token): void {
    const top = open.at(-1);
    const began = result[lineFrom]?.startOffset ?? 0;
    if (top === undefined || (excess > 0 && top.token.startOffset < began)) {
      const line = result.slice(lineFrom);
      const at = excess > 0 ? openerMissing(line) : undefined;
      if (at !== undefined) {
        openBody(token, lineFrom + at, true);
        result.push(token);
        return;
      }
      if (top === undefined || (top.indented && closesOnLines)) {
        drop(token);
        return;
      }
    }
    open.pop();
    result.push(token);
  }

  tokens.forEach((token, index) => {
    const first = beginsLine(text, token);
    if (token.tokenType === sign["}"]) {
      if (first) closeOnLine(token, tokens[index + 1]);
      else closeInLine(token);
      return;
    }
    if (first) {
      const column = indentation(text, token.startOffset);
      for (let top = open.at(-1); top?.indented === true && column <= top.indent; top = open.at(-1))
        close(token);
      beginLine(column);
      lineFrom = result.length;
    }
    // `either { run or { … }`
    const opens = tokens[index + 1]?.tokenType === sign["{"];
    if (token.image === "or" && opens && /^(either|or)$/.test(open.at(-1)?.before ?? "")) close(token);
    if (token.tokenType === sign["{"]) {
      const indent = indentation(text, token.startOffset);
      const before = result.at(-1)?.image ?? "";
      open.push({ token, before, indent, indented: isIndented(source, tokens, index, indent) });
    }
    result.push(token);
  });
  while (open.length > 0) close(undefined);
  return { tokens: result, problems };
}

/**
 * Whether the layout of a body tells where it ends: its first line is indented deeper than the line of its brace; or it
 * begins on that line, and a line that is not deeper follows before it is closed.
 */
function isIndented({ text }: Source, tokens: readonly Token[], opener: number, indent: number): boolean {
  const first = tokens[opener + 1];
  if (first === undefined) return false;
  if (beginsLine(text, first)) return indentation(text, first.startOffset) > indent;
  let depth = 1;
  for (let index = opener + 1; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    const column = beginsLine(text, token) ? indentation(text, token.startOffset) : undefined;
    if (token.tokenType === sign["}"]) depth -= 1;
    if (column !== undefined && column <= indent) return depth > 0 || column < indent;
    if (depth === 0) return false;
    if (token.tokenType === sign["{"]) depth += 1;
  }
  return false;
}

/** A header is shown if it is no longer than this. */
const longestHeader = 60;

/** How the line goes on at an offset, without the brace at its end. */
function restOfLine(text: string, offset: number): string {
  const line = /^[^\r\n]*/.exec(text.slice(offset, offset + longestHeader + 40))?.[0] ?? "";
  const header = line.replace(/\{.*$/, "").trim();
  return header.length > longestHeader ? "" : header;
}

/** What stands before an offset on its line; nothing if that is much. */
function lineBefore(text: string, offset: number): string {
  const near = text.slice(Math.max(0, offset - longestHeader - 40), offset);
  const line = near.slice(Math.max(near.lastIndexOf("\n"), near.lastIndexOf("\r")) + 1).trim();
  return line.length > longestHeader ? "" : line;
}
