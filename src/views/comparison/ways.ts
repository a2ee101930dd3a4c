/* Which ways lead from system to system in one of two models alone. */
import { numberText } from "../../base/words.ts";
import type { WayDifference, WayShown } from "../../runs/comparison/ways.ts";
import { code, listing, prose, said } from "../report/document.ts";
import { line, lines, type Line, type Section, type Sign, type Telling } from "./parts.ts";

export function waySection({ comparison, sides, all }: Telling): Section {
  const { reached, ofOneOnly, complete, pairs } = comparison.ways;
  // That what comes back does so by another way is of little weight beside where it leads.
  const otherwise = comparison.ways.otherwise.filter(({ from, to }) => all || from !== to);
  const pieces = otherwise.filter((one) => otherwise.some((other) => other !== one && isPieceOf(one, other)));
  const whole = otherwise.filter((one) => !pieces.includes(one));
  const told: Line[] = [
    ...reached.filter(({ from, to }) => from !== to).flatMap(reachedLines),
    ...circleLines(
      reached.filter(({ from, to }) => from === to),
      all,
    ),
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

/** What leaves a system and can come back to it, in one alone: several that lie on the same circle are told by it. */
function circleLines(reached: readonly WayDifference[], all: boolean): readonly Line[] {
  const told = new Set<string>();
  return reached.flatMap((one) => {
    const way = one.second ?? one.first;
    const key = JSON.stringify([one.second === undefined, [...(way?.owners ?? [])].sort()]);
    if (!all && told.has(key)) return [];
    told.add(key);
    const sign: Sign = one.second === undefined ? "first" : "second";
    const others = all
      ? []
      : reached.filter((other) => {
          const owners = (other.second ?? other.first)?.owners ?? [];
          return other !== one && JSON.stringify([other.second === undefined, [...owners].sort()]) === key;
        });
    const names = [one, ...others].map(({ from }) => code(from));
    return [
      line(
        0,
        sign,
        listing(names),
        names.length === 1 ? " reaches itself" : " reach themselves",
        ...(way === undefined ? [] : [": ", code(way.line)]),
      ),
    ];
  });
}

function reachedLines({ from, to, first, second }: WayDifference): readonly Line[] {
  const sign: Sign = second === undefined ? "first" : "second";
  const way = second ?? first;
  return [
    line(0, sign, code(from), " reaches ", code(to), ...(way === undefined ? [] : [": ", code(way.line)])),
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
