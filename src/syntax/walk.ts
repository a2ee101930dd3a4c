import { childKeys } from "./children.ts";
import type { Kind, Node } from "./tree.ts";

/** The children of a node, in the order of the text. */
export function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  // `childKeys` names fields of just this kind of node that hold nodes.
  const fields = node as unknown as Readonly<Record<string, Node | readonly Node[] | undefined>>;
  for (const key of childKeys[node.kind as Kind]) {
    const value = fields[key];
    if (value === undefined) continue;
    if ("kind" in value) children.push(value);
    // One by one: as arguments, the children of a wide node would overflow the stack.
    else for (const child of value) children.push(child);
  }
  return children;
}

/**
 * Visits a node and everything below it, each before what it contains. A visit that returns false keeps the walk
 * from going into that node.
 */
export function walk(node: Node, visit: (node: Node) => boolean | void): void {
  const pending: Node[] = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (visit(next) === false) continue;
    for (const child of childrenOf(next).toReversed()) pending.push(child);
  }
}
