/*
 * Where what happened in a run was cut off on its way to something: the graph of what can lead there is laid over the
 * trace, and every place is found at which the one went on and the other did not.
 */
import { lastBelow } from "../../base/sorted.ts";
import type { Stopped } from "../../diagnostics/run_facts.ts";
import type { Flow, FlowEdge } from "../../flow/flow.ts";
import { nodeNamed } from "../../flow/flow.ts";
import type { Expression } from "../../model/expression.ts";
import type { Id, PartRef } from "../../model/reference.ts";
import type { TraceEntry } from "../trace.ts";
import { groundsOf } from "./causes.ts";
import { isUpToChance } from "./compute.ts";
import type { Inquiry } from "./inquiry.ts";
import { leadingClauses, leadingFacts } from "./leading.ts";
import { shownArgs, shownReadings } from "./shown.ts";
import { triggerNode } from "./triggers.ts";

type PartOf = Pick<PartRef, "kind" | "owner" | "name">;

/** What was to be reached. */
export interface Goal {
  /** Its nodes in the graph. */
  readonly nodes: readonly number[];
  /** The system, environment or population in which it lies. */
  readonly owner: Id;
  /** A decision only counts if it designates this. */
  readonly value?: string | undefined;
  /** A part that no clause and no channel of the model brings about or sets. */
  readonly unled?: PartOf | undefined;
}

type EntryOf<Kind extends TraceEntry["kind"]> = Extract<TraceEntry, { kind: Kind }>;

/** So many clauses are named that would have led on. */
const mostLeading = 3;

/** Something that was cut off, and how far from the goal. */
interface Cut {
  readonly distance: number;
  readonly stopped: Stopped;
}

/**
 * Where all that could have led to a goal was cut off before an entry of the trace was written; what came nearest first, of
 * what came equally near the latest first. Where nothing that happened could lead there, each operation that its owner cannot
 * hear of at all, with the reason; nothing if nothing in the model leads there.
 */
export function stopsBefore(inquiry: Inquiry, goal: Goal, until: number): readonly Stopped[] {
  const flow = inquiry.flow();
  const search: Search = { inquiry, flow, goal, until, distances: distancesTo(flow, goal.nodes) };
  const cuts: Cut[] = [];
  const aside: EntryOf<"operation">[] = [];
  /** Quantities with which a run begins: nothing has happened with them yet. */
  const beginnings: Cut[] = [];
  for (let id = 0; id < until; id += 1) {
    const entry = inquiry.history.at(id);
    if (entry === undefined) continue;
    if (entry.kind === "operation" && distanceOf(search, operationNode(flow, entry)) === undefined)
      aside.push(entry);
    else if (goal.unled === undefined && isPutInVain(search, entry))
      cuts.push(...unrelated(search, entry).map((stopped) => ({ distance: 0, stopped })));
    if (entry.kind === "noise" && entry.cause === undefined)
      beginnings.push(...cutsOfBeginning(search, entry));
    cuts.push(...cutsAt(search, entry));
  }
  if (cuts.length > 0) return nearestFirst([...beginnings, ...cuts]);
  // Of what nothing leads to, what happened elsewhere says nothing.
  const others = goal.unled === undefined ? aside.flatMap((entry) => unrelated(search, entry)) : [];
  return [...nearestFirst(beginnings), ...merged(others)];
}

interface Search {
  readonly inquiry: Inquiry;
  readonly flow: Flow;
  readonly goal: Goal;
  readonly until: number;
  /** By node: how many edges lie between it and the goal; -1 if nothing leads there. */
  readonly distances: Int32Array;
}

/** By what one thing sets off another; what is only looked at sets nothing off. */
function setsOff({ cause }: FlowEdge): boolean {
  return cause.kind === "trigger" || cause.kind === "clause" || cause.kind === "channel";
}

function distancesTo(flow: Flow, goals: readonly number[]): Int32Array {
  const distances = new Int32Array(flow.nodes.length).fill(-1);
  const queue = [...goals];
  for (const goal of goals) distances[goal] = 0;
  for (const node of queue) {
    for (const number of flow.incoming[node] ?? []) {
      const edge = flow.edges[number];
      if (edge === undefined || !setsOff(edge) || distances[edge.from] !== -1) continue;
      distances[edge.from] = (distances[node] ?? 0) + 1;
      queue.push(edge.from);
    }
  }
  return distances;
}

function distanceOf({ distances }: Search, node: number | undefined): number | undefined {
  const distance = node === undefined ? -1 : (distances[node] ?? -1);
  return distance < 0 ? undefined : distance;
}

/** What an entry had brought about by then. */
function effectsBefore({ inquiry, until }: Search, id: number): readonly TraceEntry[] {
  return inquiry.history
    .effectsOf(id)
    .flatMap((effect) => (effect < until ? (inquiry.history.at(effect) ?? []) : []));
}

function operationNode(flow: Flow, { owner, name }: { readonly owner: Id; readonly name: string }) {
  return nodeNamed(flow, "operation", owner, name) ?? nodeNamed(flow, "event", owner, name);
}

function cutsAt(search: Search, entry: TraceEntry): readonly Cut[] {
  switch (entry.kind) {
    case "operation":
      return cutsOfOperation(search, entry, operationNode(search.flow, entry));
    case "value":
      return cutsOfOperation(search, entry, nodeNamed(search.flow, "quantity", entry.owner, entry.name));
    case "decision":
      return cutsOfDecision(search, entry);
    case "blocked":
      return cutsOfBlocked(search, entry);
    default:
      return [];
  }
}

// ── On the way to other systems ───────────────────────────────────────────

/** What became of an operation, an event, or a quantity that changed, in the channels that lead to the goal. */
function cutsOfOperation(
  search: Search,
  entry: EntryOf<"operation" | "value">,
  node: number | undefined,
): readonly Cut[] {
  const { flow, inquiry } = search;
  if (node === undefined || distanceOf(search, node) === 0) return [];
  const effects = effectsBefore(search, entry.id);
  return (flow.outgoing[node] ?? []).flatMap((number): Cut[] => {
    const edge = flow.edges[number];
    const distance = edge && distanceOf(search, edge.to);
    if (edge?.cause.kind !== "channel" || distance === undefined) return [];
    const { coupling, channel } = edge.cause;
    const index = coupling.channels.indexOf(channel);
    const met = effects.filter(
      (effect): effect is EntryOf<"noise" | "irritation" | "arrival"> =>
        (effect.kind === "noise" || effect.kind === "irritation" || effect.kind === "arrival") &&
        effect.coupling === coupling.id &&
        effect.channel === index,
    );
    const noise = met.find((effect) => effect.kind === "noise");
    const base = {
      operation: inquiry.part(entry),
      args: shownArgs(inquiry, entry),
      target: inquiry.names(channel.target.owner),
      coupling: inquiry.names(coupling.id),
    };
    if (noise !== undefined) return [{ distance, stopped: { ...base, ...stopOf(inquiry, noise) } }];
    if (met.length > 0) return [];
    const issue = entry.kind === "operation" ? entry.issue : undefined;
    const elsewhere = issue !== undefined && issue !== channel.target.owner;
    // A quantity that is offered again only if it differs, and what the goal is looked at before it is offered.
    if (entry.kind === "value" && !isLastChange(inquiry, entry, search.until)) return [];
    return [
      {
        distance,
        stopped: {
          ...base,
          stage: elsewhere ? "not at issue" : "under way",
          step: entry.step,
          values: [],
          place: elsewhere ? inquiry.places.of(entry) : channel.place,
        },
      },
    ];
  });
}

/** A quantity that a channel did not carry with the value with which it begins. */
function cutsOfBeginning(search: Search, noise: EntryOf<"noise">): readonly Cut[] {
  const { inquiry, flow } = search;
  const { places, names, part } = inquiry;
  const channel = places.channel(noise.coupling, noise.channel);
  if (channel === undefined) return [];
  const { source, target } = channel;
  const goals =
    target.kind === "sensitivity"
      ? [nodeNamed(flow, "sensitivity", target.owner, target.name)]
      : target.assignments.map((each) => nodeNamed(flow, "quantity", target.owner, each.target.text));
  const distances = goals.flatMap((node) => distanceOf(search, node) ?? []);
  if (distances.length === 0) return [];
  const what = {
    operation: part(source),
    args: [],
    target: names(target.owner),
    coupling: names(noise.coupling),
  };
  // The channel stands between the two.
  return [{ distance: Math.min(...distances) + 1, stopped: { ...what, ...stopOf(inquiry, noise) } }];
}

function isLastChange({ history }: Inquiry, { id, owner, name }: EntryOf<"value">, until: number): boolean {
  return lastBelow(history.changesOf(owner, name), until) === id;
}

/** Where noise came to its end. */
function stopOf(
  inquiry: Inquiry,
  noise: EntryOf<"noise">,
): Pick<Stopped, "stage" | "step" | "at" | "condition" | "values" | "chance" | "place"> {
  const { reason, step } = noise;
  const place = inquiry.places.of(noise);
  const stage = reason === "not a number" ? "condition" : reason;
  const conditional = stage === "condition" || stage === "filtered";
  const read = new Map(noise.values.map(({ name, value }) => [name, value]));
  return {
    stage,
    step,
    at: stage === "filtered" ? noise.name : undefined,
    condition: conditional && place !== undefined ? inquiry.text(place) : undefined,
    values: shownReadings(inquiry, noise),
    ...(isUpToChance(inquiry, conditionAsked(inquiry, noise), (name) => read.get(name)) && { chance: true }),
    place,
  };
}

/** The condition that did not hold. */
function conditionAsked(
  { index, places }: Inquiry,
  { reason, owner, name, coupling, channel }: EntryOf<"noise">,
): Expression | undefined {
  if (reason === "filtered") return index.sensitivity(owner, name)?.when;
  return reason === "condition" ? places.channel(coupling, channel)?.when : undefined;
}

/** Whether a channel carries an operation to where the goal lies, be it to something else there. */
function isHeard({ inquiry, goal }: Search, { owner, name }: EntryOf<"operation">): boolean {
  return inquiry.index.channelsFrom(owner, name).some(({ channel }) => channel.target.owner === goal.owner);
}

/** Whether an operation was put to where the goal lies, and no channel leads from it there, though others may lead on from it. */
function isPutInVain(search: Search, entry: TraceEntry): entry is EntryOf<"operation"> {
  return entry.kind === "operation" && entry.issue === search.goal.owner && !isHeard(search, entry);
}

/** Why nothing carries an operation to where the goal lies. */
function unrelated(search: Search, entry: EntryOf<"operation">): readonly Stopped[] {
  const { inquiry, goal } = search;
  if (entry.owner === goal.owner || isHeard(search, entry)) return [];
  const [coupling] = inquiry.index.couplingsBetween(entry.owner, goal.owner);
  return [
    {
      stage: coupling === undefined ? "no coupling" : "no channel",
      step: entry.step,
      operation: inquiry.part(entry),
      args: shownArgs(inquiry, entry),
      target: inquiry.names(goal.owner),
      coupling: coupling && inquiry.names(coupling.id),
      values: [],
      place: inquiry.places.of(entry),
    },
  ];
}

// ── Within a system ───────────────────────────────────────────────────────

/** What a system decided, if that leads no further although another clause would. */
function cutsOfDecision(search: Search, entry: EntryOf<"decision">): readonly Cut[] {
  const { inquiry, flow, goal } = search;
  const { history, places } = inquiry;
  const cause = entry.cause === undefined ? undefined : history.at(entry.cause);
  const sensitivity = cause?.kind === "irritation" ? cause : undefined;
  // Where no program is on a sensitivity, there is no decision to reach.
  const node =
    triggerNode(flow, entry, cause) ??
    (sensitivity && nodeNamed(flow, "sensitivity", sensitivity.owner, sensitivity.name));
  const distance = distanceOf(search, node);
  if (node === undefined || distance === undefined) return [];
  const reached = distance === 0 && (goal.value === undefined || goal.value === entry.value);
  if (reached && entry.value !== "undecided") return [];
  const leadsOn = (effect: TraceEntry): boolean =>
    effect.kind === "blocked" || distanceOf(search, effectNode(flow, effect)) !== undefined;
  if (distance > 0 && effectsBefore(search, entry.id).some(leadsOn)) return [];

  const base = {
    step: entry.step,
    operation: cause !== undefined && "name" in cause ? inquiry.part(cause) : "",
    args: shownArgs(inquiry, cause),
    target: inquiry.names(entry.owner),
    coupling: sensitivity && inquiry.names(sensitivity.coupling),
  };
  if (entry.program === undefined) {
    if (sensitivity === undefined) return [];
    const place = inquiry.index.sensitivity(sensitivity.owner, sensitivity.name)?.place;
    return [{ distance, stopped: { ...base, stage: "undecided", at: sensitivity.name, values: [], place } }];
  }
  const all = leadingClauses(flow, node, entry, {
    designates:
      distance > 0
        ? undefined
        : (value) => (goal.value === undefined ? value !== "undecided" : value === goal.value),
    leads: (to) => distanceOf(search, to) !== undefined,
  });
  const own = places.clause(entry.owner, entry.program, entry.clause);
  const leading = all.filter((clause) => clause !== own);
  return [
    {
      distance,
      stopped: {
        ...base,
        stage: "program",
        at: entry.program,
        decided: entry.value,
        choices: groundsOf(inquiry, entry).choices,
        wanted: goal.value,
        ...(all.length > leading.length
          ? { idle: true }
          : { leading: leading.slice(0, mostLeading).map((clause) => leadingFacts(inquiry, entry, clause)) }),
        values: [],
        place: (all.length > leading.length ? own : leading[0])?.place ?? places.of(entry),
      },
    },
  ];
}

function effectNode(flow: Flow, effect: TraceEntry): number | undefined {
  if (effect.kind === "operation") return operationNode(flow, effect);
  return effect.kind === "value" ? nodeNamed(flow, "expectation", effect.owner, effect.name) : undefined;
}

/** An operation that did not take place. */
function cutsOfBlocked(search: Search, entry: EntryOf<"blocked">): readonly Cut[] {
  const { inquiry, flow } = search;
  const distance = distanceOf(search, operationNode(flow, entry));
  if (distance === undefined) return [];
  const limit = entry.limit === undefined ? undefined : inquiry.index.limit(entry.owner, entry.limit);
  const stage = limit !== undefined ? "limit" : entry.by === "unplugged" ? "unplugged" : "out of bounds";
  return [
    {
      distance,
      stopped: {
        stage,
        step: entry.step,
        operation: inquiry.part(entry),
        args: shownArgs(inquiry, entry),
        target: inquiry.names(entry.owner),
        at: limit?.name,
        condition: limit && inquiry.text(limit.when.place),
        values: shownReadings(inquiry, entry),
        place: inquiry.places.of(entry),
      },
    },
  ];
}

// ── Order ─────────────────────────────────────────────────────────────────

function nearestFirst(cuts: readonly Cut[]): readonly Stopped[] {
  const sorted = cuts
    .map((cut, order) => ({ ...cut, order }))
    .sort((a, b) => a.distance - b.distance || b.order - a.order);
  return merged(sorted.map(({ stopped }) => stopped));
}

/** Each kind of stop at each place once, with how often; in the order of the first. */
function merged(stops: readonly Stopped[]): readonly Stopped[] {
  const kinds = new Map<string, { readonly stopped: Stopped; times: number }>();
  for (const stopped of stops) {
    const { stage, operation, target, coupling, at, place } = stopped;
    const key = [stage, operation, target, coupling, at, place?.file, place?.start].join("\n");
    const known = kinds.get(key);
    if (known === undefined) kinds.set(key, { stopped, times: 1 });
    else known.times += 1;
  }
  return [...kinds.values()].map(({ stopped, times }) => (times === 1 ? stopped : { ...stopped, times }));
}
