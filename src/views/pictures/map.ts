/* The map of a model: its systems, and the institutions between them. */
import { counted, listed } from "../../base/words.ts";
import type { Coupling, Model } from "../../model/model.ts";
import type { Graph } from "./graph.ts";
import { legendOf } from "./legend.ts";
import { saidOfLines } from "./clusters.ts";
import { directionsOf, drawMap, type DrawnMap } from "./map_drawn.ts";
import type { ScopeOptions } from "./map_scope.ts";
import { calledIn, oneLine, shortened } from "./wording.ts";

export type MapOptions = ScopeOptions;

export function mapOf(model: Model, options: MapOptions = {}): Graph {
  const drawn = drawMap(model, options);
  const { groups, nodes, edges } = drawn;
  return {
    title: `${titleOf(model)}: map`,
    description: describedMap(drawn, options),
    said: saidOfMap(drawn, options),
    direction: "down",
    groups,
    nodes,
    edges,
    legend: legendOf(nodes, edges),
  };
}

/** What a model is called: by its label or name, or else by its file. */
export function titleOf({ name, label, entry }: Model): string {
  const said = oneLine(label ?? "");
  return shortened(said === "" ? oneLine(name ?? entry) : said, widestTitle);
}

/** A title stands above its picture, on as many lines as it takes. */
const widestTitle = 160;

const mostTold = 8;

/** What a map shows, for whoever cannot see it. */
export function describedMap(drawn: DrawnMap, options: ScopeOptions): string {
  const { systems, environments, couplings } = drawn.scope;
  const populations = environments.filter(({ kind }) => kind === "population").length;
  const counts = [
    counted(systems.length, "system"),
    counted(couplings.length, "coupling"),
    ...countedIfAny(environments.length - populations, "environment"),
    ...countedIfAny(populations, "population"),
  ];
  const told = couplings.length > 0 && couplings.length <= mostTold;
  const nameOf = (id: string): string => nameIn(drawn, id);
  const about = told ? `: ${couplings.map((each) => coupledText(each, nameOf)).join("; ")}` : "";
  return [`${listed(counts)}${about}.`, ...saidOfMap(drawn, options)].join(" ");
}

/** What a map leaves out, and how it is to be had: who looks at it cannot see that. */
export function saidOfMap(drawn: DrawnMap, { focus, depth = 1 }: ScopeOptions): readonly string[] {
  const { scope, detail, overview } = drawn;
  const all = scope.systems.length + scope.environments.length;
  const said: string[] = [];
  if (scope.leftOut > 0 && focus !== undefined) {
    const others = `${counted(scope.leftOut, "other")} ${scope.leftOut === 1 ? "is" : "are"} left out`;
    said.push(
      `Shown is what is at most ${counted(depth, "coupling")} away from ${nameIn(drawn, focus)}; ${others}. niklas draw --depth ${depth + 1} shows more.`,
    );
  }
  if (detail === "brief")
    said.push("Media and the conditions of channels are left out, since the model is large.");
  if (detail === "bare")
    said.push(
      "Codes, media and channels are left out, and couplings are names on lines, since the model is large.",
    );
  if (overview !== undefined)
    said.push(
      `What is coupled closely stands together in one box: all ${all} would be too many to be told apart. niklas draw --focus NAME shows one of them with what is near it.`,
      ...saidOfLines(overview.all, overview.drawn),
    );
  return said;
}

function nameIn({ index }: DrawnMap, id: string): string {
  const item = index.declared(id);
  return item === undefined ? oneLine(id) : calledIn(item);
}

function countedIfAny(count: number, one: string): readonly string[] {
  return count === 0 ? [] : [counted(count, one)];
}

/** `constitution (politics → law, law → politics)` */
function coupledText(coupling: Coupling, nameOf: (id: string) => string): string {
  const ways = directionsOf(coupling).map(({ from, to }) => `${nameOf(from)} → ${nameOf(to)}`);
  const between = listed([coupling.left, coupling.right].flatMap((ref) => (ref ? [nameOf(ref.id)] : [])));
  return `${calledIn(coupling)} (${ways.length > 0 ? ways.join(", ") : `${between}, without channels`})`;
}
