import { placeIn } from "../../base/place.ts";
import { isStarter, isWord } from "../bodies.ts";
import { beginsLine } from "../layout.ts";
import { sign } from "../tokens.ts";
import { inPlace, leftOut, refEnd, spanOf, textOf, wordToken, type Recognize } from "./habit.ts";

export const turnedEmission: Recognize = ({ source, tokens, failure, spec }) => {
  const { at, leftOver } = failure;
  if (!leftOver || !isStarter(spec, "perturb")) return undefined;
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
  const stands = begins && next !== undefined && isStarter(spec, next.image);
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

/** `law emit judgment`, `law.emits(…)`: the verb is another. */
export const spokenEmission: Recognize = ({ source, tokens, failure, spec }) => {
  const { at, leftOver } = failure;
  if (!leftOver || !isStarter(spec, "perturb") || !isWord(tokens[at])) return undefined;
  const verb = tokens[at + 1]?.tokenType === sign["."] ? at + 3 : at + 1;
  if (!/^(emit|emitting|emitted|does|do|makes|performs|sends)$/.test(tokens[verb]?.image ?? ""))
    return undefined;
  if (!isWord(tokens[verb + 1])) return undefined;
  return {
    habit: "other word",
    ...inPlace(source, tokens, verb, verb + 1, ["emits"]),
    certain: /^emit/.test(tokens[verb]?.image ?? ""),
  };
};

/** `politics perturbs economy with decree(…)` */
export const spokenPerturbation: Recognize = ({ source, tokens, failure, spec }) => {
  const { at, leftOver } = failure;
  if (!leftOver || !isStarter(spec, "perturb")) return undefined;
  const verb = refEnd(tokens, at);
  if (verb === at || !/^(perturb|perturbs|irritates|disturbs)$/.test(tokens[verb]?.image ?? ""))
    return undefined;
  const to = refEnd(tokens, verb + 1);
  if (to === verb + 1) return undefined;
  const [actor, target] = [tokens.slice(at, verb), tokens.slice(verb + 1, to)];
  const span = spanOf(tokens, at, to);
  const meant = `perturb ${textOf(source, tokens, verb + 1, to)} from ${textOf(source, tokens, at, verb)}`;
  const { startOffset: start } = actor[0] ?? { startOffset: span.start };
  return {
    habit: "turned perturbation",
    from: at,
    to,
    tokens: [
      wordToken("perturb", start, start, actor[0]?.doc),
      ...target,
      wordToken("from", span.end, span.end),
      ...actor,
    ],
    meant,
    span,
    edits: [{ place: placeIn(source.name, span), text: meant }],
    certain: true,
  };
};

/** `expect violation of direct_steering` */
export const violationOf: Recognize = ({ source, tokens, failure: { at, lastItem } }) => {
  const [violation, of, name] = [tokens[at - 2], tokens[at - 1], tokens[at]];
  if (violation?.image !== "violation" || of?.image !== "of" || !isWord(name) || lastItem !== "Expect")
    return undefined;
  const place = placeIn(source.name, { start: of.startOffset, end: name?.startOffset ?? of.end });
  return {
    ...leftOut(tokens, at - 1, at),
    habit: "needless word",
    edits: [{ place, text: "" }],
    certain: true,
  };
};
