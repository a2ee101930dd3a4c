import { placeIn } from "../../base/place.ts";
import { isWord } from "../bodies.ts";
import { NumberToken, sign } from "../tokens.ts";
import { inPlace, signToken, spanOf, wordToken, type Recognize } from "./habit.ts";

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

/** `change room.temperature by 3`, `lower room.temperature by 3` */
export const changeBy: Recognize = ({ source, tokens, failure: { at, construct } }) => {
  const [word, owner, dot, name, by] = tokens.slice(Math.max(at - 4, 0), at + 1);
  if (construct !== "change" || by?.image !== "by" || dot?.tokenType !== sign["."]) return undefined;
  if (word === undefined || owner === undefined || name === undefined) return undefined;
  const span = spanOf(tokens, at - 4, at + 1);
  const said = source.text.slice(word.startOffset, word.end);
  const operator = /^(lower|decrease)$/.test(said) ? "-" : "+";
  const amount = tokens[at + 1];
  const full = `${owner.image}.${name.image}`;
  const meant = `change ${full} to ${full} ${operator}`;
  return {
    habit: "changed by",
    from: at,
    to: at + 1,
    tokens: [
      wordToken("to", by.startOffset, by.end),
      owner,
      dot,
      name,
      signToken(operator, by.startOffset, by.end),
    ],
    meant,
    span,
    edits: [{ place: placeIn(source.name, span), text: meant }],
    // A part in a hundred may be one of what there is.
    certain:
      operator === "+" && amount?.tokenType === NumberToken && !source.text.slice(amount.end).startsWith("%"),
  };
};
