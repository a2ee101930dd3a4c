/*
 * Something is missing that nobody but the modeller can name. What stands for it while the rest is read is nothing
 * wide; in the finished tree it is missing again (`seal.ts`).
 */
import { isWord } from "../bodies.ts";
import { keyword, NumberToken, PlainName, sign, TextToken, Token } from "../tokens.ts";
import type { Propose, Repair, Situation } from "./repair.ts";

/** `operation (cost: number)`, `emit judgment(cost: )`, `expectation price: = 3`. */
export const missingPart: Propose = (situation) => {
  const { tokens, failure } = situation;
  const { at } = failure;
  const offset = tokens[at - 1]?.end ?? tokens[at]?.startOffset ?? 0;
  // Of a list in parentheses the first may be left out, but not what stands before its colon.
  const isNamed = tokens[at]?.tokenType === sign[":"] && /^(parameters|arguments)$/.test(failure.rule);
  const expected = isNamed ? ["Word"] : failure.expected;
  const standIn = standInFor(expected, offset);
  return standIn === undefined ? [] : [inserted(situation, at, standIn, expected)];
};

function standInFor(expected: readonly string[], offset: number): Token | undefined {
  const nothing = (type: Token["tokenType"], image: string): Token =>
    new Token(type, image, offset, offset, -1);
  if (expected.includes("Word")) return nothing(PlainName, "");
  if (expected.includes("number") && expected.includes("boolean")) return nothing(keyword.number, "number");
  if (expected.includes("Text")) return nothing(TextToken, "");
  return expected.includes("Number") ? nothing(NumberToken, "0") : undefined;
}

/** `coupling between law and economy`: a word of the language was taken for the name that is missing before it. */
export const missingName: Propose = (situation) => {
  const { tokens, failure } = situation;
  const before = tokens[failure.at - 1];
  if (before === undefined || !isWord(before) || before.tokenType === PlainName) return [];
  const offset = tokens[failure.at - 2]?.end ?? before.startOffset;
  return [inserted(situation, failure.at - 1, new Token(PlainName, "", offset, offset, -1), ["Word"])];
};

/** `(0, price - 1)`, where several stand together: the name of the function is missing. */
export const missingFunction: Propose = (situation) => {
  const { tokens, failure } = situation;
  if (failure.rule !== "group" || tokens[failure.at]?.tokenType !== sign[","]) return [];
  let depth = 0;
  for (let index = failure.at - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    if (token?.tokenType === sign[")"]) depth += 1;
    if (token?.tokenType !== sign["("]) continue;
    if (depth > 0) depth -= 1;
    else {
      const nameless = new Token(PlainName, "", token.startOffset, token.startOffset, -1);
      return [inserted(situation, index, nameless, ["Word"])];
    }
  }
  return [];
};

/** `.temperature -> …`, `: number = 1`: the name is missing that the item begins with. */
export const missingBeginning: Propose = (situation) => {
  const { tokens, failure } = situation;
  const token = tokens[failure.at];
  const label = token?.tokenType === TextToken ? tokens[failure.at + 1] : token;
  if (!failure.leftOver || token === undefined) return [];
  if (label?.tokenType !== sign[":"] && token.tokenType !== sign["."]) return [];
  const nameless = new Token(PlainName, "", token.startOffset, token.startOffset, token.doc);
  return [inserted(situation, failure.at, nameless, ["Word"])];
};

/** `run steps`, `occurs times`: how many is not said. */
export const missingCount: Propose = (situation) => {
  const { tokens, failure } = situation;
  const token = tokens[failure.at];
  if (!failure.leftOver || token === undefined || !/^(steps?|times?)$/.test(token.image)) return [];
  const offset = tokens[failure.at - 1]?.end ?? token.startOffset;
  return [inserted(situation, failure.at, new Token(NumberToken, "0", offset, offset, -1), ["Number"])];
};

function inserted({ tokens }: Situation, at: number, standIn: Token, missing: readonly string[]): Repair {
  return {
    kind: "missing",
    tokens: [...tokens.slice(0, at), standIn, ...tokens.slice(at)],
    meant: "",
    missing,
    found: "",
    start: standIn.startOffset,
    end: standIn.startOffset,
    fix: undefined,
    bold: false,
  };
}
