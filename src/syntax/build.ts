/* Small things that the grammar builds nodes with. */
import type { Missing, Node } from "./tree.ts";

/** A node while the grammar fills it; it fits wherever the finished node does. */
export type Building<N> = {
  -readonly [Key in keyof N]: N[Key] extends readonly (infer Item)[] ? Item[] : N[Key];
};

/** Stands for what is not there while a file is being read; `seal` gives each a place of its own. */
export const hole: Missing = { kind: "Missing", start: -1, end: -1 };

/** Whether a node stands for something that was not written. */
export function isMissing(node: Node): node is Missing {
  return node.kind === "Missing";
}
