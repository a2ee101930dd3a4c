/* What lanes of code values show: how long which value was the last that a system designated, and what irritated whom. */
import type { Inquiry } from "../../../engine/inquiry/inquiry.ts";
import type { TraceEntry } from "../../../engine/trace.ts";
import type { Id } from "../../../model/reference.ts";
import { toneOf } from "./cascade_rows.ts";
import type { Tone } from "./frame.ts";

/** More irritations than these could not be told apart. */
const mostIrritations = 400;

interface Moment {
  readonly at: number;
  readonly value: string;
}

/** A value of a code as long as it was the last; `mixed`: it changed more often than can be drawn. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly value: string;
  readonly tone: Tone | "mixed";
}

export interface Lane {
  readonly id: Id;
  readonly name: string;
  readonly bands: readonly Band[];
  /** The values of its code that occur, with what fills them. */
  readonly key: readonly { readonly value: string; readonly tone: Tone }[];
}

export interface Irritation {
  readonly from: Id;
  readonly to: Id;
  readonly left: number;
  readonly arrived: number;
}

export interface Course {
  readonly lanes: readonly Lane[];
  readonly irritations: readonly Irritation[];
  readonly leftOut: number;
}

/** `end`: where the last step ends; `thin`: bands that are shorter are drawn together. */
export function courseOf(inquiry: Inquiry, end: number, thin: number): Course {
  const { history, names, model, index } = inquiry;
  const moments = momentsOf(inquiry);
  const irritations: Irritation[] = [];
  const parties = new Set<Id>();
  let leftOut = 0;
  for (let id = 0; id < history.count; id += 1) {
    const entry = history.at(id);
    if (entry?.kind === "decision") parties.add(entry.owner);
    if (entry?.kind !== "irritation" && entry?.kind !== "arrival") continue;
    const from = inquiry.places.channel(entry.coupling, entry.channel)?.source.owner;
    if (from === undefined || from === entry.owner) continue;
    parties.add(from).add(entry.owner);
    if (irritations.length >= mostIrritations) {
      leftOut += 1;
      continue;
    }
    irritations.push({
      from,
      to: entry.owner,
      left: leftAt(inquiry, entry, moments),
      arrived: arrivedAt(inquiry, entry, moments),
    });
  }
  // In the order of the model: it is the modeller's, and the same in all runs.
  const ids = [...model.systems, ...model.environments].map(({ id }) => id).filter((id) => parties.has(id));
  const lanes = ids.map((id): Lane => {
    const own = index.system(id) === undefined ? [] : momentsOfSystem(inquiry, id, moments);
    const key = [...new Set(own.map(({ value }) => value))].map((value) => ({
      value,
      tone: toneOf(inquiry, id, value),
    }));
    const order: readonly Tone[] = ["first", "second", "undecided"];
    return {
      id,
      name: names(id),
      bands: bandsOf(own, end, thin, (value) => toneOf(inquiry, id, value)),
      key: key.sort((a, b) => order.indexOf(a.tone) - order.indexOf(b.tone)),
    };
  });
  return { lanes, irritations, leftOut };
}

/** When each decision was made: those of a system in one step share it out among them, in their order. */
function momentsOf({ history, model }: Inquiry): ReadonlyMap<number, number> {
  const moments = new Map<number, number>();
  for (const { id } of model.systems) {
    const decisions = history.decisionsOf(id).flatMap((each) => history.at(each) ?? []);
    let first = 0;
    while (first < decisions.length) {
      const step = decisions[first]?.step ?? 0;
      let next = first;
      while (decisions[next]?.step === step) next += 1;
      for (let at = first; at < next; at += 1)
        moments.set(decisions[at]?.id ?? -1, step + (at - first + 0.5) / (next - first));
      first = next;
    }
  }
  return moments;
}

function momentsOfSystem(
  { history }: Inquiry,
  system: Id,
  moments: ReadonlyMap<number, number>,
): readonly Moment[] {
  return history.decisionsOf(system).flatMap((id) => {
    const entry = history.at(id);
    return entry?.kind === "decision" ? [{ at: moments.get(id) ?? entry.step, value: entry.value }] : [];
  });
}

/** The last designation stays until there is another. */
function bandsOf(
  moments: readonly Moment[],
  end: number,
  thin: number,
  tone: (value: string) => Tone,
): readonly Band[] {
  const exact: Band[] = [];
  for (const { at, value } of moments) {
    const before = exact.at(-1);
    if (before?.value === value) continue;
    if (before !== undefined) exact[exact.length - 1] = { ...before, to: at };
    exact.push({ from: at, to: end, value, tone: tone(value) });
  }
  const drawn: Band[] = [];
  for (const band of exact) {
    const before = drawn.at(-1);
    if (band.to - band.from >= thin) drawn.push(band);
    else if (before?.tone === "mixed") drawn[drawn.length - 1] = { ...before, to: band.to };
    else drawn.push({ ...band, value: "changing", tone: "mixed" });
  }
  return drawn;
}

type Carried = Extract<TraceEntry, { kind: "irritation" | "arrival" }>;

/** An irritation arrives where the decision stands that it brought about. */
function arrivedAt(
  { history }: Inquiry,
  { id, step }: Carried,
  moments: ReadonlyMap<number, number>,
): number {
  const decision = history.effectsOf(id).find((effect) => moments.has(effect));
  return (decision === undefined ? undefined : moments.get(decision)) ?? step + 0.5;
}

/** It leaves where the decision stands that emitted it, or in the middle of the step in which something happened. */
function leftAt(
  { history }: Inquiry,
  { cause, step }: Carried,
  moments: ReadonlyMap<number, number>,
): number {
  const source = cause === undefined ? undefined : history.at(cause);
  if (source === undefined) return Math.max(0, step - 0.5);
  return moments.get(source.cause ?? -1) ?? source.step + 0.5;
}
