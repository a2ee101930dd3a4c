/* Which ways lead from system to system in one of two models alone. */
import { numberText } from "../../base/words.ts";
import type { WayDifference } from "../../runs/comparison/ways.ts";
import { code, said, listing } from "../report/document.ts";
import { line, lines, type Line, type Section, type Sign, type Telling } from "./parts.ts";

export function waySection({ comparison, sides }: Telling): Section {
  const { reached, otherwise, ofOneOnly, complete, pairs } = comparison.ways;
  const all: Line[] = [
    ...reached.flatMap(reachedLines),
    ...ofOneOnly.flatMap(({ in: where, system, reaches, reachedBy }): readonly Line[] => {
      const names = (of: readonly string[]) => (of.length === 0 ? "nothing" : listing(of.map(code)));
      return reaches.length + reachedBy.length === 0
        ? []
        : [
            line(
              0,
              where,
              code(system),
              `, only in `,
              said(sides[where]),
              `, reaches `,
              names(reaches),
              ", and is reached by ",
              names(reachedBy),
            ),
          ];
    }),
    ...otherwise.flatMap(otherwiseLines),
  ];
  if (!complete && pairs > 0)
    all.push(
      line(
        0,
        undefined,
        `There are ${numberText(pairs)} pairs of systems: it was only looked at whether the one reaches the other, and not by which way.`,
      ),
    );
  return { title: "ways from system to system", parts: [lines(all)], folded: false };
}

function reachedLines({ from, to, first, second }: WayDifference): readonly Line[] {
  const sign: Sign = second === undefined ? "first" : "second";
  const way = second ?? first;
  return [
    line(0, sign, code(from), " reaches ", code(to)),
    ...(way === undefined ? [] : [line(1, undefined, code(way.line))]),
  ];
}

function otherwiseLines({ from, to, first, second }: WayDifference): readonly Line[] {
  return [
    line(0, "changed", code(from), " reaches ", code(to), " in both, and not by the same way"),
    ...(first === undefined ? [] : [line(1, "first", code(first.line))]),
    ...(second === undefined ? [] : [line(1, "second", code(second.line))]),
  ];
}
