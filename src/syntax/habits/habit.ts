import { placeIn, type Span } from "../../base/place.ts";
import type { Source } from "../../base/source.ts";
import type { Edit } from "../../diagnostics/diagnostic.ts";
import type { Habit } from "../problems.ts";
import type { Situation } from "../situation.ts";
import { isWord } from "../bodies.ts";
import { NumberToken, PlainName, sign, Token, wordTypes, type Sign } from "../tokens.ts";

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
  /** What the edit does, if it is not said by what is meant. */
  readonly title?: string;
  /** Of what belongs to another system: what it would be here. */
  readonly role?: "operation" | "expectation" | "value" | undefined;
  /** Of arguments: what they are given to, and where each begins that has no name. */
  readonly callee?: string | undefined;
  readonly positions?: readonly number[] | undefined;
}

/** Looks whether it knows the form of what stands where reading failed. */
export type Recognize = (situation: Situation) => HabitFound | undefined;

export function spanOf(tokens: readonly Token[], from: number, to: number): Span {
  return { start: tokens[from]?.startOffset ?? 0, end: tokens[to - 1]?.end ?? 0 };
}

export function textOf({ text }: Source, tokens: readonly Token[], from: number, to: number): string {
  const { start, end } = spanOf(tokens, from, to);
  return text.slice(start, end);
}

/** Whether nothing stands between two tokens. */
export function touches(before: Token, behind: Token): boolean {
  return before.end === behind.startOffset;
}

export function numberToken(image: string, start: number, end: number): Token {
  return new Token(NumberToken, image, start, end, -1);
}

/** A name that stands for one that is missing. */
export function nameless(offset: number, doc = -1): Token {
  return new Token(PlainName, "", offset, offset, doc);
}

/** A stretch that is passed over, and what it is a part of; nobody knows what to write. */
export function leftOut(
  tokens: readonly Token[],
  from: number,
  to: number,
  seenTo = to,
): Pick<HabitFound, "from" | "to" | "tokens" | "meant" | "span" | "edits"> {
  return { from, to, tokens: [], meant: "", span: spanOf(tokens, from, seenTo), edits: [] };
}

export function wordToken(image: string, start: number, end: number, doc = -1): Token {
  return new Token(wordTypes.get(image) ?? PlainName, image, start, end, doc);
}

export function signToken(image: Sign, start: number, end: number): Token {
  return new Token(sign[image], image, start, end, -1);
}

/** A stretch that is written with other words or signs. */
export function inPlace(
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
        : /^\d+$/.test(word)
          ? numberToken(word, span.start, span.end)
          : wordToken(word, span.start, span.end, index === 0 ? doc : -1),
    ),
    meant,
    span,
    edits: [{ place: placeIn(source.name, span), text: meant }],
  };
}

/** The index behind a name, or a name in full, that begins at `from`; `from` itself if none does. */
export function refEnd(tokens: readonly Token[], from: number): number {
  if (!isWord(tokens[from])) return from;
  return tokens[from + 1]?.tokenType === sign["."] && isWord(tokens[from + 2]) ? from + 3 : from + 1;
}
