/* What an entry of a trace is in the cascade: a row or more. Plain data. */
import { fatesFor } from "../../../engine/inquiry/fates.ts";
import type { Inquiry } from "../../../engine/inquiry/inquiry.ts";
import { shownArgs, shownChange } from "../../../engine/inquiry/shown.ts";
import type { TraceEntry } from "../../../engine/trace.ts";
import type { Id } from "../../../model/reference.ts";
import { callText } from "../../call_text.ts";
import { reasonWord } from "../../reasons.ts";
import { decidesOn } from "../../story.ts";
import type { Tone } from "./frame.ts";

export type CascadeRow =
  /** A step begins; or steps that are not told one by one, with what there is to say of them. */
  | { readonly kind: "step"; readonly title: string; readonly text?: string | undefined }
  /** The scenario does something; `to`: to whom. */
  | { readonly kind: "act"; readonly to?: Id | undefined; readonly text: string }
  /** An operation or event; `entry`: its number in the trace. */
  | { readonly kind: "operation"; readonly owner: Id; readonly text: string; readonly entry: number }
  | { readonly kind: "blocked"; readonly owner: Id; readonly text: string }
  /** A channel carries something; `cause`: the entry from which it comes. */
  | {
      readonly kind: "carried";
      readonly from: Id;
      readonly to: Id;
      readonly text: string;
      readonly cause: number | undefined;
    }
  /** Something ends at the boundary of another. */
  | {
      readonly kind: "noise";
      readonly from: Id;
      readonly to: Id;
      readonly text: string;
      readonly reason: string;
      readonly times: number;
    }
  | {
      readonly kind: "decision";
      readonly owner: Id;
      readonly value: string;
      readonly tone: Tone;
      readonly by: string;
    }
  /** `unheard`: nobody is irritated by what happened. */
  | { readonly kind: "change" | "unheard"; readonly owner: Id; readonly text: string }
  | { readonly kind: "violation"; readonly owner: Id | undefined; readonly text: string }
  | { readonly kind: "more"; readonly text: string };

/** The lane of what the scenario does. Ids of declarations are never empty. */
export const scenarioLane: Id = "";

/** What happens in a step; the same noise is told once. */
export function stepRows(inquiry: Inquiry, entries: readonly TraceEntry[]): readonly CascadeRow[] {
  const rows: CascadeRow[] = [];
  const noise = new Map<string, number>();
  for (const entry of entries) {
    for (const row of entryRows(inquiry, entry)) {
      if (row.kind === "noise") {
        const key = JSON.stringify([row.from, row.to, row.text, row.reason]);
        const known = noise.get(key);
        const before = known === undefined ? undefined : rows[known];
        if (known !== undefined && before?.kind === "noise") {
          rows[known] = { ...before, times: before.times + 1 };
          continue;
        }
        noise.set(key, rows.length);
      }
      rows.push(row);
    }
  }
  return rows;
}

function entryRows(inquiry: Inquiry, entry: TraceEntry): readonly CascadeRow[] {
  const { history, names, places } = inquiry;
  const cause = entry.cause === undefined ? undefined : history.at(entry.cause);
  switch (entry.kind) {
    case "act":
      return actRows(inquiry, entry);
    case "operation": {
      const text = callText(entry.name, shownArgs(inquiry, entry));
      return [
        ...byScenario(inquiry, cause, entry.owner),
        { kind: "operation", owner: entry.owner, text, entry: entry.id },
        ...unheard(inquiry, entry),
      ];
    }
    case "blocked": {
      const text = callText(entry.name, shownArgs(inquiry, entry));
      const by =
        entry.by === "limit"
          ? `blocked by its limit ${entry.limit ?? ""}`
          : `does not take place: ${entry.by}`;
      return [
        ...byScenario(inquiry, cause, entry.owner),
        { kind: "blocked", owner: entry.owner, text: `${text} ${by}` },
      ];
    }
    case "irritation":
    case "arrival": {
      const source = places.channel(entry.coupling, entry.channel)?.source;
      const carried = entry.kind === "irritation" ? entry.name : (source?.name ?? "");
      const text = `${names(entry.coupling)} · ${callText(carried, shownArgs(inquiry, entry))}`;
      return [
        { kind: "carried", from: source?.owner ?? scenarioLane, to: entry.owner, text, cause: entry.cause },
      ];
    }
    case "noise": {
      const source = places.channel(entry.coupling, entry.channel)?.source;
      const text = `${names(entry.coupling)} · ${source?.name ?? ""}`;
      const from = source?.owner ?? scenarioLane;
      return [{ kind: "noise", from, to: entry.owner, text, reason: reasonWord(entry.reason), times: 1 }];
    }
    case "decision": {
      const on =
        cause?.kind === "operation" ? ` on own ${callText(cause.name, shownArgs(inquiry, cause))}` : "";
      const by = entry.program === undefined ? "no clause decides" : `by ${entry.program}`;
      const { owner, value } = entry;
      return [{ kind: "decision", owner, value, tone: toneOf(inquiry, owner, value), by: `${by}${on}` }];
    }
    case "value": {
      const assumed = cause?.kind === "act" && cause.act === "given" ? ", assumed" : "";
      const own = cause === undefined ? ", by itself" : assumed;
      const text = `${shownChange(inquiry, entry)}${own}`;
      return [...byScenario(inquiry, cause, entry.owner), { kind: "change", owner: entry.owner, text }];
    }
    case "violation": {
      const owner = cause !== undefined && "owner" in cause ? cause.owner : undefined;
      return [{ kind: "violation", owner, text: `${entry.check}: ${entry.about}` }];
    }
    case "choice":
      return [{ kind: "act", text: `either: branch ${entry.branch + 1} is taken` }];
    case "run":
    case "expect":
      return [];
  }
}

type EntryOf<Kind extends TraceEntry["kind"]> = Extract<TraceEntry, { kind: Kind }>;

/** What the scenario does is told with what it brings about, where it brings anything about. */
function actRows(inquiry: Inquiry, entry: EntryOf<"act">): readonly CascadeRow[] {
  const { history, places, text } = inquiry;
  if (history.effectsOf(entry.id).some((id) => hasRow(history.at(id)))) return [];
  const step = places.step(entry.path);
  const said = step === undefined ? entry.act : text(step.place);
  if (step?.kind !== "steer") return [{ kind: "act", text: said }];
  // It ends where all that is no irritation ends.
  const { by, part } = step;
  return [
    { kind: "act", to: by.id, text: said },
    {
      kind: "noise",
      from: by.id,
      to: part.owner,
      text: part.name,
      reason: "no system determines another",
      times: 1,
    },
  ];
}

function hasRow(entry: TraceEntry | undefined): boolean {
  return entry?.kind === "operation" || entry?.kind === "blocked" || entry?.kind === "value";
}

function byScenario({ places, text }: Inquiry, cause: TraceEntry | undefined, to: Id): readonly CascadeRow[] {
  if (cause?.kind !== "act") return [];
  const step = places.step(cause.path);
  return [{ kind: "act", to, text: step === undefined ? cause.act : text(step.place) }];
}

/** What no channel carries leaves no trace: of what was put to somebody, and of what nobody else and no program hears. */
function unheard(inquiry: Inquiry, entry: EntryOf<"operation">): readonly CascadeRow[] {
  const { issue, owner, name } = entry;
  if (issue !== undefined)
    return fatesFor(inquiry, entry, issue).flatMap((fate): readonly CascadeRow[] =>
      fate.kind === "noise" && fate.entry === undefined
        ? [{ kind: "noise", from: owner, to: issue, text: name, reason: reasonWord(fate.reason), times: 1 }]
        : [],
    );
  if (inquiry.index.channelsFrom(owner, name).length > 0 || decidesOn(inquiry, entry)) return [];
  return [{ kind: "unheard", owner, text: "no channel carries it" }];
}

/** A value of a secondary code or of the function system that an organization takes part in has its side, too. */
export function toneOf({ index }: Inquiry, owner: Id, value: string): Tone {
  const system = index.system(owner);
  if (system === undefined || value === "undecided") return "undecided";
  const codes = [system, ...system.within.flatMap(({ id }) => index.system(id) ?? [])].flatMap(
    (each) => each.codes,
  );
  const code = codes.find(({ values }) => values.some(({ name }) => name === value));
  return code?.values[0]?.name === value ? "first" : "second";
}
