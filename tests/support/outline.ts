import { childrenOf } from "../../src/syntax/walk.ts";
import type { Node } from "../../src/syntax/tree.ts";

/** A tree in one line a node reads at a glance: kinds, and what leaves say. */
export function outline(node: Node): string {
  switch (node.kind) {
    case "Name":
      return node.text;
    case "Text":
      return JSON.stringify(node.value);
    case "TextLiteral":
      return JSON.stringify(node.value);
    case "NumberLiteral":
    case "BooleanLiteral":
    case "Bound":
      return String(node.value);
    case "Missing":
      return "?";
    case "NamePath":
      return node.names.map((name) => name.text).join(".");
    case "Doc":
      return `///${node.text}`;
    case "Chain":
      return `(${node.operands.map((operand, index) => (index > 0 ? `${node.operators[index - 1]} ` : "") + outline(operand)).join(" ")})`;
    case "Comparison":
      return `(${outline(node.left)} ${node.operator} ${outline(node.right)})`;
    case "Power":
      return `(${outline(node.base)} ^ ${outline(node.exponent)})`;
    default: {
      const children = childrenOf(node).map(outline);
      return children.length === 0 ? node.kind : `${node.kind}(${children.join(" ")})`;
    }
  }
}
