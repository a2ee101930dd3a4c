/* Which ways lead from system to system in one of two models alone. */
import { numberText } from "../../base/words.ts";
import type { WayDifference, WayShown } from "../../runs/comparison/ways.ts";
import { code, listing, prose, said } from "../report/document.ts";
import { line, lines, type Line, type Section, type Sign, type Telling } from "./parts.ts";

export function waySection({ comparison, sides, all }: Telling): Section {
  const { reached, otherwise, ofOneOnly, complete, pairs } = comparison.ways;
  const pieces = otherwise.filter((one) => otherwise.some((other) => other !== one && isPieceOf(one, other)));
  const whole = otherwise.filter((one) => !pieces.includes(one));
  const told: Line[] = [
    ...reached.filter(({ from, to }) => from !== to).flatMap(reachedLines),
    ...reached.filter(({ from, to }) => from === to).flatMap(reachedLines),
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
    ...(all ? otherwise : whole).flatMap(otherwiseLines),
    ...(pieces.length === 0 || all ? [] : [pieceLine(pieces)]),
  ];
  if (!complete && pairs > 0)
    told.push(
      line(
        0,
        undefined,
        `There are ${numberText(pairs)} pairs of systems: it was only looked at whether the one reaches the other, and not by which way.`,
      ),
    );
  return { title: "ways from system to system", parts: [lines(told)], folded: false };
}

function reachedLines({ from, to, first, second }: WayDifference): readonly Line[] {
  const sign: Sign = second === undefined ? "first" : "second";
  const way = second ?? first;
  return [
    from === to
      ? line(0, sign, code(from), " reaches itself: what it does can come back to it")
      : line(0, sign, code(from), " reaches ", code(to)),
    ...(way === undefined ? [] : [line(1, undefined, code(way.line))]),
  ];
}

function otherwiseLines({ from, to, first, second }: WayDifference): readonly Line[] {
  return [
    line(
      0,
      "changed",
      code(from),
      " reaches ",
      from === to ? "itself" : code(to),
      first === undefined || second === undefined
        ? " in both, and by one more way"
        : " in both, by another way in each",
    ),
    ...(first === undefined ? [] : [line(1, "first", code(first.line))]),
    ...(second === undefined ? [] : [line(1, "second", code(second.line))]),
  ];
}

/** Whether both ways are stretches of those between two others. */
function isPieceOf(one: WayDifference, other: WayDifference): boolean {
  const within = (inner: WayShown | undefined, outer: WayShown | undefined): boolean =>
    inner === undefined ||
    (outer !== undefined && outer.line !== inner.line && outer.line.includes(inner.line));
  return within(one.first, other.first) && within(one.second, other.second);
}

function pieceLine(pieces: readonly WayDifference[]): Line {
  const pairs = pieces.map(({ from, to }) => prose("from ", code(from), " to ", code(to)));
  return line(0, "changed", "likewise on the stretches of these ", listing(pairs));
}
