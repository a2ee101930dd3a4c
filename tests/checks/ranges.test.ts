import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyOf } from "../../src/checks/support/expression_key.ts";
import { shadowedIn, isExhaustive } from "../../src/checks/support/decisions.ts";
import type { DecisionList } from "../../src/checks/support/programs.ts";
import { alwaysHolds, neverHolds, rangeOf } from "../../src/checks/support/ranges.ts";
import type { Expression, Type } from "../../src/model/expression.ts";
import type { Clause, Program } from "../../src/model/model.ts";

/*
 * Claims about conditions are held against a plain evaluator on random values within the declared bounds: what is
 * said to hold always, or never, or to be shadowed, must be so for each of them.
 */
const place = { file: "test", start: 0, end: 0 };
const truth: Type = { kind: "boolean" };
const mood: Type = { kind: "enumeration", values: ["calm", "tense", "wild"] };

interface Variable {
  readonly name: string;
  readonly type: Type;
  readonly values: readonly (number | boolean | string)[];
}

const variables: readonly Variable[] = [
  numeric("x", 0, 5, [0, 1, 2, 2.5, 3, 5, 5 + 4e-9]),
  numeric("y", -3, 3, [-3, -1, 0, 0.5, 3]),
  numeric("z", undefined, undefined, [-1e6, -2, 0, 2, 3, 1e6]),
  { name: "flag", type: truth, values: [true, false] },
  { name: "mood", type: mood, values: ["calm", "tense", "wild"] },
];

function numeric(
  name: string,
  low: number | undefined,
  high: number | undefined,
  values: readonly number[],
): Variable {
  return { name, type: { kind: "number", low, high }, values };
}

function parameter({ name, type }: Variable): Expression {
  return { kind: "parameter", name, type, place };
}

const numbers = variables.filter(({ type }) => type.kind === "number");

function numberLiteral(value: number): Expression {
  return { kind: "number", value, type: { kind: "number" }, place };
}

const numericExpression: fc.Memo<Expression> = fc.memo((depth) => {
  const leaf = fc.oneof(
    fc.constantFrom(...numbers.map(parameter)),
    fc.constantFrom(-3, -1, 0, 0.5, 1, 2, 2.5, 3, 5, 6).map(numberLiteral),
  );
  if (depth <= 1) return leaf;
  const smaller = numericExpression(depth - 1);
  const type: Type = { kind: "number" };
  return fc.oneof(
    leaf,
    fc
      .tuple(fc.constantFrom<"+" | "-" | "*" | "/">("+", "-", "*", "/"), smaller, smaller)
      .map(([operator, left, right]): Expression => ({
        kind: "chain",
        operators: [operator],
        operands: [left, right],
        type,
        place,
      })),
    fc
      .tuple(fc.constantFrom<"min" | "max" | "mod">("min", "max", "mod"), smaller, smaller)
      .map(([name, left, right]): Expression => ({
        kind: "call",
        function: name,
        args: [left, right],
        type,
        place,
      })),
    fc
      .tuple(
        fc.constantFrom<"abs" | "floor" | "ceil" | "round" | "sqrt" | "log" | "exp">(
          "abs",
          "floor",
          "ceil",
          "round",
          "sqrt",
          "log",
          "exp",
        ),
        smaller,
      )
      .map(([name, argument]): Expression => ({
        kind: "call",
        function: name,
        args: [argument],
        type,
        place,
      })),
    smaller.map((operand): Expression => ({ kind: "negative", operand, type, place })),
    fc.tuple(smaller, fc.constantFrom(0, 1, 2, 3)).map(([base, exponent]): Expression => ({
      kind: "power",
      base,
      exponent: numberLiteral(exponent),
      type,
      place,
    })),
  );
});

const condition: fc.Memo<Expression> = fc.memo((depth) => {
  const operators = fc.constantFrom<"=" | "!=" | "<" | "<=" | ">" | ">=">("=", "!=", "<", "<=", ">", ">=");
  const comparison = fc
    .tuple(operators, numericExpression(2), numericExpression(2))
    .map(([operator, left, right]): Expression => ({
      kind: "comparison",
      operator,
      left,
      right,
      type: truth,
      place,
    }));
  const ofMood = fc
    .tuple(fc.constantFrom<"=" | "!=">("=", "!="), fc.constantFrom("calm", "tense", "wild"))
    .map(([operator, value]): Expression => ({
      kind: "comparison",
      operator,
      left: { kind: "parameter", name: "mood", type: mood, place },
      right: { kind: "value", value, type: mood, place },
      type: truth,
      place,
    }));
  const flag = fc.constant<Expression>({ kind: "parameter", name: "flag", type: truth, place });
  const leaf = fc.oneof({ weight: 4, arbitrary: comparison }, ofMood, flag);
  if (depth <= 1) return leaf;
  const smaller = condition(depth - 1);
  return fc.oneof(
    leaf,
    smaller.map((operand): Expression => ({ kind: "not", operand, type: truth, place })),
    fc
      .tuple(fc.constantFrom<"and" | "or">("and", "or"), fc.array(smaller, { minLength: 2, maxLength: 3 }))
      .map(([operator, operands]): Expression => ({
        kind: "chain",
        operators: operands.slice(1).map(() => operator),
        operands,
        type: truth,
        place,
      })),
  );
});

type Values = ReadonlyMap<string, number | boolean | string>;

const anyValues: fc.Arbitrary<Values> = fc
  .tuple(...variables.map(({ values }) => fc.constantFrom(...values)))
  .map((values) => new Map(variables.map(({ name }, index) => [name, values[index] ?? 0] as const)));

/** What an expression comes to; undefined where something in it comes to no number. */
function evaluated(expression: Expression, values: Values): number | boolean | string | undefined {
  switch (expression.kind) {
    case "number":
    case "value":
      return expression.value;
    case "parameter":
      return values.get(expression.name);
    case "negative":
      return finite(-amount(expression.operand, values));
    case "not": {
      const operand = evaluated(expression.operand, values);
      return operand === undefined ? undefined : operand !== true;
    }
    case "power": {
      let result = 1;
      for (let count = 0; count < amount(expression.exponent, values); count += 1)
        result *= amount(expression.base, values);
      return finite(result);
    }
    case "comparison":
      return compared(
        expression.operator,
        evaluated(expression.left, values),
        evaluated(expression.right, values),
      );
    case "chain": {
      const operands = expression.operands.map((operand) => evaluated(operand, values));
      if (operands.includes(undefined)) return undefined;
      if (expression.operators[0] === "and") return operands.every((operand) => operand === true);
      if (expression.operators[0] === "or") return operands.includes(true);
      return finite(
        operands
          .map(Number)
          .reduce((total, operand, index) => calculated(total, expression.operators[index - 1], operand)),
      );
    }
    case "call":
      return finite(
        called(
          expression.function,
          expression.args.map((each) => amount(each, values)),
        ),
      );
    default:
      throw new Error(`the test makes no ${expression.kind}`);
  }
}

function amount(expression: Expression, values: Values): number {
  const value = evaluated(expression, values);
  return typeof value === "number" ? value : Number.NaN;
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

function calculated(left: number, operator: string | undefined, right: number): number {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    default:
      return left / right;
  }
}

function called(name: string, [first = 0, second = 0]: readonly number[]): number {
  switch (name) {
    case "min":
      return Math.min(first, second);
    case "max":
      return Math.max(first, second);
    case "mod":
      return first % second !== 0 && first < 0 !== second < 0 ? (first % second) + second : first % second;
    case "abs":
      return Math.abs(first);
    case "floor":
      return Math.floor(first);
    case "ceil":
      return Math.ceil(first);
    case "round":
      return Math.sign(first) * Math.round(Math.abs(first));
    case "sqrt":
      return Math.sqrt(first);
    case "log":
      return Math.log(first);
    default:
      return Math.exp(first);
  }
}

function compared(
  operator: string,
  left: number | boolean | string | undefined,
  right: number | boolean | string | undefined,
): boolean | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (typeof left !== "number" || typeof right !== "number") return (left === right) === (operator === "=");
  const equal = Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(left), Math.abs(right));
  switch (operator) {
    case "=":
      return equal;
    case "!=":
      return !equal;
    case "<":
      return left < right && !equal;
    case "<=":
      return left < right || equal;
    case ">":
      return left > right && !equal;
    default:
      return left > right || equal;
  }
}

describe("what is claimed about conditions", () => {
  it("is so for all values within the declared bounds", () => {
    fc.assert(
      fc.property(condition(3), fc.array(anyValues, { minLength: 20, maxLength: 20 }), (when, cases) => {
        const always = alwaysHolds(when);
        const never = neverHolds(when);
        for (const values of cases) {
          const result = evaluated(when, values);
          if (always) expect(result).toBe(true);
          if (never) expect(result).not.toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("bounds what numbers come to", () => {
    fc.assert(
      fc.property(
        numericExpression(3),
        fc.array(anyValues, { minLength: 20, maxLength: 20 }),
        (sum, cases) => {
          const range = rangeOf(sum);
          if (range.kind !== "number") throw new Error("a sum is a number");
          for (const values of cases) {
            const result = evaluated(sum, values);
            if (typeof result !== "number") expect(range.breaks).toBe(true);
            else {
              expect(result).toBeGreaterThanOrEqual(range.low);
              expect(result).toBeLessThanOrEqual(range.high);
            }
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe("what is claimed about decision lists", () => {
  const program: Program = {
    name: "p",
    form: "conditional",
    triggers: [],
    amends: [],
    clauses: [],
    citations: [],
    place,
    namePlace: place,
  };
  const rule = condition(2).map((when): Clause => ({
    kind: "rule",
    when,
    value: undefined,
    effects: [],
    place,
  }));
  const lists = fc.array(rule, { minLength: 1, maxLength: 5 }).map((rules): DecisionList => ({
    triggers: [{ kind: "sensitivity", name: "s", place }],
    programs: [program],
    rules: rules.map((clause) => ({ program, clause })),
    choices: [],
    otherwises: [],
  }));

  it("holds in every case: a shadowed clause never decides, and an exhaustive list always does", () => {
    fc.assert(
      fc.property(lists, fc.array(anyValues, { minLength: 20, maxLength: 20 }), (list, cases) => {
        const shadowed = new Set(shadowedIn(list).map(({ clause }) => clause));
        const exhaustive = isExhaustive(list);
        for (const values of cases) {
          const deciding = list.rules.find(
            ({ clause }) => clause.when !== undefined && evaluated(clause.when, values) === true,
          );
          if (deciding !== undefined) expect(shadowed.has(deciding.clause)).toBe(false);
          if (exhaustive) expect(deciding).toBeDefined();
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe("keys of expressions", () => {
  it("are the same only where the value is", () => {
    const draw: Expression = {
      kind: "call",
      function: "chance",
      args: [numberLiteral(0.5)],
      type: truth,
      place,
    };
    expect(keyOf(draw)).toBeUndefined();
    expect(keyOf({ kind: "not", operand: draw, type: truth, place })).toBeUndefined();
  });
});
