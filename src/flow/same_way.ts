/* Whether the way of one model is there in another, told by names. */
import type { NameOf, WayWords } from "./describe.ts";
import { partName } from "./describe.ts";
import { isNamedOnWays, type Flow } from "./flow.ts";

/**
 * Whether each step of a way leads, in this flow too, to the next: within the same system, or through a coupling of the same
 * name. What lies between two steps (decisions, expectations) may differ. `called`: how the model of the way calls things.
 */
export function hasWay(
  { flow, called: names }: { readonly flow: Flow; readonly called: NameOf },
  { steps }: Pick<WayWords, "steps">,
  called: NameOf,
): boolean {
  const [first, ...rest] = steps;
  let at = flow.nodes.flatMap((node, number) =>
    first !== undefined && node.kind === first.node.kind && partName(node, names) === first.part
      ? [number]
      : [],
  );
  for (const { node, part, coupling } of rest) {
    const through = coupling && called(coupling.id);
    at = nextNamed(flow, at, names, through).filter((number) => {
      const found = flow.nodes[number];
      return found?.kind === node.kind && partName(found, names) === part;
    });
  }
  return at.length > 0;
}

/** The named nodes after some, with nothing named between, through a coupling of this name or none. */
function nextNamed(
  flow: Flow,
  from: readonly number[],
  names: NameOf,
  through: string | undefined,
): readonly number[] {
  const found = new Set<number>();
  // By the node, and whether the coupling has been passed.
  const seen = new Set(from.map((number) => `${number} ${false}`));
  const open = from.map((number) => ({ number, passed: false }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const successor of flow.successors[next.number] ?? []) {
      const node = flow.nodes[successor];
      if (node === undefined) continue;
      if (isNamedOnWays(node)) {
        if (next.passed === (through !== undefined)) found.add(successor);
        continue;
      }
      if (node.kind === "channel" && (through === undefined || names(node.coupling.id) !== through)) continue;
      const passed = next.passed || node.kind === "channel";
      const key = `${successor} ${passed}`;
      if (seen.has(key)) continue;
      seen.add(key);
      open.push({ number: successor, passed });
    }
  }
  return [...found];
}
