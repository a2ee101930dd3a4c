import { placeIn } from "../../base/place.ts";
import { isWord } from "../bodies.ts";
import { beginsLine } from "../layout.ts";
import { sign } from "../tokens.ts";
import { inPlace, spanOf, textOf, wordToken, type Recognize } from "./habit.ts";

export const turnedEmission: Recognize = ({ source, tokens, failure, starters }) => {
  const { at, leftOver } = failure;
  if (!leftOver || !starters.includes("perturb")) return undefined;
  const emitting = /^(emit|emits)$/.test(tokens[at]?.image ?? "") && isWord(tokens[at + 1]);
  const begin = emitting ? at + 1 : at;
  let end = begin;
  while (isWord(tokens[end]) && tokens[end + 1]?.tokenType === sign["."]) end += 2;
  const operation = tokens[end];
  if (operation === undefined || !isWord(operation) || end === begin || end > begin + 4) return undefined;
  const emitted = tokens[end + 1]?.image === "emits";
  const to = end + (emitted ? 2 : 1);
  const next = tokens[to];
  const first = tokens[at];
  const begins = at === 0 || (first !== undefined && beginsLine(source.text, first));
  const whole = begins && (next === undefined || next.image === "(" || beginsLine(source.text, next));
  const stands = begins && next !== undefined && starters.includes(next.image);
  if (!emitting && !emitted && !whole && !stands) return undefined;
  const system = tokens.slice(begin, end - 1);
  const span = spanOf(tokens, at, to);
  const meant = `${textOf(source, tokens, begin, end - 1)} emits ${operation.image}`;
  return {
    habit: "turned emission",
    from: at,
    to,
    tokens: [...system, wordToken("emits", operation.startOffset, operation.startOffset + 1), operation],
    meant,
    span,
    edits: [{ place: placeIn(source.name, span), text: meant }],
    certain: true,
  };
};

export const negation: Recognize = ({ source, tokens, failure }) => {
  const { at, leftOver } = failure;
  if (!leftOver || at === 0) return undefined;
  const words = tokens.slice(at, at + 3).map(({ image }) => image);
  const [first = "", second = ""] = words;
  const [length, verb] =
    /^(does|do|did)$/.test(first) && second === "not"
      ? [3, words[2] ?? ""]
      : /^(not|never)$/.test(first)
        ? [2, second]
        : [0, ""];
  const meant = /^(occurs?|happens?)$/.test(verb)
    ? ["never", "occurs"]
    : /^(resonates?|reacts?|responds?)$/.test(verb)
      ? ["stays", "indifferent"]
      : undefined;
  if (meant === undefined) return undefined;
  return { habit: "negation", ...inPlace(source, tokens, at, at + length, meant), certain: true };
};
