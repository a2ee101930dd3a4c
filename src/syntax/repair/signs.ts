/* Signs and words of the language that are missing, too many, or others than are meant. */
import { isWord } from "../bodies.ts";
import { keyword, sign, Token, wordTypes, type Keyword, type Sign } from "../tokens.ts";
import { isSign, rewritten, type Propose } from "./repair.ts";

/** What stands between the parts of these items. */
const separators: ReadonlyMap<string, Sign> = new Map([
  ["Code", "/"],
  ["Performs", ","],
  ["Through", ","],
]);

/** `limit = 3` among effects, which are written `limit := 3`. */
export const equalsForBecomes: Propose = (situation) => {
  const { tokens, failure, starters } = situation;
  const { at } = failure;
  const token = tokens[at];
  const next = tokens[at + 1];
  if (starters.length >= 2 || token === undefined || !isWord(token)) return [];
  if (next?.tokenType !== sign["="] && next?.tokenType !== sign[":"]) return [];
  const by = [new Token(sign[":="], ":=", next.startOffset, next.end, -1)];
  return [
    rewritten(situation, { kind: "sign", from: at + 1, to: at + 2, by, meant: ":=", title: "write `:=`" }),
  ];
};

/** Two values of a code, or two names of a list, without the sign between them. */
export const missingSeparator: Propose = (situation) => {
  const { tokens, failure } = situation;
  const { at, leftOver, lastItem } = failure;
  const token = tokens[at];
  const before = tokens[at - 1];
  const meant = leftOver ? separators.get(lastItem ?? "") : undefined;
  if (meant === undefined || before === undefined || token === undefined) return [];
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

/** Signs and words that people write between things that stand side by side. */
function isSeparating({ image }: Token): boolean {
  return /^([,:=\-*/]|and|or|->)$/.test(image);
}

/** The one sign or word that can stand here is missing, or another sign stands in its place. */
export const onlyOneFits: Propose = (situation) => {
  const { tokens, failure } = situation;
  const { at, expected } = failure;
  const [meant, another] = expected;
  if (meant === undefined || another !== undefined) return [];
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
  if (!isSign(meant) || token === undefined || !isSign(token.image) || "{}()".includes(token.image))
    return [inserted];
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

/** A sign too many. */
export const signTooMany: Propose = (situation) => {
  const { tokens, failure } = situation;
  const { at } = failure;
  const token = tokens[at];
  if (token === undefined || !isSign(token.image) || "{}".includes(token.image)) return [];
  const title = `remove \`${token.image}\``;
  return [rewritten(situation, { kind: "remove", from: at, to: at + 1, by: [], meant: "", title })];
};
