import { isStarter, isWord } from "../bodies.ts";
import { continuesName, startsName } from "../characters.ts";
import { keyword, TextToken, wordTypes, type Token } from "../tokens.ts";
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

/** Words that other languages, or everyday speech, have for ours. */
interface OtherWords {
  /** Each alone; of two in a row both must stand there. */
  readonly words: readonly string[];
  readonly meant: string;
  /** Where they mean this: the construct that is being read, or has been read last. */
  readonly in?: readonly string[];
  /** Whether a text must follow. */
  readonly beforeText?: boolean;
  /** Whether something else may be meant as well. */
  readonly uncertain?: boolean;
}

const otherWords: readonly OtherWords[] = [
  { words: ["else if"], meant: "when" },
  { words: ["elif", "elsif", "elseif"], meant: "when" },
  { words: ["if", "wenn", "falls", "si", "如果", "当", "若"], meant: "when" },
  { words: ["where", "whenever", "provided"], meant: "when", in: ["channel", "sensitivity"] },
  { words: ["else", "default", "sonst", "sinon", "否则"], meant: "otherwise" },
  { words: ["then", "dann", "alors", "则", "那么"], meant: "->" },
  { words: ["to", "into", "onto", "toward", "towards"], meant: "->", in: ["channel"] },
  {
    words: ["int", "integer", "float", "real", "double", "decimal", "numeric", "num", "Zahl", "zahl", "数字"],
    meant: "number",
  },
  { words: ["bool", "Boolean", "logical"], meant: "boolean" },
  { words: ["happens", "happen", "occur"], meant: "occurs" },
  { words: ["reacts", "responds"], meant: "resonates" },
  { words: ["organisation", "Organisation", "organisation_system"], meant: "organization" },
  { words: ["senses", "perceives", "receives"], meant: "sensitive to" },
  { words: ["action", "act", "event", "method", "op"], meant: "operation" },
  { words: ["goal", "purpose", "aim", "task"], meant: "function", beforeText: true },
  { words: ["assert", "check", "verify"], meant: "expect" },
  { words: ["set", "raise", "increase", "lower", "decrease"], meant: "change", uncertain: true },
  { words: ["let", "assume", "suppose"], meant: "given", uncertain: true },
  { words: ["once"], meant: "1 time", in: ["expect", "eventually", "after", "measure"] },
  { words: ["twice"], meant: "2 times", in: ["expect", "eventually", "after", "measure"] },
  { words: ["use", "using", "include", "require"], meant: "import" },
  { words: ["probability", "likelihood", "odds"], meant: "chance" },
];

/** Words that go on an item which could be complete without them. */
const continuations: ReadonlyMap<string, readonly string[]> = new Map([
  ["occurs", ["Expect", "Eventually", "After", "Measure"]],
  ["resonates", ["Expect", "Eventually", "After", "Measure"]],
  ["when", ["Channel", "Sensitivity"]],
  ["1", ["Expect", "Eventually", "After", "Measure"]],
  ["2", ["Expect", "Eventually", "After", "Measure"]],
]);

export const otherWord: Recognize = ({ source, tokens, failure, spec }) => {
  const { at, expected, leftOver, lastItem } = failure;
  const token = tokens[at];
  if (token === undefined || !isWord(token)) return undefined;
  const within = leftOver ? (lastItem ?? "").toLowerCase() : failure.construct;
  for (const { words, meant, in: places, beforeText, uncertain } of otherWords) {
    const [first = ""] = meant.split(" ");
    const isWanted = leftOver
      ? isStarter(spec, first) || (at > 0 && continuations.get(first)?.includes(lastItem ?? "") === true)
      : expected.includes(first);
    if (!isWanted || (places !== undefined && !places.includes(within))) continue;
    const said = words.find((word) => isSaid(tokens, at, word));
    if (said === undefined) continue;
    const to = at + said.split(" ").length;
    if (beforeText === true && tokens[to]?.tokenType !== TextToken) continue;
    return {
      habit: "other word",
      ...inPlace(source, tokens, at, to, meant.split(" ")),
      certain: uncertain !== true,
    };
  }
  return undefined;
};

function isSaid(tokens: readonly Token[], at: number, words: string): boolean {
  return words.split(" ").every((word, index) => tokens[at + index]?.image === word);
}

export const kindOfSystem: Recognize = ({ source, tokens, failure, spec }) => {
  const { at, leftOver } = failure;
  if (!leftOver || tokens[at]?.image !== "system" || !isStarter(spec, "machine")) return undefined;
  return {
    habit: "kind of system",
    ...inPlace(source, tokens, at, at + 1, ["function", "system"]),
    certain: false,
  };
};
