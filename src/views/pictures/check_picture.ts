/* The map with the findings on it. */
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Model } from "../../model/model.ts";
import type { Graph } from "./graph.ts";
import { mapOf, type MapOptions } from "./map.ts";

export function checkOf(model: Model, _diagnostics: readonly Diagnostic[], options: MapOptions = {}): Graph {
  return mapOf(model, options);
}
