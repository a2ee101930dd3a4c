import { placeIn } from "../../base/place.ts";
import { isWord } from "../bodies.ts";
import { NumberToken } from "../tokens.ts";
import { wordToken, type Recognize } from "./habit.ts";

export const typeWritten: Recognize = ({ source, tokens, failure }) => {
  const { at, rule } = failure;
  const token = tokens[at];
  if (rule !== "type" || token === undefined) return undefined;
  if (token.tokenType === NumberToken || token.image === "-" || token.image === "..") {
    const { startOffset: start } = token;
    return {
      habit: "bare range",
      from: at,
      to: at,
      tokens: [wordToken("number", start, start + 1), wordToken("in", start, start + 1)],
      meant: "number in",
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
