/* What all declarations and members have: a name, a label, a doc comment, places. */
import type * as tree from "../../syntax/tree.ts";
import { collectAllows } from "../allow.ts";
import { unnamed, type Declaration } from "../declarations.ts";
import type { Declared, Item } from "../model.ts";
import type { Word } from "../reference.ts";
import { citationsIn, placeOf } from "../room.ts";
import type { Standpoint } from "../room.ts";

interface LabelledNode {
  readonly kind: tree.Kind;
  readonly start: number;
  readonly end: number;
  readonly name: tree.Name | tree.Missing;
  readonly label?: tree.Text | undefined;
  readonly doc?: tree.Doc | undefined;
}

/** The item that a node declares; undefined if its name is missing. */
export function lowerItem(standpoint: Standpoint, node: LabelledNode): Item | undefined {
  return node.name.kind === "Missing" ? undefined : lowerUnnamed(standpoint, node);
}

/** The item that a node declares, whether it has a name or not. */
export function lowerUnnamed(standpoint: Standpoint, node: LabelledNode): Item {
  return {
    name: node.name.kind === "Missing" ? unnamed : node.name.text,
    label: node.label?.value,
    doc: node.doc?.text,
    place: placeOf(standpoint, node),
    namePlace: placeOf(standpoint, node.name),
  };
}

/** What a declaration has in common with all others; its `allow`s are noted. */
export function lowerDeclared(
  standpoint: Standpoint,
  declaration: Declaration,
  items: readonly tree.Node[] | undefined,
): Declared {
  const { node, name, namePlace, file } = declaration;
  const place = placeOf(standpoint, node);
  collectAllows(standpoint, items, place);
  return {
    id: standpoint.room.ids.get(declaration) ?? name,
    name,
    label: node.label?.value,
    doc: node.doc?.text,
    place,
    namePlace,
    citations: citationsIn(standpoint, items),
    canonical: file.canonical,
  };
}

export function lowerWord(standpoint: Standpoint, name: tree.Name | tree.Missing): Word | undefined {
  return name.kind === "Missing" ? undefined : { text: name.text, place: placeOf(standpoint, name) };
}

/** The first of the parts that may stand once; of each further one it is reported that it stands twice. */
export function onlyOne<Node extends tree.Node>(
  standpoint: Standpoint,
  nodes: readonly Node[],
  member: string,
  declaration?: Declaration,
): Node | undefined {
  const [first, ...others] = nodes;
  if (first === undefined) return undefined;
  for (const other of others) {
    const place = placeOf(standpoint, other);
    const owner = declaration && {
      name: declaration.name,
      what: declaration.what,
      place: declaration.namePlace,
    };
    const facts = { member, first: placeOf(standpoint, first), second: place, owner };
    standpoint.room.report.add({ check: "duplicate_member", place, facts });
  }
  return first;
}

/** The items of one kind. */
export function ofKind<Node extends tree.Node, Kind extends Node["kind"]>(
  items: readonly Node[] | undefined,
  kind: Kind,
): readonly Extract<Node, { kind: Kind }>[] {
  return (items ?? []).filter((item): item is Extract<Node, { kind: Kind }> => item.kind === kind);
}
