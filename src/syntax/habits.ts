/*
 * Habits of other languages, and of writing by hand: what is meant is plain, and only the form is another. Where
 * reading failed, each of these looks whether it knows the form, and says what is meant.
 */
import { placeIn, type Span } from "../base/place.ts";
import type { Source } from "../base/source.ts";
import type { Edit } from "../diagnostics/diagnostic.ts";
import type { Failure } from "./attempt.ts";
import { isWord } from "./bodies.ts";
import { continuesName, startsName } from "./characters.ts";
import { beginsLine } from "./layout.ts";
import type { Habit } from "./problems.ts";
import { keyword, NumberToken, PlainName, sign, TextToken, Token, wordTypes, type Sign } from "./tokens.ts";

/** A stretch of tokens in another form, and what is meant by it. */
export interface HabitFound {
  readonly habit: Habit;
  /** The tokens from `from` on and before `to` are replaced by these. */
  readonly from: number;
  readonly to: number;
  readonly tokens: readonly Token[];
  readonly meant: string;
  /** The stretch of text in the other form. */
  readonly span: Span;
  /** What makes the text say what is meant; empty where nobody can know what to write. */
  readonly edits: readonly Edit[];
  readonly certain: boolean;
  /** Of arguments: what they are given to, and where each begins that has no name. */
  readonly callee?: string | undefined;
  readonly positions?: readonly number[] | undefined;
}

interface Situation {
  readonly source: Source;
  readonly tokens: readonly Token[];
  readonly failure: Failure;
  readonly starters: readonly string[];
}

type Recognize = (situation: Situation) => HabitFound | undefined;

/** What may have been meant, by those who write as they are used to. */
export function habitsAt(
  source: Source,
  tokens: readonly Token[],
  failure: Failure,
  starters: readonly string[],
): readonly HabitFound[] {
  return all.flatMap((recognize) => recognize({ source, tokens, failure, starters }) ?? []);
}

// ── Numbers ───────────────────────────────────────────────────────────────

const commaInNumber: Recognize = ({ source, tokens, failure }) => {
  const comma = [failure.at, failure.at - 1].find((index) => touchesNumbers(tokens, index));
  if (comma === undefined) return undefined;
  let to = comma + 2;
  while (touchesNumbers(tokens, to)) to += 2;
  const groups = tokens.slice(comma - 1, to).filter(({ tokenType }) => tokenType === NumberToken);
  const images = groups.map(({ image }) => image);
  const [first = "", ...others] = images;
  const grouped = /^[1-9]\d{0,2}$/.test(first) && others.every((image) => /^\d{3}$/.test(image));
  if (!grouped && (others.length > 1 || images.some((image) => !/^\d+$/.test(image)))) return undefined;
  const meant = images.join(grouped ? "_" : ".");
  const span = spanOf(tokens, comma - 1, to);
  return {
    habit: grouped ? "grouped digits" : "decimal comma",
    from: comma - 1,
    to,
    tokens: [new Token(NumberToken, meant, span.start, span.end, groups[0]?.doc ?? -1)],
    meant,
    span,
    edits: [{ place: placeIn(source.name, span), text: meant }],
    // `1,500` is one thousand five hundred here, and one and a half there.
    certain: !grouped || others.length > 1,
  };
};

/** Whether there is a comma with a number right before and right behind it. */
function touchesNumbers(tokens: readonly Token[], comma: number): boolean {
  const [before, sign0, behind] = [tokens[comma - 1], tokens[comma], tokens[comma + 1]];
  return (
    sign0?.tokenType === sign[","] &&
    before?.tokenType === NumberToken &&
    behind?.tokenType === NumberToken &&
    before.end === sign0.startOffset &&
    sign0.end === behind.startOffset
  );
}

// ── Names and words ───────────────────────────────────────────────────────

const quotedName: Recognize = ({ source, tokens, failure: { at, expected } }) => {
  const token = tokens[at];
  if (token?.tokenType !== TextToken || !expected.includes("Word")) return undefined;
  const meant = token.image.trim().replace(/[\s\-–]+/g, "_");
  if (!isName(meant) || wordTypes.get(meant) === keyword.not) return undefined;
  return {
    habit: "quoted name",
    ...inPlace(source, tokens, at, at + 1, [meant]),
    certain: meant === token.image,
  };
};

function isName(text: string): boolean {
  const [first, ...others] = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  return first !== undefined && startsName(first) && others.every(continuesName);
}

/** Words that other languages have for ours; of several in a row each must stand there. */
const otherWords: readonly (readonly [words: string, meant: string])[] = [
  ["else if", "when"],
  ["elif elsif elseif", "when"],
  ["if wenn falls si 如果 当 若", "when"],
  ["else default sonst sinon 否则", "otherwise"],
  ["then dann alors 则 那么", "->"],
  ["int integer float real double decimal numeric num Zahl zahl 数字", "number"],
  ["bool Boolean logical", "boolean"],
  ["happens happen occur", "occurs"],
  ["reacts responds", "resonates"],
  ["organisation Organisation organisation_system", "organization"],
  ["senses perceives receives", "sensitive to"],
  ["action act event method op", "operation"],
  ["use using include require", "import"],
];

const otherWord: Recognize = ({ source, tokens, failure, starters }) => {
  const { at, expected, leftOver } = failure;
  const token = tokens[at];
  if (token === undefined || !isWord(token)) return undefined;
  const fits = (meant: string): boolean => {
    const [first = ""] = meant.split(" ");
    return leftOver
      ? starters.includes(first) || (at > 0 && (first === "occurs" || first === "resonates"))
      : expected.includes(first);
  };
  for (const [words, meant] of otherWords) {
    const together = words === "else if" ? 2 : 1;
    const written = tokens
      .slice(at, at + together)
      .map(({ image }) => image)
      .join(" ");
    if (!(together === 2 ? written === words : words.split(" ").includes(written))) continue;
    if (!fits(meant)) continue;
    const found = inPlace(source, tokens, at, at + together, meant.split(" "));
    return { habit: "other word", ...found, certain: true };
  }
  return undefined;
};

const wordBeforeChannel: Recognize = ({ source, tokens, failure, starters }) => {
  const { at, leftOver } = failure;
  // Nothing in a coupling or a society begins with a word of ours, but for what may stand everywhere.
  if (!leftOver || starters.length !== 2 || !/^(channel|connect|link|carry)$/.test(tokens[at]?.image ?? ""))
    return undefined;
  if (!isWord(tokens[at + 1] ?? noToken) || tokens[at + 2]?.tokenType !== sign["."]) return undefined;
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

const kindOfSystem: Recognize = ({ source, tokens, failure, starters }) => {
  const { at, leftOver } = failure;
  if (!leftOver || tokens[at]?.image !== "system" || !starters.includes("machine")) return undefined;
  return {
    habit: "kind of system",
    ...inPlace(source, tokens, at, at + 1, ["function", "system"]),
    certain: false,
  };
};

const turnedChannel: Recognize = ({ source, tokens, failure }) => {
  const { at, construct } = failure;
  const [less, minus] = [tokens[at], tokens[at + 1]];
  if (construct !== "channel" || less?.image !== "<" || minus?.image !== "-") return undefined;
  let from = at - 1;
  while (tokens[from - 1]?.tokenType === sign["."] && isWord(tokens[from - 2] ?? noToken)) from -= 2;
  let to = at + 3;
  while (tokens[to]?.tokenType === sign["."] && isWord(tokens[to + 1] ?? noToken)) to += 2;
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

// ── Types ─────────────────────────────────────────────────────────────────

const typeWritten: Recognize = ({ source, tokens, failure }) => {
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

// ── What happens ──────────────────────────────────────────────────────────

const effectsWithoutBraces: Recognize = ({ source, tokens, failure, starters }) => {
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

const turnedEmission: Recognize = ({ source, tokens, failure, starters }) => {
  const { at, leftOver } = failure;
  if (!leftOver || !starters.includes("perturb")) return undefined;
  const emitting = /^(emit|emits)$/.test(tokens[at]?.image ?? "") && isWord(tokens[at + 1] ?? noToken);
  const begin = emitting ? at + 1 : at;
  let end = begin;
  while (isWord(tokens[end] ?? noToken) && tokens[end + 1]?.tokenType === sign["."]) end += 2;
  const operation = tokens[end];
  if (operation === undefined || !isWord(operation) || end === begin || end > begin + 4) return undefined;
  const emitted = tokens[end + 1]?.image === "emits";
  const to = end + (emitted ? 2 : 1);
  const next = tokens[to];
  const whole = next === undefined || next.image === "(" || beginsLine(source.text, next);
  if (!emitting && !whole && !starters.includes(next.image)) return undefined;
  const system = tokens.slice(begin, end - 1);
  const span = spanOf(tokens, at, to);
  const meant = `${textOf(source, tokens, begin, end - 1)} emits ${operation.image}`;
  return {
    habit: "turned emission",
    from: at,
    to,
    tokens: [...system, wordToken("emits", operation.startOffset, operation.startOffset + 1), operation],
    meant,
    span,
    edits: [{ place: placeIn(source.name, span), text: meant }],
    certain: true,
  };
};

const negation: Recognize = ({ source, tokens, failure }) => {
  const { at, leftOver } = failure;
  if (!leftOver || at === 0) return undefined;
  const words = tokens.slice(at, at + 3).map(({ image }) => image);
  const [first = "", second = ""] = words;
  const [length, verb] =
    /^(does|do|did)$/.test(first) && second === "not"
      ? [3, words[2] ?? ""]
      : /^(not|never)$/.test(first)
        ? [2, second]
        : [0, ""];
  const meant = /^(occurs?|happens?)$/.test(verb)
    ? ["never", "occurs"]
    : /^(resonates?|reacts?|responds?)$/.test(verb)
      ? ["stays", "indifferent"]
      : undefined;
  if (meant === undefined) return undefined;
  return { habit: "negation", ...inPlace(source, tokens, at, at + length, meant), certain: true };
};

// ── Arguments ─────────────────────────────────────────────────────────────

const positionalArguments: Recognize = ({ tokens, failure }) => {
  const { at, rule } = failure;
  if (rule !== "arguments") return undefined;
  const open = openingBefore(tokens, at);
  if (open === undefined) return undefined;
  const replaced: Token[] = [];
  const positions: number[] = [];
  let depth = 0;
  let to = open + 1;
  for (let begins = true; to < tokens.length; to += 1) {
    const token = tokens[to];
    if (token === undefined || (depth === 0 && token.image === ")")) break;
    const named = isWord(token) && tokens[to + 1]?.tokenType === sign[":"];
    if (begins && !named) {
      const { startOffset: start } = token;
      // A name without a text stands for one that is missing.
      replaced.push(new Token(PlainName, "", start, start, -1), signToken(":", start, start));
      positions.push(start);
    }
    replaced.push(token);
    if (token.image === "(") depth += 1;
    else if (token.image === ")") depth -= 1;
    begins = depth === 0 && token.tokenType === sign[","];
  }
  const callee = tokens[open - 1];
  if (positions.length === 0 || to >= tokens.length || callee === undefined) return undefined;
  return {
    habit: "positional arguments",
    from: open + 1,
    to,
    tokens: replaced,
    meant: "",
    span: spanOf(tokens, open, to + 1),
    edits: [],
    certain: false,
    callee: callee.image,
    positions,
  };
};

/** The bracket that is open at a token. */
function openingBefore(tokens: readonly Token[], at: number): number | undefined {
  let depth = 0;
  for (let index = at - 1; index >= 0; index -= 1) {
    const image = tokens[index]?.image;
    if (image === ")") depth += 1;
    else if (image === "(" && depth > 0) depth -= 1;
    else if (image === "(") return index;
  }
  return undefined;
}

// ── Tokens ────────────────────────────────────────────────────────────────

const noToken = new Token(TextToken, "", 0, 0, -1);

function spanOf(tokens: readonly Token[], from: number, to: number): Span {
  return { start: tokens[from]?.startOffset ?? 0, end: tokens[to - 1]?.end ?? 0 };
}

function textOf({ text }: Source, tokens: readonly Token[], from: number, to: number): string {
  const { start, end } = spanOf(tokens, from, to);
  return text.slice(start, end);
}

function wordToken(image: string, start: number, end: number, doc = -1): Token {
  return new Token(wordTypes.get(image) ?? PlainName, image, start, end, doc);
}

function signToken(image: Sign, start: number, end: number): Token {
  return new Token(sign[image], image, start, end, -1);
}

/** A stretch that is written with other words or signs. */
function inPlace(
  source: Source,
  tokens: readonly Token[],
  from: number,
  to: number,
  words: readonly string[],
): Pick<HabitFound, "from" | "to" | "tokens" | "meant" | "span" | "edits"> {
  const span = spanOf(tokens, from, to);
  const doc = tokens[from]?.doc ?? -1;
  const meant = words.join(" ");
  return {
    from,
    to,
    tokens: words.map((word, index) =>
      word in sign
        ? signToken(word as Sign, span.start, span.end)
        : wordToken(word, span.start, span.end, index === 0 ? doc : -1),
    ),
    meant,
    span,
    edits: [{ place: placeIn(source.name, span), text: meant }],
  };
}

const all: readonly Recognize[] = [
  commaInNumber,
  quotedName,
  otherWord,
  kindOfSystem,
  wordBeforeChannel,
  turnedChannel,
  typeWritten,
  effectsWithoutBraces,
  turnedEmission,
  negation,
  positionalArguments,
];
