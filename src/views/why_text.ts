/* Why something happened in a run, or did not, as people read it. */
import { unreachable } from "../base/unreachable.ts";
import { visible } from "../base/visible.ts";
import { counted, listed } from "../base/words.ts";
import { painter } from "../diagnostics/show/paint.ts";
import { inAscii } from "../diagnostics/show/signs.ts";
import { wrapped } from "../diagnostics/show/wrap.ts";
import type { Cause, Stopped } from "../diagnostics/run_facts.ts";
import { choicesText, insteadText } from "../diagnostics/run_words.ts";
import type { Explanation, Link } from "../engine/inquiry/why.ts";
import type { Place } from "../base/place.ts";
import { callText, groundsText, readText } from "./call_text.ts";

export interface WhyTextOptions {
  readonly colour?: boolean;
  readonly ascii?: boolean;
  readonly width?: number | undefined;
  /** Says where something stands: `city.sys:12`. Without it no places are told. */
  readonly where?: (place: Place) => string;
}

/** A line of the answer: what it says, how far it is moved in, and where the model says so. */
interface Row {
  readonly depth: number;
  readonly text: string;
  readonly place?: Place | undefined;
  readonly faint?: boolean;
}

export function renderWhy(explanation: Explanation, scenario: string, options: WhyTextOptions = {}): string {
  const { colour = false, ascii = false, width, where } = options;
  const paint = painter(colour);
  const clean = (text: string): string => {
    const safe = visible(text, { ascii });
    return ascii ? inAscii(safe) : safe;
  };
  const lines = rowsOf(explanation).flatMap(({ depth, text, place, faint = false }) => {
    const indent = "  ".repeat(depth);
    const columns = width === undefined ? undefined : width - indent.length - 2;
    const at = place && where ? `  ${paint("frame", clean(where(place)))}` : "";
    const all = wrapped(clean(text), columns).map((row) => row.replaceAll("\u00a0", " "));
    return all.map((row, index) => {
      const shown = faint ? paint("frame", row) : row;
      return `${indent}${index > 0 ? "  " : ""}${shown}${index === all.length - 1 ? at : ""}`;
    });
  });
  return `${paint("strong", clean(headline(explanation, scenario)))}\n${lines.length === 0 ? "" : "\n"}${lines.join("\n")}${lines.length === 0 ? "" : "\n"}`;
}

/** In a sentence: what became of it. */
function headline({ subject, kind, times, value, earlier, chain }: Explanation, scenario: string): string {
  const last = chain.at(-1)?.cause.step;
  const where = `in ${scenario}`;
  if (times === 0) return missing(kind, subject, value, where);
  const when =
    earlier.length === 0
      ? `in step ${last ?? 0}`
      : `${counted(times, "time")}, the last in step ${last ?? 0}`;
  switch (kind) {
    case "value":
      return `${subject} is ${value?.last ?? ""} at the end of ${scenario}; at first it was ${value?.first ?? ""}, and it changed ${when}`;
    case "operation":
    case "event":
      return `${subject} occurred ${where} ${when}`;
    case "limit":
      return `the limit ${subject} blocked ${where} ${when}`;
    case "sensitivity":
      return `${subject} was decided on ${where} ${when}`;
    case "system":
      return `${subject} decided on what couplings brought it ${where} ${when}`;
    case "environment":
      return `couplings brought something to ${subject} ${where} ${when}`;
    default:
      return unreachable(kind);
  }
}

function missing(
  kind: Explanation["kind"],
  subject: string,
  value: Explanation["value"],
  where: string,
): string {
  switch (kind) {
    case "value":
      return `${subject} is ${value?.last ?? ""} ${where}, from beginning to end`;
    case "operation":
    case "event":
      return `${subject} did not occur ${where}`;
    case "limit":
      return `the limit ${subject} blocked nothing ${where}`;
    case "sensitivity":
      return `nothing was decided on ${subject} ${where}`;
    case "system":
      return `${subject} stayed indifferent ${where}: it decided on nothing that a coupling brought`;
    case "environment":
      return `no coupling brought anything to ${subject} ${where}`;
    default:
      return unreachable(kind);
  }
}

function rowsOf(explanation: Explanation): readonly Row[] {
  const { kind, chain, earlier, stopped, possible, times, unchanging } = explanation;
  if (times > 0) {
    return [
      ...(earlier.length > 0 ? [{ depth: 1, text: "how it came about the last time:", faint: true }] : []),
      ...chain.flatMap(linkRows),
      ...(earlier.length > 0 ? [{ depth: 1, text: earlierText(earlier), faint: true }] : []),
    ];
  }
  const about =
    stopped.length > 0
      ? "where what could have led there was cut off:"
      : unchanging
        ? unchangingText(kind)
        : "nothing happened that could have led there";
  return [
    { depth: 1, text: about, faint: true },
    ...stopped.flatMap(stopRows),
    ...(possible.length > 0
      ? [{ depth: 1, text: "what could lead there, and did not happen:", faint: true }]
      : []),
    ...possible.map(({ way, part }) => ({ depth: 2, text: way === "" ? part : way })),
  ];
}

/** That it is up to a scenario. */
function unchangingText(kind: Explanation["kind"]): string {
  switch (kind) {
    case "value":
      return "no clause, channel or `becomes` of this model changes it";
    case "limit":
      return "no clause of this model brings about what it could block";
    default:
      return "no clause of this model brings it about";
  }
}

const mostSteps = 12;

function earlierText(steps: readonly number[]): string {
  const distinct = [...new Set(steps)];
  const shown = distinct.slice(-mostSteps).map(String);
  const more = distinct.length - shown.length;
  return `before that in ${distinct.length === 1 ? "step" : "steps"} ${more > 0 ? "…, " : ""}${listed(shown)}`;
}

// ── A chain of causes ─────────────────────────────────────────────────────

function linkRows({ cause, since }: Link): readonly Row[] {
  const step = `step ${cause.step}`;
  const own: Row = { depth: 1, text: `${step}  ${causeText(cause)}`, place: cause.place };
  const text = cause.kind === "decision" || cause.kind === "blocked" ? groundsText(cause) : undefined;
  const grounds = text === undefined ? [] : [{ depth: 4, text }];
  const sources = since.map(({ value, step: changed, by }): Row => ({
    depth: 5,
    text: `${value.name} is ${value.value} since step ${changed}${by === undefined ? "" : `: ${causeText(by)}`}`,
    place: by?.place,
    faint: true,
  }));
  return [own, ...grounds, ...sources];
}

function causeText(cause: Cause): string {
  switch (cause.kind) {
    case "act":
      return cause.text;
    case "operation":
      return callText(cause.operation, cause.args);
    case "irritation":
      return `─${cause.coupling}→ ${callText(cause.sensitivity, cause.args)}`;
    case "arrival":
      return `─${cause.coupling}→ ${cause.owner}`;
    case "decision":
      return `${cause.system} decides ${cause.value}, by ${cause.program}`;
    case "value":
      return `${cause.name} becomes ${cause.value}`;
    case "blocked":
      return cause.limit === undefined
        ? `${callText(cause.operation, cause.args)} does not take place: ${cause.by}`
        : `${callText(cause.operation, cause.args)} is blocked by the limit ${cause.limit}`;
    default:
      return unreachable(cause);
  }
}

// ── Where it was cut off ──────────────────────────────────────────────────

function stopRows(stopped: Stopped): readonly Row[] {
  const { operation, args, step, times, place } = stopped;
  const often = times === undefined ? "" : `, and ${counted(times - 1, "time")} more`;
  return [
    { depth: 2, text: `step ${step}  ${callText(operation, args)}${often}`.trimEnd() },
    { depth: 4, text: stopText(stopped), place },
  ];
}

function stopText(stopped: Stopped): string {
  const { stage, target, coupling = "", at = "", decided, condition, values, choices = [] } = stopped;
  const read = readText(values);
  switch (stage) {
    case "not at issue":
      return `it was put to another, not to ${target}`;
    case "no coupling":
      return `nothing couples it with ${target}`;
    case "no channel":
      return `${coupling} has no channel for it to ${target}`;
    case "closed":
      return `─${coupling}→ ${target}: the coupling was closed`;
    case "condition":
      return `─${coupling}→ ${target}: ${condition ?? "its condition"} did not hold${read}`;
    case "chance":
      return `─${coupling}→ ${target}: chance was against it${read}`;
    case "capacity":
      return `─${coupling}→ ${target}: the channel had carried all that it can${read}`;
    case "out of bounds":
      return coupling === ""
        ? `it did not take place: an argument lay out of bounds`
        : `─${coupling}→ ${target}: an argument lay out of bounds${read}`;
    case "unplugged":
      return `${target} was unplugged`;
    case "filtered":
      return `${target} filtered it: ${condition ?? "its condition"} did not hold${read}`;
    case "undecided":
      return `${target} left it undecided: no clause decides on it`;
    case "under way":
      return `it is still under way to ${target}`;
    case "program":
      return `${target} decided ${decided ?? "undecided"}, by ${at}${choices.length === 0 ? "" : `: ${choicesText(choices)}`}${insteadText(stopped, readText)}`;
    case "limit":
      return `the limit ${at} of ${target} blocked it: ${condition ?? "its condition"} held${read}`;
    default:
      return unreachable(stage);
  }
}
