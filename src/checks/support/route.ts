/* The route of a regulation: whether its couplings, in their order, lead from its start to its target. */
import type { Regulation } from "../../model/model.ts";
import type { Id } from "../../model/reference.ts";
import { nodeNamed } from "../../flow/flow.ts";
import type { Flow } from "../../flow/flow.ts";
import type { CheckContext } from "../context.ts";
import { textAt } from "./edits.ts";
import type { Break, Gap, Hop, Route } from "./route_parts.ts";

export type { Break, Gap, Hop, Route };

const unknown: Route = { kind: "unknown" };

/**
 * Where a regulation leads: from its starting operation through the couplings it names, in that order. That a system
 * in between does not go on by itself does not break the route, it is a gap in it.
 */
export function routeOf(regulation: Regulation, { shared }: CheckContext): Route {
  return shared.route(regulation);
}

/** Follows the route of a regulation; to be asked for by `routeOf`, which does so once. */
export function followRoute(regulation: Regulation, context: CheckContext): Route {
  const { by, of, start, through } = regulation;
  if (through?.direct === true) return unknown;
  const unsaid = unsaidParts(regulation, context);
  if (unsaid.length > 0) {
    return { kind: "broken", place: regulation.namePlace, because: { kind: "unsaid", parts: unsaid } };
  }
  if (by === undefined || of === undefined || start === undefined || through === undefined) return unknown;
  if (start.operation.owner !== by.id || someAreUnresolved(regulation, context)) return unknown;

  const { flow, index } = context;
  const { operation } = start;
  const hops: Hop[] = [];
  const gaps: Gap[] = [];
  let at = by.id;
  // What the start leads to within its own system goes the same way: a bill, of its own procedure, becomes a statute.
  let offered = followingWithin(
    flow,
    by.id,
    numbersOf([nodeNamed(flow, "operation", by.id, operation.name)]),
  );
  for (const ref of through.couplings) {
    const coupling = index.coupling(ref.id);
    const { left, right } = coupling ?? {};
    if (coupling === undefined || left === undefined || right === undefined) return unknown;
    const broken = (because: Break): Route => ({ kind: "broken", place: ref.place, because });
    if (left.id !== at && right.id !== at) return broken({ kind: "elsewhere", at, coupling });
    const from = at;
    const to = left.id === at ? right.id : left.id;
    const toward = coupling.channels.filter(
      ({ source, target }) => source.owner === from && target.owner === to,
    );
    if (toward.length === 0) return broken({ kind: "no channel", from, to, coupling });
    const fitting = toward.filter(({ source }) => {
      const node = nodeNamed(flow, source.kind, from, source.name);
      return node !== undefined && offered.has(node);
    });
    const arriving = hops.at(-1);
    const hop: Hop = { coupling, ref, from, to, channels: fitting.length > 0 ? fitting : toward };
    if (fitting.length === 0) {
      if (arriving === undefined) {
        const carries = [...new Set(toward.map(({ source }) => source.name))];
        return broken({ kind: "start", operation: operation.name, from, to, coupling, carries });
      }
      if (index.system(at) === undefined) return broken({ kind: "environment", at, to, coupling });
      gaps.push({ arriving, leaving: hop });
    }
    hops.push(hop);
    offered = followingWithin(flow, to, enteredBy(flow, hop));
    at = to;
  }
  if (at !== of.id) {
    return { kind: "broken", place: through.place, because: { kind: "other end", at, target: of.id } };
  }
  return { kind: "whole", hops, gaps };
}

/** The nodes of the target that the channels of a hop lead to. */
export function enteredBy(flow: Flow, { to, channels }: Hop): ReadonlySet<number> {
  return numbersOf(
    channels.flatMap(({ target }) =>
      target.kind === "sensitivity"
        ? [nodeNamed(flow, "sensitivity", to, target.name)]
        : target.assignments.map((assignment) => nodeNamed(flow, "quantity", to, assignment.target.text)),
    ),
  );
}

/** What can follow inside one system, environment or population, without any channel; the starts included. */
export function followingWithin(flow: Flow, owner: Id, starts: ReadonlySet<number>): ReadonlySet<number> {
  const found = new Set(starts);
  for (const node of found) {
    for (const next of flow.successors[node] ?? []) {
      if (flow.nodes[next]?.owner === owner) found.add(next);
    }
  }
  return found;
}

function numbersOf(numbers: readonly (number | undefined)[]): ReadonlySet<number> {
  return new Set(numbers.flatMap((number) => number ?? []));
}

/** The parts that a regulation leaves out, by their keywords; one whose name is unknown has been reported. */
function unsaidParts(
  { by, of, start, through, place }: Regulation,
  context: CheckContext,
): readonly string[] {
  const parts = [
    ["by", by, /\bby\b/u],
    ["of", of, /\bof\b/u],
    ["starts with", start, /\bstarts\s+with\b/u],
    ["through", through, /\bthrough\b/u],
  ] as const;
  const missing = parts.filter(([, said]) => said === undefined);
  if (missing.length === 0) return [];
  const text = textAt(place, context);
  return missing.flatMap(([keyword, , written]) => (written.test(text) ? [] : keyword));
}

/** Whether a coupling is named that the model does not know: then the route cannot be followed. */
function someAreUnresolved({ through }: Regulation, context: CheckContext): boolean {
  if (through === undefined) return false;
  const written = textAt(through.place, context)
    .replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//gu, "")
    .split(",").length;
  return written !== through.couplings.length;
}
