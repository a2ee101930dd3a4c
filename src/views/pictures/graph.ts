/*
 * What a picture of boxes and arrows shows, before anybody has decided where they stand. All views of that kind make one,
 * and all forms (SVG, DOT, Mermaid, GraphML, JSON) are written from it. Plain data.
 */
import type { Severity } from "../../diagnostics/diagnostic.ts";
import type { System } from "../../model/model.ts";

export interface Graph {
  /** What the picture is called: the title of its file, and what a screen reader says first. */
  readonly title: string;
  /** What it shows, in a sentence or two: for whoever cannot see it. */
  readonly description: string;
  /** Those sentences of it that are not to be seen in the picture, and so stand under its title. */
  readonly said?: readonly string[] | undefined;
  /** In which direction it is read. */
  readonly direction: "right" | "down";
  /** Boxes around nodes; one may stand in another. */
  readonly groups: readonly Group[];
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** What the forms and lines mean, for those that occur. */
  readonly legend: readonly LegendEntry[];
}

export interface Group {
  /** Made by us, of letters and digits: never a name of the modeller's. */
  readonly id: string;
  readonly title: string;
  /** The group that it stands in. */
  readonly within?: string | undefined;
}

export type NodeKind =
  | System["systemKind"]
  | "society"
  | "environment"
  | "population"
  | "coupling"
  | "sensitivity"
  | "operation"
  | "event"
  | "quantity"
  | "expectation"
  | "decision"
  | "channel"
  /** Several that are coupled closely. */
  | "cluster"
  /** Stands for what has been left out. */
  | "more";

export interface GraphNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly title: string;
  /** Smaller, below the title: code, medium, condition. */
  readonly lines: readonly string[];
  readonly group?: string | undefined;
  readonly mark?: Mark | undefined;
}

export type EdgeKind =
  /** Through a coupling, from what it carries to what it irritates. */
  | "channel"
  /** Belongs to a coupling, and no channel of it begins or ends here: a line without a head. */
  | "couples"
  /** One sets off the other within a system. */
  | "follows"
  /** One is only read where the other is decided. */
  | "reading"
  | "within"
  | "inclusion"
  /** What the model says should irritate and no channel carries. */
  | "missing";

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  /** One line or more. */
  readonly label: readonly string[];
  readonly mark?: Mark | undefined;
}

/** Why something stands out. */
export type Mark =
  /** It lies on the way that was asked for. */
  | { readonly kind: "way" }
  | { readonly kind: "circle" }
  /** All ways lead through it. */
  | { readonly kind: "bottleneck" }
  /** Of two models that are compared, only the first has it, or only the second; or it is otherwise in each. */
  | { readonly kind: "removed" }
  | { readonly kind: "added" }
  | { readonly kind: "changed" }
  | { readonly kind: "finding"; readonly severity: Severity; readonly texts: readonly string[] };

export interface LegendEntry {
  readonly of: { readonly node: NodeKind } | { readonly edge: EdgeKind } | { readonly mark: Mark["kind"] };
  readonly text: string;
}
