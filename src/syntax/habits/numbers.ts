import { placeIn } from "../../base/place.ts";
import { isWord } from "../bodies.ts";
import { NumberToken, sign, Token } from "../tokens.ts";
import { inPlace, leftOut, numberToken, spanOf, touches, type Recognize } from "./habit.ts";

/** `0,5`, `1,000,000` */
export const commaInNumber: Recognize = ({ source, tokens, failure }) => {
  const comma = [failure.at, failure.at - 1].find((index) => touchesNumbers(tokens, index));
  if (comma === undefined || opensBracket(source.text, tokens[comma - 1])) return undefined;
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
    touches(before, sign0) &&
    touches(sign0, behind)
  );
}

/** `.5` */
export const bareDecimals: Recognize = ({ source, tokens, failure: { at } }) => {
  const [before, point, digits] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (point?.tokenType !== sign["."] || digits?.tokenType !== NumberToken || !touches(point, digits))
    return undefined;
  if (before !== undefined && touches(before, point) && (isWord(before) || before.tokenType === NumberToken))
    return undefined;
  const span = spanOf(tokens, at, at + 2);
  const meant = `0.${digits.image}`;
  return {
    habit: "bare decimals",
    from: at,
    to: at + 2,
    tokens: [numberToken(meant, span.start, span.end)],
    meant,
    span,
    edits: [{ place: placeIn(source.name, span), text: meant }],
    certain: true,
  };
};

/** `%60` */
export const percentBefore: Recognize = ({ source, tokens, failure: { at } }) => {
  const [percent, digits] = [tokens[at], tokens[at + 1]];
  if (percent?.tokenType !== sign["%"] || digits?.tokenType !== NumberToken || !touches(percent, digits))
    return undefined;
  const { start, end } = spanOf(tokens, at, at + 2);
  const meant = `${digits.image}%`;
  return {
    habit: "percent before",
    from: at,
    to: at + 2,
    tokens: [numberToken(digits.image, start, end - 1), new Token(sign["%"], "%", end - 1, end, -1)],
    meant,
    span: { start, end },
    edits: [{ place: placeIn(source.name, { start, end }), text: meant }],
    certain: true,
  };
};

/** `run -1 steps`, `seed -1` */
export const negativeCount: Recognize = ({ tokens, failure }) => {
  const { at, expected, leftOver } = failure;
  const isCounted = leftOver ? tokens[at - 1]?.image === "run" : expected.join() === "Number";
  if (!isCounted || tokens[at]?.tokenType !== sign["-"] || tokens[at + 1]?.tokenType !== NumberToken)
    return undefined;
  return { habit: "negative count", ...leftOut(tokens, at, at + 1, at + 2), certain: false };
};

/** `> =`, `< =`, `= <` */
export const partedComparison: Recognize = ({ source, tokens, failure: { at } }) => {
  const pair = `${tokens[at - 1]?.image ?? ""}${tokens[at]?.image ?? ""}`;
  const meant = comparisons.get(pair);
  if (meant === undefined) return undefined;
  return { habit: "parted comparison", ...inPlace(source, tokens, at - 1, at + 1, [meant]), certain: true };
};

const comparisons: ReadonlyMap<string, string> = new Map([
  [">=", ">="],
  ["<=", "<="],
  ["=>", ">="],
  ["=<", "<="],
  ["<>", "!="],
]);

/** `number in [0, 5]`, `number in (0, 5)` */
export const bracketedRange: Recognize = ({ source, tokens, failure }) => {
  const { at, rule } = failure;
  const { text } = source;
  if (rule !== "range") return undefined;
  const open = tokens[at]?.tokenType === sign["("] ? at : undefined;
  let from = open === undefined ? at - 1 : at + 1;
  if (tokens[from - 1]?.tokenType === sign["-"]) from -= 1;
  const low = numberAt(tokens, from);
  const divider = tokens[low.to];
  const high = numberAt(tokens, low.to + 1);
  if (low.image === "" || high.image === "" || !/^(,|-|\.\.)$/.test(divider?.image ?? "")) return undefined;
  const last = tokens[high.to - 1];
  const first = tokens[from];
  if (first === undefined || last === undefined) return undefined;
  const closed = open !== undefined && tokens[high.to]?.tokenType === sign[")"];
  // The scanner knows no square brackets: they are in the text alone.
  const start =
    open === undefined ? bracketBefore(text, first.startOffset) : (tokens[open]?.startOffset ?? 0);
  const end = open === undefined ? bracketBehind(text, last.end) : (tokens[high.to]?.end ?? last.end);
  if (start === undefined || end === undefined || (open !== undefined && !closed)) return undefined;
  const meant = `${low.image}..${high.image}`;
  return {
    habit: "bracketed range",
    from: open ?? from,
    to: closed ? high.to + 1 : high.to,
    tokens: [
      ...tokens.slice(from, low.to),
      new Token(sign[".."], "..", last.startOffset, last.startOffset, -1),
      ...tokens.slice(low.to + 1, high.to),
    ],
    meant,
    span: { start, end },
    edits: [{ place: placeIn(source.name, { start, end }), text: meant }],
    certain: true,
  };
};

/** A bound that begins at `from`: how it is written, and where it ends. */
function numberAt(tokens: readonly Token[], from: number): { readonly image: string; readonly to: number } {
  let to = tokens[from]?.tokenType === sign["-"] ? from + 1 : from;
  if (tokens[to]?.tokenType !== NumberToken) return { image: "", to };
  to += tokens[to + 1]?.tokenType === sign["%"] ? 2 : 1;
  const image = tokens
    .slice(from, to)
    .map((token) => token.image)
    .join("");
  return { image, to };
}

function opensBracket(text: string, token: Token | undefined): boolean {
  return token !== undefined && bracketBefore(text, token.startOffset) !== undefined;
}

function bracketBefore(text: string, offset: number): number | undefined {
  let at = offset - 1;
  while (text.charAt(at) === " ") at -= 1;
  return /[[\]]/.test(text.charAt(at)) ? at : undefined;
}

function bracketBehind(text: string, offset: number): number | undefined {
  let at = offset;
  while (text.charAt(at) === " ") at += 1;
  return /[[\])]/.test(text.charAt(at)) ? at + 1 : undefined;
}

/** `in 0..%` */
export const percentOfNothing: Recognize = ({ tokens, failure: { at } }) => {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (before?.tokenType !== sign[".."] || token?.tokenType !== sign["%"]) return undefined;
  if (next?.tokenType === NumberToken) return undefined;
  return { habit: "percent of nothing", ...leftOut(tokens, at, at + 1), certain: false };
};
