/* What exploring all runs of a scenario found, as people read it. */
import { visible } from "../base/visible.ts";
import { listed, numberText } from "../base/words.ts";
import type { Place } from "../base/place.ts";
import { painter } from "../diagnostics/show/paint.ts";
import { inAscii } from "../diagnostics/show/signs.ts";
import { wrapped } from "../diagnostics/show/wrap.ts";
import {
  isOfAll,
  type ExploredExpectation,
  type ExploredProperty,
  type ExploredVerdict,
  type ExploreResult,
  type FoundBy,
  type Sampled,
  type Shown,
} from "../runs/explored.ts";
import { judgedOf } from "../runs/judged.ts";
import type { NeverOccurring } from "../runs/never.ts";
import { doneText } from "./explore_done.ts";
import { markOf } from "./outcome_text.ts";
import { probabilityText } from "./probability_text.ts";

export interface ExploreTextOptions {
  readonly colour: boolean;
  readonly ascii: boolean;
  readonly width: number | undefined;
  /** Says where something stands. */
  readonly where: (place: Place) => string;
  /** The command that plays a run again. */
  readonly again: (shown: Shown) => string;
}

/** What was done, what came of it, and what can never be. The runs that show it are told elsewhere. */
export function renderExplored(result: ExploreResult, options: ExploreTextOptions): string {
  const { scenario, label, properties, expectations, wrong, broken, verdicts } = result;
  const paint = painter(options.colour);
  const clean = cleaner(options);
  const title = `scenario ${scenario}${label === undefined ? "" : ` ${JSON.stringify(label)}`}`;
  const rows: string[] = [
    paint("strong", clean(title)),
    ...indented(doneText(result, options.where), clean, options),
  ];
  const line = (isGood: boolean | undefined, name: string, said: readonly string[]): void => {
    const sign = isGood === undefined ? " " : paint(isGood ? "added" : "error", markOf(isGood, options));
    const [first = "", ...more] = said;
    rows.push(`  ${sign} ${paint("strong", clean(name))}  ${clean(first)}`);
    rows.push(...more.flatMap((text) => indented(text, clean, options, "      ")));
  };
  if (properties.length + expectations.length + verdicts.length > 0) rows.push("");
  for (const each of properties)
    line(each.violated === undefined, `property ${each.name}`, propertySaid(each, options));
  for (const each of expectations) line(judgedOf(each) === "impossible" ? false : judgedOf(each) === "inevitable" ? true : undefined, each.text, expectationSaid(each, options)); // prettier-ignore
  for (const each of verdicts) line(undefined, each.regulation, verdictSaid(each, options));
  const compared = verdicts.length > 0 && "states" in result.done ? comparedText(result) : "";
  if (compared !== "") rows.push(...indented(compared, clean, options, "    "));
  for (const { check, place, expected, shown } of wrong)
    line(expected ? undefined : false, check, [
      `${expected ? "as expected, " : ""}in some run, at ${options.where(place)}${shown === undefined ? "" : `, first in step ${shown.steps}`}`,
      ...(shown === undefined ? [] : [options.again(shown)]),
    ]);
  if (broken !== undefined)
    line(false, "broken off", [
      `a limit of the tool ends some run in step ${broken.steps}`,
      options.again(broken),
    ]);
  return `${rows.join("\n")}\n`;
}

/** Which clauses, channels and values take part in no run of these scenarios. */
export function renderNever(never: NeverOccurring, isAll: boolean, options: ExploreTextOptions): string {
  const paint = painter(options.colour);
  const clean = cleaner(options);
  const { clauses, channels, values } = never;
  if (clauses.length + channels.length + values.length === 0) return "";
  const found: readonly (readonly [what: string, place: Place])[] = [
    ...clauses.map(({ name, place }) => [`a clause of ${name} decides`, place] as const),
    ...channels.map(({ name, place }) => [`a channel of ${name} carries anything`, place] as const),
    ...values.map(({ kind, name, value, place }) =>
      kind === "code"
        ? ([`${name} designates ${value}`, place] as const)
        : ([`${name} is ${value}`, place] as const),
    ),
  ];
  return [
    isAll ? "never, in any of these runs" : "not seen in what was explored; it may happen all the same",
    ...found.map(([what, place]) => `  ${clean(what)}  ${paint("frame", clean(options.where(place)))}`),
    "",
  ].join("\n");
}

function propertySaid(
  { violated, by, likelihood, sampled }: ExploredProperty,
  { again }: ExploreTextOptions,
): readonly string[] {
  if (violated === undefined) return [`${holdsIn(by)}`, ...sampledText(sampled, "violated")];
  const exactly = isOfAll(by);
  return [
    `violated ${violated.steps === 0 ? "before the first step" : `in step ${violated.steps}`} of ${exactly ? "the shortest such run" : "a run"}`,
    again(violated),
    ...(likelihood === undefined ? [] : [`probability of a violation: ${probabilityText(likelihood)}`]),
    ...sampledText(sampled, "violated"),
  ];
}

function expectationSaid(each: ExploredExpectation, { again }: ExploreTextOptions): readonly string[] {
  const { held, failed, by, likelihood, sampled } = each;
  const exactly = isOfAll(by);
  switch (judgedOf(each)) {
    case "not reached":
      return [`no run ${exactly ? "" : "explored "}comes to it`];
    case "inevitable":
      return [exactly ? "inevitable" : `holds ${inRuns(by)}`, ...sampledText(sampled, "disappointed")];
    case "impossible":
      return [
        exactly ? "impossible" : `fails ${inRuns(by)}`,
        ...(failed === undefined ? [] : [again(failed)]),
        ...sampledText(sampled, "disappointed"),
      ];
    case "possible":
      return [
        "possible, and not inevitable",
        ...(held === undefined ? [] : [`holds: ${again(held)}`]),
        ...(failed === undefined ? [] : [`fails: ${again(failed)}`]),
        ...(likelihood === undefined ? [] : [`probability that it fails: ${probabilityText(likelihood)}`]),
        ...sampledText(sampled, "disappointed"),
      ];
  }
}

function verdictSaid(
  { occurring, always, never, by }: ExploredVerdict,
  { again }: ExploreTextOptions,
): readonly string[] {
  const [only, ...others] = occurring;
  if (only === undefined) return ["is applied in no run"];
  if (others.length === 0)
    return always
      ? [`is ${only.verdict} ${inRuns(by)}`]
      : [
          `is ${only.verdict} wherever it is applied${isOfAll(by) ? "" : ", in the runs that were played, which are not all"}`,
          again(only.shown),
          ...(only.likelihood === undefined ? [] : [`probability: ${probabilityText(only.likelihood)}`]),
        ];
  return [
    `is ${listed(occurring.map(({ verdict }) => verdict), "or")}, by the run${always ? "" : "; not every run applies it"}`, // prettier-ignore
    ...occurring.map(
      ({ verdict, shown, likelihood }) =>
        `${verdict}${likelihood === undefined ? "" : `, with probability ${probabilityText(likelihood)}`}: ${again(shown)}`,
    ),
    ...(never.length > 0 ? [`${inNone(by)} it is ${listed(never, "or")}`] : []),
  ];
}

/** By what verdicts were found. */
function comparedText({ done, played, pairs }: ExploreResult): string {
  const so = "A verdict compares two runs, so";
  if (pairs !== undefined)
    return `${so} every run was explored beside the same one without the regulation: ${numberText(pairs)} states of two.`;
  if (played === undefined) return "";
  if (played.runs === 1) return `${so} that one run was played to its end.`;
  if (played.all) return `${so} every run there is was played to its end: ${numberText(played.runs)}.`;
  const some = `${so} runs with seeds from 1 on were played to their end: ${numberText(played.runs)}.`;
  return done.kind === "exhausted"
    ? `${some} There are too many states of two to explore all of them; \`--states\` allows more.`
    : some;
}

function sampledText(sampled: Sampled | undefined, what: string): readonly string[] {
  if (sampled === undefined) return [];
  return [
    `${what} in ${numberText(sampled.failed)} of ${numberText(sampled.runs)} runs with seeds from 1 on`,
  ];
}

function holdsIn(by: FoundBy): string {
  return `holds ${inRuns(by)}`;
}

function inRuns(by: FoundBy): string {
  return { states: "in every run", pairs: "in every run", runs: "in every run", "some states": "in all that was explored, which is not all", "some runs": "in every run that was played, which are not all" }[by]; // prettier-ignore
}

function inNone(by: FoundBy): string {
  return isOfAll(by) ? "in no run" : "in no run that was played";
}

function cleaner({ ascii }: Pick<ExploreTextOptions, "ascii">): (text: string) => string {
  return (text) => {
    const safe = visible(text, { ascii });
    return ascii ? inAscii(safe) : safe;
  };
}

function indented(
  text: string,
  clean: (text: string) => string,
  { width }: ExploreTextOptions,
  by = "  ",
): readonly string[] {
  const columns = width === undefined ? undefined : width - by.length;
  return wrapped(clean(text), columns).map((row) => `${by}${row}`);
}
