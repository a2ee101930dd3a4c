import { isWord } from "../bodies.ts";
import { keyword, NumberToken, PlainName, sign, Token } from "../tokens.ts";
import type { Propose } from "./repair.ts";

/** `when price limit`: two operands side by side; which sign was meant, nobody can know, nor what it comes to. */
export const missingOperator: Propose = ({ tokens, failure }) => {
  const { at } = failure;
  const token = tokens[at];
  const before = tokens[at - 1];
  if (before === undefined || token === undefined || !isOperand(before) || !isOperand(token)) return [];
  const { startOffset: start } = before;
  const joined = joiner(tokens, at);
  const type = joined === "and" ? keyword.and : sign[joined];
  return [
    {
      kind: "operator",
      tokens: [
        ...tokens.slice(0, at),
        new Token(type, joined, before.end, before.end, -1),
        ...tokens.slice(at),
      ],
      // A name without a text stands for what is missing.
      settled: [
        ...tokens.slice(0, at - 1),
        new Token(PlainName, "", start, start, -1),
        ...tokens.slice(at + 1),
      ],
      meant: joined,
      found: "",
      start: before.end,
      end: before.end,
      fix: undefined,
      bold: true,
      lost: [before, token],
    },
  ];
};

function isOperand(token: Token): boolean {
  return isWord(token) || token.tokenType === NumberToken;
}

/** What can stand between two operands: a comparison, or `and` where one has been made already. */
function joiner(tokens: readonly Token[], at: number): "!=" | "and" {
  for (let index = at - 1; index >= 0; index -= 1) {
    const image = tokens[index]?.image ?? "";
    if (/^(=|!=|<|<=|>|>=)$/.test(image)) return "and";
    if (/^(when|and|or|not|expect|until|aim|always|never|eventually|\{|\})$/.test(image)) break;
  }
  return "!=";
}
