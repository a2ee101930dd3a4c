import { isWord } from "../bodies.ts";
import { continuesName, startsName } from "../characters.ts";
import { keyword, TextToken, wordTypes } from "../tokens.ts";
import { inPlace, type Recognize } from "./habit.ts";

export const quotedName: Recognize = ({ source, tokens, failure: { at, expected } }) => {
  const token = tokens[at];
  if (token?.tokenType !== TextToken || !expected.includes("Word")) return undefined;
  // A whole sentence is a label, and the name before it is missing.
  if (token.image.trim().split(/\s+/).length > 3) return undefined;
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

export const otherWord: Recognize = ({ source, tokens, failure, starters }) => {
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

export const kindOfSystem: Recognize = ({ source, tokens, failure, starters }) => {
  const { at, leftOver } = failure;
  if (!leftOver || tokens[at]?.image !== "system" || !starters.includes("machine")) return undefined;
  return {
    habit: "kind of system",
    ...inPlace(source, tokens, at, at + 1, ["function", "system"]),
    certain: false,
  };
};
