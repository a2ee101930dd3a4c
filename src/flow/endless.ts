import type { Clause, Program } from "../model/model.ts";
import type { Counts } from "./components.ts";
import type { Flow, FlowEdge, FlowNode } from "./flow.ts";

/**
 * Of the given nodes those from which perturbation never ceases, whatever any program decides: each leads to another
 * of them, no limit, condition, chance or capacity stands between, and where clauses decide, all of them go on. The
 * way a quantity moves with another can damp, so `becomes` does not count. Only edges that `counts` are followed.
 *
 * The largest set of which this is true: everything is presumed to go on, and what cannot is taken out until nothing
 * more is. O(V + E).
 */
export function endlessNodes(flow: Flow, nodes: readonly number[], counts: Counts): readonly number[] {
  const vertices = verticesOf(flow, nodes, counts);
  const before: number[][] = vertices.map(() => []);
  vertices.forEach(({ followers }, vertex) => {
    for (const follower of followers) before[follower]?.push(vertex);
  });
  const goesOn = vertices.map(() => true);
  const ended: number[] = [];
  const end = (vertex: number): void => {
    if (!goesOn[vertex]) return;
    goesOn[vertex] = false;
    ended.push(vertex);
  };
  const remaining = vertices.map(({ followers }) => followers.length);
  vertices.forEach(({ ends, followers }, vertex) => {
    if (ends || followers.length === 0) end(vertex);
  });
  for (let vertex = ended.pop(); vertex !== undefined; vertex = ended.pop()) {
    for (const earlier of before[vertex] ?? []) {
      remaining[earlier] = (remaining[earlier] ?? 0) - 1;
      if (vertices[earlier]?.needs === "all" || remaining[earlier] === 0) end(earlier);
    }
  }
  return nodes.filter((_, position) => goesOn[position]);
}

/** A node, or (after all nodes) a clause: what follows it, and whether it goes on with any of that or only with all. */
interface Vertex {
  readonly needs: "any" | "all";
  readonly followers: readonly number[];
  /** Something can stop it here. */
  readonly ends: boolean;
}

function verticesOf(flow: Flow, nodes: readonly number[], counts: Counts): readonly Vertex[] {
  const positions = new Map(nodes.map((node, position) => [node, position]));
  const clauses: Vertex[] = [];
  const decides = whetherAlwaysDecides();

  const targetsOf = (leaving: readonly FlowEdge[], kind: FlowEdge["cause"]["kind"]): readonly number[] =>
    leaving.flatMap((edge) => (edge.cause.kind === kind ? (positions.get(edge.to) ?? []) : []));

  /** Adds a vertex for each clause; `leaving` are the edges by which they have their effects. */
  function addClauses(programs: readonly Program[], leaving: readonly FlowEdge[]): readonly number[] {
    const emitted = new Map<Clause, number[]>();
    for (const program of programs) for (const clause of program.clauses) emitted.set(clause, []);
    for (const { cause, to } of leaving) {
      const target = positions.get(to);
      if (cause.kind === "clause" && target !== undefined) emitted.get(cause.clause)?.push(target);
    }
    const first = nodes.length + clauses.length;
    for (const followers of emitted.values()) clauses.push({ needs: "any", followers, ends: false });
    return Array.from(emitted, (_, index) => first + index);
  }

  function vertexOf(node: FlowNode, number: number): Vertex {
    const leaving = (flow.outgoing[number] ?? []).flatMap((index) => flow.edges[index] ?? []).filter(counts);
    const triggered = targetsOf(leaving, "trigger");
    switch (node.kind) {
      case "sensitivity":
      case "operation":
      case "event":
      case "quantity":
      case "channel":
        return {
          needs: "any",
          followers: [...triggered, ...targetsOf(leaving, "channel")],
          ends: canStop(node),
        };
      case "decision": {
        const shared = sharedPrograms(flow, number);
        const own = node.programs.filter((program) => !shared.has(program));
        const cutOff = triggered.length < shared.size;
        const followers = [...triggered, ...addClauses(own, leaving)];
        return { needs: "all", followers, ends: cutOff || !node.programs.some(decides) };
      }
      case "effects":
        return { needs: "all", followers: addClauses([node.program], leaving), ends: false };
      case "expectation":
      case "designated":
      case "readings":
        return { needs: "any", followers: [], ends: true };
    }
  }

  const vertices = nodes.flatMap((number) => {
    const node = flow.nodes[number];
    return node ? vertexOf(node, number) : [];
  });
  return [...vertices, ...clauses];
}

/** Whether a program has a clause that decides if none before it does; found out once for each. */
function whetherAlwaysDecides(): (program: Program) => boolean {
  const known = new Map<Program, boolean>();
  return (program) => {
    const decides = known.get(program) ?? program.clauses.some(decidesAnyway);
    known.set(program, decides);
    return decides;
  };
}

/** The programs of a decision that are on other triggers too and so have their effects from a node of their own. */
function sharedPrograms(flow: Flow, decision: number): ReadonlySet<Program> {
  const next = (flow.successors[decision] ?? []).map((number) => flow.nodes[number]);
  return new Set(next.flatMap((node) => (node?.kind === "effects" ? node.program : [])));
}

/** Whether a limit, a condition, a chance or a capacity can end a perturbation at this node. */
export function canStop(node: FlowNode): boolean {
  switch (node.kind) {
    case "sensitivity":
      return node.sensitivity.when !== undefined;
    case "operation":
      return node.limits.length > 0;
    case "channel":
      return [node.channel.when, node.channel.chance, node.channel.capacity].some(
        (option) => option !== undefined,
      );
    default:
      return false;
  }
}

/** Whether the clause decides if none before it does. */
export function decidesAnyway(clause: Clause): boolean {
  return clause.kind === "otherwise" || (clause.kind === "choice" && clause.when === undefined);
}
