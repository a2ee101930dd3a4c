import { placeIn } from "../../base/place.ts";
import { isWord } from "../bodies.ts";
import { sign } from "../tokens.ts";
import { inPlace, signToken, spanOf, type Recognize } from "./habit.ts";

/** `price = 3` among effects or assignments, which are written `price := 3` */
export const equalsForBecomes: Recognize = ({ source, tokens, failure: { at }, spec }) => {
  const [target, equals] = [tokens[at], tokens[at + 1]];
  if (!/^(effectItems|assignmentItems)$/.test(spec.rule) || !isWord(target)) return undefined;
  if (equals?.tokenType !== sign["="] && equals?.tokenType !== sign[":"]) return undefined;
  return {
    habit: "equals for becomes",
    ...inPlace(source, tokens, at + 1, at + 2, [":="]),
    certain: true,
  };
};

/** `price += 3` */
export const changedBy: Recognize = ({ source, tokens, failure: { at }, spec }) => {
  if (!/^(effectItems|assignmentItems)$/.test(spec.rule)) return undefined;
  // The target alone has been read, or the sign behind it is what does not fit.
  const from = isWord(tokens[at]) ? at : at - 1;
  const [target, operator, equals] = [tokens[from], tokens[from + 1], tokens[from + 2]];
  if (target === undefined || !isWord(target) || operator === undefined || equals === undefined)
    return undefined;
  if (!/^[-+*/]$/.test(operator.image) || equals.tokenType !== sign["="]) return undefined;
  if (operator.end !== equals.startOffset) return undefined;
  const span = spanOf(tokens, from, from + 3);
  const meant = `${target.image} := ${target.image} ${operator.image}`;
  return {
    habit: "changed by",
    from,
    to: from + 3,
    tokens: [target, signToken(":=", operator.startOffset, operator.end), target, operator],
    meant,
    span,
    edits: [{ place: placeIn(source.name, span), text: meant }],
    // What is taken away or divided by may be a sum.
    certain: operator.image === "+",
  };
};
