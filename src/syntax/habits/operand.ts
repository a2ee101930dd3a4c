/* Where operands begin and end among tokens. */
import type { Source } from "../../base/source.ts";
import { isWord } from "../bodies.ts";
import { onDifferentLines } from "../layout.ts";
import { keyword, NumberToken, type Token } from "../tokens.ts";

/** Words that may be names, but begin or end a condition wherever one stands. */
const borders =
  /^(when|yields|expect|until|aim|always|never|eventually|emit|becomes|at|most|with|after|to|by|from|resonates|stays|designates|occurs|is)$/;

/** Whether an operand can begin with this token: a name, a number or a parenthesis. */
export function beginsOperand(token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (token.tokenType === NumberToken || token.image === "(") return true;
  if (token.tokenType === keyword.true || token.tokenType === keyword.false) return true;
  return isWord(token) && !borders.test(token.image);
}

function endsOperand(token: Token): boolean {
  return beginsOperand(token) ? token.image !== "(" : token.image === "%" || token.image === ")";
}

/** The index at which the sum begins that ends before `to`; `to` itself if none does. */
export function sumBefore(tokens: readonly Token[], to: number): number {
  let from = to;
  for (;;) {
    const begin = primaryBefore(tokens, from);
    if (begin === from) return from;
    from = begin;
    const operator = tokens[from - 1]?.image ?? "";
    const further = tokens[from - 2];
    if (!/^[-+*/^]$/.test(operator)) return from;
    if (further === undefined || !endsOperand(further)) return operator === "-" ? from - 1 : from;
    from -= 1;
  }
}

function primaryBefore(tokens: readonly Token[], to: number): number {
  let from = to;
  const last = tokens[from - 1];
  if (last === undefined || !endsOperand(last)) return to;
  if (last.image === "%") from -= 1;
  if (tokens[from - 1]?.image === ")") {
    let depth = 0;
    for (from -= 1; from >= 0; from -= 1) {
      if (tokens[from]?.image === ")") depth += 1;
      if (tokens[from]?.image === "(") depth -= 1;
      if (depth === 0) break;
    }
    if (from < 0) return to;
    const name = tokens[from - 1];
    return isWord(name) && !borders.test(name?.image ?? "") ? from - 1 : from;
  }
  from -= 1;
  while (tokens[from - 1]?.image === "." && isWord(tokens[from - 2])) from -= 2;
  return from;
}

/** The index behind the sum that begins at `from`, as far as it goes on its line; `from` itself if none does. */
export function sumAfter({ text }: Source, tokens: readonly Token[], from: number): number {
  let to = from;
  for (;;) {
    if (tokens[to]?.image === "-") to += 1;
    const end = primaryAfter(tokens, to);
    if (end === to) return from === to ? from : to;
    to = end;
    const [last, operator] = [tokens[to - 1], tokens[to]];
    if (operator === undefined || !/^[-+*/^]$/.test(operator.image)) return to;
    if (last !== undefined && onDifferentLines(text, last.end, operator.startOffset)) return to;
    to += 1;
  }
}

function primaryAfter(tokens: readonly Token[], from: number): number {
  const token = tokens[from];
  if (token === undefined || !beginsOperand(token)) return from;
  let to = from;
  if (token.image !== "(") {
    to += 1;
    while (tokens[to]?.image === "." && isWord(tokens[to + 1])) to += 2;
    if (tokens[to]?.image === "%") return to + 1;
    if (tokens[to]?.image !== "(" || !isWord(token)) return to;
  }
  let depth = 0;
  for (; to < tokens.length; to += 1) {
    if (tokens[to]?.image === "(") depth += 1;
    if (tokens[to]?.image === ")") depth -= 1;
    if (depth === 0) return to + 1;
  }
  return to;
}
