/* A map while it is drawn: its boxes and lines, and which thing of the model each of them stands for. */
import { counted, numberText } from "../../base/words.ts";
import type { Expression } from "../../model/expression.ts";
import type { Channel, Coupling, Environment, Model, System } from "../../model/model.ts";
import { indexModel, type ModelIndex } from "../../model/lookup.ts";
import type { Id } from "../../model/reference.ts";
import { expressionText } from "../../model/expression_text.ts";
import { channelLine } from "./channel_words.ts";
import type { EdgeKind, GraphEdge, GraphNode, Group } from "./graph.ts";
import { groupsOf, type MapGroups } from "./map_groups.ts";
import { clusterNode, overviewOf } from "./map_overview.ts";
import { mostBoxes, strongest } from "./clusters.ts";
import { endsOf, scopeOf, type MapScope, type ScopeOptions } from "./map_scope.ts";
import { atMost, calledIn, oneLine, shortened } from "./wording.ts";

/**
 * How much a map says. `full`: everything. `brief`: no media and no conditions of channels. `bare`: no codes either, a
 * coupling is no box of its own but a name on the line between the two, and what is coupled closely may be one box.
 */
export type Detail = "full" | "brief" | "bare";

export interface DrawnMap {
  readonly scope: MapScope;
  readonly detail: Detail;
  readonly index: ModelIndex;
  readonly groups: readonly Group[];
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly nodeOf: ReadonlyMap<Id, string>;
  /** The group that stands for a society; undefined if nothing shown stands within it. */
  readonly groupOfSociety: (id: Id) => string | undefined;
  /** The line, by its index in `edges`, that stands for a channel, or for a coupling that is no box. */
  readonly edgeOf: ReadonlyMap<Channel | Coupling, number>;
  /** If things that are coupled closely stand together in one box: how many lines there are between the boxes. */
  readonly overview: { readonly all: number; readonly drawn: number } | undefined;
}

export function drawMap(model: Model, options: ScopeOptions): DrawnMap {
  const index = indexModel(model);
  const scope = scopeOf(model, options);
  const detail = detailOf(scope);
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  const nodeOf = new Map<Id, string>();
  const edgeOf = new Map<Channel | Coupling, number>();
  const things = [...scope.systems, ...scope.environments].map(({ id }) => id);
  const overview = detail === "bare" && things.length > mostBoxes ? overviewOf(scope, options) : undefined;
  const groups = groupsOf(model, scope, detail !== "full" && overview === undefined);

  const add = (id: Id, node: Omit<GraphNode, "id">): void => {
    const made = `n${nodes.length + 1}`;
    nodes.push({ id: made, ...node });
    nodeOf.set(id, made);
  };
  const together = new Set([...(overview?.clusters ?? []), ...(overview?.rest ?? [])].flat());
  for (const system of scope.systems)
    if (!together.has(system.id)) add(system.id, systemNode(system, detail, groups));
  for (const environment of scope.environments)
    if (!together.has(environment.id)) add(environment.id, environmentNode(environment, detail, groups));
  for (const ids of overview?.clusters ?? []) {
    const [first = "", ...others] = ids;
    add(first, clusterNode(ids, scope, groups, index));
    for (const other of others) nodeOf.set(other, nodeOf.get(first) ?? "");
  }
  for (const [first = "", ...others] of overview?.rest ?? []) {
    add(first, {
      kind: "more",
      title: `${others.length + 1} more ${groups.kindOf(first, others.length + 1)}`,
      lines: [],
    });
    for (const other of others) nodeOf.set(other, nodeOf.get(first) ?? "");
  }

  let lines = { all: 0, drawn: 0 };
  const drawn = new Set<string>();
  const connect = (
    from: Id,
    to: Id,
    kind: EdgeKind,
    label: readonly string[] = [],
    stands: readonly (Channel | Coupling)[] = [],
  ): void => {
    const [begin, end] = [nodeOf.get(from), nodeOf.get(to)];
    if (begin === undefined || end === undefined) return;
    // What several have in common that are one box is one line, and what is among them none.
    if (together.has(from) || together.has(to)) {
      const key = `${begin} ${end} ${kind}`;
      if (begin === end || drawn.has(key)) return;
      drawn.add(key);
    }
    for (const each of stands) if (!edgeOf.has(each)) edgeOf.set(each, edges.length);
    edges.push({ from: begin, to: end, kind, label });
  };

  if (detail === "bare") {
    const between = linesBetween(scope.couplings, nodeOf).filter(
      ({ from, to }) => !together.has(from) || nodeOf.get(from) !== nodeOf.get(to),
    );
    const kept = overview === undefined ? between : strongest(between, ({ couplings }) => couplings.length);
    lines = { all: between.length, drawn: kept.length };
    for (const { from, to, couplings, channels } of kept) {
      const names = [...new Set(couplings.map(calledIn))];
      const among = together.has(from) || together.has(to);
      const label = among && names.length > 1 ? [counted(names.length, "coupling")] : atMost(names, 2);
      connect(from, to, channels.length > 0 ? "channel" : "couples", label, [...channels, ...couplings]);
    }
    // What is found in a coupling that is not drawn is found in the box of those that it joins.
    for (const coupling of scope.couplings) {
      const at = nodeOf.get(endsOf(coupling).find((id) => together.has(id)) ?? "");
      if (at !== undefined && !edgeOf.has(coupling)) nodeOf.set(coupling.id, at);
    }
  } else {
    for (const coupling of scope.couplings) {
      const group = groups.ofCoupling(coupling);
      add(coupling.id, { kind: "coupling", title: calledIn(coupling), lines: [], group });
      const touched = new Set<Id>();
      for (const { from, to, channels } of directionsOf(coupling)) {
        const lines = channels.map((channel) => channelLine(channel, index, detail === "full"));
        connect(
          from,
          coupling.id,
          "channel",
          atMost([...new Set(lines)], detail === "full" ? 4 : 2),
          channels,
        );
        connect(coupling.id, to, "channel");
        touched.add(from).add(to);
      }
      for (const end of namedEnds(coupling)) if (!touched.has(end)) connect(end, coupling.id, "couples");
    }
  }
  for (const { id, within } of scope.systems) for (const outer of within) connect(id, outer.id, "within");
  for (const { id, inclusions } of scope.environments) {
    for (const system of new Set(inclusions.map((inclusion) => inclusion.system.id))) {
      const roles = inclusions.filter((inclusion) => inclusion.system.id === system);
      const names = roles.map(({ role: { text } }) => calledIn(index.role(system, text) ?? { name: text }));
      connect(id, system, "inclusion", atMost(names, 4));
    }
  }
  addLeftOut(scope, nodes, edges, nodeOf);
  return {
    scope,
    detail,
    index,
    groups: groups.groups,
    groupOfSociety: groups.ofSociety,
    nodes,
    edges,
    nodeOf,
    edgeOf,
    overview: overview && lines,
  };
}

/** By what still can be read: the eye takes in some dozen boxes with their details, and some more with their names. */
function detailOf({ systems, environments, couplings }: MapScope): Detail {
  const boxes = systems.length + environments.length;
  if (boxes <= 14 && couplings.length <= 20) return "full";
  return boxes <= 30 && couplings.length <= 45 ? "brief" : "bare";
}

function systemNode(system: System, detail: Detail, groups: MapGroups): Omit<GraphNode, "id"> {
  const codes = system.codes.map(({ secondary, values }) =>
    shortened(`${secondary ? "secondary code" : "code"} ${values.map(calledIn).join(" / ")}`, 44),
  );
  const media = system.media.map((medium) => shortened(`medium ${calledIn(medium)}`, 44));
  const lines = detail === "full" ? [...codes, ...media] : detail === "brief" ? codes.slice(0, 1) : [];
  return { kind: system.systemKind, title: calledIn(system), lines, group: groups.ofThing(system.id) };
}

function environmentNode(environment: Environment, detail: Detail, groups: MapGroups): Omit<GraphNode, "id"> {
  const { id, kind, size, quantities } = environment;
  const lines = [
    ...(size === undefined ? [] : [shortened(`of ${sizeText(size)}`, 44)]),
    ...(detail === "full" ? atMost(quantities.map(calledIn), 4) : []),
  ];
  return { kind, title: calledIn(environment), lines, group: groups.ofThing(id) };
}

function sizeText(size: Expression): string {
  return size.kind === "number" ? numberText(size.value) : oneLine(expressionText(size));
}

interface Direction {
  readonly from: Id;
  readonly to: Id;
  readonly channels: readonly Channel[];
}

function namedEnds({ left, right }: Coupling): readonly Id[] {
  return [...new Set([left?.id, right?.id].filter((id) => id !== undefined))];
}

/** The channels of a coupling by their direction, in the order of the text. */
export function directionsOf({ channels }: Coupling): readonly Direction[] {
  const directions = new Map<string, { from: Id; to: Id; channels: Channel[] }>();
  for (const channel of channels) {
    const [from, to] = [channel.source.owner, channel.target.owner];
    const key = `${from}\n${to}`;
    const known = directions.get(key);
    if (known === undefined) directions.set(key, { from, to, channels: [channel] });
    else known.channels.push(channel);
  }
  return [...directions.values()];
}

interface Line extends Direction {
  readonly couplings: readonly Coupling[];
}

/** The couplings as lines, those of one direction between the same two boxes as one. */
function linesBetween(couplings: readonly Coupling[], nodeOf: ReadonlyMap<Id, string>): readonly Line[] {
  const lines = new Map<string, { from: Id; to: Id; channels: Channel[]; couplings: Coupling[] }>();
  const put = (coupling: Coupling, from: Id, to: Id, channels: readonly Channel[]): void => {
    const kind = channels.length > 0 ? "channel" : "couples";
    const key = `${kind} ${nodeOf.get(from) ?? ""} ${nodeOf.get(to) ?? ""}`;
    const known = lines.get(key) ?? { from, to, channels: [], couplings: [] };
    known.channels.push(...channels);
    known.couplings.push(coupling);
    lines.set(key, known);
  };
  for (const coupling of couplings) {
    for (const { from, to, channels } of directionsOf(coupling)) put(coupling, from, to, channels);
    const [left, right] = [coupling.left?.id, coupling.right?.id];
    if (coupling.channels.length === 0 && left !== undefined && right !== undefined)
      put(coupling, left, right, []);
  }
  return [...lines.values()];
}

/** One box for all left out that can irritate what is shown, and one for all that it can irritate. */
function addLeftOut(
  { before, after }: MapScope,
  nodes: GraphNode[],
  edges: GraphEdge[],
  nodeOf: ReadonlyMap<Id, string>,
): void {
  for (const [side, says] of [
    [before, "that can irritate what is shown"],
    [after, "that what is shown can irritate"],
  ] as const) {
    const count = new Set([...side.values()].flatMap((ids) => [...ids])).size;
    if (count === 0) continue;
    const more = `n${nodes.length + 1}`;
    nodes.push({ id: more, kind: "more", title: `${count} more`, lines: [says] });
    for (const id of side.keys()) {
      const shown = nodeOf.get(id);
      if (shown === undefined) continue;
      const [from, to] = side === before ? [more, shown] : [shown, more];
      edges.push({ from, to, kind: "channel", label: [] });
    }
  }
}
