/* What a text declares, as a tree of names. */
import { placeIn, type Place } from "../base/place.ts";
import type { Parsed } from "../syntax/parse.ts";
import { childrenOf } from "../syntax/walk.ts";
import type * as tree from "../syntax/tree.ts";

export interface OutlineItem {
  readonly kind: tree.Kind;
  readonly name: string;
  /** What else is said of it in its first line: the kind of a system, the label. */
  readonly detail: string;
  readonly place: Place;
  readonly namePlace: Place;
  readonly children: readonly OutlineItem[];
}

/** What counts as a step of the outline, besides declarations. */
const shown: ReadonlySet<tree.Kind> = new Set([
  "Society",
  "System",
  "Extend",
  "Environment",
  "Population",
  "Coupling",
  "Regulation",
  "Scenario",
  "Property",
  "Experiment",
  "Code",
  "Medium",
  "Role",
  "Sensitivity",
  "Operation",
  "Expectation",
  "Program",
  "Choice",
  "Limit",
  "Event",
  "Quantity",
  "Channel",
  "Measure",
]);

export function outlineOf({ tree, source }: Parsed): readonly OutlineItem[] {
  return tree.items.flatMap((node) => itemsOf(node));

  function itemsOf(node: tree.Node): readonly OutlineItem[] {
    if (!shown.has(node.kind)) return bodyOf(node).flatMap(itemsOf);
    const named = nameOf(node);
    if (named === undefined) return [];
    return [
      {
        kind: node.kind,
        name: named.text,
        detail: detailOf(node),
        place: placeIn(source.name, node),
        namePlace: placeIn(source.name, named),
        children: bodyOf(node).flatMap(itemsOf),
      },
    ];
  }

  function nameOf(
    node: tree.Node,
  ): { readonly text: string; readonly start: number; readonly end: number } | undefined {
    if ("name" in node && node.name?.kind === "Name") return node.name;
    if (node.kind === "Extend" && node.target.kind === "NamePath") return written(node.target);
    if (node.kind === "Code") {
      const [first, last] = [node.values[0], node.values.at(-1)];
      return first === undefined || last === undefined
        ? undefined
        : written({ start: first.start, end: last.end });
    }
    if (node.kind === "Channel") {
      const end = node.target.kind === "NamePath" ? node.target.end : node.source.end;
      return node.source.kind === "NamePath" ? written({ start: node.source.start, end }) : undefined;
    }
    return undefined;
  }

  function written({ start, end }: { readonly start: number; readonly end: number }) {
    return { text: source.text.slice(start, end).replace(/\s+/g, " "), start, end };
  }
}

function bodyOf(node: tree.Node): readonly tree.Node[] {
  return "body" in node && node.body !== undefined ? childrenOf(node.body) : [];
}

function detailOf(node: tree.Node): string {
  const what = node.kind === "System" ? node.systemKind : node.kind.toLowerCase();
  const label = "label" in node && node.label !== undefined ? ` "${node.label.value}"` : "";
  return what + label;
}
