/* The map with what the checks found on it. */
import { counted } from "../../base/words.ts";
import type { Diagnostic, Severity } from "../../diagnostics/diagnostic.ts";
import type { Model } from "../../model/model.ts";
import type { Id } from "../../model/reference.ts";
import { spotsIn, type Spot } from "./findings_placed.ts";
import type { Graph, GraphEdge, GraphNode, Mark } from "./graph.ts";
import { legendOf } from "./legend.ts";
import { describedMap, saidOfMap, titleOf } from "./map.ts";
import { drawMap, type DrawnMap } from "./map_drawn.ts";
import type { ScopeOptions } from "./map_scope.ts";
import { calledIn, oneLine, shortened } from "./wording.ts";

export type CheckOptions = ScopeOptions;

/**
 * Each finding marks the box or the line it speaks of. A perturbation that nothing carries is a line of its own, which ends
 * at the boundary. What belongs to nothing on the map is counted in the description.
 */
export function checkOf(model: Model, diagnostics: readonly Diagnostic[], options: CheckOptions = {}): Graph {
  const drawn = drawMap(model, options);
  /** By the box, by its id, or the line, by its index. */
  const found = new Map<string | number, Diagnostic[]>();
  const extra: GraphNode[] = [];
  const missing = new Map<string, Missing>();
  const nodeOf = new Map(drawn.nodeOf);
  const spotOf = spotsIn(model);
  let elsewhere = 0;

  for (const diagnostic of diagnostics) {
    const spot = spotOf(diagnostic);
    const society = model.societies.find(({ id }) => spot?.kind === "thing" && spot.id === id);
    if (society !== undefined && !nodeOf.has(society.id)) {
      // Groups bear no marks: a society with findings has a box of its own.
      const id = `n${drawn.nodes.length + extra.length + 1}`;
      const group = drawn.groupOfSociety(society.id);
      extra.push({ id, kind: "society", title: calledIn(society), lines: [], group });
      nodeOf.set(society.id, id);
    }
    const on = spot && placedOn(spot, drawn, nodeOf);
    if (on === undefined) elsewhere += 1;
    else if (typeof on === "object") addMissing(missing, on, diagnostic);
    else found.set(on, [...(found.get(on) ?? []), diagnostic]);
  }

  const nodes = [...drawn.nodes, ...extra].map((node) => ({ ...node, mark: markOf(found.get(node.id)) }));
  const edges = [
    ...drawn.edges.map((edge, index) => ({ ...edge, mark: markOf(found.get(index)) })),
    ...[...missing.values()].map(missingEdge),
  ];
  return {
    title: `${titleOf(model)}: findings`,
    description: described(drawn, options, diagnostics, missing.size, elsewhere),
    said: saidOfMap(drawn, options),
    direction: "down",
    groups: drawn.groups,
    nodes,
    edges,
    legend: legendOf(nodes, edges),
  };
}

interface Missing {
  readonly from: string;
  readonly to: string;
  readonly operations: Set<string>;
  readonly diagnostics: Diagnostic[];
}

/** A box by its id, a line by its index, or a line that is not there; undefined if it is not on the map. */
function placedOn(
  spot: Spot,
  { edgeOf, index }: DrawnMap,
  nodeOf: ReadonlyMap<Id, string>,
): string | number | (Pick<Missing, "from" | "to"> & { readonly operation: string }) | undefined {
  switch (spot.kind) {
    case "thing": {
      const coupling = index.coupling(spot.id);
      return nodeOf.get(spot.id) ?? (coupling && edgeOf.get(coupling));
    }
    case "channel":
      return edgeOf.get(spot.channel) ?? nodeOf.get(spot.coupling.id) ?? edgeOf.get(spot.coupling);
    case "perturbation": {
      const [from, to] = [nodeOf.get(spot.from), nodeOf.get(spot.to)];
      if (from === undefined || to === undefined) return from ?? to;
      const { name, label } = index.operation(spot.from, spot.operation) ??
        index.event(spot.from, spot.operation) ?? { name: spot.operation, label: undefined };
      return { from, to, operation: calledIn({ name, label }) };
    }
  }
}

function addMissing(
  missing: Map<string, Missing>,
  { from, to, operation }: { readonly from: string; readonly to: string; readonly operation: string },
  diagnostic: Diagnostic,
): void {
  const key = `${from} ${to}`;
  const known = missing.get(key) ?? { from, to, operations: new Set(), diagnostics: [] };
  known.operations.add(operation);
  known.diagnostics.push(diagnostic);
  missing.set(key, known);
}

function missingEdge({ from, to, operations, diagnostics }: Missing): GraphEdge {
  return { from, to, kind: "missing", label: [...operations], mark: markOf(diagnostics) };
}

const severities: readonly Severity[] = ["error", "warning", "hint"];
const mostTexts = 3;
const widestText = 72;

/** The gravest severity of all, and what is said, the gravest first. */
function markOf(diagnostics: readonly Diagnostic[] = []): Mark | undefined {
  if (diagnostics.length === 0) return undefined;
  const sorted = severities.flatMap((severity) => diagnostics.filter((each) => each.severity === severity));
  const texts = [...new Set(sorted.map(({ message }) => shortened(plain(message), widestText)))];
  const shown = texts.slice(0, mostTexts);
  const more = texts.length > shown.length ? [`and ${texts.length - shown.length} more`] : [];
  return { kind: "finding", severity: sorted[0]?.severity ?? "hint", texts: [...shown, ...more] };
}

/** Without the backquotes of names, which a picture has no other letters for. */
function plain(message: string): string {
  return oneLine(message.replaceAll("`", ""));
}

function described(
  drawn: DrawnMap,
  options: ScopeOptions,
  diagnostics: readonly Diagnostic[],
  missing: number,
  elsewhere: number,
): string {
  const counts = severities.flatMap((severity) => {
    const count = diagnostics.filter((each) => each.severity === severity).length;
    return count === 0 ? [] : [counted(count, severity)];
  });
  const sentences = [
    describedMap(drawn, options),
    counts.length === 0 ? "The checks found nothing." : `The checks found ${counts.join(", ")}.`,
  ];
  if (missing > 0)
    sentences.push(`${counted(missing, "perturbation")} would cross a boundary without a coupling.`);
  if (elsewhere > 0) {
    const one = elsewhere === 1;
    sentences.push(
      `${counted(elsewhere, "finding")} ${one ? "speaks" : "speak"} of nothing that is on the map.`,
    );
  }
  return sentences.join(" ");
}
