import { placeIn } from "../../base/place.ts";
import { isWord } from "../bodies.ts";
import { NumberToken, type Token } from "../tokens.ts";
import { signToken, spanOf, wordToken, type Recognize } from "./habit.ts";

export const typeWritten: Recognize = ({ source, tokens, failure }) => {
  const { at, rule } = failure;
  const token = tokens[at];
  if (rule !== "type" || token === undefined) return undefined;
  // `price: in 0..1000`
  if (token.image === "in" && beginsRange(tokens[at + 1])) {
    const { startOffset: start, end } = token;
    return {
      habit: "bare range",
      from: at,
      to: at,
      tokens: [wordToken("number", start, start + 1)],
      meant: "number",
      title: "insert `number`",
      span: { start, end },
      edits: [{ place: placeIn(source.name, { start, end: start }), text: "number " }],
      certain: true,
    };
  }
  if (beginsRange(token)) {
    const { startOffset: start } = token;
    return {
      habit: "bare range",
      from: at,
      to: at,
      tokens: [wordToken("number", start, start + 1), wordToken("in", start, start + 1)],
      meant: "number in",
      title: "insert `number in`",
      span: { start, end: token.end },
      edits: [{ place: placeIn(source.name, { start, end: start }), text: "number in " }],
      certain: true,
    };
  }
  if (!isWord(token)) return undefined;
  const { startOffset: start, end } = token;
  return {
    habit: "unknown type",
    from: at,
    to: at + 1,
    // A type of no width stands for one that is missing.
    tokens: [wordToken("number", start, start)],
    meant: "",
    span: { start, end },
    edits: [],
    certain: false,
  };
};

function beginsRange(token: Token | undefined): boolean {
  return token?.tokenType === NumberToken || token?.image === "-" || token?.image === "..";
}

/** `number 0..10`, `number from 0 to 10`, `number between 0 and 10`: the range as it is spoken. */
export const rangeWithoutIn: Recognize = ({ source, tokens, failure: { at } }) => {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (before?.image !== "number" || token === undefined) return undefined;
  const spoken = /^(from|between|of|in)$/.test(token.image) ? at + 1 : at;
  const low = boundEnd(tokens, spoken);
  const join = tokens[low];
  const high = boundEnd(tokens, low + 1);
  const joined = /^(to|until|and|\.\.|-)$/.test(join?.image ?? "");
  if (!joined || (join?.image !== ".." && (low === spoken || high === low + 1))) return undefined;
  if (join?.image === ".." && spoken === at && !beginsRange(token)) return undefined;
  const words = (from: number, to: number): string[] => tokens.slice(from, to).map(({ image }) => image);
  const range = [...words(spoken, low), "..", ...words(low + 1, high)].join("");
  const { start, end } = spanOf(tokens, at, high);
  return {
    habit: "range without in",
    from: at,
    to: high,
    tokens: [
      wordToken("in", before.end, before.end),
      ...tokens.slice(spoken, low),
      signToken("..", join?.startOffset ?? start, join?.end ?? start),
      ...tokens.slice(low + 1, high),
    ],
    meant: `in ${range}`,
    title: `write \`in ${range}\``,
    span: { start, end },
    edits: [{ place: placeIn(source.name, { start, end }), text: `in ${range}` }],
    certain: true,
  };
};

/** The index behind a bound: a number, with its sign. */
function boundEnd(tokens: readonly Token[], from: number): number {
  const number = tokens[from]?.image === "-" ? from + 1 : from;
  if (tokens[number]?.tokenType !== NumberToken) return from;
  return tokens[number + 1]?.image === "%" ? number + 2 : number + 1;
}
