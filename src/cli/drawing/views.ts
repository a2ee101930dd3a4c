/*
 * The pictures that can be had of a model: what each shows, which options it takes, and how it is made. A new one is a
 * line here; what it needs beyond a model, its own file gets from the options.
 */
import { buildFlow } from "../../flow/build.ts";
import type { Id } from "../../model/reference.ts";
import type { RunResult } from "../../runs/run.ts";
import { checkOf } from "../../views/pictures/check_picture.ts";
import { flowOf } from "../../views/pictures/flow_picture.ts";
import type { Graph } from "../../views/pictures/graph.ts";
import { mapOf } from "../../views/pictures/map.ts";
import { seriesCsv, traceCsv } from "../../views/pictures/run/csv.ts";
import { drawLanes } from "../../views/pictures/run/lanes.ts";
import { sequenceMermaid } from "../../views/pictures/run/mermaid.ts";
import { drawSequence } from "../../views/pictures/run/sequence.ts";
import { drawSeries } from "../../views/pictures/run/series.ts";
import type { CheckedEntry } from "../check_entry.ts";
import type { ViewName, ViewOption } from "./view_names.ts";

/** What is to be shown: a checked model, and how to look at it. Names have been understood by now. */
export interface ViewRequest {
  readonly checked: CheckedEntry;
  readonly focus?: Id | undefined;
  readonly depth?: number | undefined;
  readonly from?: Id | undefined;
  readonly to?: Id | undefined;
  /** Plays the scenario that the picture is of. */
  readonly played: () => RunResult;
}

/** A graph can be had in all forms; a picture of a run is SVG from the start, and has forms of its own besides. */
export type Drawn = { readonly kind: "graph"; readonly graph: Graph } | DrawnRun;

export interface DrawnRun {
  readonly kind: "run";
  readonly svg: string;
  readonly csv: () => string;
  /** As a sequence diagram; not of every view. */
  readonly mermaid?: (() => string) | undefined;
}

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
  run: {
    takes: ["scenario", "seed"],
    draw: ({ played }) => {
      const result = played();
      return {
        kind: "run",
        svg: drawSequence(result),
        csv: () => traceCsv(result),
        mermaid: () => sequenceMermaid(result),
      };
    },
  },
  lanes: {
    takes: ["scenario", "seed"],
    draw: ({ played }) => {
      const result = played();
      return { kind: "run", svg: drawLanes(result), csv: () => traceCsv(result) };
    },
  },
  series: {
    takes: ["scenario", "seed"],
    draw: ({ played }) => {
      const result = played();
      return { kind: "run", svg: drawSeries(result), csv: () => seriesCsv(result) };
    },
  },
};

function graph(made: Graph): Drawn {
  return { kind: "graph", graph: made };
}
