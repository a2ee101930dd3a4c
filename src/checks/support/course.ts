/* What has gone before in a scenario, at each of its steps. */
import type { Block, Scenario, Step } from "../../model/model.ts";
import type { CheckContext } from "../context.ts";
import { scenariosBefore } from "./steps.ts";

/** What is kept of the steps taken so far. States are never changed, only replaced. */
export interface Course<State> {
  readonly start: State;
  /** After a step; those of its blocks have their own turn. */
  readonly after: (state: State, step: Step) => State;
  /** Where several courses meet: after alternatives, and at the head of a repetition. There is at least one. */
  readonly joined: (states: readonly State[]) => State;
}

export interface StepInCourse<State> {
  readonly step: Step;
  /** What has gone before it; in a repetition, in any of its rounds. */
  readonly state: State;
}

/**
 * The steps of a scenario in the order of the text, each with what has gone before it, and what has gone before at
 * its end. What the scenario that it is
 * `like` does goes before all of them. Linear in the size of the scenario, times the depth to which repetitions nest.
 */
export function stepsInCourse<State>(
  scenario: Scenario,
  course: Course<State>,
  context: CheckContext,
): { readonly steps: readonly StepInCourse<State>[]; readonly end: State } {
  const steps: StepInCourse<State>[] = [];
  let state = course.start;
  for (const before of scenariosBefore(context, scenario)) state = afterBlock(before.block, state, undefined);
  const end = afterBlock(scenario.block, state, steps);
  return { steps, end };

  /** What has gone before at the end of a block; its steps are added to `seen`. */
  function afterBlock(block: Block, before: State, seen: StepInCourse<State>[] | undefined): State {
    let current = before;
    for (const step of block.steps) {
      seen?.push({ step, state: current });
      switch (step.kind) {
        case "either": {
          const begun = current;
          const branches = step.branches.map((branch) => afterBlock(branch, begun, seen));
          if (branches.length > 0) current = course.joined(branches);
          break;
        }
        case "repeat": {
          // Where nobody looks at the steps, one round shows what they leave behind.
          const once = afterBlock(step.block, current, undefined);
          current = seen ? afterBlock(step.block, course.joined([current, once]), seen) : once;
          break;
        }
        default:
          current = course.after(current, step);
      }
    }
    return current;
  }
}
