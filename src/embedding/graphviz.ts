/* Graphviz, compiled to WebAssembly. It is a file of its own in the package, loaded only where something is laid out. */
import { instance } from "@viz-js/viz";
import type { LayoutEngine } from "../views/pictures/layout.ts";

/** Makes the engine: a fresh one for each picture, since one that has failed cannot be trusted any more. */
export async function graphviz(): Promise<LayoutEngine> {
  const viz = await instance();
  return (dot, method) => {
    const result = viz.render(dot, { format: "json0", engine: method });
    if (result.status === "failure")
      throw new Error(result.errors.map(({ message }) => message).join("; ") || "Graphviz fails");
    return result.output;
  };
}
