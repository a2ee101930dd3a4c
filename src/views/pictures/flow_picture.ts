/* What can irritate what, as a picture. */
import type { Flow } from "../../flow/flow.ts";
import type { Model } from "../../model/model.ts";
import type { Graph } from "./graph.ts";
import { mapOf } from "./map.ts";

export interface FlowPictureOptions {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly focus?: string | undefined;
}

export function flowOf(model: Model, _flow: Flow, { focus }: FlowPictureOptions = {}): Graph {
  return mapOf(model, { focus });
}
