/* How the groups of a picture stand in each other, for the forms that write them nested. */
import type { Graph, GraphNode, Group } from "./graph.ts";

export interface Nested {
  readonly group: Group | undefined;
  readonly nodes: readonly GraphNode[];
  readonly inner: readonly Nested[];
}

/** The whole picture as a group of groups. A group that is not there, or that would stand in itself, counts as none. */
export function nestedGroups({ groups, nodes }: Graph): Nested {
  const known = new Map(groups.map((group) => [group.id, group]));
  const outermost = (id: string | undefined): string | undefined =>
    id === undefined || !known.has(id) ? undefined : id;
  const rooted = (group: Group): boolean => {
    const seen = new Set<string>();
    for (let at: Group | undefined = group; at?.within !== undefined; at = known.get(at.within)) {
      if (seen.has(at.id)) return false;
      seen.add(at.id);
    }
    return true;
  };
  const nest = (group: Group | undefined): Nested => ({
    group,
    nodes: nodes.filter((node) => outermost(node.group) === group?.id),
    inner: groups
      .filter((inner) => (rooted(inner) ? outermost(inner.within) : undefined) === group?.id)
      .map(nest),
  });
  return nest(undefined);
}

/** The groups with the node in it, the outermost last. */
export function groupsAround({ groups }: Graph, node: GraphNode): readonly Group[] {
  const known = new Map(groups.map((group) => [group.id, group]));
  const around: Group[] = [];
  for (let at = known.get(node.group ?? ""); at && !around.includes(at); at = known.get(at.within ?? ""))
    around.push(at);
  return around;
}
