/* Words and texts that are written otherwise than they are meant. */
import { nearest } from "../../base/near.ts";
import { isWord } from "../bodies.ts";
import { beginsLine, onDifferentLines } from "../layout.ts";
import { contextualKeywords, PlainName, sign, TextToken, Token, wordTypes } from "../tokens.ts";
import type { Situation } from "../situation.ts";
import { rewritten, type Propose, type Repair } from "./repair.ts";

/** `non-payment`: a name with hyphens, written together. */
export const hyphenatedName: Propose = (situation) => {
  const { tokens, failure } = situation;
  const { at } = failure;
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token?.tokenType !== sign["-"] || before === undefined || !isWord(before)) return [];
  if (before.end !== token.startOffset) return [];
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
  if (to === at) return [];
  const by = [new Token(PlainName, merged, before.startOffset, end, before.doc)];
  const title = `write \`${merged}\``;
  return [rewritten(situation, { kind: "hyphen", from: at - 1, to, by, meant: merged, title })];
};

/** `operaton`: a keyword of nearly that spelling is wanted. */
export const misspeltKeyword: Propose = (situation) => {
  const token = situation.tokens[situation.failure.at];
  return token !== undefined && !wordTypes.has(token.image) ? nearKeywords(situation) : [];
};

/** `emit` for `emits`, `step` for `steps`: one word of the language for another. */
export const otherKeyword: Propose = (situation) => {
  const image = situation.tokens[situation.failure.at]?.image ?? "";
  if (!wordTypes.has(image)) return [];
  return nearKeywords(situation).filter(({ meant }) => meant === `${image}s` || image === `${meant}s`);
};

function nearKeywords(situation: Situation): readonly Repair[] {
  const { tokens, failure, spec } = situation;
  const { at, expected, leftOver } = failure;
  const token = tokens[at];
  // With a dot behind it, it is a name.
  if (token === undefined || !isWord(token) || tokens[at + 1]?.tokenType === sign["."]) return [];
  const fitting: readonly string[] = leftOver ? spec.starters : expected;
  // What is left over after an item may be a misspelt part of it: any keyword that makes it read on.
  const others = leftOver && at > 0 ? contextualKeywords : [];
  const candidates = [
    ...nearest(
      token.image,
      fitting.filter((spelling) => wordTypes.has(spelling)),
      { limit: 1 },
    ),
    ...nearest(token.image, others, { limit: 2 }),
  ];
  return [...new Set(candidates)].flatMap((meant) => {
    const type = wordTypes.get(meant);
    if (type === undefined || meant === token.image) return [];
    const by = [new Token(type, meant, token.startOffset, token.end, token.doc)];
    const title = `write \`${meant}\``;
    return [rewritten(situation, { kind: "keyword", from: at, to: at + 1, by, meant, title })];
  });
}

/** `on eevry step`: what was taken for a name is a keyword, as what follows it shows. */
export const keywordTakenForName: Propose = (situation) => {
  const { tokens, failure } = situation;
  const { at } = failure;
  const before = tokens[at - 1];
  if (before?.tokenType !== PlainName) return [];
  return nearest(before.image, contextualKeywords, { limit: 2 }).flatMap((meant) => {
    const type = wordTypes.get(meant);
    if (type === undefined) return [];
    const by = [new Token(type, meant, before.startOffset, before.end, before.doc)];
    const title = `write \`${meant}\``;
    return [rewritten(situation, { kind: "keyword", from: at - 1, to: at, by, meant, title })];
  });
};

/** `import law from canon`, `function keep the room warm`: a text without its quotation marks. */
export const textWithoutMarks: Propose = (situation) => {
  const { source, tokens, failure } = situation;
  const { at, expected, construct } = failure;
  const { text } = source;
  const token = tokens[at];
  // An operand could be a text by the grammar, but none ever is.
  if (token === undefined || !expected.includes("Text") || expected.includes("Number")) return [];
  const isPath = construct === "import" || construct === "bibliography";
  if (!isWord(token) && !(isPath && "./".includes(token.image))) return [];
  // A text within a text would end it.
  const [near, far] = [endOfRun(tokens, at, text, false), endOfRun(tokens, at, text, true)];
  if (tokens.slice(at, far).some(({ tokenType }) => tokenType === TextToken)) return [];
  return [near, far].map((to) => {
    const end = tokens[to - 1]?.end ?? token.end;
    const content = text.slice(token.startOffset, end);
    const by = [new Token(TextToken, content, token.startOffset, end, token.doc)];
    const meant = `"${content}"`;
    return rewritten(situation, { kind: "quotes", from: at, to, by, meant, title: `write \`${meant}\`` });
  });
};

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

/** `conditional on enacted lending_limit`: the one word that could stand before a name here is missing. */
export const missingKeyword: Propose = (situation) => {
  const { source, tokens, failure } = situation;
  const { at, expected, leftOver } = failure;
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (leftOver || before === undefined || !isWord(token) || wordTypes.has(token?.image ?? "")) return [];
  if (token === undefined || beginsLine(source.text, token)) return [];
  const [meant, another] = expected.filter((spelling) => wordTypes.has(spelling));
  const type = wordTypes.get(meant ?? "");
  if (meant === undefined || another !== undefined || type === undefined) return [];
  const by = [new Token(type, meant, before.end, before.end, -1)];
  return [
    rewritten(situation, { kind: "insert", from: at, to: at, by, meant, title: `insert \`${meant}\`` }),
  ];
};

/** `operation not`: a word that is never a name. */
export const reservedName: Propose = (situation) => {
  const { tokens, failure } = situation;
  const { at, expected } = failure;
  const token = tokens[at];
  if (token === undefined || isWord(token) || !wordTypes.has(token.image) || !expected.includes("Word"))
    return [];
  const by = [new Token(PlainName, token.image, token.startOffset, token.end, token.doc)];
  return [rewritten(situation, { kind: "reserved", from: at, to: at + 1, by, meant: token.image })];
};

/** `operation judgment here(cost: number)` */
export const wordTooMany: Propose = (situation) => {
  const { source, tokens, failure } = situation;
  const { at } = failure;
  const token = tokens[at];
  if (!failure.leftOver || token === undefined || !isWord(token) || beginsLine(source.text, token)) return [];
  const title = `remove \`${token.image}\``;
  return [rewritten(situation, { kind: "word too many", from: at, to: at + 1, by: [], meant: "", title })];
};
