import { placeIn } from "../../base/place.ts";
import { isWord } from "../bodies.ts";
import { PlainName, sign, TextToken, Token } from "../tokens.ts";
import { rewritten, type Propose, type Repair } from "./repair.ts";
import type { Situation } from "../situation.ts";

/**
 * `emit judgment cost: 20)`, `min 3, 4)`: what is closed has not been opened. Where name and argument have run into each
 * other, `emit judgmentcost: 20)`, nobody can tell them apart.
 */
export const missingOpening: Propose = (situation) => {
  const { tokens, failure } = situation;
  const { at } = failure;
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (token === undefined || before === undefined || !isWord(before) || !isClosed(tokens, at)) return [];
  if (token.tokenType === sign[":"] || token.tokenType === sign[","])
    return [...afterName(situation), runIntoName(situation, before)];
  const next = tokens[at + 1]?.tokenType === TextToken ? tokens[at + 2] : tokens[at + 1];
  const isNamed = isWord(token) && next?.tokenType === sign[":"];
  if (token.tokenType === sign[")"] || !(isNamed || failure.leftOver)) return [];
  return [opened(situation, at, before)];
};

/** `over 60, 70`, `one of high, low` */
export const listWithoutParentheses: Propose = ({ source, tokens, failure }) => {
  const { at, expected, rule } = failure;
  const [before, first] = [tokens[at - 1], tokens[at]];
  if (expected.join() !== "(" || !/^(variedValues|enumerationValues)$/.test(rule)) return [];
  if (before === undefined || first === undefined) return [];
  let to = at + 1;
  while (tokens[to]?.tokenType === sign[","] && tokens[to + 1] !== undefined) to += 2;
  const { startOffset: start } = first;
  const end = tokens[to - 1]?.end ?? start;
  const edit = (offset: number, text: string) => ({
    place: placeIn(source.name, { start: offset, end: offset }),
    text,
  });
  return [
    {
      kind: "insert",
      tokens: [
        ...tokens.slice(0, at),
        new Token(sign["("], "(", before.end, before.end, -1),
        ...tokens.slice(at, to),
        new Token(sign[")"], ")", end, end, -1),
        ...tokens.slice(to),
      ],
      meant: "(",
      missing: ["("],
      found: "",
      start: before.end,
      end: before.end,
      fix: {
        title: "put the list in parentheses",
        certain: to > at + 1,
        edits: [edit(start, "("), edit(end, ")")],
      },
      bold: true,
    },
  ];
};

/** `min price, 30)` */
function afterName(situation: Situation): readonly Repair[] {
  const at = situation.failure.at - 1;
  const name = situation.tokens[at - 1];
  return name !== undefined && isWord(name) ? [opened(situation, at, name)] : [];
}

function opened(situation: Situation, at: number, { end }: Token): Repair {
  const by = [new Token(sign["("], "(", end, end, -1)];
  return rewritten(situation, { kind: "insert", from: at, to: at, by, meant: "(", title: "insert `(`" });
}

function runIntoName({ tokens, failure }: Situation, { startOffset, end }: Token): Repair {
  const nameless = (start: number) => new Token(PlainName, "", start, start, -1);
  const unknown = [nameless(startOffset), new Token(sign["("], "(", end, end, -1), nameless(end)];
  return {
    kind: "missing",
    tokens: [...tokens.slice(0, failure.at - 1), ...unknown, ...tokens.slice(failure.at)],
    meant: "(",
    missing: ["("],
    found: "",
    start: end,
    end,
    fix: undefined,
    bold: false,
  };
}

/** Whether a parenthesis follows that closes one which would have to be open already. */
function isClosed(tokens: readonly Token[], at: number): boolean {
  let depth = 0;
  for (let index = at; index < tokens.length; index += 1) {
    const image = tokens[index]?.image;
    if (image === "(") depth += 1;
    else if (image === ")") depth -= 1;
    if (depth < 0) return !isOpen(tokens, at);
    if (image === "{" || image === "}") return false;
  }
  return false;
}

/** Whether the parenthesis that stands last before `at` is open there. */
function isOpen(tokens: readonly Token[], at: number): boolean {
  let depth = 0;
  for (let index = at - 1; index >= 0; index -= 1) {
    const image = tokens[index]?.image;
    if (image === ")") depth += 1;
    else if (image === "(" && depth > 0) depth -= 1;
    else if (image === "(") return true;
    else if (image === "{" || image === "}") return false;
  }
  return false;
}
