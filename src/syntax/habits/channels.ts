import { placeIn } from "../../base/place.ts";
import { isWord } from "../bodies.ts";
import { beginsLine } from "../layout.ts";
import { sign } from "../tokens.ts";
import { leftOut, nameless, signToken, spanOf, textOf, type Recognize } from "./habit.ts";

/** `channel law.judgment -> …` */
export const wordBeforeChannel: Recognize = ({ source, tokens, failure, spec }) => {
  const { at, leftOver } = failure;
  // Nothing in a coupling or a society begins with a word of ours, but for what may stand everywhere.
  if (!leftOver || spec.starters.length !== 2) return undefined;
  if (!/^(channel|connect|link|carry|from)$/.test(tokens[at]?.image ?? "")) return undefined;
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

/** `law.enacted <- politics.bill` */
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

/** `temperature -> thermostat.reading`, `room -> thermostat`: whose it is, or what of it, is not said. */
export const halfASource: Recognize = ({ tokens, failure, spec }) => {
  const { at, leftOver } = failure;
  const [word, next] = [tokens[at], tokens[at + 1]];
  if (!leftOver || spec.rule !== "couplingItems" || word === undefined || !isWord(word)) return undefined;
  if (next?.tokenType !== sign["->"]) return undefined;
  const { startOffset: start } = word;
  return {
    ...leftOut(tokens, at, at + 1),
    habit: "half a source",
    tokens: [nameless(start, word.doc), signToken(".", start, start), nameless(start)],
    certain: false,
  };
};

/** `vary target from 1 to 3`: whose it is, is not said. */
export const halfAPart: Recognize = ({ tokens, failure: { at, expected, construct } }) => {
  const name = tokens[at - 1];
  if (expected.join() !== "." || construct === "measure" || !isWord(name) || name === undefined)
    return undefined;
  const { startOffset: start } = name;
  return {
    ...leftOut(tokens, at - 1, at - 1, at),
    habit: "half a part",
    tokens: [nameless(start), signToken(".", start, start)],
    span: spanOf(tokens, at - 1, at),
    certain: false,
  };
};

/** `room.temperature, room.brightness -> …` */
export const severalSources: Recognize = ({ tokens, failure }) => {
  const { at, construct, expected } = failure;
  if (construct !== "channel" || !expected.includes("->") || tokens[at]?.tokenType !== sign[","])
    return undefined;
  let to = at;
  while (to < tokens.length && tokens[to]?.tokenType !== sign["->"]) to += 1;
  const own = tokens.slice(at, to);
  if (to === tokens.length || !own.every((token) => isWord(token) || /^[,.]$/.test(token.image)))
    return undefined;
  return { habit: "several sources", ...leftOut(tokens, at, to), certain: false };
};

/** `a, b -> …`, where nothing begins with `a` */
export const severalHalves: Recognize = ({ source, tokens, failure, spec }) => {
  const { at, leftOver } = failure;
  const word = tokens[at];
  if (!leftOver || spec.rule !== "couplingItems" || word === undefined || !beginsLine(source.text, word))
    return undefined;
  let to = at;
  while (isWord(tokens[to]) && tokens[to + 1]?.tokenType === sign[","]) to += 2;
  if (to === at || !isWord(tokens[to]) || tokens[to + 1]?.tokenType !== sign["->"]) return undefined;
  const { startOffset: start } = word;
  return {
    ...leftOut(tokens, at, to + 1),
    habit: "several sources",
    tokens: [nameless(start, word.doc), signToken(".", start, start), nameless(start)],
    certain: false,
  };
};
