/* The steps of scenarios, and of whom they speak. */
import type { Block, Outcome, Step } from "../../model/model.ts";
import type { Ref } from "../../model/reference.ts";

/** Every step of a block, those of its alternatives and repetitions included, in the order of the text. */
export function everyStep(block: Block): readonly Step[] {
  return block.steps.flatMap((step): readonly Step[] => {
    switch (step.kind) {
      case "either":
        return [step, ...step.branches.flatMap(everyStep)];
      case "repeat":
        return [step, ...everyStep(step.block)];
      default:
        return [step];
    }
  });
}

/** Whom a step names, by id and where: the one it mainly speaks of first. */
export function namedInStep(step: Step): readonly Ref[] {
  switch (step.kind) {
    case "emits":
      return [{ id: step.operation.owner, place: step.operation.place }];
    case "perturb":
      return [step.target, step.source];
    case "given":
    case "change":
      return [{ id: step.part.owner, place: step.part.place }];
    case "steer":
      return [{ id: step.part.owner, place: step.part.place }, step.by];
    case "unplug":
      return [step.system];
    case "close":
    case "open":
      return [step.coupling];
    case "apply":
      return [step.regulation];
    case "expect":
      return namedInOutcome(step.outcome);
    default:
      return [];
  }
}

function namedInOutcome(outcome: Outcome): readonly Ref[] {
  switch (outcome.kind) {
    case "resonates":
    case "stays indifferent":
    case "designates":
      return [outcome.system];
    case "occurs":
      return [{ id: outcome.of.owner, place: outcome.of.place }];
    case "verdict":
      return [outcome.regulation];
    case "condition":
      return [];
  }
}
