/*
 * What a scenario does: LANGUAGE.md, "Scenario steps". It is done place by place: what carries it out stops after each step
 * of the scenario and after each step taken, so that a second run can be brought to the same place.
 */
import type { Act } from "../../../src/engine/trace.ts";
import type { Block, Model, Scenario, Step } from "../../../src/model/model.ts";
import { chainOf, chooseBranch, makeAssumptions } from "./assumptions.ts";
import { chanceOf } from "./chance.ts";
import { channelsOf } from "./channels.ts";
import { emit } from "./emitting.ts";
import { evaluate, nothing, withoutFault } from "./evaluate.ts";
import { isSo } from "./outcome.ts";
import { head, violate, write } from "./run.ts";
import type { Run } from "./run.ts";
import { carryOutRun } from "./running.ts";
import { set, setInitialValues } from "./setting.ts";

export interface Prescribed {
  readonly seed: number;
  /** The branches to take for the first choices; after that the seed decides. */
  readonly choices: readonly number[];
  /** Regulations whose `apply` is left out. */
  readonly without: ReadonlySet<string>;
  /** How many steps each `run` takes; beyond that as many as it says. */
  readonly stepsOfRuns: readonly number[];
}

/** A run in step 0, everything having its initial value, what is given assumed. */
export function begin(
  model: Model,
  scenario: Scenario,
  { seed, choices, without, stepsOfRuns }: Prescribed,
): Run {
  const run: Run = {
    model,
    scenario,
    seed,
    chance: chanceOf(seed),
    channels: channelsOf(model),
    choices,
    without,
    prescribedSteps: stepsOfRuns,
    step: 0,
    values: new Map(),
    designated: new Map(),
    unplugged: new Set(),
    closed: new Set(),
    offered: new Map(),
    lastChange: new Map(),
    emissions: [],
    underWay: [],
    counts: new Map(),
    answers: [],
    applied: new Set(),
    initial: [],
    expectations: [],
    entries: [],
    branches: [],
    chosenAhead: new Map(),
    stepsOfRuns: [],
    acted: false,
    places: 0,
    observer: undefined,
  };
  setInitialValues(run);
  makeAssumptions(run);
  return run;
}

/** Everything that the scenario does after its assumptions, place by place. */
export function* carryOutScenario(run: Run): Generator<void, void> {
  for (const { id, block } of chainOf(run.model, run.scenario)) yield* carryOutBlock(run, block, id);
}

function* carryOutBlock(run: Run, block: Block, path: string): Generator<void, void> {
  for (const [index, step] of block.steps.entries()) {
    yield* carryOut(run, step, `${path}.${index}`);
    yield;
  }
}

function* carryOut(run: Run, step: Step, path: string): Generator<void, void> {
  const about = run.scenario.name;
  switch (step.kind) {
    case "emits":
    case "perturb": {
      const { owner, name } = step.operation;
      const doing = { owner, name, args: step.args, seen: nothing, place: path, about };
      const cause = act(run, step.kind, path);
      // "S operates, and T alone is at issue"
      emit(run, step.kind === "emits" ? { ...doing, cause } : { ...doing, cause, issue: step.target.id });
      return;
    }
    case "apply": {
      const regulation = run.model.regulations.find(({ id }) => id === step.regulation.id);
      if (regulation?.start === undefined || run.without.has(regulation.id)) return;
      run.applied.add(regulation.id);
      const { operation, args } = regulation.start;
      const place = `${regulation.id}/starts with`;
      const cause = act(run, "apply", path);
      emit(run, {
        owner: operation.owner,
        name: operation.name,
        args,
        seen: nothing,
        place,
        about,
        cause,
      });
      return;
    }
    case "change": {
      const cause = act(run, "change", path);
      const value = withoutFault(() => evaluate(run, step.value, `${path}/value`));
      if (value === undefined) violate(run, "not_a_number", about, cause);
      else set(run, step.part.owner, step.part.name, value, cause);
      return;
    }
    case "steer":
      // "always the error `direct_steering`"; "a forbidden `steer` … does nothing"
      act(run, "steer", path);
      return;
    case "unplug":
      act(run, "unplug", path);
      run.unplugged.add(step.system.id);
      return;
    case "close":
      act(run, "close", path);
      run.closed.add(step.coupling.id);
      return;
    case "open":
      act(run, "open", path);
      run.closed.delete(step.coupling.id);
      return;
    case "run":
      yield* carryOutRun(run, step, path);
      return;
    case "either": {
      const ahead = run.chosenAhead.get(path);
      run.chosenAhead.delete(path);
      const branch = ahead ?? chooseBranch(run, path, step.branches.length);
      write(run, { ...head(run, undefined), kind: "choice", path, branch });
      const chosen = step.branches[branch];
      if (chosen !== undefined) yield* carryOutBlock(run, chosen, `${path}.${branch}`);
      return;
    }
    case "repeat":
      for (let time = 0; time < step.count; time += 1) yield* carryOutBlock(run, step.block, path);
      return;
    case "expect": {
      // The second run of a regulation is not looked at.
      if (run.observer === undefined) return;
      const holds = isSo(run, step.outcome, about);
      write(run, { ...head(run, undefined), kind: "expect", path, holds });
      run.expectations.push({ path, holds });
      return;
    }
    case "given":
    case "seed":
    case "expect violation":
      // What is assumed has been assumed before; what a check is to find, checks say.
      return;
  }
}

/** The scenario does something. */
function act(run: Run, kind: Act, path: string): number {
  run.acted = true;
  return write(run, { ...head(run, undefined), kind: "act", act: kind, path });
}
