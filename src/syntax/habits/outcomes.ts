/* What is expected of a run, as it is spoken: of what happens to a name, and not of a condition. */
import { nearest } from "../../base/near.ts";
import { placeIn } from "../../base/place.ts";
import { isWord } from "../bodies.ts";
import { beginsLine, beginOfLine, indentation } from "../layout.ts";
import { keyword, NumberToken, sign, type Token } from "../tokens.ts";
import {
  inPlace,
  leftOut,
  nameless,
  numberToken,
  refEnd,
  spanOf,
  wordToken,
  type Recognize,
} from "./habit.ts";

/** What happens to a name begins with one of these. */
const verbs = /^(resonates|stays|designates|occurs|never|is)$/;

const happenings = ["resonates", "stays", "designates", "occurs"];

const outcomes = /^(Expect|Eventually|After|Measure)$/;

/** `expect stop_sharing is successful`, `expect politics is not opposition` */
export const saidOfName: Recognize = ({ tokens, failure: { at, rule } }) => {
  if (rule !== "verdict" || tokens[at - 1]?.image !== "is" || !isWord(tokens[at - 2])) return undefined;
  // Of a part that has a value a comparison is meant.
  if (tokens[at - 3]?.tokenType === sign["."]) return undefined;
  const said = tokens[at]?.tokenType === keyword.not ? at + 1 : at;
  if (!isWord(tokens[said])) return undefined;
  return {
    habit: "said of a name",
    ...leftOut(tokens, at - 1, said + 1),
    span: spanOf(tokens, at - 2, said + 1),
    certain: false,
  };
};

/** `expect mass_media reports`, `expect economy.price rises` */
export const spokenDoing: Recognize = ({ source, tokens, failure: { at, leftOver, lastItem } }) => {
  const verb = tokens[at];
  if (verb === undefined || !isWord(verb) || !leftOver || !outcomes.test(lastItem ?? "")) return undefined;
  let from = at - 1;
  while (tokens[from - 1]?.tokenType === sign["."] && isWord(tokens[from - 2])) from -= 2;
  if (!isWord(tokens[from]) || verbs.test(tokens[from]?.image ?? "")) return undefined;
  if (!/^(expect|eventually|=)$/.test(tokens[from - 1]?.image ?? "")) return undefined;
  const next = tokens[at + 1];
  const ends = next === undefined || next.image === "}" || beginsLine(source.text, next);
  if (!ends || beginsLine(source.text, verb) || nearest(verb.image, happenings).length > 0) return undefined;
  const moves = movements.test(verb.image);
  if (!moves && from < at - 1) return undefined;
  return {
    habit: moves ? "spoken movement" : "spoken doing",
    ...leftOut(tokens, at, at + 1),
    span: spanOf(tokens, from, at + 1),
    certain: false,
  };
};

const movements =
  /^(increases?|rises?|grows?|climbs?|decreases?|falls?|sinks?|drops?|shrinks?|declines?|changes?)$/;

/** `expect politics resonates and economy resonates`; the second may leave its subject out. */
export const severalOutcomes: Recognize = ({ source, tokens, failure: { at, leftOver, lastItem } }) => {
  const joint = tokens[at];
  if (!leftOver || lastItem !== "Expect" || joint === undefined || !/^(and|or)$/.test(joint.image))
    return undefined;
  const expected = tokens.findLastIndex((token, index) => index < at && token.image === "expect");
  if (expected === -1) return undefined;
  const { text } = source;
  const own = tokens.slice(expected + 1, refEnd(tokens, expected + 1));
  const isShort = verbs.test(tokens[at + 1]?.image ?? "") && tokens[at + 2]?.image !== ".";
  const subject = isShort ? own : [];
  const written = `expect ${isShort ? `${own.map(({ image }) => image).join("")} ` : ""}`;
  const start = tokens[at - 1]?.end ?? joint.startOffset;
  const end = tokens[at + 1]?.startOffset ?? joint.end;
  const begin = beginOfLine(text, joint.startOffset);
  const margin = text.slice(begin, begin + indentation(text, joint.startOffset));
  return {
    habit: "several outcomes",
    from: at,
    to: at + 1,
    tokens: [wordToken("expect", joint.startOffset, joint.end), ...subject],
    meant: joint.image,
    title: "write two `expect`s",
    span: spanOf(tokens, at, at + 1),
    edits:
      joint.image === "and"
        ? [{ place: placeIn(source.name, { start, end }), text: `\n${margin}${written}` }]
        : [],
    certain: true,
  };
};

/** `run until politics designates opposition at most 9 steps` */
export const happeningInUntil: Recognize = ({ source, tokens, failure: { at, construct } }) => {
  if (construct !== "run" || !verbs.test(tokens[at]?.image ?? "")) return undefined;
  let from = at;
  while (from > 0 && tokens[from - 1]?.image !== "until") from -= 1;
  if (from === 0 || refEnd(tokens, from) !== at) return undefined;
  let to = at;
  const isBound = (index: number) =>
    tokens[index]?.image === "at" && tokens[index + 2]?.tokenType === NumberToken;
  const isEnd = (token: Token) => token.image === "}" || beginsLine(source.text, token);
  for (let token = tokens[to]; token !== undefined && !isEnd(token) && !isBound(to); token = tokens[to])
    to += 1;
  // `occurs at least 2 times at most 9 steps`: the first bound is part of what happens.
  const after = tokens[to + 3];
  if (isBound(to) && /^times?$/.test(after?.image ?? "")) to += 4;
  const span = spanOf(tokens, from, to);
  const bound = isBound(to)
    ? []
    : [
        wordToken("at", span.end, span.end),
        wordToken("most", span.end, span.end),
        numberToken("1", span.end, span.end),
        wordToken("step", span.end, span.end),
      ];
  return {
    habit: "happening in until",
    ...leftOut(tokens, from, to),
    tokens: [nameless(span.start), ...bound],
    certain: false,
  };
};

/** How many times, as it is spoken: the bound, and by how much its number is another. */
const spokenBounds: readonly (readonly [words: string, bound: string, more: number])[] = [
  ["not more than", "most", 0],
  ["no more than", "most", 0],
  ["not less than", "least", 0],
  ["no less than", "least", 0],
  ["more than", "least", 1],
  ["less than", "most", -1],
  ["fewer than", "most", -1],
  ["over", "least", 1],
  ["under", "most", -1],
  ["exactly", "", 0],
  ["only", "", 0],
  ["just", "", 0],
];

/** `occurs more than 1 time` */
export const spokenCount: Recognize = ({ source, tokens, failure: { at } }) => {
  if (tokens[at - 1]?.image !== "occurs") return undefined;
  for (const [words, bound, more] of spokenBounds) {
    const said = words.split(" ");
    const count = tokens[at + said.length];
    if (!said.every((word, index) => tokens[at + index]?.image === word)) continue;
    const number = Number(count?.image ?? "");
    if (count?.tokenType !== NumberToken || !Number.isInteger(number) || number + more < 0) continue;
    const to = at + said.length + 1;
    const timed = /^times?$/.test(tokens[to]?.image ?? "");
    const meant = String(number + more);
    return {
      habit: "spoken count",
      ...inPlace(source, tokens, at, timed ? to + 1 : to, [
        ...(bound === "" ? [] : ["at", bound]),
        meant,
        meant === "1" ? "time" : "times",
      ]),
      certain: true,
    };
  }
  return undefined;
};

/** `stays calm`: there is one thing that a system can stay. */
export const staysCalm: Recognize = ({ source, tokens, failure: { at, expected } }) => {
  const word = tokens[at];
  if (tokens[at - 1]?.image !== "stays" || expected.join() !== "indifferent" || !isWord(word))
    return undefined;
  if (nearest(word?.image ?? "", ["indifferent"]).length > 0) return undefined;
  return {
    habit: "other word",
    ...inPlace(source, tokens, at, at + 1, ["indifferent"]),
    certain: /^(calm|quiet|silent|passive|unmoved|unaffected|unimpressed|untouched|unresponsive)$/.test(
      word?.image ?? "",
    ),
  };
};

/** `expect that …`, `emits a gift`: speech has words before a name that the language has not. */
export const articleBefore: Recognize = ({ source, tokens, failure: { at } }) => {
  const [before, article, name] = [tokens[at - 2], tokens[at - 1], tokens[at]];
  if (article === undefined || name === undefined || !isWord(name) || beginsLine(source.text, name))
    return undefined;
  if (!/^(a|an|the|that)$/.test(article.image) || !/^[a-z]+$/.test(before?.image ?? "")) return undefined;
  if (article.image === "that" && before?.image !== "expect") return undefined;
  const place = placeIn(source.name, { start: article.startOffset, end: name.startOffset });
  return {
    ...leftOut(tokens, at - 1, at),
    habit: "needless word",
    edits: [{ place, text: "" }],
    certain: !isDeclared(article.image, source.text),
  };
};

/** Whether the text declares something of this name. */
function isDeclared(name: string, text: string): boolean {
  return new RegExp(
    `\\b(?:operation|event|system|machine|organization|interaction|movement|regulation) ${name}\\b`,
  ).test(text);
}

/** `expect politics resonates to politics.coverage`: what it notices has its bare name. */
export const ownSensitivity: Recognize = ({ source, tokens, failure: { at, leftOver } }) => {
  const [to, owner, dot, name] = [tokens[at - 2], tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!leftOver || to?.image !== "to" || dot?.tokenType !== sign["."] || owner === undefined)
    return undefined;
  const verb = tokens[at - 3]?.image === "resonates" ? at - 3 : at - 4;
  if (!isWord(name) || !verbs.test(tokens[verb]?.image ?? "")) return undefined;
  if (tokens[verb - 1]?.image !== owner.image) return undefined;
  const place = placeIn(source.name, { start: owner.startOffset, end: dot.end });
  return {
    ...leftOut(tokens, at - 1, at + 1),
    habit: "needless word",
    edits: [{ place, text: "" }],
    certain: true,
  };
};
