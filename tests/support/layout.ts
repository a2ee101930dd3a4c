/* What holds of every layout: the text says the same, with its comments in their places, and laid out again it does not change. */
import { format } from "../../src/format/format.ts";
import { parse } from "../../src/syntax/parse.ts";
import { scan } from "../../src/syntax/scan.ts";
import { outline } from "./outline.ts";
import type { Choose } from "./sentence.ts";

/** A text in the canonical layout. */
export function laidOut(text: string, width?: number): string {
  const formatted = format({ name: "m.sys", text }, width === undefined ? {} : { width });
  if (formatted.kind === "broken")
    throw new Error(`not laid out: ${JSON.stringify(formatted.problems[0])}\n${text}`);
  return formatted.text;
}

/** The tokens and comments in their order, without the white space between them. */
function said(text: string): string {
  const { tokens, comments } = scan({ name: "m.sys", text });
  return [
    ...tokens.map(({ startOffset, end }) => ({ start: startOffset, text: text.slice(startOffset, end) })),
    ...comments.map(({ start, end }) => ({ start, text: text.slice(start, end).trimEnd() })),
  ]
    .sort((a, b) => a.start - b.start)
    .map((each) => each.text.replaceAll("\r\n", "\n"))
    .join("\n");
}

function treeOf(text: string): string {
  return outline(parse({ name: "m.sys", text }).tree);
}

/** Checks a text in these widths: what is not as it should be, with the layout; nothing if all is well. */
export function faultOf(text: string, widths: readonly number[]): string | undefined {
  const [wasSaid, tree] = [said(text), treeOf(text)];
  for (const width of widths) {
    const once = laidOut(text, width);
    const twice = laidOut(once, width);
    const fault =
      said(once) !== wasSaid
        ? "words or comments are lost, added or moved"
        : treeOf(once) !== tree
          ? "the tree is another"
          : twice !== once
            ? `laid out again it changes to\n${twice}`
            : /[ \t]+$|\n\n\n|\t/m.test(once)
              ? "a line ends in white space, two are empty, or there is a tab"
              : undefined;
    if (fault !== undefined) return `in width ${width}, ${fault}\n\n${once}\n\nfrom\n\n${text}`;
  }
  return undefined;
}

const gaps = [
  " ",
  "\n",
  "  ",
  "\n\n\n",
  " // x\n",
  "\n// y \n",
  " /* z */ ",
  "\n/* a\n   b */\n",
  "\n/// d\n",
  " //\n",
];

/** What may stand between two words: at times a comment, the rarer the higher. */
export function gapOf(choose: Choose, rarity: number): string {
  return choose(rarity * 4 + 1) === 0 ? (gaps[choose(gaps.length)] ?? " ") : " ";
}

/** A text with comments and line breaks strewn among its words, at most so many. */
export function strewn(text: string, choose: Choose, most: number): string {
  const { tokens } = scan({ name: "m.sys", text });
  const places = new Map<number, string>();
  for (let count = choose(most + 1); count > 0 && tokens.length > 0; count -= 1) {
    places.set(tokens[choose(tokens.length)]?.startOffset ?? 0, gaps[choose(gaps.length)] ?? " ");
  }
  let result = "";
  let from = 0;
  for (const [place, gap] of [...places].sort(([a], [b]) => a - b)) {
    result += text.slice(from, place) + gap;
    from = place;
  }
  return result + text.slice(from);
}
