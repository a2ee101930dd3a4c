import type { ModelIndex } from "../model/lookup.ts";
import type { Coupling, Model } from "../model/model.ts";
import type { Id } from "../model/reference.ts";
import { isNamedOnWays } from "./flow.ts";
import type { Flow, FlowNode, Way } from "./flow.ts";

/** How a declaration is called in words. */
export type NameOf = (id: Id) => string;

/** A thing that a way passes, and how it was come by. */
export interface WayStep {
  readonly node: FlowNode;
  /** Its full name: `law.enacted`. */
  readonly part: string;
  /** The coupling that leads to it; undefined inside a system, an environment or a population, and at the start. */
  readonly coupling: Coupling | undefined;
}

export interface WayWords {
  /** The operations, sensitivities, events and quantities passed, in order. */
  readonly steps: readonly WayStep[];
  /** `politics.bill ─constitution→ law.enacted → law.judgment ─contract→ economy.credit_cost` */
  readonly line: string;
  /** The couplings on the arrows, in order, each once. */
  readonly couplings: readonly Id[];
  /** Those the way passes, its ends included, in order, each once. */
  readonly owners: readonly Id[];
}

/** Calls each declaration by its own name, whatever file it comes from. */
export function namesOf(index: ModelIndex): NameOf {
  return (id) => index.declared(id)?.name ?? id;
}

/** Calls each declaration as a file does: by an import's alias, perhaps; what it does not import, by its own name. */
export function namesInFile({ files }: Pick<Model, "files">, file: string, own: NameOf): NameOf {
  const aliases = files.find(({ name }) => name === file)?.aliases ?? [];
  const called = new Map(aliases.map(({ id, name }) => [id, name]));
  return (id) => called.get(id) ?? own(id);
}

/**
 * A way in words: what happens in a system after it was irritated is said with its own operation, since a system
 * answers by itself; what it expects and decides on the way is not said. An end that ways do not name (an
 * expectation, a decision) is said all the same.
 */
export function describeWay(flow: Flow, way: Way, names: NameOf): WayWords {
  const steps: WayStep[] = [];
  let coupling: Coupling | undefined;
  const pass = (number: number | undefined, atEnd: boolean): void => {
    const node = number === undefined ? undefined : flow.nodes[number];
    if (node === undefined) return;
    if (node.kind === "channel") coupling = node.coupling;
    if (!isNamedOnWays(node) && !(atEnd && node.kind !== "channel")) return;
    steps.push({ node, part: partName(node, names), coupling });
    coupling = undefined;
  };
  pass(way[0]?.from, true);
  way.forEach((edge, index) => pass(edge.to, index === way.length - 1));

  const arrows = steps.map((step) => (step.coupling ? ` ─${names(step.coupling.id)}→ ` : " → "));
  return {
    steps,
    line: steps.map((step, index) => (index === 0 ? step.part : `${arrows[index]}${step.part}`)).join(""),
    couplings: [...new Set(steps.flatMap((step) => step.coupling?.id ?? []))],
    owners: [...new Set(steps.map((step) => step.node.owner))],
  };
}

/** The full name of what a node stands for. */
export function partName(node: FlowNode, names: NameOf): string {
  switch (node.kind) {
    case "sensitivity":
    case "operation":
    case "event":
    case "quantity":
    case "expectation":
    case "designated":
    case "readings":
    case "effects":
      return `${names(node.owner)}.${node.name}`;
    case "decision":
      return `${names(node.owner)} on ${node.name}`;
    case "channel":
      return names(node.owner);
  }
}
