/* The map of a model: systems, couplings as the institutions between them, and what flows through them. */
import type { Model, System } from "../../model/model.ts";
import type { Graph, GraphEdge, GraphNode, Group, LegendEntry } from "./graph.ts";

export interface MapOptions {
  readonly focus?: string | undefined;
  readonly depth?: number | undefined;
}

export function mapOf(model: Model, _options: MapOptions = {}): Graph {
  const systems = model.systems.filter((system) => !system.canonical || isCoupled(model, system.id));
  const outer = new Set(systems.flatMap(({ within }) => within.map(({ id }) => id)));
  const ids = new Map<string, string>();
  const idOf = (id: string): string => {
    const known = ids.get(id) ?? `x${ids.size}`;
    ids.set(id, known);
    return known;
  };
  const groups: Group[] = systems
    .filter(({ id }) => outer.has(id))
    .map(({ id, name, within }) => ({
      id: `in${idOf(id)}`,
      title: name,
      within: within[0] && `in${idOf(within[0].id)}`,
    }));
  const nodes: GraphNode[] = [
    ...systems.map((system) => ({
      id: idOf(system.id),
      kind: system.systemKind,
      title: system.label ?? system.name,
      lines: linesOf(system),
      group: outer.has(system.id)
        ? `in${idOf(system.id)}`
        : system.within[0] && `in${idOf(system.within[0].id)}`,
    })),
    ...model.environments.map(({ id, kind, name, label, quantities }) => ({
      id: idOf(id),
      kind,
      title: label ?? name,
      lines: quantities.map((quantity) => quantity.name),
    })),
    ...model.couplings.map(({ id, name, label }) => ({
      id: idOf(id),
      kind: "coupling" as const,
      title: label ?? name,
      lines: [],
    })),
  ];
  const edges = model.couplings.flatMap(({ id, channels }) =>
    channels.flatMap(({ source, target, when }): GraphEdge[] => [
      { from: idOf(source.owner), to: idOf(id), kind: "channel", label: [source.name] },
      {
        from: idOf(id),
        to: idOf(target.owner),
        kind: "channel",
        label: [
          target.kind === "sensitivity"
            ? target.name
            : target.assignments.map((one) => one.target.text).join(", "),
          ...(when === undefined ? [] : ["when …"]),
        ],
      },
    ]),
  );
  const inclusions = model.environments.flatMap(({ id, inclusions }) =>
    inclusions.map(({ system, role }): GraphEdge => ({
      from: idOf(id),
      to: idOf(system.id),
      kind: "inclusion",
      label: [role.text],
    })),
  );
  const legend: LegendEntry[] = [
    ...[...new Set(nodes.map(({ kind }) => kind))].map((kind) => ({ of: { node: kind }, text: kind })),
    { of: { edge: "channel" }, text: "a channel of a coupling" },
    ...(inclusions.length > 0 ? [{ of: { edge: "inclusion" as const }, text: "included in a role" }] : []),
  ];
  return {
    title: `Map of ${model.label ?? model.name ?? model.entry}`,
    description: `${systems.length} systems and ${model.couplings.length} couplings.`,
    direction: "right",
    groups,
    nodes,
    edges: [...edges, ...inclusions],
    legend,
  };
}

function isCoupled({ couplings }: Model, id: string): boolean {
  return couplings.some(({ left, right }) => left?.id === id || right?.id === id);
}

function linesOf({ codes, media }: System): readonly string[] {
  return [
    ...codes.map(({ values }) => values.map(({ label, name }) => label ?? name).join(" / ")),
    ...(media.length > 0 ? [`medium: ${media.map(({ label, name }) => label ?? name).join(", ")}`] : []),
  ];
}
