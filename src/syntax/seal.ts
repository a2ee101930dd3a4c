import { childKeys } from "./children.ts";
import { hole, isMissing } from "./build.ts";
import type { ModelFile, Node, Parameters } from "./tree.ts";

/**
 * Gives every node of a broken tree a span that holds: a node that was not finished ends with its last child,
 * what is missing stands, zero wide, where it should have begun. Makes a new tree.
 *
 * What was read in the place of something that nobody can know (`repair/`) is missing, too: a name without a text,
 * a type, a number or a text of no width.
 */
export function seal(file: ModelFile): ModelFile {
  // A copy of a node of this kind is a node of this kind.
  return sealed(file, file.start) as ModelFile;
}

function sealed(node: Node, at: number): Node {
  if (isMissing(node) || standsForMissing(node)) return { kind: "Missing", start: at, end: at };
  const start = Number.isFinite(node.start) && node.start >= 0 ? node.start : at;
  const fields: Record<string, unknown> = { ...node };
  let last = start;
  const seal = (child: Node): Node => {
    const result = sealed(child, last);
    last = Math.max(last, result.end);
    return result;
  };
  if ("parameters" in node && isUnfinished(node)) fields["parameters"] ??= unknownParameters;
  for (const key of childKeys[node.kind]) {
    const value: unknown = fields[key];
    if (Array.isArray(value)) fields[key] = value.map((child: Node) => seal(child)).filter(isKept);
    else if (value !== undefined) fields[key] = seal(value as Node);
  }
  // Of a list of names the one that is missing is left out; among operands it has its place.
  function isKept(child: Node): boolean {
    return !isMissing(child) || node.kind === "ExpressionList";
  }
  const end = node.end >= start ? Math.max(node.end, node.kind === "ModelFile" ? node.end : last) : last;
  return { ...fields, kind: node.kind, start, end } as Node;
}

function isUnfinished({ start, end }: Node): boolean {
  return end < start;
}

/** Of a list that could not be read to its end: what else is at hand, nobody knows. */
const unknownParameters: Parameters = {
  kind: "Parameters",
  start: -1,
  end: -1,
  items: [{ kind: "Parameter", start: -1, end: -1, name: hole, type: hole }],
};

function standsForMissing(node: Node): boolean {
  switch (node.kind) {
    case "Name":
      return node.text === "";
    case "NamePath":
      return node.names.some(standsForMissing);
    case "Call":
      return standsForMissing(node.name);
    case "NumberType":
    case "NumberLiteral":
    case "Text":
      return node.start === node.end;
    default:
      return false;
  }
}
