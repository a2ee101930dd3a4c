/* What the aim of a regulation looks at, and whether anything that the regulation starts can move it. */
import { listed, quoted } from "../../base/words.ts";
import { nodeNamed } from "../../flow/flow.ts";
import type { Flow } from "../../flow/flow.ts";
import type { Expression } from "../../model/expression.ts";
import type { Regulation } from "../../model/model.ts";
import type { Id } from "../../model/reference.ts";
import type { CheckContext } from "../context.ts";
import { everyExpression } from "../../model/expression_parts.ts";
import type { NameOf } from "../../flow/describe.ts";
import { namesIn } from "./names.ts";
import { routeOf } from "./route.ts";
import { settersOf } from "./routes.ts";

export interface UnmovedAim {
  /** What the aim reads, and what sets it. */
  readonly read: readonly { readonly name: string; readonly setBy: readonly string[] }[];
  /** The operation with which the regulation starts. */
  readonly start: string;
}

/** What an aim looks at, if the regulation has a route and yet reaches nothing of it. */
export function unmovedAim(
  regulation: Regulation,
  aim: Expression,
  context: CheckContext,
): UnmovedAim | undefined {
  const { flow } = context;
  const route = routeOf(regulation, context);
  const operation = regulation.start?.operation;
  if (route.kind !== "whole" || route.gaps.length > 0 || operation === undefined) return undefined;
  const start = nodeNamed(flow, "operation", operation.owner, operation.name);
  const read = [...everyExpression(aim)].flatMap((part) => readBy(part, flow));
  const nodes = new Set(read.flatMap((each) => each.nodes));
  if (start === undefined || nodes.size === 0 || leadsTo(start, nodes, flow)) return undefined;
  const names = namesIn(aim.place.file, context);
  const things = new Map(read.map((each) => [`${names(each.owner)}.${each.name}`, each]));
  return {
    read: [...things].map(([name, each]) => ({
      name,
      setBy: settersAsText(each.owner, each.name, names, context),
    })),
    start: `${names(operation.owner)}.${operation.name}`,
  };
}

interface Read {
  readonly owner: Id;
  readonly name: string;
  readonly nodes: readonly number[];
}

function readBy(part: Expression, flow: Flow): readonly Read[] {
  switch (part.kind) {
    case "expectation":
    case "quantity": {
      const number = nodeNamed(flow, part.kind, part.owner, part.name);
      return number === undefined ? [] : [{ owner: part.owner, name: part.name, nodes: [number] }];
    }
    case "designated": {
      const decisions = (flow.nodesOf.get(part.owner) ?? []).filter(
        (number) => flow.nodes[number]?.kind === "decision",
      );
      return [{ owner: part.owner, name: "designated", nodes: decisions }];
    }
    case "count": {
      const { kind, owner, name } = part.of;
      if (kind !== "operation" && kind !== "event") return [];
      const number = nodeNamed(flow, kind, owner, name);
      return number === undefined ? [] : [{ owner, name, nodes: [number] }];
    }
    default:
      return [];
  }
}

/** Whether one of the goals can be reached, by whatever way, what is only read included. */
function leadsTo(start: number, goals: ReadonlySet<number>, flow: Flow): boolean {
  const reached = new Set([start]);
  for (const number of reached) {
    if (goals.has(number)) return true;
    for (const next of flow.successors[number] ?? []) reached.add(next);
  }
  return false;
}

function settersAsText(owner: Id, name: string, names: NameOf, { index }: CheckContext): readonly string[] {
  const system = index.system(owner);
  if (system === undefined) {
    return index
      .channelsInto(owner, name)
      .map(({ coupling, channel }) => `${quoted(names(coupling.id))} (from \`${channel.source.name}\`)`);
  }
  return settersOf(system, name).map(
    ({ program, triggers }) => `${quoted(program)} (on ${listed(triggers.map(quoted), "or")})`,
  );
}
