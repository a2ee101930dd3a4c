/* What a scenario assumes before anything happens. */
import type { CompiledBlock, CompiledScenario, CompiledStep } from "./scenario.ts";

export type Given = Extract<CompiledStep, { kind: "given" }>;

/**
 * The assumptions of a scenario in the order in which they are made: with those of the scenarios it is like, the farthest
 * first. One of a nearer scenario wins over one about the same part that is farther off. `choose` says which
 * branch is taken where an alternative stands before anything has happened.
 */
export function assumptionsOf(
  { blocks }: CompiledScenario,
  choose: (step: Extract<CompiledStep, { kind: "either" }>) => number,
): readonly Given[] {
  const heads = blocks.map((block) => headOf(block, choose));
  return heads.flatMap((head, index) => {
    const nearer = new Set(heads.slice(index + 1).flatMap((other) => other.map(slotOf)));
    return head.filter((given) => !nearer.has(slotOf(given)));
  });
}

function slotOf({ value }: Given): number {
  return value.slot.number;
}

/** The assumptions at the head of a block, before anything happens in it. */
function headOf(
  { steps }: CompiledBlock,
  choose: (step: Extract<CompiledStep, { kind: "either" }>) => number,
): readonly Given[] {
  const found: Given[] = [];
  for (const step of steps) {
    switch (step.kind) {
      case "given":
        found.push(step);
        break;
      case "remark":
      case "expect":
        break;
      case "either": {
        const block = step.branches[choose(step)];
        return block === undefined ? found : [...found, ...headOf(block, choose)];
      }
      default:
        return found;
    }
  }
  return found;
}
