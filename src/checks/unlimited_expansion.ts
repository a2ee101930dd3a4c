import { reachableFrom, transposed } from "../base/graph.ts";
import { later, laterOf } from "../base/later.ts";
import type { Place } from "../base/place.ts";
import { listed, quoted } from "../base/words.ts";
import type { Edit, Related } from "../diagnostics/diagnostic.ts";
import { circlingParts } from "../flow/components.ts";
import type { Counts } from "../flow/components.ts";
import { describeWay } from "../flow/describe.ts";
import type { NameOf } from "../flow/describe.ts";
import type { Flow, FlowEdge, Way } from "../flow/flow.ts";
import type { Operation, System } from "../model/model.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { isInEntry, whereStated } from "./support/at_work.ts";
import { findBrakes } from "./support/brakes.ts";
import { memberAdded } from "./support/edits.ts";
import { namesIn } from "./support/names.ts";
import { anyValueOf } from "./support/proposal.ts";
import { freeName } from "./support/template.ts";

interface Facts {
  readonly system: string;
  readonly isFunctionSystem: boolean;
  readonly operation: string;
  /** The other operations that it feeds on. */
  readonly others: readonly string[];
  /** The programs by which it feeds on itself. */
  readonly programs: readonly { readonly name: string; readonly place: Place }[];
  /** The environment or population that it reaches, and how. */
  readonly reached: { readonly name: string; readonly line: string };
  readonly limit: { readonly text: string; readonly edit: Edit | undefined };
}

export const unlimited_expansion = defineCheck<Facts>({
  name: "unlimited_expansion",
  severity: "warning",
  group: "regulation",
  summary: "an operation that feeds on itself, reaches an environment or population and has no limit",
  fromAbsence: true,
  sources: ["Teubner 2011"],
  blindToNumbers: true,

  *detect(context) {
    const { flow, index } = context;
    const outward = later(() => leadingToQuantities(flow));
    const brakesOf = laterOf((system: System) => findBrakes(system, context));
    const isBrake = (number: number): boolean => {
      const node = flow.nodes[number];
      const system = node?.kind === "expectation" ? index.system(node.owner) : undefined;
      return system !== undefined && node !== undefined && brakesOf(system).has(node.name);
    };
    const parts = circlingParts(flow, (edge) => furthers(edge) && !isLimited(edge, flow));
    const counts: Counts = (edge) => furthers(edge) && !isLimited(edge, flow) && !isBrake(edge.from);
    for (const part of parts.length === 0 ? [] : circlingParts(flow, counts)) {
      const operations = part.nodes.filter((number) => flow.nodes[number]?.kind === "operation");
      // Of operations that feed on each other, the first that reaches out stands for all.
      for (const number of operations) {
        const node = flow.nodes[number];
        const system = node && index.system(node.owner);
        const operation = node && index.operation(node.owner, node.name);
        if (system === undefined || operation === undefined) continue;
        const place = whereStated(system, operation, context);
        const way =
          isInEntry(place, context) && outward().has(number) ? wayOutside(number, context) : undefined;
        if (way === undefined) continue;
        const programs = programsOf(part.nodes, context);
        const others = operations.flatMap((each) => (each === number ? [] : (flow.nodes[each]?.name ?? [])));
        yield {
          place,
          facts: factsOf(system, operation, others, programs, way, namesIn(place.file, context), context),
        };
        break;
      }
    }
  },

  words({ system, isFunctionSystem, operation, others, programs, reached, limit }) {
    const full = `\`${system}.${operation}\``;
    return {
      message: `${full} feeds on itself, reaches \`${reached.name}\` and has no limit`,
      label:
        others.length === 0
          ? "each can bring about the next"
          : `it and ${listed(others.slice(0, 3).map(quoted))} bring about each other`,
      related: programs.slice(0, 3).map(({ name, place }): Related => ({
        place,
        message: `${quoted(name)} leads from one to the next`,
      })),
      why: [
        isFunctionSystem
          ? "what a function system can do, it does again and more of: growth compels to growth, until the system limits itself, since nobody outside can decide for it (Teubner 2011)"
          : "a system that gives itself occasion to do the same again goes on until it limits itself, since nobody outside can decide for it (Teubner 2011)",
      ],
      help: [
        `what it does to its environment: ${reached.line}`,
        `let \`${system}\` limit itself, as in ${quoted(limit.text)}`,
      ],
    };
  },

  fixes({ limit }) {
    if (limit.edit === undefined) return [];
    return [{ title: "add a limit, to be worded", certain: false, edits: [limit.edit] }];
  },
});

/** Whether the one furthers the other inside its system. A limit can only block; a channel leads out. */
function furthers({ cause }: FlowEdge): boolean {
  return cause.kind !== "limit" && cause.kind !== "channel";
}

function isLimited({ from, to }: FlowEdge, { nodes }: Flow): boolean {
  return [nodes[from], nodes[to]].some((node) => node?.kind === "operation" && node.limits.length > 0);
}

/** The nodes from which a way leads to the quantity of an environment or population. */
function leadingToQuantities(flow: Flow): ReadonlySet<number> {
  const quantities = flow.nodes.flatMap((node, number) => (node.kind === "quantity" ? number : []));
  return reachableFrom(transposed(flow.successors), quantities);
}

/** A shortest way from the operation to a quantity; undefined if it reaches none. */
function wayOutside(start: number, { flow }: CheckContext): Way | undefined {
  const enteredBy = new Map<number, FlowEdge | undefined>([[start, undefined]]);
  for (const number of enteredBy.keys()) {
    if (flow.nodes[number]?.kind === "quantity") return wayTo(number, enteredBy);
    for (const index of flow.outgoing[number] ?? []) {
      const edge = flow.edges[index];
      if (edge !== undefined && !enteredBy.has(edge.to)) enteredBy.set(edge.to, edge);
    }
  }
  return undefined;
}

function wayTo(end: number, enteredBy: ReadonlyMap<number, FlowEdge | undefined>): Way {
  const way: FlowEdge[] = [];
  for (let edge = enteredBy.get(end); edge !== undefined; edge = enteredBy.get(edge.from)) way.push(edge);
  return way.reverse();
}

function programsOf(nodes: readonly number[], { flow }: CheckContext): Facts["programs"] {
  const programs = new Set(
    nodes.flatMap((number) => {
      const node = flow.nodes[number];
      return node?.kind === "decision" ? node.programs : [];
    }),
  );
  return [...programs].map(({ name, namePlace }) => ({ name, place: namePlace }));
}

function factsOf(
  system: System,
  operation: Operation,
  others: readonly string[],
  programs: Facts["programs"],
  way: Way,
  names: NameOf,
  context: CheckContext,
): Facts {
  const { line, owners } = describeWay(context.flow, way, names);
  const reached = owners.at(-1);
  const lines = limitFor(system, operation, context);
  return {
    system: names(system.id),
    isFunctionSystem: system.systemKind === "function system",
    operation: operation.name,
    others,
    programs,
    reached: { name: reached === undefined ? "" : names(reached), line },
    limit: { text: lines.at(-1) ?? "", edit: memberAdded(system, lines, context) },
  };
}

/** A limit on the operation, and the norm that it reads: the size of the first number that the operation has. */
function limitFor({ id }: System, operation: Operation, { index }: CheckContext): readonly string[] {
  const name = freeName(
    "restraint",
    (wanted) => (index.limit(id, wanted) ?? index.operation(id, wanted)) !== undefined,
  );
  const isTaken = (wanted: string): boolean => index.expectation(id, wanted) !== undefined;
  const measured = operation.parameters.find(({ type }) => type.kind === "number");
  const [first] = operation.parameters;
  if (measured !== undefined) {
    const norm = freeName(`permitted_${measured.name}`, isTaken);
    return [
      `expectation ${norm}: number = ${anyValueOf(measured.type)} normative`,
      `limit ${name} constitutional blocks ${operation.name} when ${measured.name} > ${norm}`,
    ];
  }
  if (first !== undefined) {
    const condition =
      first.type.kind === "boolean" ? first.name : `${first.name} = ${anyValueOf(first.type)}`;
    return [`limit ${name} blocks ${operation.name} when ${condition}`];
  }
  const norm = freeName(`${operation.name}_permitted`, isTaken);
  return [
    `expectation ${norm}: boolean = true normative`,
    `limit ${name} constitutional blocks ${operation.name} when not ${norm}`,
  ];
}
