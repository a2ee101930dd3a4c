/* A model with other numbers in the place of some that it says. All else is the same, and what holds none of them is not made anew. */
import type { Place } from "../../base/place.ts";
import { unreachable } from "../../base/unreachable.ts";
import type { Expression } from "../../model/expression.ts";
import type {
  Argument,
  Assignment,
  Block,
  Channel,
  Clause,
  Effect,
  Model,
  Scenario,
  Step,
} from "../../model/model.ts";

export type OtherNumbers = ReadonlyMap<string, number>;

/** What tells a number from all others: where it stands. What `like` has copied stands where the original stands. */
export function numberKey({ file, start }: Place): string {
  return `${file} ${start}`;
}

export function withNumbers(model: Model, numbers: OtherNumbers): Model {
  return {
    ...model,
    systems: model.systems.map((system) =>
      system.canonical && system.bodies.length < 2
        ? system
        : {
            ...system,
            sensitivities: system.sensitivities.map((each) => ({ ...each, when: maybe(each.when) })),
            expectations: system.expectations.map((each) => ({ ...each, initial: one(each.initial) })),
            limits: system.limits.map((each) => ({ ...each, when: one(each.when) })),
            programs: system.programs.map((each) => ({ ...each, clauses: each.clauses.map(clause) })),
          },
    ),
    environments: model.environments.map((environment) => ({
      ...environment,
      quantities: environment.quantities.map((each) => ({
        ...each,
        initial: one(each.initial),
        becomes: maybe(each.becomes),
      })),
    })),
    couplings: model.couplings.map((each) => ({ ...each, channels: each.channels.map(channel) })),
    regulations: model.regulations.map((each) =>
      each.start === undefined ? each : { ...each, start: { ...each.start, args: args(each.start.args) } },
    ),
    scenarios: model.scenarios.map(scenario),
    importedScenarios: model.importedScenarios?.map(scenario),
  };

  function clause(each: Clause): Clause {
    const { when, yields, effects } = each;
    return { ...each, when: maybe(when), yields: maybe(yields), effects: effects.map(effect) };
  }

  function effect(each: Effect): Effect {
    return each.kind === "emit" ? { ...each, args: args(each.args) } : assignment(each);
  }

  function assignment(each: Assignment): Assignment {
    return { ...each, value: one(each.value) };
  }

  function channel(each: Channel): Channel {
    const { when, chance, capacity, target } = each;
    return {
      ...each,
      when: maybe(when),
      chance: maybe(chance),
      capacity: maybe(capacity),
      target:
        target.kind === "sensitivity"
          ? { ...target, args: args(target.args) }
          : { ...target, assignments: target.assignments.map(assignment) },
    };
  }

  function scenario(each: Scenario): Scenario {
    return { ...each, block: block(each.block) };
  }

  function block(each: Block): Block {
    return { ...each, steps: each.steps.map(step) };
  }

  function step(each: Step): Step {
    switch (each.kind) {
      case "emits":
      case "perturb":
        return { ...each, args: args(each.args) };
      case "given":
      case "change":
        return { ...each, value: one(each.value) };
      case "either":
        return { ...each, branches: each.branches.map(block) };
      case "repeat":
        return { ...each, block: block(each.block) };
      default:
        return each;
    }
  }

  function args(all: readonly Argument[]): readonly Argument[] {
    return all.map((arg) => ({ ...arg, value: one(arg.value) }));
  }

  function maybe(expression: Expression | undefined): Expression | undefined {
    return expression && one(expression);
  }

  function one(expression: Expression): Expression {
    switch (expression.kind) {
      case "number": {
        const value = numbers.get(numberKey(expression.place));
        return value === undefined ? expression : { ...expression, value };
      }
      case "call":
        return { ...expression, args: expression.args.map(one) };
      case "chain":
        return { ...expression, operands: expression.operands.map(one) };
      case "comparison":
        return { ...expression, left: one(expression.left), right: one(expression.right) };
      case "not":
      case "negative":
        return { ...expression, operand: one(expression.operand) };
      case "power":
        return { ...expression, base: one(expression.base), exponent: one(expression.exponent) };
      case "boolean":
      case "text":
      case "value":
      case "parameter":
      case "expectation":
      case "quantity":
      case "step":
      case "designated":
      case "count":
      case "unknown":
        return expression;
      default:
        return unreachable(expression);
    }
  }
}
