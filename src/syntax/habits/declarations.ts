import { placeIn } from "../../base/place.ts";
import { isWord } from "../bodies.ts";
import { sign } from "../tokens.ts";
import { leftOut, nameless, signToken, textOf, type Recognize } from "./habit.ts";

/** `population people of 30 within law { … }`: people are no part of what they take part in. */
export const peopleWithin: Recognize = ({ source, tokens, failure }) => {
  const { at, construct } = failure;
  if (tokens[at]?.image !== "within" || !/^(population|environment)$/.test(construct)) return undefined;
  let to = at + 1;
  while (isWord(tokens[to]) && /^[.,]$/.test(tokens[to + 1]?.image ?? "")) to += 2;
  if (!isWord(tokens[to])) return undefined;
  to += 1;
  const { start, end } = leftOut(tokens, at, to).span;
  const before = tokens[at - 1]?.end ?? start;
  return {
    ...leftOut(tokens, at, to),
    habit: "people within",
    meant: textOf(source, tokens, at + 1, to),
    edits: [{ place: placeIn(source.name, { start: before, end }), text: "" }],
    certain: true,
    title: "leave it out",
  };
};

/** `measure economy.price`: a measure has a name of its own. */
export const namelessMeasure: Recognize = ({ source, tokens, failure }) => {
  const { at, construct } = failure;
  const name = tokens[at - 1];
  if (construct !== "measure" || tokens[at]?.tokenType !== sign["."] || name === undefined) return undefined;
  let to = at;
  while (tokens[to]?.tokenType === sign["."] && isWord(tokens[to + 1])) to += 2;
  const last = tokens[to - 1];
  if (last === undefined || !isWord(last)) return undefined;
  const { startOffset: start } = name;
  return {
    ...leftOut(tokens, at - 1, at - 1, to),
    habit: "nameless measure",
    tokens: [nameless(start), signToken("=", start, start)],
    meant: `${last.image} = ${textOf(source, tokens, at - 1, to)}`,
    span: { start, end: last.end },
    edits: [{ place: placeIn(source.name, { start, end: start }), text: `${last.image} = ` }],
    title: `name it \`${last.image}\``,
    certain: false,
  };
};
