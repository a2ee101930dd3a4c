/* Conditions and values in the words of speech, of mathematics and of other languages. */
import { placeIn } from "../../base/place.ts";
import { isWord } from "../bodies.ts";
import { onDifferentLines } from "../layout.ts";
import { keyword, sign, type Token } from "../tokens.ts";
import {
  inPlace,
  nameless,
  signToken,
  spanOf,
  textOf,
  wordToken,
  type HabitFound,
  type Recognize,
} from "./habit.ts";
import { beginsOperand, sumAfter, sumBefore } from "./operand.ts";
import { saidOfName } from "./outcomes.ts";

/** How comparisons are spoken, the longer before the shorter. */
const spoken: readonly (readonly [words: string, meant: string])[] = [
  ["is greater than or equal to", ">="],
  ["is less than or equal to", "<="],
  ["is not equal to", "!="],
  ["is equal to", "="],
  ["is greater than", ">"],
  ["is larger than", ">"],
  ["is more than", ">"],
  ["is higher than", ">"],
  ["is less than", "<"],
  ["is smaller than", "<"],
  ["is lower than", "<"],
  ["is at least", ">="],
  ["is at most", "<="],
  ["is above", ">"],
  ["is over", ">"],
  ["is below", "<"],
  ["is under", "<"],
  ["is not", "!="],
  ["equals", "="],
  ["exceeds", ">"],
  ["above", ">"],
  ["below", "<"],
  ["is", "="],
];

export const spokenComparison: Recognize = (situation) => {
  const { source, tokens, failure } = situation;
  const { at } = failure;
  // `expect price is 3`: what `is` begins has been read already.
  const from = tokens[at - 1]?.image === "is" ? at - 1 : at;
  for (const [words, meant] of spoken) {
    const spelt = words.split(" ");
    if (!spelt.every((word, index) => tokens[from + index]?.image === word)) continue;
    const to = from + spelt.length;
    if (sumBefore(tokens, from) === from || !beginsOperand(tokens[to])) continue;
    // Of a name alone something else may be said than that it equals something.
    const said = /^is( not)?$/.test(words) ? saidOfName(situation) : undefined;
    if (said !== undefined) return said;
    return { habit: "spoken comparison", ...inPlace(source, tokens, from, to, [meant]), certain: true };
  }
  return undefined;
};

/** `price in 3..5`, `price between 3 and 5` */
export const withinRange: Recognize = ({ source, tokens, failure: { at } }) => {
  const word = tokens[at]?.image ?? "";
  const verb = tokens[at - 1]?.image === "is" ? 1 : 0;
  const to = at - verb;
  const from = sumBefore(tokens, to);
  const low = sumAfter(source, tokens, at + 1);
  const high = sumAfter(source, tokens, low + 1);
  const divider = word === "in" ? ".." : word === "between" ? "and" : undefined;
  if (divider === undefined || tokens[low]?.image !== divider) return undefined;
  if (from === to || low === at + 1 || high === low + 1) return undefined;
  const subject = tokens.slice(from, to);
  const span = spanOf(tokens, from, high);
  const said = textOf(source, tokens, from, to);
  const meant = `${said} >= ${textOf(source, tokens, at + 1, low)} and ${said} <= ${textOf(source, tokens, low + 1, high)}`;
  const negated = tokens[from - 1]?.tokenType === keyword.not;
  const { startOffset: start = 0, end = 0 } = tokens[at] ?? {};
  return {
    habit: "within a range",
    from,
    to: high,
    tokens: [
      ...(negated ? [signToken("(", span.start, span.start)] : []),
      ...subject,
      signToken(">=", start, end),
      ...tokens.slice(at + 1, low),
      wordToken("and", start, end),
      ...subject,
      signToken("<=", start, end),
      ...tokens.slice(low + 1, high),
      ...(negated ? [signToken(")", span.end, span.end)] : []),
    ],
    meant: negated ? `(${meant})` : meant,
    span,
    edits: [{ place: placeIn(source.name, span), text: negated ? `(${meant})` : meant }],
    // Whether the two bounds themselves are between them, speech leaves open.
    certain: divider === "..",
  };
};

/** `3 < price < 5` */
export const chainedComparison: Recognize = ({ source, tokens, failure: { at } }) => {
  const second = tokens[at];
  if (second === undefined || !isComparison(second)) return undefined;
  const middle = sumBefore(tokens, at);
  const first = tokens[middle - 1];
  if (middle === at || first === undefined || !isComparison(first)) return undefined;
  const between = tokens.slice(middle, at);
  // What stands for a missing name cannot be written twice.
  if (between.some(({ image }) => image === "")) return undefined;
  const left = sumBefore(tokens, middle - 1);
  const right = sumAfter(source, tokens, at + 1);
  const said = textOf(source, tokens, middle, at);
  const { end } = spanOf(tokens, middle, at);
  return {
    habit: "chained comparison",
    from: at,
    to: at,
    tokens: [wordToken("and", end, end), ...between],
    meant: `${textOf(source, tokens, left, middle)} ${said} and ${said} ${textOf(source, tokens, at, right)}`,
    span: spanOf(tokens, left, right),
    edits: [{ place: placeIn(source.name, { start: end, end }), text: ` and ${said}` }],
    certain: true,
  };
};

function isComparison({ image }: Token): boolean {
  return /^(=|!=|[<>]=?)$/.test(image);
}

/** `price > 3 and < 5` */
export const comparisonWithoutSubject: Recognize = ({ source, tokens, failure: { at } }) => {
  const [joint, token] = [tokens[at - 1], tokens[at]];
  if (token === undefined || !isComparison(token) || !/^(and|or)$/.test(joint?.image ?? "")) return undefined;
  const right = sumBefore(tokens, at - 1);
  const operator = tokens[right - 1];
  if (operator === undefined || !isComparison(operator)) return undefined;
  const from = sumBefore(tokens, right - 1);
  const subject = tokens.slice(from, right - 1);
  if (subject.length === 0) return undefined;
  const said = textOf(source, tokens, from, right - 1);
  const { startOffset: start } = token;
  return {
    habit: "comparison without subject",
    from: at,
    to: at,
    tokens: subject,
    meant: `${said} ${textOf(source, tokens, at, sumAfter(source, tokens, at + 1))}`,
    span: spanOf(tokens, at, at + 1),
    edits: [{ place: placeIn(source.name, { start, end: start }), text: `${said} ` }],
    certain: false,
  };
};

/** Functions of one argument that are spoken without parentheses. */
const ofOne = /^(chance|abs|round|floor|ceil|sqrt|log|exp|count)$/;

/** `chance 30%`, `round price` */
export const callWithoutParentheses: Recognize = ({ source, tokens, failure: { at } }) => {
  const [name, argument] = [tokens[at - 1], tokens[at]];
  if (name === undefined || !ofOne.test(name.image) || !beginsOperand(argument) || argument?.image === "(")
    return undefined;
  if (onDifferentLines(source.text, name.end, argument?.startOffset ?? 0)) return undefined;
  const to = sumAfter(source, tokens, at);
  const span = spanOf(tokens, at - 1, to);
  const meant = `${name.image}(${textOf(source, tokens, at, to)})`;
  return {
    habit: "call without parentheses",
    from: at - 1,
    to,
    tokens: [
      name,
      signToken("(", name.end, name.end),
      ...tokens.slice(at, to),
      signToken(")", span.end, span.end),
    ],
    meant,
    span,
    edits: [{ place: placeIn(source.name, span), text: meant }],
    // Of a longer calculation the function may be meant for a part only.
    certain: to <= at + 2,
  };
};

/** `price mod 2`, `price % 2` */
export const remainder: Recognize = ({ source, tokens, failure: { at } }) => {
  const operator = tokens[at]?.image ?? "";
  if (operator !== "mod" && operator !== "%") return undefined;
  let from = at - 1;
  while (tokens[from - 1]?.image === "." && isWord(tokens[from - 2])) from -= 2;
  if (!beginsOperand(tokens[from]) || !beginsOperand(tokens[at + 1])) return undefined;
  const span = spanOf(tokens, from, at + 2);
  const meant = `mod(${textOf(source, tokens, from, at)}, ${textOf(source, tokens, at + 1, at + 2)})`;
  return {
    habit: "remainder",
    from,
    to: at + 2,
    tokens: [
      wordToken("mod", span.start, span.start + 1),
      signToken("(", span.start, span.start),
      ...tokens.slice(from, at),
      signToken(",", span.start, span.start),
      ...tokens.slice(at + 1, at + 2),
      signToken(")", span.end, span.end),
    ],
    meant,
    span,
    edits: [{ place: placeIn(source.name, span), text: meant }],
    certain: operator === "mod",
  };
};

/** `when a > 3, b < 2 -> …` */
export const commaBetweenConditions: Recognize = ({ source, tokens, failure }) => {
  const { at, expected } = failure;
  if (tokens[at]?.tokenType !== sign[","] || !expected.includes("->")) return undefined;
  return {
    habit: "comma between conditions",
    ...inPlace(source, tokens, at, at + 1, ["and"]),
    certain: false,
  };
};

/** `if price > 3 then 1 else 2`, where a value is wanted */
export const branching: Recognize = ({ source, tokens, failure: { at } }): HabitFound | undefined => {
  const from = branchBefore(source.text, tokens, at);
  const before = from === undefined ? undefined : tokens[from - 1];
  if (from === undefined || before === undefined || !/^(:=|[-+*/(,:=])$|^yields$/.test(before.image))
    return undefined;
  let to = at;
  while (to < tokens.length && !onDifferentLines(source.text, before.end, tokens[to]?.startOffset ?? 0)) {
    if (/^[)}]$/.test(tokens[to]?.image ?? "")) break;
    to += 1;
  }
  if (!tokens.slice(from, to).some(({ image }) => /^(then|else)$/.test(image))) return undefined;
  const span = spanOf(tokens, from, to);
  return {
    habit: "branching",
    from,
    to,
    tokens: [nameless(span.start)],
    meant: "",
    span,
    edits: [],
    certain: false,
  };
};

/** The index of the `if` that stands before `at` on its line. */
function branchBefore(text: string, tokens: readonly Token[], at: number): number | undefined {
  const end = tokens[at]?.startOffset ?? tokens.at(-1)?.end ?? 0;
  for (let index = at - 1; index > 0; index -= 1) {
    const token = tokens[index];
    if (token === undefined || onDifferentLines(text, token.startOffset, end)) return undefined;
    if (/^(if|case|switch)$/.test(token.image)) return index;
  }
  return undefined;
}
