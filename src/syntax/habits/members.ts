/* Members of systems, quantities of environments, and what is taken for one. */
import { placeIn } from "../../base/place.ts";
import { bodySpecs, isStarter, isWord, type BodySpec } from "../bodies.ts";
import { beginsLine, onDifferentLines } from "../layout.ts";
import { NumberToken, sign, TextToken, type Token } from "../tokens.ts";
import { inPlace, leftOut, signToken, spanOf, textOf, wordToken, type Recognize } from "./habit.ts";

/** Words that stand behind what they belong to, and the member that they stand before. */
const modifiers: ReadonlyMap<string, string> = new Map([
  ["normative", "expectation"],
  ["cognitive", "expectation"],
  ["constitutional", "limit"],
  ["public", "role"],
  ["performance", "role"],
]);

/** `normative expectation n: number = 1`, `constitutional limit …`, `public role guest`, `cognitive n: number = 1` */
export const modifierBefore: Recognize = ({ source, tokens, failure, spec }) => {
  const { at, leftOver } = failure;
  const [modifier, first] = [tokens[at], tokens[at + 1]];
  const member = modifiers.get(modifier?.image ?? "");
  if (!leftOver || spec.rule !== "members" || modifier === undefined || first === undefined) return undefined;
  const isSaid = first.image === member && isWord(tokens[at + 2]);
  const isName = isWord(first) && tokens[at + 2]?.tokenType === sign[":"];
  if (member === undefined || !(isSaid || (isName && member === "expectation"))) return undefined;
  const to = endOfItem(source.text, tokens, at + 2, spec);
  // A limit is constitutional before it says what it blocks.
  const blocks = tokens.findIndex(({ image }, index) => index > at + 2 && index < to && image === "blocks");
  const behind = member === "limit" && blocks > 0 ? blocks : to;
  const { startOffset: start, end } = modifier;
  const meant = [
    ...(isSaid ? [] : [member]),
    textOf(source, tokens, at + 1, behind),
    modifier.image,
    ...(behind < to ? [textOf(source, tokens, behind, to)] : []),
  ].join(" ");
  const span = spanOf(tokens, at, to);
  return {
    habit: "modifier before",
    from: at,
    to,
    tokens: [
      wordToken(member, start, end, modifier.doc),
      ...tokens.slice(isSaid ? at + 2 : at + 1, behind),
      wordToken(modifier.image, start, end),
      ...tokens.slice(behind, to),
    ],
    meant,
    span,
    edits: [{ place: placeIn(source.name, span), text: meant }],
    certain: true,
  };
};

/** The index behind an item: the next line that begins another, or the end. */
function endOfItem(text: string, tokens: readonly Token[], from: number, spec: BodySpec): number {
  let to = from;
  while (to < tokens.length) {
    const token = tokens[to];
    if (token !== undefined && beginsLine(text, token)) break;
    if (to > from && isStarter(spec, token?.image)) break;
    to += 1;
  }
  return to;
}

/** `temperature = 3`, where every quantity and expectation says of what type it is. */
export const missingType: Recognize = ({ source, tokens, failure, spec }) => {
  const { at, leftOver, rule } = failure;
  const isQuantity = leftOver && spec.rule === "environmentItems" && isWord(tokens[at]);
  const equals = isQuantity ? (tokens[at + 1]?.tokenType === TextToken ? at + 2 : at + 1) : at;
  const name = tokens[isQuantity ? at : at - 1];
  const ends = tokens[equals]?.image ?? "";
  const isTyped = isQuantity || rule === "expectation" || rule === "quantity";
  const isParameter = rule === "parameters" && failure.expected.includes(":") && /^[,)]$/.test(ends);
  if (name === undefined || !(isParameter || (isTyped && ends === "="))) return undefined;
  if (!isQuantity && !failure.expected.includes(":")) return undefined;
  const offset = tokens[equals - 1]?.end ?? 0;
  const value = tokens[equals + 1];
  const type = /^(true|false)$/.test(value?.image ?? "")
    ? "boolean"
    : value?.tokenType === NumberToken || value?.image === "-"
      ? "number"
      : undefined;
  return {
    habit: "missing type",
    from: equals,
    to: equals,
    // A type of no width stands for one that is missing.
    tokens: [signToken(":", offset, offset), wordToken("number", offset, offset)],
    meant: isTyped && type !== undefined ? `${name.image}: ${type}` : `${name.image}: number`,
    span: { start: name.startOffset, end: name.end },
    edits:
      isTyped && type !== undefined
        ? [{ place: placeIn(source.name, { start: offset, end: offset }), text: `: ${type}` }]
        : [],
    certain: false,
    title: `insert \`: ${type ?? "number"}\``,
  };
};

/** `number size`, `int size`: the type before the name */
export const typeBeforeName: Recognize = ({ source, tokens, failure }) => {
  const { at, rule, expected } = failure;
  const [type, name, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (type === undefined || name === undefined || !isWord(name) || !expected.includes(":")) return undefined;
  const ends = /^(parameters)$/.test(rule) ? /^[,)]$/ : /^=$/;
  if (!/^(number|boolean)$/.test(type.image) || !ends.test(next?.image ?? "")) return undefined;
  const span = spanOf(tokens, at - 1, at + 1);
  const meant = `${name.image}: ${type.image}`;
  return {
    habit: "type before name",
    from: at - 1,
    to: at + 1,
    tokens: [name, signToken(":", name.end, name.end), type],
    meant,
    span,
    edits: [{ place: placeIn(source.name, span), text: meant }],
    certain: true,
  };
};

/** `run for 3 steps` */
export const runFor: Recognize = ({ source, tokens, failure: { at } }) => {
  const [run, word, count] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (run?.image !== "run" || word?.image !== "for" || count?.tokenType !== NumberToken) return undefined;
  const place = placeIn(source.name, { start: word.startOffset, end: count.startOffset });
  return {
    ...leftOut(tokens, at, at + 1),
    habit: "needless word",
    edits: [{ place, text: "" }],
    certain: true,
  };
};

/** `run until … within 20 steps`, `… for up to 20 steps` */
export const untilWithin: Recognize = ({ source, tokens, failure: { at, expected } }) => {
  if (!expected.includes("at")) return undefined;
  const words = /^(within|in|max|maximum|for|up|to|no|not|more|than|at|most|the|next|after)$/;
  let to = at;
  while (to < at + 4 && words.test(tokens[to]?.image ?? "")) to += 1;
  if (to === at || tokens[to]?.tokenType !== NumberToken) return undefined;
  return { habit: "other word", ...inPlace(source, tokens, at, to, ["at", "most"]), certain: true };
};

/** `is sensitive to …`, `the operation …` */
export const needlessWord: Recognize = ({ source, tokens, failure, spec }) => {
  const { at, leftOver } = failure;
  const [word, next] = [tokens[at], tokens[at + 1]];
  if (!leftOver || word === undefined || next === undefined) return undefined;
  if (!/^(is|are|has|have|can|the|a|an|and|then|also)$/.test(word.image)) return undefined;
  if (!isStarter(spec, next.image)) return undefined;
  const place = placeIn(source.name, { start: word.startOffset, end: next.startOffset });
  return {
    ...leftOut(tokens, at, at + 1),
    habit: "needless word",
    edits: [{ place, text: "" }],
    certain: !onDifferentLines(source.text, word.end, next.startOffset),
  };
};

/** `within society` or `like law` in the body of a system, which its header says */
export const headerInBody: Recognize = ({ source, tokens, failure, spec }) => {
  const { at, leftOver } = failure;
  const word = tokens[at];
  if (!leftOver || spec.rule !== "members" || !/^(within|like)$/.test(word?.image ?? "")) return undefined;
  if (!isWord(tokens[at + 1])) return undefined;
  const to = endOfItem(source.text, tokens, at + 1, spec);
  return { habit: "header in body", ...leftOut(tokens, at, to), certain: false };
};

/** A declaration in the body of another: `function system law { … }` within a system. */
export const nestedDeclaration: Recognize = ({ source, tokens, failure, spec }) => {
  const { at, leftOver, construct } = failure;
  if (spec.rule === "model") return undefined;
  // `function` is taken for what a system is there for.
  const isSystem = tokens[at]?.image === "system" && construct === "functionText";
  const from = isSystem ? at - 1 : leftOver ? at : undefined;
  const first = from === undefined ? undefined : tokens[from];
  if (from === undefined || first === undefined || !beginsLine(source.text, first)) return undefined;
  if (!isStarter(bodySpecs.ModelFile, first.image)) return undefined;
  let to = at + 1;
  while (to < tokens.length && tokens[to]?.tokenType !== sign["{"]) {
    const token = tokens[to];
    if (token !== undefined && beginsLine(source.text, token)) return undefined;
    to += 1;
  }
  // The bodies are read on their own: here theirs have nothing in them.
  if (tokens[to + 1]?.tokenType !== sign["}"]) return undefined;
  return { habit: "nested declaration", ...leftOut(tokens, from, to + 2, to), certain: false };
};
