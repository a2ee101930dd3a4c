import type { Block, Scenario, Step, StepKind } from "../../model/model.ts";
import type { CheckContext } from "../context.ts";

export type StepOfKind<K extends StepKind> = Extract<Step, { kind: K }>;

/** Every step of a block, those of its alternatives and repetitions included, in the order of the text. */
export function* everyStep(block: Block): Generator<Step> {
  for (const step of block.steps) {
    yield step;
    switch (step.kind) {
      case "either":
        for (const branch of step.branches) yield* everyStep(branch);
        break;
      case "repeat":
        yield* everyStep(step.block);
        break;
      default:
        break;
    }
  }
}

/** Every step of every scenario of the file that is checked, with the scenario it is written in. */
export function* everyStepOfModel(
  context: CheckContext,
): Generator<{ readonly scenario: Scenario; readonly step: Step }> {
  for (const scenario of context.model.scenarios) {
    for (const step of everyStep(scenario.block)) yield { scenario, step };
  }
}

/** Every step that a run can take: also those of the imported scenarios that others are `like`. */
export function* everyStepTaken({ model }: CheckContext): Generator<Step> {
  for (const scenario of [...(model.importedScenarios ?? []), ...model.scenarios])
    yield* everyStep(scenario.block);
}

/** The scenarios whose steps a scenario does first, the farthest first; a circle of `like` ends where it closes. */
export function scenariosBefore({ index }: CheckContext, scenario: Scenario): readonly Scenario[] {
  const found: Scenario[] = [];
  const seen = new Set([scenario.id]);
  let like = scenario.like;
  while (like !== undefined && !seen.has(like.id)) {
    seen.add(like.id);
    const other = index.declared(like.id);
    if (other?.kind !== "scenario") break;
    found.push(other);
    like = other.like;
  }
  return found.reverse();
}
