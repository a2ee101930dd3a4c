/*
 * The story of a run, step by step: who operated, whom that irritated, and what the other made of it in its own code. What
 * was noise is folded into a line, unless all of it is asked for.
 */
import { later } from "../base/later.ts";
import { counted, listed } from "../base/words.ts";
import type { Inquiry } from "../engine/inquiry/inquiry.ts";
import { groundsOf } from "../engine/inquiry/causes.ts";
import { fatesOf, type Fate } from "../engine/inquiry/fates.ts";
import { shownArgs, shownChange, shownReadings, shownSlot } from "../engine/inquiry/shown.ts";
import type { TraceEntry } from "../engine/trace.ts";
import type { Step } from "../model/model.ts";
import { callText, groundsText, readText } from "./call_text.ts";
import { reasonText, reasonWord } from "./reasons.ts";

/** What a line says, for whoever paints it. */
export type Tone = "plain" | "faint" | "change" | "wrong";

export interface StoryLine {
  /** An expectation or quantity that gets another value, and that value. */
  readonly change?: { readonly name: string; readonly to: string } | undefined;
  /** Who does it; empty where the line goes on about the one before. */
  readonly who: string;
  /** How far it is moved in: what a decision brings about stands under it. */
  readonly depth: number;
  readonly text: string;
  readonly tone: Tone;
}

export interface StoryPart {
  /** `step 3`, or `steps 4–7` in which nothing happens. */
  readonly title: string;
  /** The first and the last step of it. */
  readonly from: number;
  readonly to: number;
  readonly lines: readonly StoryLine[];
}

export interface StoryOptions {
  /** Tells of everything that was noise, for whom, and why. */
  readonly noise: boolean;
  /** Draws steps together in which the same happens as in the step before, with other numbers. */
  readonly fold: boolean;
}

type EntryOf<Kind extends TraceEntry["kind"]> = Extract<TraceEntry, { kind: Kind }>;

/** The story of a run up to a step, in parts: a step in which something happens, or steps in which nothing does. */
export function storyOf(inquiry: Inquiry, lastStep: number, options: StoryOptions): readonly StoryPart[] {
  const { history } = inquiry;
  const bySteps = new Map<number, TraceEntry[]>();
  for (let id = 0; id < history.count; id += 1) {
    const entry = history.at(id);
    if (entry === undefined) continue;
    const known = bySteps.get(entry.step);
    if (known === undefined) bySteps.set(entry.step, [entry]);
    else known.push(entry);
  }
  const parts: StoryPart[] = [];
  for (let step = 0; step <= lastStep; step += 1) {
    const lines = stepLines(inquiry, bySteps.get(step) ?? [], options);
    const before = parts.at(-1);
    if (lines.length > 0) parts.push({ title: `step ${step}`, from: step, to: step, lines });
    else if (before?.lines.length === 0) parts[parts.length - 1] = quiet(before.from, step);
    else if (step > 0) parts.push(quiet(step, step));
  }
  return options.fold ? folded(parts) : parts;
}

/** Two steps and more in which the same happens as in the one before them become one line. */
function folded(parts: readonly StoryPart[]): readonly StoryPart[] {
  const told: StoryPart[] = [];
  let like: StoryPart[] = [];
  let shape: string | undefined;
  const close = (): void => {
    const [first] = like;
    const last = like.at(-1);
    if (first !== undefined && last !== undefined && like.length > 1) told.push(same(first, last));
    else told.push(...like);
    like = [];
  };
  for (const part of parts) {
    const own = shapeOf(part);
    if (own === shape && part.lines.length > 0) {
      like.push(part);
      continue;
    }
    close();
    shape = own;
    told.push(part);
  }
  close();
  return told;
}

/** What a part tells, without the numbers. */
function shapeOf({ lines }: StoryPart): string {
  return lines.map(({ who, text }) => `${who} ${withoutNumbers(text)}`).join("\n");
}

/** A text in which every number that is no part of a name is the same. */
export function withoutNumbers(text: string): string {
  return text.replace(plainlyWritten.test(text) ? plainNumber : number(), "0");
}

/** Numbers that are no part of a name. */
function numbers(letters: string): RegExp {
  return new RegExp(`(?<![${letters}\\d_.])-?\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?(?![${letters}_])`, "gu");
}
// To make the one for all scripts takes as long as to tell a short story.
const number = later(() => numbers("\\p{L}\\p{N}"));
const plainNumber = numbers("A-Za-z");
/** ASCII, and signs that are no letters and no numbers. */
const plainlyWritten = /^[\0-\x7F\xB0\xB7\u2010-\u203A\u2190-\u21FF\u2500-\u257F]*$/;

function same(first: StoryPart, last: StoryPart): StoryPart {
  const changes = new Map(
    last.lines.flatMap(({ change }) => (change === undefined ? [] : [[change.name, change.to]])),
  );
  const reached = [...changes].map(([name, to]) => `${name} ${to}`);
  const text = `the same with other numbers${reached.length === 0 ? "" : `; in the end ${listed(reached)}`}`;
  return {
    title: `steps ${first.from}–${last.to}`,
    from: first.from,
    to: last.to,
    lines: [line("", text, "faint")],
  };
}

function quiet(from: number, to: number): StoryPart {
  return { title: from === to ? `step ${from}` : `steps ${from}–${to}`, from, to, lines: [] };
}

// ── One step ──────────────────────────────────────────────────────────────

function stepLines(
  inquiry: Inquiry,
  entries: readonly TraceEntry[],
  options: StoryOptions,
): readonly StoryLine[] {
  const lines = entries.flatMap((entry) => linesOf(inquiry, entry));
  const noise = options.noise ? allNoise(inquiry, entries) : foldedNoise(inquiry, entries);
  return [...lines, ...noise];
}

function line(who: string, text: string, tone: Tone = "plain", depth = 0): StoryLine {
  return { who, depth, text, tone };
}

function linesOf(inquiry: Inquiry, entry: TraceEntry): readonly StoryLine[] {
  const { history, names } = inquiry;
  const cause = entry.cause === undefined ? undefined : history.at(entry.cause);
  switch (entry.kind) {
    case "act":
      return actLines(inquiry, entry);
    case "operation": {
      const text = callText(entry.name, shownArgs(inquiry, entry));
      if (cause?.kind === "decision") return [line("", text, "plain", 1)];
      const to = entry.issue === undefined ? "" : `, put to ${names(entry.issue)}`;
      return [line(names(entry.owner), `${text}${to}`)];
    }
    case "irritation":
    case "arrival": {
      const goal =
        entry.kind === "irritation" ? callText(entry.name, shownArgs(inquiry, entry)) : names(entry.owner);
      const text = `${sourceText(inquiry, entry)} ─${names(entry.coupling)}→ ${goal}`;
      return [line(names(entry.owner), text)];
    }
    case "decision":
      return [decisionLine(inquiry, entry, cause)];
    case "value":
      return [valueLine(inquiry, entry, cause)];
    case "blocked": {
      const who = cause?.kind === "decision" ? "" : names(entry.owner);
      return [line(who, blockedText(inquiry, entry), "faint", cause?.kind === "decision" ? 1 : 0)];
    }
    case "violation":
      return [line("", `${entry.check}: ${entry.about}`, "wrong", cause?.kind === "decision" ? 1 : 0)];
    case "choice":
      return [line("scenario", `either: the ${ordinal(entry.branch)} branch is taken`, "faint")];
    case "run":
      return runLines(inquiry, entry);
    case "noise":
    case "expect":
      return [];
  }
}

/** What the scenario does, where nothing that it brings about says so. */
function actLines(inquiry: Inquiry, entry: EntryOf<"act">): readonly StoryLine[] {
  switch (entry.act) {
    case "emits":
    case "perturb":
    case "given":
    case "change":
      return [];
    case "steer":
      // No system determines another.
      return [line("scenario", `${actText(inquiry, entry)}: direct_steering, nothing changes`, "wrong")];
    case "apply":
    case "unplug":
    case "close":
    case "open":
      return [line("scenario", actText(inquiry, entry), "faint")];
  }
}

/** As the scenario says it. */
function actText({ places, text }: Inquiry, { path, ...entry }: EntryOf<"act" | "run">): string {
  const step = places.step(path);
  return step === undefined ? ("act" in entry ? entry.act : entry.kind) : text(step.place);
}

/** What a channel starts from. */
function sourceText(
  inquiry: Inquiry,
  { coupling, channel }: EntryOf<"irritation" | "arrival" | "noise">,
): string {
  const source = inquiry.places.channel(coupling, channel)?.source;
  return source === undefined ? "" : inquiry.part(source);
}

function decisionLine(
  inquiry: Inquiry,
  entry: EntryOf<"decision">,
  cause: TraceEntry | undefined,
): StoryLine {
  const who = cause?.kind === "irritation" ? "" : inquiry.names(entry.owner);
  const on = cause?.kind === "operation" ? `own ${callText(cause.name, shownArgs(inquiry, cause))}: ` : "";
  if (entry.program === undefined) return line(who, `${on}undecided: no clause decides on it`, "faint");
  const decided = `${entry.value}${whose(inquiry, entry)}, by ${entry.program}`;
  const grounds = groundsOf(inquiry, entry);
  const text = groundsText(grounds);
  // What the choices yielded says more than that a program decided: it says how.
  const why = text === undefined ? "" : `${grounds.choices === undefined ? "," : ":"} ${text}`;
  return line(who, `${on}${decided}${why}`);
}

/** Whose value it is, where an organization designates one of a function system that it takes part in. */
function whose({ index, names }: Inquiry, { owner, value }: EntryOf<"decision">): string {
  const system = index.system(owner);
  const has = (id: string): boolean =>
    index.system(id)?.codes.some(({ values }) => values.some(({ name }) => name === value)) === true;
  if (system === undefined || value === "undecided" || has(owner)) return "";
  const borrowed = system.within.find(({ id }) => has(id));
  return borrowed === undefined ? "" : ` (${names(borrowed.id)})`;
}

function valueLine(inquiry: Inquiry, entry: EntryOf<"value">, cause: TraceEntry | undefined): StoryLine {
  const text = shownChange(inquiry, entry);
  const change = {
    name: inquiry.part(entry),
    to: shownSlot(inquiry, entry.owner, entry.name, entry.to),
  };
  if (cause?.kind === "decision" || cause?.kind === "arrival")
    return { ...line("", text, "change", 1), change };
  const why =
    cause === undefined ? ", by itself" : cause.kind === "act" && cause.act === "given" ? ", assumed" : "";
  return { ...line(inquiry.names(entry.owner), `${text}${why}`, "change"), change };
}

function blockedText(inquiry: Inquiry, entry: EntryOf<"blocked">): string {
  const text = callText(entry.name, shownArgs(inquiry, entry));
  switch (entry.by) {
    case "limit":
      return `${text} is blocked by its limit ${entry.limit ?? ""}${readText(shownReadings(inquiry, entry))}`;
    case "unplugged":
      return `${text} does not take place: unplugged`;
    case "out of bounds":
    case "not a number":
      return `${text} does not take place: an argument is ${entry.by}`;
  }
}

function runLines(inquiry: Inquiry, entry: EntryOf<"run">): readonly StoryLine[] {
  const step: Step | undefined = inquiry.places.step(entry.path);
  const until = step?.kind === "run" ? step.until : undefined;
  switch (entry.ended) {
    case "until":
      return until === undefined
        ? []
        : [line("scenario", `${inquiry.text(until.place)} after ${counted(entry.steps, "step")}`, "faint")];
    case "count":
      return until === undefined
        ? []
        : [
            line(
              "scenario",
              `${inquiry.text(until.place)} is not so after ${counted(entry.steps, "step")}`,
              "faint",
            ),
          ];
    case "unsettled":
      return [line("scenario", `it has not come to rest after ${counted(entry.steps, "step")}`, "wrong")];
    case "endless":
      return [line("scenario", `${actText(inquiry, entry)}: endless_run, no step is taken`, "wrong")];
    case "rest":
      return [];
  }
}

function ordinal(number: number): string {
  return ["first", "second", "third", "fourth", "fifth"][number] ?? `${number + 1}th`;
}

// ── Noise ─────────────────────────────────────────────────────────────────

/** So many kinds of noise are named in the line into which it is folded. */
const mostNamed = 3;

/** What was noise in a step, in a line: for whom, and for which reason. What a perturbation was to reach is told in full. */
function foldedNoise(inquiry: Inquiry, entries: readonly TraceEntry[]): readonly StoryLine[] {
  const kinds = new Map<string, number>();
  const told: StoryLine[] = [];
  for (const entry of entries) {
    if (entry.kind === "noise") {
      const cause = entry.cause === undefined ? undefined : inquiry.history.at(entry.cause);
      if (cause?.kind === "operation" && cause.issue === entry.owner) {
        told.push(line("noise", noiseText(inquiry, entry), "faint"));
        continue;
      }
      const text = `${sourceText(inquiry, entry)} for ${inquiry.names(entry.owner)} (${reasonWord(entry.reason)})`;
      kinds.set(text, (kinds.get(text) ?? 0) + 1);
    } else if (entry.kind === "operation") {
      told.push(...unheard(inquiry, entry));
    }
  }
  const named = [...kinds].map(([text, times]) => (times === 1 ? text : `${times} × ${text}`));
  if (named.length === 0) return told;
  const shown = named.slice(0, mostNamed);
  const more = named.length - shown.length;
  const all = more > 0 ? [...shown, `${more} more`] : shown;
  return [...told, line("noise", listed(all), "faint")];
}

/** An operation that no channel carries to whom it was put to, or to anybody, and on which its own system does not decide. */
function unheard(inquiry: Inquiry, operation: EntryOf<"operation">): readonly StoryLine[] {
  const { index, names, part } = inquiry;
  const { issue, owner, name } = operation;
  const carrying = index.channelsFrom(owner, name);
  if (issue !== undefined) {
    if (carrying.some(({ channel }) => channel.target.owner === issue)) return [];
    const coupled = index.couplingsBetween(owner, issue).length > 0;
    const reason = coupled ? "no channel" : "no coupling";
    return [line("noise", `${part(operation)} for ${names(issue)}: ${reasonText(reason)}`, "faint")];
  }
  if (carrying.length > 0 || decidesOn(inquiry, operation)) return [];
  return [line("noise", `${part(operation)} for everybody: no channel carries it`, "faint")];
}

export function decidesOn({ index }: Inquiry, { owner, name }: EntryOf<"operation">): boolean {
  const programs = index.system(owner)?.programs ?? [];
  return programs.some(({ triggers }) =>
    triggers.some((trigger) => trigger.kind === "own" && trigger.operation === name),
  );
}

/** All that was noise in a step: of each operation and quantity for each other that it might have reached. */
function allNoise(inquiry: Inquiry, entries: readonly TraceEntry[]): readonly StoryLine[] {
  const { names } = inquiry;
  const lines: StoryLine[] = [];
  for (const entry of entries) {
    if (entry.kind === "noise") {
      lines.push(line("noise", noiseText(inquiry, entry), "faint"));
    } else if (entry.kind === "operation") {
      const fates = fatesOf(inquiry, entry).filter(
        (fate): fate is Extract<Fate, { kind: "noise" }> => fate.kind === "noise" && fate.entry === undefined,
      );
      for (const reason of new Set(fates.map((fate) => fate.reason))) {
        const whom = fates.filter((fate) => fate.reason === reason).map(({ owner }) => names(owner));
        const text = `${inquiry.part(entry)} for ${listed(whom)}: ${reasonText(reason)}`;
        lines.push(line("noise", text, "faint"));
      }
    }
  }
  return lines;
}

function noiseText(inquiry: Inquiry, entry: EntryOf<"noise">): string {
  const { names, part, places } = inquiry;
  const source = sourceText(inquiry, entry);
  const goal = entry.name === "" ? names(entry.owner) : part(entry);
  const place = places.of(entry);
  const condition =
    (entry.reason === "condition" || entry.reason === "filtered") && place !== undefined
      ? ` ${inquiry.text(place)}`
      : "";
  return `${source} ─${names(entry.coupling)}→ ${goal}: ${reasonText(entry.reason)}${condition}${readText(shownReadings(inquiry, entry))}`;
}
