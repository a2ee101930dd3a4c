/* What stands together in one box on the map of a very large model. */
import { counted } from "../../base/words.ts";
import type { ModelIndex } from "../../model/lookup.ts";
import type { Id } from "../../model/reference.ts";
import { clustersOf } from "./clusters.ts";
import type { GraphNode } from "./graph.ts";
import type { MapGroups } from "./map_groups.ts";
import { endsOf, type MapScope, type ScopeOptions } from "./map_scope.ts";
import { calledIn } from "./wording.ts";

export interface Overview {
  /** What is coupled closely, two things and more. */
  readonly clusters: readonly (readonly Id[])[];
  /** What has no couplings, by kind. */
  readonly rest: readonly (readonly Id[])[];
}

export function overviewOf(scope: MapScope, { focus }: ScopeOptions): Overview {
  const { systems, environments, couplings } = scope;
  const kinds = new Map<Id, string>([
    ...systems.map(({ id, systemKind }) => [id, systemKind] as const),
    ...environments.map(({ id, kind }) => [id, kind] as const),
  ]);
  const alone = new Set(focus === undefined ? [] : [focus]);
  const { clusters, rest } = clustersOf([...kinds.keys()], couplings.map(endsOf), alone);
  const byKind = new Map<string, Id[]>();
  for (const id of rest) {
    const kind = kinds.get(id) ?? "";
    byKind.set(kind, [...(byKind.get(kind) ?? []), id]);
  }
  return { clusters: clusters.filter(({ length }) => length > 1), rest: [...byKind.values()] };
}

const mostNamed = 3;

/** The names of those with the most couplings, how many there are of each kind, and what joins them. */
export function clusterNode(
  ids: readonly Id[],
  { couplings }: MapScope,
  groups: MapGroups,
  index: ModelIndex,
): Omit<GraphNode, "id"> {
  const kinds = new Map<string, Id[]>();
  for (const id of ids) {
    const kind = groups.kindOf(id);
    kinds.set(kind, [...(kinds.get(kind) ?? []), id]);
  }
  const among = couplings.filter((coupling) => endsOf(coupling).every((id) => ids.includes(id))).length;
  const around = new Set(ids.map(groups.ofThing));
  return {
    kind: "cluster",
    title: clusterTitle(ids.map((id) => calledIn(index.declared(id) ?? { name: id }))),
    lines: [
      ...[...kinds.values()].map((each) => `${each.length} ${groups.kindOf(each[0] ?? "", each.length)}`),
      ...(among === 0 ? [] : [`${counted(among, "coupling")} among them`]),
    ],
    group: around.size === 1 ? [...around][0] : undefined,
  };
}

/** `politics, law, economy and 5 more` */
export function clusterTitle(names: readonly string[]): string {
  // That one more is left out takes as much room as that one.
  const shown = names.length <= mostNamed + 1 ? names : names.slice(0, mostNamed);
  const more = names.length - shown.length;
  if (more > 0) return `${shown.join(", ")} and ${more} more`;
  return [shown.slice(0, -1).join(", "), shown.at(-1) ?? ""].filter((text) => text !== "").join(" and ");
}
