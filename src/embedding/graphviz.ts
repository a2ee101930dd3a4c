/* Graphviz, compiled to WebAssembly. It is a file of its own in the package, loaded only where something is laid out. */
import { instance } from "@viz-js/viz";
import { layoutEngine } from "../views/pictures/graphviz.ts";
import type { LayoutEngine } from "../views/pictures/layout.ts";

export async function graphviz(): Promise<LayoutEngine> {
  return layoutEngine(await instance());
}
