import { placeIn } from "../../base/place.ts";
import { onDifferentLines } from "../layout.ts";
import { sign, Token } from "../tokens.ts";
import type { Propose } from "./repair.ts";

/** `property p always price < 3`: what follows is the body, without both its braces. */
export const bodyWithoutBraces: Propose = ({ source, tokens, failure }) => {
  const { at, expected } = failure;
  const [first, before, last] = [tokens[at], tokens[at - 1], tokens.at(-1)];
  // `scenario s:`
  const colon = first?.tokenType === sign[":"] ? first : undefined;
  if (expected.length !== 1 || expected[0] !== "{") return [];
  if (first === undefined || before === undefined || last === undefined) return [];
  const brace = (image: "{" | "}", offset: number) => new Token(sign[image], image, offset, offset, -1);
  const edit = (start: number, end: number, text: string) => ({
    place: placeIn(source.name, { start, end }),
    text,
  });
  // On several lines it is to be seen where the body ends, but not for sure.
  const oneLine = !onDifferentLines(source.text, before.startOffset, last.end);
  return [
    {
      kind: "body",
      tokens: [
        ...tokens.slice(0, at),
        brace("{", before.end),
        ...tokens.slice(colon === undefined ? at : at + 1),
        brace("}", last.end),
      ],
      meant: "{ … }",
      found: "",
      missing: ["{"],
      start: before.end,
      end: before.end,
      fix: {
        title: "put the body in braces",
        certain: oneLine,
        edits: [
          edit(before.end, colon?.end ?? before.end, " {"),
          edit(last.end, last.end, oneLine ? " }" : "\n}"),
        ],
      },
      bold: true,
    },
  ];
};
