/* What is to be reached in a run, for something to be so. */
import { nodeNamed, type Flow } from "../../flow/flow.ts";
import type { Expression } from "../../model/expression.ts";
import type { Outcome } from "../../model/model.ts";
import type { Id, PartRef } from "../../model/reference.ts";
import { namedPartsOf } from "../reads.ts";
import type { Inquiry } from "./inquiry.ts";
import type { Goal } from "./stops.ts";

/** What has to be reached for an outcome to be so. Of a condition: each thing that it reads. */
export function goalsOf(flow: Flow, outcome: Outcome): readonly Goal[] {
  switch (outcome.kind) {
    case "condition":
      return goalsOfReading(flow, outcome.condition);
    case "resonates":
    case "stays indifferent":
      return [resonance(flow, outcome.system.id, outcome.to?.text)];
    case "designates":
      return [decisions(flow, outcome.system.id, outcome.value.text)];
    case "occurs":
      return goalOfPart(flow, outcome.of);
    case "verdict":
      return [];
  }
}

/** That a system decides on what a channel brings it, or on one thing that it is sensitive to. */
export function resonance(flow: Flow, owner: Id, to?: string): Goal {
  const named = flow.named.get(owner);
  const names = to === undefined ? [...(named?.sensitivity?.keys() ?? [])] : [to];
  const quantities = to === undefined ? [...(named?.quantity?.values() ?? [])] : [];
  const nodes = names.flatMap(
    (name) => named?.decision?.get(name) ?? nodeNamed(flow, "sensitivity", owner, name) ?? [],
  );
  return { nodes: [...nodes, ...quantities], owner };
}

/** That irritation arrives at an owner, at whatever it is. */
export function everythingOf(flow: Flow, owner: Id): Goal {
  const named = flow.named.get(owner);
  return { nodes: [...(named?.sensitivity?.values() ?? []), ...(named?.quantity?.values() ?? [])], owner };
}

/** That a system designates something, or one value. */
function decisions(flow: Flow, owner: Id, value?: string): Goal {
  return { nodes: [...(flow.named.get(owner)?.decision?.values() ?? [])], owner, value };
}

/** That each thing that an expression reads gets another value. */
export function goalsOfReading(flow: Flow, expression: Expression): readonly Goal[] {
  return [...namedPartsOf(expression, (owner) => owner).values()].flatMap((part) => {
    switch (part.kind) {
      case "expectation":
      case "quantity":
        return goalOfPart(flow, { kind: part.kind, owner: part.owner, name: part.name });
      case "designated":
        return [decisions(flow, part.owner)];
      case "count":
        return goalOfPart(flow, part.of);
      default:
        return [];
    }
  });
}

/** That something happens, or gets another value. */
export function goalOfPart(
  flow: Flow,
  { kind, owner, name }: Pick<PartRef, "kind" | "owner" | "name">,
): readonly Goal[] {
  if (kind === "sensitivity") return [resonance(flow, owner, name)];
  const node = kind === "limit" ? limited(flow, owner, name) : nodeNamed(flow, kind, owner, name);
  if (node === undefined) return [];
  return [{ nodes: [node], owner, ...(!isLedTo(flow, node) && { unled: { kind, owner, name } }) }];
}

/** Whether a clause brings it about, or a channel sets it. */
function isLedTo(flow: Flow, node: number): boolean {
  return (flow.incoming[node] ?? []).some((number) => {
    const kind = flow.edges[number]?.cause.kind;
    return kind === "clause" || kind === "channel";
  });
}

/** The part that a goal is, if nothing in the model can change it or bring it about: it is up to a scenario. */
export function unchanging({ index }: Inquiry, { unled }: Goal): Goal["unled"] {
  if (unled === undefined) return undefined;
  return index.quantity(unled.owner, unled.name)?.becomes === undefined ? unled : undefined;
}

/** The operation that a limit can block: without it there is nothing to block. */
function limited(flow: Flow, owner: Id, limit: string): number | undefined {
  for (const number of flow.named.get(owner)?.operation?.values() ?? []) {
    const node = flow.nodes[number];
    if (node?.kind === "operation" && node.limits.some(({ name }) => name === limit)) return number;
  }
  return undefined;
}
