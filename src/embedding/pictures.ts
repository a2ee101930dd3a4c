/**
 * Pictures of models and of their runs, for programs that embed Niklas: what `niklas draw` draws.
 *
 *     check → mapOf, flowOf, checkOf, comparisonOf → Graph → toSvg, toDot, toMermaid, toGraphml, toGraphJson
 *     run → drawSequence, drawLanes, drawSeries, sequenceMermaid, seriesCsv, traceCsv
 *
 * All of it is text that can be kept, sent and shown, the same to the byte for the same model everywhere. Nothing that a model says
 * can act in it. An SVG has its title and its description for a screen reader, and suits light and dark.
 */
import type { CheckResult } from "../checks/apply.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Flow } from "../flow/flow.ts";
import type { Model } from "../model/model.ts";
import type { Comparison } from "../runs/comparison/compare.ts";
import type { RunResult } from "../runs/run.ts";
import * as check from "../views/pictures/check_picture.ts";
import * as comparing from "../views/pictures/comparison_picture.ts";
import * as dot from "../views/pictures/dot.ts";
import type { DrawOptions } from "../views/pictures/draw_graph.ts";
import * as flows from "../views/pictures/flow_picture.ts";
import type { Graph } from "../views/pictures/graph.ts";
import * as json from "../views/pictures/graph_json.ts";
import * as graphml from "../views/pictures/graphml.ts";
import * as map from "../views/pictures/map.ts";
import * as mermaid from "../views/pictures/mermaid.ts";
import * as csv from "../views/pictures/run/csv.ts";
import type { PictureOptions } from "../views/pictures/run/frame.ts";
import * as lanes from "../views/pictures/run/lanes.ts";
import * as runMermaid from "../views/pictures/run/mermaid.ts";
import * as sequence from "../views/pictures/run/sequence.ts";
import * as series from "../views/pictures/run/series.ts";
import * as report from "./pictures_of.ts";
import { svgOfGraph } from "./svg_of_graph.ts";

type MapOptions = map.MapOptions;
type FlowOptions = flows.FlowOptions;
type SequenceOptions = sequence.SequenceOptions;

// ── What a picture shows ──────────────────────────────────────────────────

/**
 * The map: the systems that a model uses, with their codes and media, and the institutions that couple them. `focus` is the id
 * of what to look at (`model.systems[0].id`), `depth` how many couplings away from it things may be (1, if it is not
 * said). A model with errors is shown as far as it is understood. Does not throw.
 */
export function mapOf(model: Model, options: MapOptions = {}): Graph {
  return map.mapOf(model, options);
}

/**
 * What can irritate what: `buildFlow(model)` of `niklas` says it, this shows it. Circles stand out in it; with `from` and `to`, two
 * ids, the way from one to the other instead. Does not throw.
 */
export function flowOf(model: Model, flow: Flow, options: FlowOptions = {}): Graph {
  return flows.flowOf(model, flow, options);
}

/** The map with findings at the places that they speak of: those of `check`, or of a run. Options as for `mapOf`. */
export function checkOf(model: Model, diagnostics: readonly Diagnostic[], options: MapOptions = {}): Graph {
  return check.checkOf(model, diagnostics, options);
}

/**
 * One map of two models that `compare` of `niklas` has compared: what only the one has, what only the other has, and what is
 * otherwise in each. `files`: what the two are called where their models have the same name. Does not throw.
 */
export function comparisonOf(
  comparison: Comparison,
  files: { readonly first: string; readonly second: string },
): Graph {
  return comparing.comparisonPicture(comparison, files);
}

// ── The forms of it ───────────────────────────────────────────────────────

/**
 * A graph as SVG; its `width` and `height` are CSS pixels. Graphviz lays it out: the first call loads it (1.2 MB) and later calls
 * begin anew with a fresh one, at some 50 ms. It needs WebAssembly (`'wasm-unsafe-eval'` under a content security policy); where
 * there is none, or where it fails, the picture is laid out in rows, and its description says so. `scheme`: `auto`, `light` or `dark`.
 * The promise is not rejected.
 */
export function toSvg(graph: Graph, options: DrawOptions = {}): Promise<string> {
  return svgOfGraph(graph, options);
}

/** A graph in the language of Graphviz. */
export function toDot(graph: Graph): string {
  return dot.toDot(graph);
}

/** A graph as a flowchart of Mermaid. */
export function toMermaid(graph: Graph): string {
  return mermaid.toMermaid(graph);
}

/** A graph as GraphML, for Gephi, yEd and others. */
export function toGraphml(graph: Graph): string {
  return graphml.toGraphml(graph);
}

/** A graph as JSON, for drawing it oneself; the schema is `docs/schema/graph.schema.json`. */
export function toGraphJson(graph: Graph): string {
  return json.toGraphJson(graph);
}

// ── Runs ──────────────────────────────────────────────────────────────────

/**
 * The cascade of a run as a sequence diagram in SVG, time downwards. `steps`: so many are drawn (40, if it is not said), those that
 * were decisive among them; `width` in CSS pixels, if it can be so narrow (960). Throws `NoTrace` if the run kept no trace
 * (`result.traced`), as all functions of runs here do.
 */
export function drawSequence(result: RunResult, options: SequenceOptions = {}): string {
  return sequence.drawSequence(result, options);
}

/** What each system designated in its code, over the steps, and the irritations between them, as SVG. Throws `NoTrace`. */
export function drawLanes(result: RunResult, options: PictureOptions = {}): string {
  return lanes.drawLanes(result, options);
}

/**
 * The numbers that changed over the steps, in the units that the model declares, as SVG; of a regulation that was applied also how they
 * went without it. Throws `NoTrace`.
 */
export function drawSeries(result: RunResult, options: PictureOptions = {}): string {
  return series.drawSeries(result, options);
}

/** The cascade of a run as a sequence diagram of Mermaid. Throws `NoTrace`. */
export function sequenceMermaid(result: RunResult, options: SequenceOptions = {}): string {
  const { steps, title } = options;
  return runMermaid.sequenceMermaid(result, { title, ...(steps !== undefined && { steps }) });
}

/** A row for each step, a column for each value, its unit in the head; numbers as they are, not rounded. CSV. Throws `NoTrace`. */
export function seriesCsv(result: RunResult): string {
  return csv.seriesCsv(result);
}

/** A row for each entry of the trace. CSV, in which no cell can begin a formula. Throws `NoTrace`. */
export function traceCsv(result: RunResult): string {
  return csv.traceCsv(result);
}

/**
 * All pictures that a report shows, for `htmlReport` of `niklas/report`: `map`; `check`, if there are findings; and of each run with a
 * trace `scenario NAME`, `scenario NAME lanes` and `scenario NAME series`, where there is something to be seen on a page.
 */
export function picturesOf(
  checked: CheckResult,
  results: readonly RunResult[] = [],
): Promise<ReadonlyMap<string, string>> {
  return report.picturesOf(checked, results);
}

export { NoTrace } from "../runs/why.ts";
export type { DrawOptions, FlowOptions, MapOptions, PictureOptions, SequenceOptions };
export type {
  EdgeKind,
  Graph,
  GraphEdge,
  GraphNode,
  Group,
  LegendEntry,
  Mark,
  NodeKind,
} from "../views/pictures/graph.ts";
