/*
 * Graphviz as what lays pictures out. The package that has it is loaded by whoever draws, on a page or in a process: here is
 * only how it is asked, and what its answers mean.
 */
import type { LayoutEngine } from "./placed.ts";

/** What we need of an instance of `@viz-js/viz`. */
export interface Renderer {
  render(
    dot: string,
    options: { readonly format: string; readonly engine: string },
  ):
    | { readonly status: "success"; readonly output: string }
    | { readonly status: "failure"; readonly errors: readonly { readonly message: string }[] };
}

/** The engine that an instance is; a fresh one for each picture, since one that has failed cannot be trusted any more. */
export function layoutEngine(viz: Renderer): LayoutEngine {
  return (dot, method) => {
    const result = viz.render(dot, { format: "json0", engine: method });
    if (result.status === "failure")
      throw new Error(result.errors.map(({ message }) => message).join("; ") || "Graphviz fails");
    return result.output;
  };
}
