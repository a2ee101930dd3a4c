/*
 * Why something happened in a run, or why it did not: the chain of its causes; or each place where what could have led there
 * was cut off, and what has not happened at all that could.
 */
import type { Cause, NamedValue, Stopped } from "../../diagnostics/run_facts.ts";
import { describeWay } from "../../flow/describe.ts";
import type { Flow, FlowEdge, FlowNode } from "../../flow/flow.ts";
import type { Id, PartRef } from "../../model/reference.ts";
import type { TraceEntry } from "../trace.ts";
import { causeOf, entriesBefore, groundsOf } from "./causes.ts";
import { goalOfPart, resonance, unchanging } from "./goals.ts";
import type { Inquiry } from "./inquiry.ts";
import { occurrencesOf, resonances } from "./occurrences.ts";
import { shownSlot } from "./shown.ts";
import { stopsBefore, type Goal } from "./stops.ts";

/** What is asked about: a part of an owner, or what an owner decided on (an environment: what was brought to it). */
export type Subject =
  | { readonly kind: "part"; readonly part: Pick<PartRef, "kind" | "owner" | "name"> }
  | { readonly kind: "owner"; readonly owner: Id };

/** A link of a chain of causes, and on what the decision in it rested. */
export interface Link {
  readonly cause: Cause;
  /** Values that it read and that something in the run had changed before: where they came from. */
  readonly since: readonly {
    readonly value: NamedValue;
    readonly step: number;
    readonly by: Cause | undefined;
  }[];
}

/** What could lead to the subject and did not happen, with the way it would take. */
export interface Possibility {
  /** `politics.bill` */
  readonly part: string;
  /** `politics.bill ─constitution→ law.enacted` */
  readonly way: string;
}

export interface Explanation {
  /** The full name of the subject. */
  readonly subject: string;
  readonly kind: "value" | "operation" | "event" | "limit" | "sensitivity" | "system" | "environment";
  /** How often it happened: occurrences, changes, decisions; 0 if it did not. */
  readonly times: number;
  /** Of a value: what it was at first and what it is in the end. */
  readonly value: { readonly first: string; readonly last: string } | undefined;
  /** How the last of them came about; empty if it did not happen. */
  readonly chain: readonly Link[];
  /** The steps of the others. */
  readonly earlier: readonly number[];
  /** Where what could have led there was cut off, what came nearest first. */
  readonly stopped: readonly Stopped[];
  /** What did not happen that could have led there. */
  readonly possible: readonly Possibility[];
  /** Nothing in the model changes it or brings it about: it is up to a scenario. */
  readonly unchanging: boolean;
}

const mostStops = 12;
const mostPossible = 4;

export function explain(inquiry: Inquiry, subject: Subject): Explanation {
  const until = inquiry.history.count;
  const happened = happenedOf(inquiry, subject, until);
  const last = happened.at(-1);
  const goals = goalsOfSubject(inquiry, subject);
  const isMissing = last === undefined;
  return {
    subject: subject.kind === "part" ? inquiry.part(subject.part) : inquiry.names(subject.owner),
    kind: kindOf(inquiry, subject),
    times: happened.length,
    value: valueOfSubject(inquiry, subject),
    chain: last === undefined ? [] : linksTo(inquiry, last),
    earlier: happened.slice(0, -1).map((id) => inquiry.history.at(id)?.step ?? 0),
    stopped: isMissing ? goals.flatMap((goal) => stopsBefore(inquiry, goal, until)).slice(0, mostStops) : [],
    possible: isMissing ? goals.flatMap((goal) => possibilities(inquiry, goal)).slice(0, mostPossible) : [],
    unchanging: isMissing && goals.some((goal) => unchanging(inquiry, goal) !== undefined),
  };
}

function kindOf({ index }: Inquiry, subject: Subject): Explanation["kind"] {
  if (subject.kind === "owner") return index.system(subject.owner) === undefined ? "environment" : "system";
  const { kind } = subject.part;
  return kind === "expectation" || kind === "quantity" ? "value" : kind;
}

/** The entries that tell of the subject, in their order. */
function happenedOf(inquiry: Inquiry, subject: Subject, until: number): readonly number[] {
  const { history } = inquiry;
  if (subject.kind === "owner") {
    const decisions = resonances(inquiry, subject.owner, undefined, until).map(({ decision }) => decision.id);
    return decisions.length > 0 ? decisions : arrivalsAt(inquiry, subject.owner);
  }
  const { kind, owner, name } = subject.part;
  switch (kind) {
    case "expectation":
    case "quantity":
      return history.changesOf(owner, name);
    case "sensitivity":
      return resonances(inquiry, owner, name, until).map(({ decision }) => decision.id);
    case "operation":
    case "event":
    case "limit":
      return occurrencesOf(inquiry, subject.part, until).map(({ id }) => id);
  }
}

/** What channels have brought to an environment or a population. */
function arrivalsAt({ history }: Inquiry, owner: Id): readonly number[] {
  const found: number[] = [];
  for (let id = 0; id < history.count; id += 1) {
    const entry = history.at(id);
    if (entry?.kind === "arrival" && entry.owner === owner) found.push(id);
  }
  return found;
}

function goalsOfSubject(inquiry: Inquiry, subject: Subject): readonly Goal[] {
  const flow = inquiry.flow();
  return subject.kind === "owner" ? [resonance(flow, subject.owner)] : goalOfPart(flow, subject.part);
}

function valueOfSubject(inquiry: Inquiry, subject: Subject): Explanation["value"] {
  const { history } = inquiry;
  if (subject.kind === "owner") return undefined;
  const { kind, owner, name } = subject.part;
  if (kind !== "expectation" && kind !== "quantity") return undefined;
  const first = history.valueBefore(owner, name, 0);
  const last = history.valueBefore(owner, name, history.count);
  return first === undefined || last === undefined
    ? undefined
    : { first: shownSlot(inquiry, owner, name, first), last: shownSlot(inquiry, owner, name, last) };
}

// ── How it came about ─────────────────────────────────────────────────────

function linksTo(inquiry: Inquiry, id: number): readonly Link[] {
  return entriesBefore(inquiry, id).flatMap((entry) => {
    const cause = causeOf(inquiry, entry);
    return cause === undefined ? [] : [{ cause, since: sourcesOf(inquiry, entry) }];
  });
}

/** Where the values came from that a decision read, if something in the run had changed them. */
function sourcesOf(inquiry: Inquiry, entry: TraceEntry): Link["since"] {
  if (entry.kind !== "decision") return [];
  const { history } = inquiry;
  return (groundsOf(inquiry, entry).values ?? []).flatMap((value) => {
    const last = history.changesOf(entry.owner, value.name).findLast((change) => change < entry.id);
    const change = last === undefined ? undefined : history.at(last);
    if (change?.kind !== "value") return [];
    const by = change.cause === undefined ? undefined : history.at(change.cause);
    return [{ value, step: change.step, by: by && causeOf(inquiry, by) }];
  });
}

// ── What has not happened ─────────────────────────────────────────────────

/** Operations, events and quantities from which a way leads to a goal, which nothing else brings about, and which did not happen. */
function possibilities(inquiry: Inquiry, { nodes }: Goal): readonly Possibility[] {
  const flow = inquiry.flow();
  const next = new Map<number, FlowEdge>();
  const queue = [...nodes];
  const seen = new Set(nodes);
  for (const node of queue) {
    for (const number of flow.incoming[node] ?? []) {
      const edge = flow.edges[number];
      if (edge === undefined || seen.has(edge.from) || !setsOff(edge)) continue;
      seen.add(edge.from);
      next.set(edge.from, edge);
      queue.push(edge.from);
    }
  }
  return queue.flatMap((node) => {
    const found = flow.nodes[node];
    if (found === undefined || nodes.includes(node) || !isBeginning(flow, node, found)) return [];
    if (hasHappened(inquiry, found)) return [];
    const way: FlowEdge[] = [];
    for (let edge = next.get(node); edge !== undefined; edge = next.get(edge.to)) way.push(edge);
    return [
      {
        part: `${inquiry.names(found.owner)}.${found.name}`,
        way: describeWay(flow, way, inquiry.names).line,
      },
    ];
  });
}

function setsOff({ cause }: FlowEdge): boolean {
  return cause.kind === "trigger" || cause.kind === "clause" || cause.kind === "channel";
}

/** What no clause and no channel brings about: it is up to a scenario. */
function isBeginning(flow: Flow, number: number, node: FlowNode): boolean {
  if (node.kind !== "operation" && node.kind !== "event" && node.kind !== "quantity") return false;
  return (flow.incoming[number] ?? []).every((edge) => {
    const kind = flow.edges[edge]?.cause.kind;
    return kind !== "clause" && kind !== "channel";
  });
}

function hasHappened(inquiry: Inquiry, { kind, owner, name }: FlowNode): boolean {
  if (kind === "quantity") return inquiry.history.changesOf(owner, name).length > 0;
  if (kind !== "operation" && kind !== "event") return false;
  return occurrencesOf(inquiry, { kind, owner, name }, inquiry.history.count).length > 0;
}
