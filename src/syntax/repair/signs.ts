/* Signs and words of the language that are missing, too many, or others than are meant. */
import { isStarter, isWord } from "../bodies.ts";
import { beginsLine } from "../layout.ts";
import {
  keyword,
  NumberToken,
  PlainName,
  sign,
  TextToken,
  Token,
  wordTypes,
  type Keyword,
  type Sign,
} from "../tokens.ts";
import { isSign, rewritten, type Propose } from "./repair.ts";

/** What stands between the parts of these items. */
const separators: ReadonlyMap<string, Sign> = new Map([
  ["System", ","],
  ["Code", "/"],
  ["Performs", ","],
  ["Through", ","],
]);

/** Two values of a code, or two names of a list, without the sign between them. */
export const missingSeparator: Propose = (situation) => {
  const { source, tokens, failure } = situation;
  const { at, leftOver, lastItem } = failure;
  const token = tokens[at];
  const before = tokens[at - 1];
  const meant = leftOver ? separators.get(lastItem ?? "") : undefined;
  if (meant === undefined || before === undefined || token === undefined) return [];
  if (lastItem === "System" && !endsList(tokens, at)) return [];
  // What stands on a line of its own begins something else.
  if (beginsLine(source.text, token) && !isSeparating(token)) return [];
  const between = new Token(sign[meant], meant, before.end, before.end, -1);
  const inserted = rewritten(situation, {
    kind: "separate",
    from: at,
    to: at,
    by: [between],
    meant,
    title: `insert \`${meant}\``,
  });
  // `code sorted, unsorted`, `code sorted or unsorted`: a sign is there, and another is meant.
  if (!isSeparating(token)) return [inserted];
  const instead = new Token(sign[meant], meant, token.startOffset, token.end, token.doc);
  return [
    rewritten(situation, {
      kind: "separate",
      from: at,
      to: at + 1,
      by: [instead],
      meant,
      title: `write \`${meant}\``,
    }),
    inserted,
  ];
};

/** Whether a name of those that a system is `within` ends before `at`. */
function endsList(tokens: readonly Token[], at: number): boolean {
  let index = at - 1;
  while (tokens[index - 1]?.tokenType === sign["."]) index -= 2;
  return /^(within|,)$/.test(tokens[index - 1]?.image ?? "");
}

/** Signs and words that people write between things that stand side by side. */
function isSeparating({ image }: Token): boolean {
  return /^([,:=\-*/]|and|or|->)$/.test(image);
}

/** The one sign or word that can stand here is missing, or another sign stands in its place. */
export const onlyOneFits: Propose = (situation) => {
  const { tokens, failure, spec } = situation;
  const { at, expected } = failure;
  const meant = onlyOne(expected, tokens[at - 1]);
  if (meant === undefined) return [];
  const token = tokens[at];
  const offset = tokens[at - 1]?.end ?? token?.startOffset ?? 0;
  const type = isSign(meant) ? sign[meant] : wordTypes.has(meant) ? keyword[meant as Keyword] : undefined;
  if (type === undefined) return [];
  const by = [new Token(type, meant, offset, offset, -1)];
  const inserted = rewritten(situation, {
    kind: "insert",
    from: at,
    to: at,
    by,
    meant,
    title: `insert \`${meant}\``,
  });
  // `perturb law from politics run`: what follows begins the next item, and is no name.
  if (!isSign(meant) && isStarter(spec, token?.image)) {
    const nameless = new Token(PlainName, "", offset, offset, -1);
    const tail = rewritten(situation, { kind: "insert", from: at, to: at, by: [...by, nameless], meant });
    return [tail, inserted];
  }
  if (token === undefined || !isSign(token.image) || "{}().".includes(token.image)) return [inserted];
  // A parenthesis is hardly meant by another sign: something is missing inside.
  if (meant === ")") return [inserted];
  const instead = [new Token(type, meant, token.startOffset, token.end, token.doc)];
  return [
    rewritten(situation, {
      kind: "sign",
      from: at,
      to: at + 1,
      by: instead,
      meant,
      title: `write \`${meant}\``,
    }),
    inserted,
  ];
};

/** What alone can stand here; of two forms of one word the one that fits the number before it. */
function onlyOne(expected: readonly string[], before: Token | undefined): string | undefined {
  const [only, another, third] = expected;
  if (another === undefined || only === undefined) return only;
  if (third !== undefined || (`${only}s` !== another && `${another}s` !== only)) return undefined;
  const [one = only, many] = [only, another].sort();
  return before?.image === "1" ? one : many;
}

/** A sign too many, or a word before a text. Without a sign of reckoning a number or condition would mean something else, so that is not proposed. */
export const signTooMany: Propose = (situation) => {
  const { tokens, failure } = situation;
  const { at, expected } = failure;
  const token = tokens[at];
  const beforeText = expected.includes("Text") && tokens[at + 1]?.tokenType === TextToken;
  if (token === undefined || "{}".includes(token.image)) return [];
  if (!isSign(token.image) && !(beforeText && isWord(token))) return [];
  const title = isReckoning(token) ? undefined : `remove \`${token.image}\``;
  return [rewritten(situation, { kind: "remove", from: at, to: at + 1, by: [], meant: "", title })];
};

function isReckoning({ image }: Token): boolean {
  return /^([-+*/^%.=]|!=|[<>]=?)$/.test(image);
}

/** `(rate: number enforceable: boolean)`: parameters or arguments without the comma between them. */
export const missingComma: Propose = (situation) => {
  const { tokens, failure } = situation;
  const { at, rule } = failure;
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (before === undefined || token === undefined || !isWord(token)) return [];
  if (!/^(parameters|arguments)$/.test(rule) || tokens[at + 1]?.tokenType !== sign[":"]) return [];
  const by = [new Token(sign[","], ",", before.end, before.end, -1)];
  return [rewritten(situation, { kind: "insert", from: at, to: at, by, meant: ",", title: "insert `,`" })];
};

/** `number in 0 = 5`: how far the range goes, only the modeller knows; so the number is taken to have none. */
export const missingRange: Propose = (situation) => {
  const { tokens, failure } = situation;
  const { at, expected } = failure;
  if (expected.length !== 1 || expected[0] !== "..") return [];
  const from = tokens.findLastIndex(({ image }, index) => index < at && image === "in");
  const before = tokens[at - 1];
  if (from < 0 || before === undefined) return [];
  let to = at;
  while (tokens[to]?.tokenType === NumberToken || /^(-|%)$/.test(tokens[to]?.image ?? "")) to += 1;
  const { end } = before;
  const inserted = rewritten(situation, {
    kind: "missing",
    from: at,
    to: at,
    by: [new Token(sign[".."], "..", end, end, -1)],
    meant: "..",
  });
  return [{ ...inserted, missing: [".."], settled: [...tokens.slice(0, from), ...tokens.slice(to)] }];
};
