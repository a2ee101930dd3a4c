/* A picture whose parts have their places, and what it takes to find these. */
import type { Card } from "./cards.ts";

/** Lays a text in DOT out by one of the methods of Graphviz, and gives what its output `json0` is. May throw. */
export type LayoutEngine = (dot: string, method: LayoutMethod) => string;

/** `dot`: in layers, along the arrows. `sfdp`: like things drawn to each other, for what is too large for layers. */
export type LayoutMethod = "dot" | "sfdp";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle by its middle. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export interface EdgeWay {
  /** The start, and then three points for each curve; the last is the end of the line, behind the arrow head. */
  readonly points: readonly Point[];
  /** Where the arrow points to. */
  readonly tip: Point;
  /** The middle of the label. */
  readonly label?: Point | undefined;
}

/** All in pixels, from the upper left corner. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly nodes: ReadonlyMap<string, Box>;
  readonly groups: ReadonlyMap<string, Box>;
  /** One for each edge, in their order; undefined for those that lead from or to nothing. */
  readonly edges: readonly (EdgeWay | undefined)[];
  /** What is to be said of how it is laid out, if it is not as usual. */
  readonly note?: string | undefined;
  /** Whether there is no room for the labels of arrows, which are then only said of them. */
  readonly bare?: boolean | undefined;
}

/** The room that everything needs. */
export interface Cards {
  readonly nodes: ReadonlyMap<string, Card>;
  readonly labels: readonly Card[];
  readonly heads: ReadonlyMap<string, Card>;
}
