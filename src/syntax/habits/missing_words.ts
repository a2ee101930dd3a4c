/* Items without the word that they begin with: by what follows one sees which it is. */
import { placeIn } from "../../base/place.ts";
import type { ItemsRule } from "../bodies.ts";
import { beginsLine } from "../layout.ts";
import type { Situation } from "../situation.ts";
import { TextToken, type Token } from "../tokens.ts";
import { spanOf, wordToken, type Recognize } from "./habit.ts";

interface Shape {
  readonly word: string;
  /** What the line looks like from the failure on: names as they are, texts as `""`, all apart by one space. */
  readonly line: string;
  /** Another word could be missing as well. */
  readonly doubtful?: true;
}

const name = String.raw`[^\s\d"(){}:=<>/.,-]\S*`;
const part = String.raw`${name}(?: \. ${name})?`;
const label = String.raw`(?: "")?`;

function shape(word: string, line: string, doubtful?: true): Shape {
  return { word, line, ...(doubtful && { doubtful }) };
}

/** By the rule of the items; the more special ones first. */
const shapes: Partial<Record<ItemsRule, readonly Shape[]>> = {
  model: [
    shape("import", `""`, true),
    shape("import", `${name}(?: , ${name})* from ""`),
    shape("population", `${name}${label} of \\d`),
    shape("coupling", `${name}${label} between ${part} and `),
    shape("society", `${name}${label} differentiated `),
  ],
  members: [
    shape("sensitive", `to ${name}`),
    shape("program", `${name}${label} (?:conditional|purpose) `),
    shape("expectation", `${name}${label} : `),
    shape("code", `${name}${label} / `),
    shape("limit", `${name}${label} (?:constitutional )?blocks `),
    shape("operation", `${name}${label} \\( \\)`, true),
    shape("operation", `${name}${label} \\( ${name} : `, true),
  ],
  environmentItems: [shape("included", `in ${part} as `)],
  steps: [
    shape("perturb", `${part} from ${part} with `),
    shape("expect", `(?:not )?${part} (?:resonates|stays|designates|occurs|never|is) `),
    shape("expect", `(?:not )?${part} (?:!=|<=?|>=?) `),
    shape("expect", `(?:not )?${name} \\. ${name} = `, true),
    shape("change", `${name} \\. ${name} to `),
    shape("run", String.raw`\d+ steps?(?: |$)`),
  ],
  experimentItems: [shape("vary", `${part} (?:from|in) `), shape("measure", `${name} = `)],
};

/** `target: number = 20`, `lawful / unlawful`, `to claim(sum: number)`, `politics stays indifferent` */
export const itemWithoutWord: Recognize = (situation) => {
  const { source, tokens, failure, spec } = situation;
  const { at, leftOver } = failure;
  const first = tokens[at];
  if (!leftOver || first === undefined || (at > 0 && !beginsLine(source.text, first))) return undefined;
  const line = lineFrom(source.text, tokens, at);
  const found = shapes[spec.rule]?.find((shape) => begins(line, shape.line));
  return found && preceded(situation, found.word, found.doubtful !== true);
};

function lineFrom(text: string, tokens: readonly Token[], at: number): string {
  let to = at + 1;
  for (let token = tokens[to]; token !== undefined && !beginsLine(text, token); token = tokens[to]) to += 1;
  const line = tokens.slice(at, to).map(({ tokenType, image }) => (tokenType === TextToken ? '""' : image));
  return `${line.join(" ")} `;
}

/** `price > 80 -> non_payment`, `-> payment`: clauses without the word that they begin with */
export const clauseWithoutWord: Recognize = (situation) => {
  const { source, tokens, failure, spec } = situation;
  const { at, leftOver } = failure;
  const first = tokens[at];
  if (!leftOver || spec.rule !== "clauses" || first === undefined || !beginsLine(source.text, first))
    return undefined;
  const line = lineFrom(source.text, tokens, at);
  if (begins(line, `-> ${name} `)) return preceded(situation, "otherwise", false);
  if (begins(line, `${name} -> ${name} yields `)) return preceded(situation, "choose", true);
  return begins(line, `${name} (?:.* )?-> `) ? preceded(situation, "when", true) : undefined;
};

function begins(line: string, pattern: string): boolean {
  return new RegExp(`^(?:${pattern})`, "u").test(line);
}

/** A word put before what stands at the failure. */
function preceded(
  { source, tokens, failure: { at } }: Situation,
  word: string,
  certain: boolean,
): ReturnType<Recognize> {
  const token = tokens[at];
  const { startOffset: start = 0 } = token ?? {};
  return {
    habit: "item without word",
    from: at,
    to: at,
    tokens: [wordToken(word, start, start, token?.doc)],
    meant: word,
    span: spanOf(tokens, at, at + 1),
    edits: [{ place: placeIn(source.name, { start, end: start }), text: `${word} ` }],
    certain,
    title: `insert \`${word}\``,
  };
}
