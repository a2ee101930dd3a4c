import { placeIn } from "../../base/place.ts";
import { isWord } from "../bodies.ts";
import { NumberToken, type Token } from "../tokens.ts";
import { wordToken, type Recognize } from "./habit.ts";

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

/** `number 0..10`, where the range is to be announced. */
export const rangeWithoutIn: Recognize = ({ source, tokens, failure: { at } }) => {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (before?.image !== "number" || token === undefined || !beginsRange(token)) return undefined;
  if (!tokens.slice(at, at + 4).some(({ image }) => image === "..")) return undefined;
  const { startOffset: start, end } = token;
  return {
    habit: "range without in",
    from: at,
    to: at,
    tokens: [wordToken("in", before.end, before.end)],
    meant: "in",
    title: "insert `in`",
    span: { start, end },
    edits: [{ place: placeIn(source.name, { start, end: start }), text: "in " }],
    certain: true,
  };
};
