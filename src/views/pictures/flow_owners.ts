/* A flow too large to show each thing: its systems, environments and populations, and who can irritate whom. */
import { counted } from "../../base/words.ts";
import type { Flow } from "../../flow/flow.ts";
import type { ModelIndex } from "../../model/lookup.ts";
import type { Id } from "../../model/reference.ts";
import { clustersOf, mostBoxes, saidOfLines, strongest } from "./clusters.ts";
import type { FoldedFlow } from "./flow_folded.ts";
import type { FlowMarks } from "./flow_marks.ts";
import type { Graph, GraphEdge, GraphNode, Mark, NodeKind } from "./graph.ts";
import { clusterTitle } from "./map_overview.ts";
import { atMost, calledIn } from "./wording.ts";

export interface OwnersDrawn extends Pick<Graph, "groups" | "nodes" | "edges"> {
  /** How it differs from what one might expect, in sentences. */
  readonly said: readonly string[];
}

/** Who can irritate whom; where they are too many to be told apart, those that irritate each other most are one box. */
export function ownersOnly(flow: Flow, folded: FoldedFlow, marks: FlowMarks, index: ModelIndex): OwnersDrawn {
  const shown = new Set(folded.nodes.flatMap((number) => flow.nodes[number]?.owner ?? []));
  const all = [...flow.nodesOf.keys()].filter((owner) => {
    const item = index.declared(owner);
    return shown.has(owner) && item !== undefined && item.kind !== "coupling";
  });
  const marksOf = (owner: Id): readonly Mark[] =>
    (flow.nodesOf.get(owner) ?? []).flatMap((number) => marks.nodes.get(number) ?? []);
  const isLarge = all.length > mostBoxes;
  const onWay = isLarge && marks.way !== undefined;
  const owners = onWay ? all.filter((owner) => marksOf(owner).length > 0) : all;
  const { clusters, rest, together } = clustered(flow, owners);

  const nodeOf = new Map<Id, string>();
  const nodes: GraphNode[] = [];
  const add = (ids: readonly Id[], node: Omit<GraphNode, "id">): void => {
    const id = `n${nodes.length + 1}`;
    for (const each of ids) nodeOf.set(each, id);
    nodes.push({ id, ...node });
  };
  for (const owner of owners) {
    const item = index.declared(owner);
    if (item === undefined || item.kind === "coupling" || together.has(owner)) continue;
    const kind: NodeKind = item.kind === "system" ? item.systemKind : kindOfEnvironment(item.kind);
    add([owner], { kind, title: calledIn(item), lines: [], mark: gravest(marksOf(owner)) });
  }
  for (const ids of clusters) {
    const names = ids.map((id) => calledIn(index.declared(id) ?? { name: id }));
    // A box is marked if all in it is.
    const each = ids.map((id) => gravest(marksOf(id)));
    const mark = each.every((found) => found !== undefined) ? gravest(each) : undefined;
    add(ids, { kind: "cluster", title: clusterTitle(names), lines: [`${ids.length} owners`], mark });
  }
  if (rest.length > 0)
    add(rest, { kind: "more", title: `${rest.length} more`, lines: ["that nothing joins to others"] });

  const lines = new Map<string, Line>();
  for (const [number, node] of flow.nodes.entries()) {
    if (node.kind !== "channel") continue;
    const { source, target } = node.channel;
    const [from, to] = [nodeOf.get(source.owner), nodeOf.get(target.owner)];
    if (from === undefined || to === undefined) continue;
    if (from === to && together.has(source.owner)) continue;
    const key = `${from} ${to}`;
    const line = lines.get(key) ?? { from, to, couplings: new Set(), marks: [], whole: true };
    const mark = marks.nodes.get(number);
    line.couplings.add(calledIn(node.coupling));
    if (mark !== undefined) line.marks.push(mark);
    else line.whole = false;
    lines.set(key, line);
  }
  const between = [...lines.values()];
  const kept = together.size === 0 ? between : strongest(between, ({ couplings }) => couplings.size);
  const edges = kept.map(({ from, to, couplings, marks: found, whole }): GraphEdge => {
    const many = together.size > 0 && couplings.size > 1;
    const label = many ? [counted(couplings.size, "coupling")] : atMost([...couplings], 2);
    return {
      from,
      to,
      kind: "channel",
      label,
      mark: whole || together.size === 0 ? gravest(found) : undefined,
    };
  });
  const drawn = { groups: [], nodes, edges };
  if (onWay)
    return {
      ...drawn,
      said: [`Only what lies on the way is shown: ${owners.length} of ${all.length} owners.`],
    };
  if (!isLarge) return { ...drawn, said: [] };
  return unmarkedIfMost({
    ...drawn,
    said: [
      `Those that irritate each other most stand together in one box: all ${all.length} would be too many to be told apart. niklas draw --view flow --focus NAME shows one of them with all that is its own.`,
      ...saidOfLines(between.length, kept.length),
    ],
  });
}

interface Line {
  readonly from: string;
  readonly to: string;
  readonly couplings: Set<string>;
  readonly marks: Mark[];
  /** Whether all that the line stands for is marked. */
  whole: boolean;
}

interface Clustered {
  readonly clusters: readonly (readonly Id[])[];
  readonly rest: readonly Id[];
  readonly together: ReadonlySet<Id>;
}

function clustered(flow: Flow, owners: readonly Id[]): Clustered {
  if (owners.length <= mostBoxes) return { clusters: [], rest: [], together: new Set() };
  const joined = flow.nodes.flatMap((node): (readonly Id[])[] =>
    node.kind === "channel" ? [[node.channel.source.owner, node.channel.target.owner]] : [],
  );
  const { clusters, rest } = clustersOf(owners, joined);
  const several = clusters.filter(({ length }) => length > 1);
  return { clusters: several, rest, together: new Set([...several.flat(), ...rest]) };
}

/** Where most is on circles, marks would tell little apart. */
function unmarkedIfMost(drawn: OwnersDrawn): OwnersDrawn {
  const { nodes, edges } = drawn;
  const marked = [...nodes, ...edges].filter(({ mark }) => mark?.kind === "circle").length;
  if (marked * 2 <= nodes.length + edges.length) return drawn;
  const unmarked = <Part extends { readonly mark?: Mark | undefined }>(part: Part): Part =>
    part.mark?.kind === "circle" ? { ...part, mark: undefined } : part;
  return {
    ...drawn,
    nodes: nodes.map(unmarked),
    edges: edges.map(unmarked),
    said: [...drawn.said, "Most of it lies on circles, which are therefore not marked."],
  };
}

function kindOfEnvironment(kind: string): NodeKind {
  return kind === "population" ? "population" : "environment";
}

function gravest(marks: readonly (Mark | undefined)[]): Mark | undefined {
  return marks.find((mark) => mark?.kind === "bottleneck") ?? marks.find((mark) => mark !== undefined);
}
