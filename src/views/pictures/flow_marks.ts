/* What stands out in a flow: a way from one to another and what all such ways pass; or else the circles. */
import { bottlenecks } from "../../flow/bottlenecks.ts";
import { circles } from "../../flow/circles.ts";
import { describeWay, type NameOf } from "../../flow/describe.ts";
import { nodesOnWay, type Flow, type Way } from "../../flow/flow.ts";
import { strongComponents } from "../../base/graph.ts";
import { counted, listed } from "../../base/words.ts";
import type { Id } from "../../model/reference.ts";
import type { Mark } from "./graph.ts";
import { oneLine } from "./wording.ts";

export interface FlowMarks {
  /** By the number of the node in the flow. */
  readonly nodes: ReadonlyMap<number, Mark>;
  /** By the index of the edge in the flow: what is marked if all that an edge stands for is. */
  readonly edges: ReadonlyMap<number, Mark>;
  /** What is marked, in sentences. */
  readonly told: readonly string[];
  /** A shortest way; undefined if none was asked for, or there is none. */
  readonly way: Way | undefined;
}

const onWay: Mark = { kind: "way" };
const onCircle: Mark = { kind: "circle" };
const isBottleneck: Mark = { kind: "bottleneck" };

export function marksOnWay(flow: Flow, from: Id, to: Id, names: NameOf): FlowMarks {
  const found = bottlenecks(flow, from, to);
  const ends = `from ${oneLine(names(from))} to ${oneLine(names(to))}`;
  if (found === undefined)
    return { nodes: new Map(), edges: new Map(), told: [`No way leads ${ends}.`], way: undefined };
  const { way, parts, channels, systems, couplings } = found;
  const nodes = new Map(nodesOnWay(way).map((number) => [number, onWay]));
  for (const number of parts) nodes.set(number, isBottleneck);
  const passed = new Set(way);
  const needed = new Set(channels.map(({ channel }) => channel));
  const edges = new Map<number, Mark>();
  flow.edges.forEach((edge, index) => {
    if (!passed.has(edge)) return;
    const { cause } = edge;
    edges.set(index, cause.kind === "channel" && needed.has(cause.channel) ? isBottleneck : onWay);
  });
  const told = [`Highlighted is a shortest way ${ends}: ${oneLine(describeWay(flow, way, names).line)}.`];
  const between = [...systems, ...couplings].map((id) => oneLine(names(id)));
  if (between.length > 0) told.push(`Every such way passes ${listed(between)}.`);
  return { nodes, edges, told, way };
}

const mostCirclesTold = 3;
/** So many owners are named in a sentence. */
const mostNamed = 8;

export function marksOnCircles(flow: Flow, names: NameOf): FlowMarks {
  const found = circles(flow);
  const nodes = new Map<number, Mark>();
  const edges = new Map<number, Mark>();
  for (const circle of found) {
    const inside = new Set(circle.nodes);
    for (const number of circle.nodes) nodes.set(number, onCircle);
    for (const number of circle.nodes) {
      for (const index of flow.outgoing[number] ?? []) {
        const edge = flow.edges[index];
        const setsOff = edge?.cause.kind !== "reading" && edge?.cause.kind !== "limit";
        if (edge && setsOff && inside.has(edge.to)) edges.set(index, onCircle);
      }
    }
  }
  const shown = found.slice(0, mostCirclesTold);
  const told = shown.map(({ shortest, undamped }) => {
    const damped = undamped === undefined ? "" : ", and nothing damps it";
    return `A circle: ${oneLine(describeWay(flow, shortest, names).line)}${damped}.`;
  });
  if (found.length === 0) told.push(withoutCircle(flow, names));
  if (found.length > shown.length) told.push(`There are ${found.length - shown.length} more circles.`);
  return { nodes, edges, told, way: undefined };
}

/** That there is no circle, and who irritates each other all the same: of these one would expect it. */
function withoutCircle(flow: Flow, names: NameOf): string {
  const owners = [...flow.nodesOf.keys()];
  const numbers = new Map(owners.map((owner, number) => [owner, number]));
  const leads = owners.map(() => new Set<number>());
  for (const node of flow.nodes) {
    if (node.kind !== "channel") continue;
    const { source, target } = node.channel;
    const [from, to] = [numbers.get(source.owner), numbers.get(target.owner)];
    if (from !== undefined && to !== undefined && from !== to) leads[from]?.add(to);
  }
  const circling = strongComponents(
    leads.map((targets) => [...targets]),
    2,
  );
  const [largest] = [...circling].sort((one, other) => other.length - one.length);
  if (largest === undefined) return "No circle: nothing comes back to what has set it off.";
  const called = largest.map((number) => oneLine(names(owners[number] ?? "")));
  const who = called.length > mostNamed ? counted(called.length, "of them", "of them") : listed(called);
  return `No circle, though ${who} can irritate each other in turn: nothing comes back to what has set it off.`;
}
