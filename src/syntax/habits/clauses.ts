import { placeIn } from "../../base/place.ts";
import { isStarter, isWord, type BodySpec } from "../bodies.ts";
import { onDifferentLines } from "../layout.ts";
import { PlainName, sign, Token } from "../tokens.ts";
import { leftOut, nameless, signToken, spanOf, touches, type HabitFound, type Recognize } from "./habit.ts";

/** `-> lawful emit judgment` */
export const effectsWithoutBraces: Recognize = ({ source, tokens, failure, spec }) => {
  const { at, leftOver, lastItem } = failure;
  const follows = lastItem === "Rule" || lastItem === "Choice" || lastItem === "Otherwise";
  if (!leftOver || !follows || !beginsEffect(tokens, at)) return undefined;
  const to = effectsEnd(tokens, at, spec);
  const span = spanOf(tokens, at, to);
  return {
    habit: "effects without braces",
    from: at,
    to,
    tokens: inBraces(tokens, at, to),
    meant: `{ ${source.text.slice(span.start, span.end)} }`,
    title: "put the effects in braces",
    span,
    edits: [
      { place: placeIn(source.name, { start: span.start, end: span.start }), text: "{ " },
      { place: placeIn(source.name, { start: span.end, end: span.end }), text: " }" },
    ],
    certain: true,
  };
};

function beginsEffect(tokens: readonly Token[], at: number): boolean {
  return isWord(tokens[at]) && (tokens[at]?.image === "emit" || tokens[at + 1]?.tokenType === sign[":="]);
}

function effectsEnd(tokens: readonly Token[], from: number, spec: BodySpec): number {
  let to = from + 1;
  while (to < tokens.length && !(isStarter(spec, tokens[to]?.image) && isEffectEnd(tokens, to))) to += 1;
  return to;
}

function inBraces(tokens: readonly Token[], from: number, to: number): readonly Token[] {
  const { start, end } = spanOf(tokens, from, to);
  return [signToken("{", start, start), ...tokens.slice(from, to), signToken("}", end, end)];
}

/** Whether the word at `index` is no part of an effect: not what is emitted, assigned to or read. */
function isEffectEnd(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]?.image ?? "";
  const next = tokens[index + 1]?.tokenType;
  return !/^(emit|:=|[-+*/^(,:.<>=]|<=|>=|!=|and|or|not)$/.test(before) && next !== sign[":="];
}

/** `-> emit judgment`: an effect stands where the value is missing. */
export const effectsForValue: Recognize = ({ tokens, failure, spec }) => {
  // What stands behind the arrow has been read as the value: `emit`.
  const from = failure.at - 1;
  if (!failure.leftOver || tokens[from - 1]?.tokenType !== sign["->"] || tokens[from]?.image !== "emit")
    return undefined;
  const to = effectsEnd(tokens, from, spec);
  return {
    ...leftOut(tokens, from, to),
    habit: "effects for a value",
    tokens: [nameless(tokens[from - 1]?.end ?? 0), ...inBraces(tokens, from, to)],
    certain: false,
  };
};

/** `-> not lawful` */
export const negatedValue: Recognize = ({ tokens, failure: { at, expected } }) => {
  const [arrow, not, value] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  const isValue =
    expected.includes("Word") && (arrow?.tokenType === sign["->"] || arrow?.image === "designates");
  if (!isValue || not?.image !== "not" || !isWord(value)) return undefined;
  return {
    ...leftOut(tokens, at, at + 2),
    habit: "negated value",
    tokens: [nameless(not.startOffset)],
    certain: false,
  };
};

/** `-> too cold`, where the text has `too_cold` elsewhere */
export const nameInTwoWords: Recognize = ({ source, tokens, failure }) => {
  const { at, leftOver } = failure;
  const [first, second] = [tokens[at - 1], tokens[at]];
  if (!isWord(first) || !isWord(second) || first === undefined || second === undefined) return undefined;
  if (!leftOver && failure.expected.includes("Word")) return undefined;
  if (onDifferentLines(source.text, first.end, second.startOffset)) return undefined;
  const meant = `${first.image}_${second.image}`;
  const others = source.text.split(meant).slice(1);
  const isKnown = others.some((rest) => !/^[\p{ID_Continue}]/u.test(rest));
  if (!isKnown) return undefined;
  const span = spanOf(tokens, at - 1, at + 1);
  return {
    habit: "name in two words",
    from: at - 1,
    to: at + 1,
    tokens: [new Token(PlainName, meant, span.start, span.end, first.doc)],
    meant,
    span,
    edits: [{ place: placeIn(source.name, span), text: meant }],
    certain: true,
  };
};

/** `emit law.judgment`, `law.price := 3`, `-> law.lawful`: a part with its system before it, where a name alone stands. */
export const nameInFull: Recognize = ({ source, tokens, failure, system }): HabitFound | undefined => {
  const { at, leftOver } = failure;
  // The path has been read up to the dot, or nothing of it.
  const from = tokens[at]?.tokenType === sign["."] ? at - 1 : leftOver ? at : undefined;
  if (from === undefined || system === undefined) return undefined;
  const [owner, dot, part] = [tokens[from], tokens[from + 1], tokens[from + 2]];
  if (owner === undefined || dot?.tokenType !== sign["."] || part === undefined) return undefined;
  if (!isWord(owner) || !isWord(part) || !touches(owner, dot) || !touches(dot, part)) return undefined;
  const isOwn = owner.image === system;
  const isValue = tokens[from - 1]?.tokenType === sign["->"];
  const isSet = tokens[from + 3]?.tokenType === sign[":="];
  const isEmitted = tokens[from - 1]?.image === "emit";
  const span = { start: owner.startOffset, end: dot.end };
  return {
    habit: isOwn ? "own name in full" : "name of another",
    from,
    to: from + 2,
    tokens: [],
    meant: part.image,
    span: { start: owner.startOffset, end: part.end },
    edits: isOwn || isValue ? [{ place: placeIn(source.name, span), text: "" }] : [],
    certain: isOwn,
    title: `leave out \`${owner.image}.\``,
    role: isValue ? "value" : isSet ? "expectation" : isEmitted ? "operation" : undefined,
  };
};
