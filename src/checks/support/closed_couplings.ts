/* Which couplings a scenario has closed where a step stands. */
import type { Place } from "../../base/place.ts";
import type { Block, Id, Scenario, Step } from "../../model/model.ts";
import type { CheckContext } from "../context.ts";
import { scenariosBefore } from "./steps.ts";

/** The couplings that are closed in every run, each with the `close` that closed it. */
export type Closed = ReadonlyMap<Id, Place>;

export interface StepInState {
  readonly step: Step;
  readonly closed: Closed;
}

/**
 * The steps of a scenario, each with what is closed when it is taken. What the scenario that it is `like` has
 * closed is closed here too. Where the branches of an `either` disagree, a coupling counts as open.
 */
export function stepsWithClosed(scenario: Scenario, context: CheckContext): readonly StepInState[] {
  let closed: Closed = new Map();
  for (const before of scenariosBefore(context, scenario)) closed = afterBlock(before.block, closed);
  const steps: StepInState[] = [];
  afterBlock(scenario.block, closed, steps);
  return steps;
}

/** What is closed after a block, if `closed` is before it; the steps on the way are added to `steps`. */
function afterBlock(block: Block, closed: Closed, steps: StepInState[] = []): Closed {
  for (const step of block.steps) {
    steps.push({ step, closed });
    switch (step.kind) {
      case "close":
        closed = new Map(closed).set(step.coupling.id, step.place);
        break;
      case "open": {
        const opened = new Map(closed);
        opened.delete(step.coupling.id);
        closed = opened;
        break;
      }
      case "either": {
        const branches = step.branches.map((branch) => afterBlock(branch, closed, steps));
        closed = closedInAll(branches) ?? closed;
        break;
      }
      case "repeat": {
        const once = afterBlock(step.block, closed);
        closed = afterBlock(step.block, closedInAll([closed, once]) ?? closed, steps);
        break;
      }
      default:
        break;
    }
  }
  return closed;
}

function closedInAll(states: readonly Closed[]): Closed | undefined {
  const [first, ...rest] = states;
  return first && new Map([...first].filter(([id]) => rest.every((state) => state.has(id))));
}
