/* Whether a space stands between two things on one line. */
import type { Kind } from "../syntax/tree.ts";

const tightBefore = new Set([")", ",", ".", ":", "%"]);
const tightBehind = new Set(["(", "."]);

/** What stands beside: the last token of the one, the first of the other, and the kind of the other if it is a node. */
export interface Neighbours {
  readonly before: string;
  readonly behind: string;
  readonly behindKind: Kind | undefined;
  /** Of the node in which both stand. */
  readonly kind: Kind;
}

export function isSpaced({ before, behind, behindKind, kind }: Neighbours): boolean {
  if (tightBefore.has(behind) || tightBehind.has(before)) return false;
  switch (kind) {
    case "Range":
      return false;
    case "Bound":
    case "Negative":
      return before !== "-";
    default:
      return behind !== "(" || !belongsToName(before, behindKind, kind);
  }
}

/** `judgment(cost: 5)`, `min(a, b)`; not after a label, and not `one of (a, b)`. */
function belongsToName(before: string, behindKind: Kind | undefined, kind: Kind): boolean {
  if (before.endsWith('"')) return false;
  return behindKind === "Parameters" || behindKind === "Arguments" || kind === "Call";
}
