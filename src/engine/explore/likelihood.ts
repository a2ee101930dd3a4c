/*
 * How likely a claim is to fail, exactly: from the ends of the runs back to their beginning. Of alternatives nothing is said of
 * how likely their branches are: so there is a least and a most likelihood, if somebody always took the worst or the best.
 */
import { leadsTo, type Edges } from "./edges.ts";
import type { Head } from "./moves.ts";

export interface Likelihood {
  readonly least: number;
  readonly most: number;
}

/** States in an order in which each comes after those to which it leads; undefined if they lead in a circle. */
export function backwards({ first, degree, to }: Edges, states: number): Int32Array | undefined {
  const order = new Int32Array(states);
  let ordered = 0;
  const progress = new Int32Array(states).fill(-1);
  const isDone = new Uint8Array(states);
  const path: number[] = [0];
  while (path.length > 0) {
    const state = path[path.length - 1] ?? 0;
    const next = (progress[state] ?? 0) + 1;
    progress[state] = next;
    if ((first[state] ?? -1) < 0 || next >= (degree[state] ?? 0)) {
      isDone[state] = 1;
      order[ordered++] = state;
      path.pop();
      continue;
    }
    const target = to[(first[state] ?? 0) + next] ?? leadsTo.end;
    if (target < 0 || isDone[target] === 1) continue;
    if ((progress[target] ?? -1) >= 0) return undefined;
    path.push(target);
  }
  return order.subarray(0, ordered);
}

/** How likely it is that a claim fails in a run. What has not been explored may turn out either way. */
export function likelihoodOf(
  { first, degree, to, head }: Edges,
  heads: readonly Head[],
  order: Int32Array,
  states: number,
  claim: number,
): Likelihood {
  const least = new Float64Array(states);
  const most = new Float64Array(states);
  const fails = heads.map(({ failing }) => failing.includes(claim));
  for (const state of order) {
    const from = first[state] ?? -1;
    const until = from + (degree[state] ?? 0);
    if (from < 0) {
      most[state] = 1;
      continue;
    }
    const leastOf: number[] = [];
    const mostOf: number[] = [];
    for (let edge = from; edge < until; edge += 1) {
      const number = head[edge] ?? 0;
      const { group = 0, probability = 0 } = heads[number] ?? {};
      const target = to[edge] ?? leadsTo.end;
      const failing = fails[number] === true;
      leastOf[group] =
        (leastOf[group] ?? 0) + probability * (failing ? 1 : target < 0 ? 0 : (least[target] ?? 0));
      mostOf[group] =
        (mostOf[group] ?? 0) + probability * (failing ? 1 : target < 0 ? 0 : (most[target] ?? 0));
    }
    least[state] = leastOf.reduce((a, b) => Math.min(a, b), Infinity);
    most[state] = mostOf.reduce((a, b) => Math.max(a, b), 0);
  }
  return { least: Math.min(1, least[0] ?? 0), most: Math.min(1, most[0] ?? 1) };
}
