import { placeIn } from "../../base/place.ts";
import { isWord } from "../bodies.ts";
import { sign, type Token } from "../tokens.ts";
import { signToken, spanOf, type Recognize } from "./habit.ts";

export const effectsWithoutBraces: Recognize = ({ source, tokens, failure, starters }) => {
  const { at, leftOver, lastItem } = failure;
  const first = tokens[at];
  const follows = lastItem === "Rule" || lastItem === "Choice" || lastItem === "Otherwise";
  if (!leftOver || !follows || first === undefined || !isWord(first)) return undefined;
  if (first.image !== "emit" && tokens[at + 1]?.tokenType !== sign[":="]) return undefined;
  let to = at + 1;
  while (to < tokens.length && !(starters.includes(tokens[to]?.image ?? "") && isEffectEnd(tokens, to)))
    to += 1;
  const span = spanOf(tokens, at, to);
  const inner = tokens.slice(at, to);
  return {
    habit: "effects without braces",
    from: at,
    to,
    tokens: [signToken("{", span.start, span.start), ...inner, signToken("}", span.end, span.end)],
    meant: `{ ${source.text.slice(span.start, span.end)} }`,
    span,
    edits: [
      { place: placeIn(source.name, { start: span.start, end: span.start }), text: "{ " },
      { place: placeIn(source.name, { start: span.end, end: span.end }), text: " }" },
    ],
    certain: true,
  };
};

/** Whether the word at `index` is no part of an effect: not what is emitted, assigned to or read. */
function isEffectEnd(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]?.image ?? "";
  const next = tokens[index + 1]?.tokenType;
  return !/^(emit|:=|[-+*/^(,:.<>=]|<=|>=|!=|and|or|not)$/.test(before) && next !== sign[":="];
}
