import { placeIn } from "../base/place.ts";
import type { Source } from "../base/source.ts";
import { beginsLine, indentation } from "./layout.ts";
import type { SyntaxProblem } from "./problems.ts";
import { sign, Token } from "./tokens.ts";

export interface Balanced {
  readonly tokens: readonly Token[];
  readonly problems: readonly SyntaxProblem[];
}

/**
 * Makes the braces of a broken file match: closes what is never closed where its indentation says that it ended,
 * opens what is laid out and closed as a body, and drops what closes nothing. Braces that are balanced are trusted, however they are laid out.
 */
export function balance(source: Source, tokens: readonly Token[]): Balanced {
  let depth = 0;
  const dips = tokens.some((token) => {
    if (token.tokenType === sign["{"]) depth += 1;
    else if (token.tokenType === sign["}"]) depth -= 1;
    return depth < 0;
  });
  if (!dips && depth === 0) return { tokens, problems: [] };

  const { name, text } = source;
  const result: Token[] = [];
  const problems: SyntaxProblem[] = [];
  /** `indented`: the body's first line is indented deeper than the line of its brace, so its indentation tells. */
  const open: { readonly token: Token; readonly indent: number; readonly indented: boolean }[] = [];
  /** Lines without a brace at their end that are followed by deeper ones: bodies may begin after them. */
  const unopened: { readonly indent: number; readonly index: number; readonly end: number }[] = [];
  let lineIndent = 0;

  function beginLine(column: number): void {
    while ((unopened.at(-1)?.indent ?? -1) >= column) unopened.pop();
    const before = result.at(-1);
    if (before !== undefined && column > lineIndent && before.tokenType !== sign["{"]) {
      unopened.push({ indent: lineIndent, index: result.length, end: before.end });
    }
    lineIndent = column;
  }

  /** Opens a body after a line, since it is closed below where the line began. */
  function openBody(closer: Token, { index, end }: { readonly index: number; readonly end: number }): void {
    result.splice(index, 0, new Token(sign["{"], "{", end, end, -1));
    problems.push({
      check: "syntax_error",
      place: placeIn(name, { start: end, end }),
      facts: {
        kind: "missing brace",
        header: lineBefore(text, end),
        closer: placeIn(name, { start: closer.startOffset, end: closer.end }),
        repair: {
          title: "open the body with `{`",
          certain: false,
          edits: [{ place: placeIn(name, { start: end, end }), text: " {" }],
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
    result.push(new Token(sign["}"], "}", before, before, -1));
    problems.push({
      check: "syntax_error",
      place: placeIn(name, { start: token.startOffset, end: token.end }),
      facts: {
        kind: "unclosed",
        opener: "{",
        header: lineBefore(text, token.startOffset),
        next: next === undefined ? "" : lineFrom(text, next.startOffset),
        noticed: next === undefined ? undefined : placeIn(name, { start: next.startOffset, end: next.end }),
        repair: {
          title: "close it",
          certain: false,
          edits: [{ place: placeIn(name, { start: before, end: before }), text: `\n${" ".repeat(indent)}}` }],
        },
      },
    });
  }

  tokens.forEach((token, index) => {
    if (token.tokenType === sign["{"]) {
      const indent = indentation(text, token.startOffset);
      const first = tokens[index + 1];
      const indented =
        first !== undefined && beginsLine(text, first) && indentation(text, first.startOffset) > indent;
      open.push({ token, indent, indented });
    } else if (token.tokenType === sign["}"]) {
      if (beginsLine(text, token)) {
        const column = indentation(text, token.startOffset);
        while (open.length > 0 && (open.at(-1)?.indent ?? 0) > column) close(token);
        const body = unopened.findLast(({ indent }) => indent === column);
        beginLine(column);
        if (body !== undefined && open.at(-1)?.indent !== column) {
          openBody(token, body);
          result.push(token);
          return;
        }
      }
      if (open.length === 0) {
        const place = placeIn(name, { start: token.startOffset, end: token.end });
        problems.push({
          check: "syntax_error",
          place,
          facts: {
            kind: "unopened",
            closer: "}",
            repair: { title: "remove it", certain: false, edits: [{ place, text: "" }] },
          },
        });
        return;
      }
      open.pop();
    } else if (beginsLine(text, token)) {
      const column = indentation(text, token.startOffset);
      for (let top = open.at(-1); top?.indented === true && column <= top.indent; top = open.at(-1))
        close(token);
      beginLine(column);
    }
    result.push(token);
  });
  while (open.length > 0) close(undefined);
  return { tokens: result, problems };
}

/** A header is shown if it is no longer than this. */
const longestHeader = 60;

/** How the line goes on at an offset, without the brace at its end. */
function lineFrom(text: string, offset: number): string {
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
