import { isWord } from "../bodies.ts";
import { onDifferentLines } from "../layout.ts";
import { keyword, NumberToken, PlainName, sign, Token } from "../tokens.ts";
import type { Propose } from "./repair.ts";

/** `when price limit`: two operands side by side; which sign was meant, nobody can know, nor what it comes to. */
export const missingOperator: Propose = ({ source, tokens, failure }) => {
  const { at } = failure;
  const token = tokens[at];
  const before = tokens[at - 1];
  if (before === undefined || token === undefined || !endsOperand(before) || !isOperand(token)) return [];
  // What a coupling couples is no condition.
  if (failure.construct === "coupling") return [];
  if (onDifferentLines(source.text, before.end, token.startOffset)) return [];
  const { startOffset: start } = before;
  // A name without a text stands for what is missing.
  const settled = isOperand(before) && [
    ...tokens.slice(0, at - 1),
    new Token(PlainName, "", start, start, -1),
    ...tokens.slice(at + 1),
  ];
  // A comparison, or `and` where one has been made already, or where one follows.
  return (["!=", "and"] as const).map((meant) => ({
    kind: "operator",
    tokens: [
      ...tokens.slice(0, at),
      new Token(meant === "and" ? keyword.and : sign[meant], meant, before.end, before.end, -1),
      ...tokens.slice(at),
    ],
    ...(settled !== false && { settled }),
    meant,
    found: "",
    start: before.end,
    end: before.end,
    fix: undefined,
    bold: true,
    lost: [before, token],
  }));
};

function isOperand(token: Token): boolean {
  return isWord(token) || token.tokenType === NumberToken;
}

function endsOperand(token: Token): boolean {
  return isOperand(token) || token.image === "%" || token.image === ")";
}
