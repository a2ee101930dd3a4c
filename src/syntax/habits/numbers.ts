import { placeIn } from "../../base/place.ts";
import { NumberToken, sign, Token } from "../tokens.ts";
import { spanOf, type Recognize } from "./habit.ts";

export const commaInNumber: Recognize = ({ source, tokens, failure }) => {
  const comma = [failure.at, failure.at - 1].find((index) => touchesNumbers(tokens, index));
  if (comma === undefined) return undefined;
  let to = comma + 2;
  while (touchesNumbers(tokens, to)) to += 2;
  const groups = tokens.slice(comma - 1, to).filter(({ tokenType }) => tokenType === NumberToken);
  const images = groups.map(({ image }) => image);
  const [first = "", ...others] = images;
  const grouped = /^[1-9]\d{0,2}$/.test(first) && others.every((image) => /^\d{3}$/.test(image));
  if (!grouped && (others.length > 1 || images.some((image) => !/^\d+$/.test(image)))) return undefined;
  const meant = images.join(grouped ? "_" : ".");
  const span = spanOf(tokens, comma - 1, to);
  return {
    habit: grouped ? "grouped digits" : "decimal comma",
    from: comma - 1,
    to,
    tokens: [new Token(NumberToken, meant, span.start, span.end, groups[0]?.doc ?? -1)],
    meant,
    span,
    edits: [{ place: placeIn(source.name, span), text: meant }],
    // `1,500` is one thousand five hundred here, and one and a half there.
    certain: !grouped || others.length > 1,
  };
};

/** Whether there is a comma with a number right before and right behind it. */
function touchesNumbers(tokens: readonly Token[], comma: number): boolean {
  const [before, sign0, behind] = [tokens[comma - 1], tokens[comma], tokens[comma + 1]];
  return (
    sign0?.tokenType === sign[","] &&
    before?.tokenType === NumberToken &&
    behind?.tokenType === NumberToken &&
    before.end === sign0.startOffset &&
    sign0.end === behind.startOffset
  );
}
