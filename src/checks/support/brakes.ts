/*
 * Expectations that can only brake: what the system's programs do to them can make conditions fail that held, and
 * never the other way round. `fuel := fuel - 1` under `when fuel > 0` lets nothing happen that would not have happened.
 */
import type { Expression } from "../../model/expression.ts";
import { everyExpression, partsOf } from "../../model/expression_parts.ts";
import type { Assignment, System } from "../../model/model.ts";
import type { CheckContext } from "../context.ts";
import { rangeOf } from "./ranges.ts";

/** Which way a value goes, or which way it must go for a condition to come true; `both` if nobody can say. */
type Trend = "up" | "down" | "both";

/** By name, the expectations of a system that can only brake. */
export function findBrakes(system: System, { shared }: CheckContext): ReadonlySet<string> {
  const trends = new Map<string, { set: Trend | undefined; asked: Trend | undefined }>();
  for (const { name } of system.expectations) trends.set(name, { set: undefined, asked: undefined });
  const join = (name: string, key: "set" | "asked", trend: Trend): void => {
    const known = trends.get(name);
    if (known !== undefined) known[key] = joined(known[key], trend);
  };
  const ask = (condition: Expression | undefined, surely: boolean): void => {
    if (condition === undefined) return;
    for (const name of namesIn(condition)) join(name, "asked", surely ? trendFor(condition, name) : "both");
  };

  for (const { when } of system.sensitivities) ask(when, true);
  for (const { clauses } of system.programs) {
    for (const { yields, effects } of clauses) {
      ask(yields, false);
      for (const effect of effects) {
        if (effect.kind === "emit") for (const { value } of effect.args) ask(value, false);
        else {
          join(effect.target.text, "set", trendOf(effect));
          for (const name of namesIn(effect.value)) {
            if (name !== effect.target.text) join(name, "asked", "both");
          }
        }
      }
    }
  }
  for (const { rules, choices, otherwises } of shared.decisionLists(system)) {
    // Where a condition fails, what comes after it may happen instead.
    const clauses = [...rules, ...choices, ...otherwises].map(({ clause }) => clause);
    let instead = false;
    for (const clause of clauses.toReversed()) {
      ask(clause.when, !instead && !(clause.kind === "choice" && choices.length > 1));
      instead ||= clause.effects.length > 0;
    }
  }
  const brakes = [...trends].filter(
    ([, { set, asked }]) => (set === "up" && asked === "down") || (set === "down" && asked === "up"),
  );
  return new Set(brakes.map(([name]) => name));
}

function joined(one: Trend | undefined, other: Trend): Trend {
  return one === undefined || one === other ? other : "both";
}

function flipped(trend: Trend): Trend {
  return trend === "both" ? "both" : trend === "up" ? "down" : "up";
}

function namesIn(expression: Expression): ReadonlySet<string> {
  const names = new Set<string>();
  for (const part of everyExpression(expression)) if (part.kind === "expectation") names.add(part.name);
  return names;
}

function isNamed(expression: Expression, name: string): boolean {
  return expression.kind === "expectation" && expression.name === name;
}

/** Which way an assignment moves what it sets. */
function trendOf({ target, value }: Assignment): Trend {
  if (value.kind === "boolean") return value.value ? "up" : "down";
  const itself = (operand: Expression): boolean => isNamed(operand, target.text);
  if (value.kind === "call" && value.args.some(itself)) {
    return value.function === "min" ? "down" : value.function === "max" ? "up" : "both";
  }
  if (value.kind !== "chain") return "both";
  let trend: Trend | undefined;
  let found = 0;
  for (const [position, operand] of value.operands.entries()) {
    const operator = position === 0 ? "+" : value.operators[position - 1];
    if (operator !== "+" && operator !== "-") return "both";
    if (itself(operand) && operator === "+") found += 1;
    else trend = joined(trend, operator === "+" ? signOf(operand) : flipped(signOf(operand)));
  }
  return found === 1 && trend !== undefined ? trend : "both";
}

function signOf(operand: Expression): Trend {
  const range = rangeOf(operand);
  if (range.kind !== "number") return "both";
  return range.low >= 0 ? "up" : range.high <= 0 ? "down" : "both";
}

/** Which way an expectation must go for the condition to come true. */
function trendFor(condition: Expression, name: string): Trend {
  if (!namesIn(condition).has(name)) return "both";
  switch (condition.kind) {
    case "expectation":
      return "up";
    case "not":
      return flipped(trendFor(condition.operand, name));
    case "comparison": {
      const { left, right, operator } = condition;
      if (operator === "=" || operator === "!=") return "both";
      const risesWith = operator === ">" || operator === ">=" ? left : right;
      const fallsWith = risesWith === left ? right : left;
      if (isNamed(risesWith, name) && !namesIn(fallsWith).has(name)) return "up";
      return isNamed(fallsWith, name) && !namesIn(risesWith).has(name) ? "down" : "both";
    }
    case "chain": {
      if (condition.operators.some((operator) => operator !== "and" && operator !== "or")) return "both";
      const trends = partsOf(condition).flatMap((part) =>
        namesIn(part).has(name) ? [trendFor(part, name)] : [],
      );
      return trends.reduce<Trend | undefined>(joined, undefined) ?? "both";
    }
    default:
      return "both";
  }
}
