/*
 * The pictures that can be had of a model: what each shows, which options it takes, and how it is made. A new one is a
 * line here; what it needs beyond a model, its own file gets from the options.
 */
import { buildFlow } from "../../flow/build.ts";
import type { Id } from "../../model/reference.ts";
import { checkOf } from "../../views/pictures/check_picture.ts";
import { flowOf } from "../../views/pictures/flow_picture.ts";
import type { Graph } from "../../views/pictures/graph.ts";
import { mapOf } from "../../views/pictures/map.ts";
import type { CheckedEntry } from "../check_entry.ts";
import type { ViewName, ViewOption } from "./view_names.ts";

/** What is to be shown: a checked model, and how to look at it. Names have been understood by now. */
export interface ViewRequest {
  readonly checked: CheckedEntry;
  readonly focus?: Id | undefined;
  readonly depth?: number | undefined;
  readonly from?: Id | undefined;
  readonly to?: Id | undefined;
}

/** A graph can be had in all forms; a picture of another kind is SVG from the start. */
export type Drawn =
  { readonly kind: "graph"; readonly graph: Graph } | { readonly kind: "svg"; readonly svg: string };

export interface View {
  readonly takes: readonly ViewOption[];
  readonly draw: (request: ViewRequest) => Drawn;
}

export const views: Readonly<Record<ViewName, View>> = {
  map: {
    takes: ["focus", "depth"],
    draw: ({ checked, focus, depth }) => graph(mapOf(checked.result.model, { focus, depth })),
  },
  flow: {
    takes: ["focus", "from", "to"],
    draw: ({ checked, focus, from, to }) => {
      const { model } = checked.result;
      return graph(flowOf(model, buildFlow(model), { from, to, focus }));
    },
  },
  check: {
    takes: ["focus", "depth"],
    draw: ({ checked, focus, depth }) => {
      const { model, diagnostics } = checked.result;
      return graph(checkOf(model, diagnostics, { focus, depth }));
    },
  },
};

function graph(made: Graph): Drawn {
  return { kind: "graph", graph: made };
}
