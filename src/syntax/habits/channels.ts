import { placeIn } from "../../base/place.ts";
import { isWord } from "../bodies.ts";
import { sign } from "../tokens.ts";
import { signToken, spanOf, textOf, type Recognize } from "./habit.ts";

export const wordBeforeChannel: Recognize = ({ source, tokens, failure, starters }) => {
  const { at, leftOver } = failure;
  // Nothing in a coupling or a society begins with a word of ours, but for what may stand everywhere.
  if (!leftOver || starters.length !== 2 || !/^(channel|connect|link|carry)$/.test(tokens[at]?.image ?? ""))
    return undefined;
  if (!isWord(tokens[at + 1]) || tokens[at + 2]?.tokenType !== sign["."]) return undefined;
  const span = { start: tokens[at]?.startOffset ?? 0, end: tokens[at + 1]?.startOffset ?? 0 };
  return {
    habit: "needless word",
    from: at,
    to: at + 1,
    tokens: [],
    meant: "",
    span: spanOf(tokens, at, at + 1),
    edits: [{ place: placeIn(source.name, span), text: "" }],
    certain: true,
  };
};

export const turnedChannel: Recognize = ({ source, tokens, failure }) => {
  const { at, construct } = failure;
  const [less, minus] = [tokens[at], tokens[at + 1]];
  if (construct !== "channel" || less?.image !== "<" || minus?.image !== "-") return undefined;
  let from = at - 1;
  while (tokens[from - 1]?.tokenType === sign["."] && isWord(tokens[from - 2])) from -= 2;
  let to = at + 3;
  while (tokens[to]?.tokenType === sign["."] && isWord(tokens[to + 1])) to += 2;
  const span = spanOf(tokens, from, to);
  const meant = `${textOf(source, tokens, at + 2, to)} -> ${textOf(source, tokens, from, at)}`;
  return {
    habit: "turned channel",
    from,
    to,
    tokens: [
      ...tokens.slice(at + 2, to),
      signToken("->", less.startOffset, minus.end),
      ...tokens.slice(from, at),
    ],
    meant,
    span,
    edits: [{ place: placeIn(source.name, span), text: meant }],
    certain: true,
  };
};
