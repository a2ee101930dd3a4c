/* Claims of properties in other words. */
import { placeIn } from "../../base/place.ts";
import { isWord } from "../bodies.ts";
import { sign } from "../tokens.ts";
import { inPlace, refEnd, spanOf, textOf, wordToken, type Recognize } from "./habit.ts";

const verbs = /^(reach|reaches|reached|can|does|do|cannot|irritates|affects|influences)$/;

/** `law reach economy`, `law can reach economy`, `law does not reach economy`, `law affects economy` */
export const spokenReaching: Recognize = ({ source, tokens, failure, spec }) => {
  const { at, leftOver } = failure;
  if (!leftOver || spec.rule !== "propertyItems") return undefined;
  const from = refEnd(tokens, at);
  if (from === at || !verbs.test(tokens[from]?.image ?? "")) return undefined;
  let to = from;
  let negated = false;
  while (/^(can|does|do|not|never|cannot)$/.test(tokens[to]?.image ?? "")) {
    negated ||= /^(not|never|cannot)$/.test(tokens[to]?.image ?? "");
    to += 1;
  }
  if (!verbs.test(tokens[to]?.image ?? "")) return undefined;
  const meant = negated ? ["never", "reaches"] : ["reaches"];
  return {
    habit: "other word",
    ...inPlace(source, tokens, from, to + 1, meant),
    certain: /^reach/.test(tokens[to]?.image ?? ""),
  };
};

/** `never law reaches economy`: what never happens is said between the two. */
export const neverBefore: Recognize = ({ source, tokens, failure, spec }) => {
  // `never law` is complete; what is left over begins with the verb.
  const { at, leftOver } = failure;
  if (!leftOver || spec.rule !== "propertyItems" || tokens[at]?.image !== "reaches") return undefined;
  let from = at - 1;
  if (tokens[from - 1]?.tokenType === sign["."]) from -= 2;
  const never = tokens[from - 1];
  if (never?.image !== "never" && never?.image !== "always") return undefined;
  const negated = never.image === "never";
  const subject = tokens.slice(from, at);
  const verb = tokens[at];
  if (subject.length === 0 || verb === undefined) return undefined;
  const span = spanOf(tokens, from - 1, at + 1);
  const meant = `${textOf(source, tokens, from, at)} ${negated ? "never reaches" : "reaches"}`;
  return {
    habit: "never before",
    from: from - 1,
    to: at + 1,
    tokens: [...subject, ...(negated ? [wordToken("never", verb.startOffset, verb.startOffset)] : []), verb],
    meant,
    span,
    edits: [{ place: placeIn(source.name, span), text: meant }],
    certain: true,
  };
};

/** `law reaches only economy`, `law reaches economy through contract` */
export const onlyThrough: Recognize = ({ source, tokens, failure, spec }) => {
  const { at, leftOver } = failure;
  if (!leftOver || spec.rule !== "propertyItems") return undefined;
  const through = tokens[at];
  if (through?.image === "through" || through?.image === "via") {
    return {
      habit: "other word",
      ...inPlace(source, tokens, at, at + 1, ["only", "through"]),
      certain: false,
    };
  }
  // `law reaches only` is complete; what is left over is what it should reach.
  const only = tokens[at - 1];
  if (only?.image !== "only" || tokens[at - 2]?.image !== "reaches" || !isWord(through)) return undefined;
  return {
    habit: "reaches only",
    from: at - 1,
    to: at,
    tokens: [],
    meant: "only through",
    span: spanOf(tokens, at - 1, at),
    edits: [],
    certain: false,
  };
};

/** `economy.price > 3`: it is not said when this should hold. */
export const claimWithoutWord: Recognize = ({ source, tokens, failure, spec }) => {
  const { at, leftOver } = failure;
  const token = tokens[at];
  if (!leftOver || spec.rule !== "propertyItems" || at > 0 || token === undefined) return undefined;
  const goesOn = /^([-+*/^.(=]|!=|[<>]=?|and|or)$/.test(tokens[at + 1]?.image ?? "");
  if (!(isWord(token) && goesOn) && !/^(not|\()$/.test(token.image)) return undefined;
  const { startOffset: start } = token;
  return {
    habit: "claim without word",
    from: at,
    to: at,
    tokens: [wordToken("always", start, start, token.doc)],
    meant: "always",
    title: "insert `always`",
    span: spanOf(tokens, at, at + 1),
    edits: [{ place: placeIn(source.name, { start, end: start }), text: "always " }],
    certain: false,
  };
};
