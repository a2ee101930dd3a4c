/*
 * Something is missing that nobody but the modeller can name. What stands for it while the rest is read is nothing
 * wide; in the finished tree it is missing again (`seal.ts`).
 */
import type { TokenType } from "chevrotain";
import { isWord } from "../bodies.ts";
import { keyword, NumberToken, PlainName, sign, TextToken, Token } from "../tokens.ts";
import { rewritten, type Propose, type Repair } from "./repair.ts";
import type { Situation } from "../situation.ts";

/** `operation (cost: number)`, `emit judgment(cost: )`, `expectation price: = 3`. */
export const missingPart: Propose = (situation) => {
  const { tokens, failure } = situation;
  const { at } = failure;
  const offset = tokens[at - 1]?.end ?? tokens[at]?.startOffset ?? 0;
  // Of a list in parentheses the first may be left out, but not what stands before its colon.
  const isNamed = tokens[at]?.tokenType === sign[":"] && /^(parameters|arguments)$/.test(failure.rule);
  const expected = isNamed ? ["Word"] : failure.expected;
  const [missing, type, image] = standInFor(expected) ?? [];
  if (missing === undefined || type === undefined || image === undefined) return missingForm(situation);
  return [inserted(situation, at, new Token(type, image, offset, offset, -1), missing)];
};

/** `program credit on precedent`: of which form it is, shows what it begins with. */
function missingForm(situation: Situation): readonly Repair[] {
  const { source, tokens, failure } = situation;
  const { at, rule, expected } = failure;
  const before = tokens[at - 1];
  if (rule !== "program" || !expected.includes("conditional") || before === undefined) return [];
  const body = source.text.slice(before.end, before.end + sight);
  const form = /^[^{}]*\{\s*choose\b/.test(body) ? "purpose" : "conditional";
  return [inserted(situation, at, new Token(keyword[form], form, before.end, before.end, -1), expected)];
}

/** So far behind the name of a program is looked for what it begins with. */
const sight = 1000;

/** What is missing of what could stand there, and what stands for it. */
function standInFor(
  expected: readonly string[],
): readonly [missing: readonly string[], type: TokenType, image: string] | undefined {
  if (expected.includes("Word")) return [expected, PlainName, ""];
  if (expected.includes("number") && expected.includes("boolean"))
    return [expected, keyword.number, "number"];
  if (expected.includes("Text")) return [expected, TextToken, ""];
  return expected.includes("Number") ? [["Number"], NumberToken, "0"] : undefined;
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

/** `temperature number = 15`: what follows the name is its type. */
export const missingColon: Propose = (situation) => {
  const { tokens, failure, spec } = situation;
  const { at } = failure;
  const name = tokens[at];
  if (!failure.leftOver || spec.rule !== "environmentItems" || name === undefined || !isWord(name)) return [];
  if (!/^(number|boolean|one)$/.test(tokens[at + 1]?.image ?? "")) return [];
  const by = [new Token(sign[":"], ":", name.end, name.end, -1)];
  return [
    rewritten(situation, { kind: "insert", from: at + 1, to: at + 1, by, meant: ":", title: "insert `:`" }),
  ];
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
