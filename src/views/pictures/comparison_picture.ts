/*
 * One map of two models: what only the first has, what only the second has, and what is otherwise in each. The two are made one model
 * before it is drawn, so that nothing stands in two places.
 */
import { counted, listed } from "../../base/words.ts";
import type { Comparison } from "../../runs/comparison/compare.ts";
import { isOnlyWords, type Difference } from "../../runs/comparison/difference.ts";
import { shelfOf } from "../../runs/comparison/described.ts";
import { sidesOf, type Sides } from "../comparison/parts.ts";
import type { Graph, GraphEdge, GraphNode, Mark } from "./graph.ts";
import { legendOf } from "./legend.ts";
import { describedMap, saidOfMap } from "./map.ts";
import { drawMap } from "./map_drawn.ts";
import { joined, lineKey, linesOf, sharedId } from "./joined_models.ts";
import { atMost, oneLine, shortened } from "./wording.ts";

export function comparisonPicture(comparison: Comparison, files: Sides): Graph {
  const sides = sidesOf(comparison, files);
  const called = { first: nameOf(sides.first), second: nameOf(sides.second) };
  const both = joined(comparison.first.model, comparison.second.model);
  const drawn = drawMap(both.model, {});
  const changes = changesOf(comparison.differences);
  const { nodeOf, detail } = drawn;
  const [first, second] = [both.first, both.second].map((model) => linesOf(model, nodeOf, detail));

  const nodes = drawn.nodes.map((node): GraphNode => {
    // Several may stand together in one box.
    const together = [...nodeOf].filter(([, box]) => box === node.id).map(([id]) => id);
    const [only, ...more] = new Set(together.map((id) => changes.get(id)));
    const change = more.length > 0 ? "changed" : only;
    return { ...node, mark: change && { kind: change } };
  });
  const edges = drawn.edges.map((edge): GraphEdge => {
    const [before, after] = [first?.get(lineKey(edge)), second?.get(lineKey(edge))];
    const change = changeOf(before, after);
    const label = labelOf(before, after) ?? edge.label;
    return { ...edge, mark: change && { kind: change }, label: atMost(label, detail === "full" ? 6 : 3) };
  });
  const counts = countedMarks({ nodes, edges }, called);
  const legend = legendOf(nodes, edges).map((entry) => {
    if (!("mark" in entry.of)) return entry;
    const { mark } = entry.of;
    if (mark === "removed") return { ...entry, text: `only in ${called.first}: dashed` };
    return mark === "added" ? { ...entry, text: `only in ${called.second}` } : entry;
  });
  return {
    title: `${called.first} → ${called.second}: what is otherwise`,
    description: `${counts} ${describedMap(drawn, {})}`,
    said: [counts, ...saidOfMap(drawn, {})],
    direction: "down",
    groups: drawn.groups,
    nodes,
    edges,
    legend,
  };
}

const widestName = 60;

function nameOf(side: string): string {
  return shortened(oneLine(side), widestName);
}

type Change = "removed" | "added" | "changed";

/** By the name of what stands on a map; what is otherwise in words alone is not marked. */
function changesOf(differences: readonly Difference[]): ReadonlyMap<string, Change> {
  return new Map(
    differences
      .filter((one) => isOnMap(one) && !isOnlyWords(one))
      .map(({ change, of, name }) => [sharedId(of, name), change]),
  );
}

function isOnMap({ of }: Difference): boolean {
  return shelfOf(of) === "thing" || of === "coupling" || of === "society";
}

/** What becomes of a line, by what it says in each of the two; undefined of one that both have alike, or that neither has. */
function changeOf(
  before: readonly string[] | undefined,
  after: readonly string[] | undefined,
): Change | undefined {
  if (before === undefined) return after === undefined ? undefined : "added";
  if (after === undefined) return "removed";
  const same = before.length === after.length && before.every((text) => after.includes(text));
  return same ? undefined : "changed";
}

/** Of a line that is otherwise, what each says behind a sign. */
function labelOf(
  before: readonly string[] | undefined,
  after: readonly string[] | undefined,
): readonly string[] | undefined {
  if (before === undefined || after === undefined) return before ?? after;
  return [
    ...after.filter((text) => before.includes(text)),
    ...before.filter((text) => !after.includes(text)).map((text) => `− ${text}`),
    ...after.filter((text) => !before.includes(text)).map((text) => `+ ${text}`),
  ];
}

/** How many boxes and lines of each kind there are. */
function countedMarks(
  { nodes, edges }: Pick<Graph, "nodes" | "edges">,
  { first, second }: { readonly first: string; readonly second: string },
): string {
  const of = (change: Change): string | undefined => {
    const [boxes, lines] = [nodes, edges].map(
      (all: readonly Marked[]) => all.filter(({ mark }) => mark?.kind === change).length,
    );
    const told = [
      ...(boxes ? [counted(boxes, "box", "boxes")] : []),
      ...(lines ? [counted(lines, "line")] : []),
    ];
    return told.length === 0 ? undefined : listed(told);
  };
  const [removed, added, changed] = [of("removed"), of("added"), of("changed")];
  const told = [
    ...(removed === undefined ? [] : [`${removed} only in ${first}`]),
    ...(added === undefined ? [] : [`${added} only in ${second}`]),
    ...(changed === undefined ? [] : [`${changed} otherwise in each`]),
  ];
  return told.length === 0 ? "Nothing on the map is otherwise." : `${listed(told)}.`;
}

interface Marked {
  readonly mark?: Mark | undefined;
}
