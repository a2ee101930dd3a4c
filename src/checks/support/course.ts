/* What has gone before in a scenario, at each of its steps. */
import type { Block, Scenario, Step } from "../../model/model.ts";
import type { Id } from "../../model/reference.ts";
import type { CheckContext } from "../context.ts";

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

export interface ScenarioInCourse<State> {
  readonly scenario: Scenario;
  /** False for one of another file, which is not run itself. */
  readonly own: boolean;
  /** Its steps in the order of the text. What the scenario that it is `like` does goes before all of them. */
  readonly steps: readonly StepInCourse<State>[];
  /** What has gone before at its end. */
  readonly end: State;
}

/**
 * Goes through every scenario, each after the one it is `like`; a circle of these ends where it closes. Linear in the
 * size of the scenarios, times the depth to which repetitions nest.
 */
export function* everyCourse<State>(
  course: Course<State>,
  { model, index }: CheckContext,
): Generator<ScenarioInCourse<State>> {
  const own = new Set(model.scenarios);
  const ends = new Map<Id, State>();
  for (const scenario of [...(model.importedScenarios ?? []), ...model.scenarios]) {
    const chain = new Map<Id, Scenario>();
    let next: Scenario | undefined = scenario;
    while (next !== undefined && !ends.has(next.id) && !chain.has(next.id)) {
      chain.set(next.id, next);
      const like: ReturnType<typeof index.declared> = next.like && index.declared(next.like.id);
      next = like?.kind === "scenario" ? like : undefined;
    }
    for (const each of [...chain.values()].reverse()) {
      const steps: StepInCourse<State>[] = [];
      const before = each.like === undefined ? undefined : ends.get(each.like.id);
      const end = afterBlock(course, each.block, before ?? course.start, steps);
      ends.set(each.id, end);
      yield { scenario: each, own: own.has(each), steps, end };
    }
  }
}

/** What has gone before at the end of a block; its steps are added to `seen`. */
function afterBlock<State>(
  course: Course<State>,
  block: Block,
  before: State,
  seen: StepInCourse<State>[] | undefined,
): State {
  let current = before;
  for (const step of block.steps) {
    seen?.push({ step, state: current });
    switch (step.kind) {
      case "either": {
        const begun = current;
        const branches = step.branches.map((branch) => afterBlock(course, branch, begun, seen));
        if (branches.length > 0) current = course.joined(branches);
        break;
      }
      case "repeat": {
        // Where nobody looks at the steps, one round shows what they leave behind.
        const once = afterBlock(course, step.block, current, undefined);
        current = seen ? afterBlock(course, step.block, course.joined([current, once]), seen) : once;
        break;
      }
      default:
        current = course.after(current, step);
    }
  }
  return current;
}
