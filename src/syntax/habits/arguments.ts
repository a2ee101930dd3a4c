import { placeIn } from "../../base/place.ts";
import type { Edit } from "../../diagnostics/diagnostic.ts";
import { isWord } from "../bodies.ts";
import { PlainName, sign, Token } from "../tokens.ts";
import { signToken, spanOf, type Recognize } from "./habit.ts";

/** `bill(limit = 70)` */
export const equalsInArguments: Recognize = ({ source, tokens, failure: { at, rule } }) => {
  const isEquals = (token: Token | undefined) => /^:?=$/.test(token?.image ?? "");
  if (rule !== "arguments" || !isEquals(tokens[at]) || !isWord(tokens[at - 1])) return undefined;
  const open = openingBefore(tokens, at);
  if (open === undefined || !/^[(,]$/.test(tokens[at - 2]?.image ?? "")) return undefined;
  const mended = [...tokens.slice(at)];
  const edits: Edit[] = [];
  let depth = 0;
  let end = at;
  for (const [index, token] of mended.entries()) {
    const [name, before] = [tokens[at + index - 1], tokens[at + index - 2]];
    if (token.image === ")" && depth === 0) break;
    if (token.image === "(") depth += 1;
    if (token.image === ")") depth -= 1;
    if (depth > 0 || !isEquals(token) || !isWord(name) || !/^[(,]$/.test(before?.image ?? "")) continue;
    mended[index] = signToken(":", token.startOffset, token.end);
    const start = name?.end ?? token.startOffset;
    edits.push({ place: placeIn(source.name, { start, end: token.end }), text: ":" });
    end = at + index;
  }
  return {
    habit: "equals in arguments",
    from: at,
    to: end + 1,
    tokens: mended.slice(0, end + 1 - at),
    meant: ":",
    span: spanOf(tokens, at, at + 1),
    edits,
    certain: true,
  };
};

export const positionalArguments: Recognize = ({ tokens, failure }) => {
  const { at, rule } = failure;
  if (rule !== "arguments") return undefined;
  const open = openingBefore(tokens, at);
  if (open === undefined) return undefined;
  const replaced: Token[] = [];
  const positions: number[] = [];
  let depth = 0;
  let to = open + 1;
  for (let begins = true; to < tokens.length; to += 1) {
    const token = tokens[to];
    if (token === undefined || (depth === 0 && token.image === ")")) break;
    const named = isWord(token) && tokens[to + 1]?.tokenType === sign[":"];
    if (begins && !named) {
      const { startOffset: start } = token;
      // A name without a text stands for one that is missing.
      replaced.push(new Token(PlainName, "", start, start, -1), signToken(":", start, start));
      positions.push(start);
    }
    replaced.push(token);
    if (token.image === "(") depth += 1;
    else if (token.image === ")") depth -= 1;
    begins = depth === 0 && token.tokenType === sign[","];
  }
  const callee = tokens[open - 1];
  if (positions.length === 0 || to >= tokens.length || callee === undefined) return undefined;
  return {
    habit: "positional arguments",
    from: open + 1,
    to,
    tokens: replaced,
    meant: "",
    span: spanOf(tokens, open, to + 1),
    edits: [],
    certain: false,
    callee: callee.image,
    positions,
  };
};

/** The bracket that is open at a token. */
function openingBefore(tokens: readonly Token[], at: number): number | undefined {
  let depth = 0;
  for (let index = at - 1; index >= 0; index -= 1) {
    const image = tokens[index]?.image;
    if (image === ")") depth += 1;
    else if (image === "(" && depth > 0) depth -= 1;
    else if (image === "(") return index;
  }
  return undefined;
}
