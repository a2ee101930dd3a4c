import { placeIn } from "../../base/place.ts";
import { beginsLine, onDifferentLines } from "../layout.ts";
import { sign } from "../tokens.ts";
import { leftOut, touches, type Recognize } from "./habit.ts";

/** `-- what is said here`: a comment of another language. */
export const dashComment: Recognize = ({ source, tokens, failure }) => {
  const { at } = failure;
  const { text } = source;
  // The dashes may have been read as signs of what stands on the line before.
  const from = [at, at - 1, at - 2].find((index) => {
    const [first, second] = [tokens[index], tokens[index + 1]];
    return (
      first?.tokenType === sign["-"] &&
      second?.tokenType === sign["-"] &&
      touches(first, second) &&
      beginsLine(text, first)
    );
  });
  const first = from === undefined ? undefined : tokens[from];
  if (from === undefined || first === undefined) return undefined;
  let to = from;
  while (to < tokens.length && !onDifferentLines(text, first.startOffset, tokens[to]?.startOffset ?? 0))
    to += 1;
  const { start } = leftOut(tokens, from, to).span;
  return {
    ...leftOut(tokens, from, to),
    habit: "foreign comment",
    meant: "//",
    edits: [{ place: placeIn(source.name, { start, end: start + 2 }), text: "//" }],
    certain: true,
  };
};
