import { nearest } from "../base/near.ts";
import { placeIn } from "../base/place.ts";
import type { Source } from "../base/source.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import type { Failure } from "./attempt.ts";
import { isWord } from "./bodies.ts";
import { habitsAt } from "./habits/all.ts";
import type { HabitFound } from "./habits/habit.ts";
import { onDifferentLines } from "./layout.ts";
import {
  contextualKeywords,
  keyword,
  NumberToken,
  PlainName,
  sign,
  TextToken,
  Token,
  wordTypes,
  type Keyword,
  type Sign,
} from "./tokens.ts";

/**
 * The tokens as they may have been meant, and the edit that makes the text say so. `separate`: what stands between two
 * parts of an item is missing, or another sign is in its place; `operator`: what joins two operands is missing.
 */
export interface Repair {
  readonly kind:
    | "keyword"
    | "hyphen"
    | "reserved"
    | "sign"
    | "insert"
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
  /** The tokens to go on with if the repair is believed and these can be read as well: without what was only guessed. */
  readonly settled?: readonly Token[];
  /** What is not read in these. */
  readonly lost?: readonly Token[];
}

/** What stands between the parts of these items. */
const separators: ReadonlyMap<string, Sign> = new Map([
  ["Code", "/"],
  ["Performs", ","],
  ["Through", ","],
]);

const signSpellings: ReadonlySet<string> = new Set(Object.keys(sign));

/**
 * What may have been meant where reading failed, likeliest first: a habit of other languages, a keyword of nearly that spelling, a name with
 * hyphens, a reserved word as a name, another sign, a sign too few, a sign too many.
 */
export function repairs(
  source: Source,
  tokens: readonly Token[],
  failure: Failure,
  starters: readonly Keyword[],
): Repair[] {
  const { name: file, text } = source;
  const { at, expected } = failure;
  const token = tokens[at];
  const before = tokens[at - 1];
  const habits = habitsAt({ source, tokens, failure, starters }).map((habit): Repair => ({
    kind: "habit",
    tokens: [...tokens.slice(0, habit.from), ...habit.tokens, ...tokens.slice(habit.to)],
    meant: habit.meant,
    found: text.slice(habit.span.start, habit.span.end),
    ...habit.span,
    fix:
      habit.edits.length === 0
        ? undefined
        : { title: titleOf(habit), certain: habit.certain, edits: habit.edits },
    bold: false,
    habit,
  }));
  // What is given up as unknown may yet be misspelt.
  const found = habits.filter(({ habit }) => habit?.habit !== "unknown type");

  function add(
    kind: Repair["kind"],
    from: number,
    to: number,
    replacement: readonly Token[],
    meant: string,
    title?: string,
  ): void {
    const first = tokens[from];
    const last = tokens[to - 1];
    const start = from < to ? (first?.startOffset ?? 0) : (before?.end ?? 0);
    const end = from < to ? (last?.end ?? start) : start;
    const written = from < to ? apart(meant, text, start, end) : spaced(meant, text, start);
    found.push({
      kind,
      tokens: [...tokens.slice(0, from), ...replacement, ...tokens.slice(to)],
      meant,
      found: text.slice(start, end),
      start,
      end,
      bold: kind === "word too many" || (kind === "keyword" && from < at),
      fix:
        title === undefined
          ? undefined
          : {
              title,
              certain: kind !== "word too many",
              edits: [{ place: placeIn(file, { start, end }), text: written }],
            },
    });
  }

  // non-payment: a name with hyphens, written together.
  if (
    token?.tokenType === sign["-"] &&
    before !== undefined &&
    isWord(before) &&
    before.end === token.startOffset
  ) {
    let to = at;
    let merged = before.image;
    let end = before.end;
    for (;;) {
      const hyphen = tokens[to];
      const next = tokens[to + 1];
      if (hyphen?.tokenType !== sign["-"] || next === undefined || !isWord(next)) break;
      if (hyphen.startOffset !== end || next.startOffset !== hyphen.end) break;
      merged += `_${next.image}`;
      end = next.end;
      to += 2;
    }
    if (to > at) {
      const name = new Token(PlainName, merged, before.startOffset, end, before.doc);
      add("hyphen", at - 1, to, [name], merged, `write \`${merged}\``);
    }
  }

  if (token !== undefined && isWord(token)) {
    const fitting: readonly string[] = failure.leftOver ? starters : expected;
    // What is left over after an item may be a misspelt part of it: any keyword that makes it read on.
    const others = failure.leftOver && at > 0 ? contextualKeywords : [];
    const candidates = [
      ...nearest(
        token.image,
        fitting.filter((spelling) => wordTypes.has(spelling)),
        { limit: 1 },
      ),
      ...nearest(token.image, others, { limit: 2 }),
    ];
    for (const meant of new Set(candidates)) {
      const type = wordTypes.get(meant);
      if (type === undefined || meant === token.image) continue;
      const word = new Token(type, meant, token.startOffset, token.end, token.doc);
      add("keyword", at, at + 1, [word], meant, `write \`${meant}\``);
    }
  }

  // `import law from canon`, `function keep the room warm`: a text without its quotation marks.
  if (token !== undefined && expected.includes("Text") && (isWord(token) || "./".includes(token.image))) {
    for (const to of [endOfRun(tokens, at, text, false), endOfRun(tokens, at, text, true)]) {
      const end = tokens[to - 1]?.end ?? token.end;
      const content = text.slice(token.startOffset, end);
      const quoted = new Token(TextToken, content, token.startOffset, end, token.doc);
      add("quotes", at, to, [quoted], `"${content}"`, `write \`"${content}"\``);
    }
  }

  // `on eevry step`: what was taken for a name is a keyword, as what follows it shows.
  if (before?.tokenType === PlainName) {
    for (const meant of nearest(before.image, contextualKeywords, { limit: 2 })) {
      const type = wordTypes.get(meant);
      if (type === undefined) continue;
      const word = new Token(type, meant, before.startOffset, before.end, before.doc);
      add("keyword", at - 1, at, [word], meant, `write \`${meant}\``);
    }
  }

  // `when price limit`: two operands side by side; which sign was meant, nobody can know, nor what it comes to.
  if (before !== undefined && token !== undefined && isOperand(before) && isOperand(token)) {
    const { startOffset: start } = before;
    const joined = joiner(tokens, at);
    const type = joined === "and" ? keyword.and : sign[joined];
    found.push({
      kind: "operator",
      tokens: [
        ...tokens.slice(0, at),
        new Token(type, joined, before.end, before.end, -1),
        ...tokens.slice(at),
      ],
      // A name without a text stands for what is missing.
      settled: [
        ...tokens.slice(0, at - 1),
        new Token(PlainName, "", start, start, -1),
        ...tokens.slice(at + 1),
      ],
      meant: joined,
      found: "",
      start: before.end,
      end: before.end,
      fix: undefined,
      bold: true,
      lost: [before, token],
    });
  }

  // `limit = 3` among effects, which are written `limit := 3`.
  const next = tokens[at + 1];
  const assigned = starters.length < 2 && token !== undefined && isWord(token);
  if (assigned && (next?.tokenType === sign["="] || next?.tokenType === sign[":"])) {
    const becomes = new Token(sign[":="], ":=", next.startOffset, next.end, -1);
    add("sign", at + 1, at + 2, [becomes], ":=", "write `:=`");
  }

  // Two values of a code, or two names of a list, without the sign between them.
  const separator = failure.leftOver ? separators.get(failure.lastItem ?? "") : undefined;
  if (separator !== undefined && before !== undefined && token !== undefined) {
    // `code sorted, unsorted`, `code sorted or unsorted`: a sign is there, and another is meant.
    if (isSeparating(token)) {
      const meant = new Token(sign[separator], separator, token.startOffset, token.end, token.doc);
      add("separate", at, at + 1, [meant], separator, `write \`${separator}\``);
    }
    add(
      "separate",
      at,
      at,
      [new Token(sign[separator], separator, before.end, before.end, -1)],
      separator,
      `insert \`${separator}\``,
    );
  }

  if (token !== undefined && !isWord(token) && wordTypes.has(token.image) && expected.includes("Word")) {
    const word = new Token(PlainName, token.image, token.startOffset, token.end, token.doc);
    add("reserved", at, at + 1, [word], token.image);
  }

  const wanted = expected.length === 1 ? expected[0] : undefined;
  if (wanted !== undefined && signSpellings.has(wanted)) {
    const type = sign[wanted as Sign];
    if (token !== undefined && signSpellings.has(token.image) && !"{}()".includes(token.image)) {
      add(
        "sign",
        at,
        at + 1,
        [new Token(type, wanted, token.startOffset, token.end, token.doc)],
        wanted,
        `write \`${wanted}\``,
      );
    }
    const offset = before?.end ?? token?.startOffset ?? 0;
    add("insert", at, at, [new Token(type, wanted, offset, offset, -1)], wanted, `insert \`${wanted}\``);
  } else if (wanted !== undefined && wordTypes.has(wanted)) {
    const offset = before?.end ?? token?.startOffset ?? 0;
    const word = new Token(keyword[wanted as Keyword], wanted, offset, offset, -1);
    add("insert", at, at, [word], wanted, `insert \`${wanted}\``);
  }

  if (token !== undefined && signSpellings.has(token.image) && !"{}".includes(token.image)) {
    add("remove", at, at + 1, [], "", `remove \`${token.image}\``);
  }

  // `operation judgment here(cost: number)`
  if (failure.leftOver && token !== undefined && isWord(token)) {
    add("word too many", at, at + 1, [], "", `remove \`${token.image}\``);
  }
  found.push(...habits.filter((repair) => !found.includes(repair)));
  return found;
}

/** Where the tokens end that touch each other from `at` on; with `line`, those that stand on its line. */
function endOfRun(tokens: readonly Token[], at: number, text: string, line: boolean): number {
  let to = at + 1;
  for (; to < tokens.length; to += 1) {
    const end = tokens[to - 1]?.end ?? 0;
    const next = tokens[to];
    if (next === undefined || "{}".includes(next.image)) break;
    if (line ? onDifferentLines(text, end, next.startOffset) : next.startOffset !== end) break;
  }
  return to;
}

function isOperand(token: Token): boolean {
  return isWord(token) || token.tokenType === NumberToken;
}

function titleOf({ habit, meant }: HabitFound): string {
  if (habit === "effects without braces") return "put the effects in braces";
  return meant === "" ? "leave it out" : `write \`${meant}\``;
}

/** What can stand between two operands: a comparison, or `and` where one has been made already. */
function joiner(tokens: readonly Token[], at: number): "!=" | "and" {
  for (let index = at - 1; index >= 0; index -= 1) {
    const image = tokens[index]?.image ?? "";
    if (/^(=|!=|<|<=|>|>=)$/.test(image)) return "and";
    if (/^(when|and|or|not|expect|until|aim|always|never|eventually|\{|\})$/.test(image)) break;
  }
  return "!=";
}

/** Signs and words that people write between things that stand side by side. */
function isSeparating({ image }: Token): boolean {
  return /^([,:=\-*/]|and|or|->)$/.test(image);
}

/** What is written in the place of a sign; `/` between two values has spaces around it, though a comma had none. */
function apart(meant: string, text: string, start: number, end: number): string {
  if (meant !== "/") return meant;
  return `${/\s/.test(text.charAt(start - 1)) ? "" : " "}/${/\s/.test(text.charAt(end)) ? "" : " "}`;
}

/** A sign or word to be inserted after what stands before `offset`, with the spaces it wants. */
function spaced(inserted: string, text: string, offset: number): string {
  if (inserted === "," || inserted === ":") return /\s/.test(text.charAt(offset)) ? inserted : `${inserted} `;
  if (inserted === ")" || inserted === "(" || inserted === ".") return inserted;
  return /\s|^$/.test(text.charAt(offset)) ? ` ${inserted}` : ` ${inserted} `;
}
