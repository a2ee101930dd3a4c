import { placeIn } from "../../base/place.ts";
import type { Fix } from "../../diagnostics/diagnostic.ts";
import type { HabitFound } from "../habits/habit.ts";
import type { Situation } from "../situation.ts";
import { sign, type Sign, type Token } from "../tokens.ts";

/**
 * The tokens as they may have been meant, and the edit that makes the text say so. `separate`: what stands between two
 * parts of an item is missing, or another sign is in its place; `operator`: what joins two operands is missing;
 * `missing`: something is missing that only the modeller can name.
 */
export interface Repair {
  readonly kind:
    | "keyword"
    | "hyphen"
    | "reserved"
    | "sign"
    | "insert"
    | "missing"
    | "body"
    | "separate"
    | "operator"
    | "quotes"
    | "remove"
    | "word too many"
    | "habit";
  readonly tokens: readonly Token[];
  /** The keyword, sign or name that is meant. */
  readonly meant: string;
  /** The stretch of text that is replaced. */
  readonly found: string;
  readonly start: number;
  readonly end: number;
  /** Undefined where nobody can know what to write. */
  readonly fix: Fix | undefined;
  /** Too bold to be believed unless everything can then be read. */
  readonly bold: boolean;
  readonly habit?: HabitFound;
  /** What is missing, in the words of a failure. */
  readonly missing?: readonly string[];
  /** The tokens to go on with if the repair is believed and these can be read as well: without what was only guessed. */
  readonly settled?: readonly Token[];
  /** What is not read in these. */
  readonly lost?: readonly Token[];
}

/** Whatever looks like something else that may have been meant. */
export type Propose = (situation: Situation) => readonly Repair[];

const signSpellings: ReadonlySet<string> = new Set(Object.keys(sign));

export function isSign(spelling: string): spelling is Sign {
  return signSpellings.has(spelling);
}

/** What is written in the place of the tokens from `from` on and before `to`, or inserted there if these are none. */
interface Rewriting {
  readonly kind: Repair["kind"];
  readonly from: number;
  readonly to: number;
  readonly by: readonly Token[];
  readonly meant: string;
  /** Of the edit; none if nobody can know what to write. */
  readonly title?: string | undefined;
}

export function rewritten({ source, tokens, failure }: Situation, rewriting: Rewriting): Repair {
  const { kind, from, to, by, meant, title } = rewriting;
  const { name: file, text } = source;
  const start = from < to ? (tokens[from]?.startOffset ?? 0) : (tokens[from - 1]?.end ?? 0);
  const end = from < to ? (tokens[to - 1]?.end ?? start) : start;
  const written = from < to ? apart(meant, text, start, end) : spaced(meant, text, start);
  return {
    kind,
    tokens: [...tokens.slice(0, from), ...by, ...tokens.slice(to)],
    meant,
    found: text.slice(start, end),
    ...(kind === "insert" && { missing: [meant] }),
    start,
    end,
    bold: kind === "word too many" || (kind === "keyword" && from < failure.at),
    fix:
      title === undefined
        ? undefined
        : {
            title,
            certain: isCertain(kind, meant, failure.rule),
            edits: [{ place: placeIn(file, { start, end }), text: written }],
          },
  };
}

/** A brace without its other half leaves the text no better, and what is to be reckoned together nobody knows. */
function isCertain(kind: Repair["kind"], meant: string, rule: string): boolean {
  if (kind === "word too many" || kind === "remove" || meant === "{" || meant === "}") return false;
  return !(meant === ")" && /^(group|callArguments)$/.test(rule));
}

/** What is written in the place of a sign; `/` and words have spaces around them, though a comma had none. */
function apart(meant: string, text: string, start: number, end: number): string {
  if (meant !== "/" && !(/^[a-z]+$/.test(meant) && /^[,:;=]$/.test(text.slice(start, end)))) return meant;
  return `${/\s/.test(text.charAt(start - 1)) ? "" : " "}${meant}${/\s/.test(text.charAt(end)) ? "" : " "}`;
}

/** A sign or word to be inserted after what stands before `offset`, with the spaces it wants. */
export function spaced(inserted: string, text: string, offset: number): string {
  if (inserted === "," || inserted === ":") return /\s/.test(text.charAt(offset)) ? inserted : `${inserted} `;
  if (inserted === ")" || inserted === "(" || inserted === ".") return inserted;
  return /\s|^$/.test(text.charAt(offset)) ? ` ${inserted}` : ` ${inserted} `;
}
