/*
 * A scenario as a list of instructions: blocks, alternatives and repetitions have become places in it to which one goes. So
 * where a course stands is a few numbers, which can be noted, and to which it can be taken back.
 */
import type { CompiledBlock, CompiledScenario, CompiledStep } from "./scenario.ts";

type StepOfKind<Kind extends CompiledStep["kind"]> = Extract<CompiledStep, { kind: Kind }>;

export type Instruction =
  /** Does something at once, and goes on to the next. */
  | { readonly kind: "act"; readonly step: Exclude<CompiledStep, { kind: "run" | "either" | "repeat" }> }
  | { readonly kind: "run"; readonly step: StepOfKind<"run"> }
  /** Goes to the first instruction of a branch. */
  | { readonly kind: "either"; readonly step: StepOfKind<"either">; readonly branches: readonly number[] }
  /** Begins to count rounds. */
  | { readonly kind: "repeat"; readonly step: StepOfKind<"repeat">; readonly counter: number }
  /** Begins another round, or goes where the repetition is over. */
  | { readonly kind: "round"; readonly counter: number; readonly rounds: number; readonly over: number }
  /** Counts a round that is over, and goes back to where the next begins. */
  | { readonly kind: "again"; readonly counter: number; readonly to: number }
  | { readonly kind: "go"; readonly to: number }
  /** What is made of blocks has been carried out. */
  | { readonly kind: "done" };

export interface Instructions {
  readonly list: readonly Instruction[];
  /** How many counters of rounds there are: as many as repetitions stand within each other. */
  readonly counters: number;
}

/** Of scenarios that are run over and over, which are the same each time. */
const known = new WeakMap<readonly CompiledBlock[], Instructions>();

export function instructionsOf({ blocks }: Pick<CompiledScenario, "blocks">): Instructions {
  let instructions = known.get(blocks);
  if (instructions === undefined) known.set(blocks, (instructions = listed(blocks)));
  return instructions;
}

function listed(blocks: readonly CompiledBlock[]): Instructions {
  const list: Instruction[] = [];
  let counters = 0;

  function addBlock({ steps }: CompiledBlock, within: number): void {
    for (const step of steps) addStep(step, within);
  }

  /** `within`: how many repetitions stand around it. */
  function addStep(step: CompiledStep, within: number): void {
    switch (step.kind) {
      case "run":
        list.push({ kind: "run", step });
        return;
      case "either":
        addEither(step, within);
        return;
      case "repeat": {
        counters = Math.max(counters, within + 1);
        list.push({ kind: "repeat", step, counter: within });
        const round = list.push({ kind: "done" }) - 1;
        addBlock(step.block, within + 1);
        const over = list.push({ kind: "again", counter: within, to: round });
        list[round] = { kind: "round", counter: within, rounds: step.count, over };
        list.push({ kind: "done" });
        return;
      }
      default:
        list.push({ kind: "act", step });
    }
  }

  function addEither(step: StepOfKind<"either">, within: number): void {
    const at = list.push({ kind: "done" }) - 1;
    const ends: number[] = [];
    const branches = step.branches.map((branch) => {
      const first = list.length;
      addBlock(branch, within);
      ends.push(list.push({ kind: "done" }) - 1);
      return first;
    });
    list[at] = { kind: "either", step, branches };
    const over = list.push({ kind: "done" }) - 1;
    for (const end of ends) list[end] = { kind: "go", to: over };
  }

  for (const block of blocks) addBlock(block, 0);
  return { list, counters };
}
