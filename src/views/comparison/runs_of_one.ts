/* The shortest run that is possible in one of the two alone: what happens up to there, what then, and how to have it again. */
import { counted, numberText } from "../../base/words.ts";
import { shellWord } from "../../base/shell_word.ts";
import type { Cascade, Looked } from "../../runs/comparison/cascades.ts";
import type { Happening, Moment } from "../../runs/comparison/moments.ts";
import type { RunsLookedAt, ShortestRun, ShortestRuns } from "../../runs/comparison/shortest_run.ts";
import { inquiryInto } from "../../runs/why.ts";
import { code, listing, prose, said, type Inline } from "../report/document.ts";
import { storyOf, type StoryLine } from "../story.ts";
import { line, lines, type Line, type Section, type Sides, type Telling } from "./parts.ts";

/** So many moments before the two part are told; of more, the last. */
const mostTold = 6;

export function runSection(telling: Telling): Section {
  const { shortest } = telling.comparison;
  const title = titleOf(shortest);
  if (shortest === undefined || shortest.scenarios.length === 0) return { title, parts: [], folded: false };
  const { first, second } = shortest;
  const isOneStory = first !== undefined && second !== undefined && isSameStory(first, second);
  const told: Line[] = isOneStory
    ? [
        ...beforeLines(first, telling, commonOf(first.then, second.then)),
        ...thenLines(first, "first", telling),
        ...thenLines(second, "second", telling),
      ]
    : [
        ...(first === undefined
          ? []
          : [...beforeLines(first, telling), ...thenLines(first, "first", telling, true)]),
        ...(second === undefined
          ? []
          : [...beforeLines(second, telling), ...thenLines(second, "second", telling, true)]),
      ];
  const { longer } = shortest.looked.first;
  // That they do not part where nobody has looked further is not that they never part.
  if (told.length === 0 && longer > 0 && telling.comparison.verdict === "different")
    told.push(
      line(0, undefined, `in their first ${numberText(shortest.mostMoments)} moments none was found`),
    );
  const parts = told.length === 0 ? [] : [lines([...told, lookedLine(telling)])];
  return { title, parts, folded: false };
}

/** No more than was looked at: what is possible is known only where all that can be was played. */
function titleOf(shortest: ShortestRuns | undefined): string {
  const isAll =
    shortest !== undefined &&
    shortest.seeds === undefined &&
    [shortest.looked.first, shortest.looked.second].every(
      ({ all, broken, longer }) => all && broken === 0 && longer === 0,
    );
  return isAll
    ? "the shortest run that is possible in one alone"
    : "the shortest run that was found in one alone";
}

/** Whether the two have the same beginning, after which each goes on as it does in the story of the other. */
function isSameStory(one: ShortestRun, other: ShortestRun): boolean {
  const keys = ({ before }: ShortestRun): string => JSON.stringify(before.map(({ key }) => key));
  const goesOnSo = ({ instead }: ShortestRun, { then }: ShortestRun): boolean =>
    instead.length <= 1 && instead.every(({ key }) => key === then.key);
  return (
    one.scenario === other.scenario &&
    keys(one) === keys(other) &&
    goesOnSo(one, other) &&
    goesOnSo(other, one)
  );
}

/** What happens in both at the moment at which they part: the same may happen several times in it. */
function commonOf(one: Moment, other: Moment): readonly Happening[] {
  const rest = other.happenings.map(({ key }) => key);
  return one.happenings.filter(({ key }) => {
    const at = rest.indexOf(key);
    if (at !== -1) rest.splice(at, 1);
    return at !== -1;
  });
}

function beforeLines(
  { scenario, before, branches, then }: ShortestRun,
  { all }: Telling,
  common: readonly Happening[] = [],
): readonly Line[] {
  const chosen = branches.length === 0 ? [] : prose(`, by ${branchesText(branches)},`);
  const same: readonly Moment[] = common.length === 0 ? before : [...before, { ...then, happenings: common }];
  if (same.length === 0)
    return [line(0, "changed", code(scenario), chosen, " is otherwise from the beginning:")];
  const left = all ? 0 : Math.max(0, same.length - mostTold);
  return [
    line(0, "changed", code(scenario), chosen, " begins in the same way in both:"),
    ...(left === 0 ? [] : [line(1, undefined, `… ${counted(left, "moment")} more`)]),
    ...same.slice(left).map((moment) => line(1, undefined, ...happeningsOf(moment))),
  ];
}

/** In the order in which the alternatives are met. */
function branchesText(branches: readonly number[]): string {
  const numbers = branches.map((branch) => String(branch + 1)).join(", ");
  return branches.length === 1
    ? `branch ${numbers} of its alternative`
    : `branches ${numbers} of its alternatives`;
}

function happeningsOf({ happenings }: Moment): readonly Inline[] {
  return happenings.flatMap(({ text }, index) => prose(index === 0 ? "" : "; ", code(text)));
}

function thenLines(
  one: ShortestRun,
  side: "first" | "second",
  telling: Telling,
  isAlone = false,
): readonly Line[] {
  const { then, next, instead, run } = one;
  const [other] = isAlone ? [] : instead;
  const common = new Set(other === undefined ? [] : commonOf(then, other));
  const own = then.happenings.filter((happening) => !common.has(happening));
  // Where the other does all of this and more, what is told is what comes next.
  const told = own.length > 0 ? { ...then, happenings: own } : next;
  const head =
    told === undefined
      ? ["then nothing more that both know"]
      : [
          own.length > 0 ? "then" : "then nothing else; next",
          `, in step ${told.step}: `,
          ...happeningsOf(told),
        ];
  return [
    line(0, side, ...head),
    ...(told === undefined ? [] : reasonLines(run, told).map((text) => line(1, undefined, said(text)))),
    ...(isAlone ? [insteadLine(instead, telling, side)] : []),
    ...againLines(one, telling.files[side]),
  ];
}

/** The command line that plays it: only one of which it was tried. */
function againLines({ again }: Pick<ShortestRun, "again">, file: string): readonly Line[] {
  if (again === undefined) return [line(1, undefined, "no seed was found by which a command plays it")];
  // What comes from standard input is gone.
  if (file === "-") return [];
  const words = ["niklas", "run", file, again.scenario, "--seed", String(again.seed)];
  return [line(1, undefined, "the same again: ", code(words.map(shellWord).join(" ")))];
}

function insteadLine(instead: readonly Moment[], { sides }: Telling, side: "first" | "second"): Line {
  const other = said(side === "first" ? sides.second : sides.first);
  if (instead.length === 0) return line(1, undefined, "in ", other, " nothing more happens that both know");
  const ways = instead.slice(0, 3).map(happeningsOf);
  return line(
    2,
    undefined,
    "in ",
    other,
    ", instead: ",
    listing(ways, "or"),
    instead.length > 3 ? ", or otherwise" : "",
  );
}

/** How it came about, as the story of the run tells it of whom it happens to. */
function reasonLines(run: ShortestRun["run"], { step, happenings }: Moment): readonly string[] {
  const inquiry = inquiryInto(run);
  const names = new Set(happenings.map(({ owner }) => inquiry.names(owner)));
  const story = storyOf(inquiry, step, { noise: false, fold: false });
  const part = story.find(({ from, to }) => from === step && to === step);
  let who = "";
  const kept: StoryLine[] = [];
  for (const each of part?.lines ?? []) {
    if (each.who !== "") ({ who } = each);
    // What a decision brings about has been told, or is of names that the other does not know.
    if (names.has(who) && each.depth === 0) kept.push(each);
  }
  const texts = kept.map(({ who: name, text }) =>
    name === "" || names.size === 1 ? text : `${name}: ${text}`,
  );
  // What says no more than has been said is left out.
  return texts.filter((text) => !happenings.some((one) => one.text.endsWith(text)));
}

function lookedLine({ comparison, sides }: Telling): Line {
  const { shortest } = comparison;
  if (shortest === undefined) return line(0, undefined);
  const { looked, scenarios, seeds, mostMoments } = shortest;
  const isAll = looked.first.all && looked.second.all;
  const side = (name: string, what: RunsLookedAt): readonly Inline[] =>
    prose(
      `${counted(what.runs, "run")} of `,
      said(name),
      what.all ? "" : " (a sample of the ways through its alternatives)",
      what.broken > 0 ? ` (${what.broken} ended by a limit of the tool)` : "",
      what.longer > 0 ? ` (${what.longer} looked at for ${numberText(mostMoments)} moments)` : "",
    );
  return line(
    0,
    undefined,
    `played: ${counted(scenarios.length, "scenario")} of both, in `,
    listing([side(sides.first, looked.first), side(sides.second, looked.second)]),
    isAll && seeds === undefined ? ", every way through the alternatives" : "",
    seeds === undefined ? "" : ", those with the same seed, which draw the same, held against each other",
    "; told in what both know; of other runs nothing is said",
  );
}

// ── Cascades ──────────────────────────────────────────────────────────────

export function cascadeSection({ comparison, sides, files, all }: Telling): Section {
  const { cascades, shortest } = comparison;
  const isTold = shortest?.first !== undefined || shortest?.second !== undefined;
  const title = "the shortest cascade that occurs in one alone";
  // Where runs of the same scenario part, that says more.
  if (cascades === undefined || (isTold && !all)) return { title, parts: [], folded: false };
  const { first, second, looked } = cascades;
  const told = [
    ...(first === undefined ? [] : cascadeLines(first, "first", files)),
    ...(second === undefined ? [] : cascadeLines(second, "second", files)),
  ];
  const played = (side: string, what: Looked): readonly Inline[] =>
    prose(
      `${counted(what.scenarios, "scenario")} of `,
      said(side),
      ` in ${counted(what.runs, "run")}`,
      what.all ? "" : ", a sample of the ways through them",
      what.broken > 0 ? `, ${what.broken} of which a limit ended` : "",
    );
  const everyWay = looked.first.all && looked.second.all ? ", every way through them" : "";
  const done = line(
    0,
    undefined,
    "played: ",
    listing([played(sides.first, looked.first), played(sides.second, looked.second)]),
    `${everyWay}, with one seed; cascades of up to ${looked.first.longest} operations; of other runs nothing is said`,
  );
  return { title, parts: [lines(told.length === 0 ? [] : [...told, done])], folded: false };
}

function cascadeLines(cascade: Cascade, side: "first" | "second", files: Sides): readonly Line[] {
  const { operations, scenario, step, again } = cascade;
  return [
    line(0, side, code(operations.join(" → ")), ", in ", code(scenario), `, step ${step}`),
    ...againLines({ again }, files[side]),
  ];
}
