import { limits } from "../base/limits.ts";
import type { Building } from "./build.ts";
import type { ChainOperator, Expression, Negative, Power } from "./tree.ts";

/**
 * The operators, from the loosest to the tightest. Comparisons do not chain; `^` binds to the right, and tighter than
 * the minus before it: -2^2 is -4.
 */
export const levels = [
  { operators: ["or"], form: "chain" },
  { operators: ["and"], form: "chain" },
  { operators: ["not"], form: "prefix" },
  { operators: ["=", "!=", "<", "<=", ">", ">="], form: "single" },
  { operators: ["+", "-"], form: "chain" },
  { operators: ["*", "/"], form: "chain" },
  { operators: ["-"], form: "prefix" },
  { operators: ["^"], form: "right" },
] as const;

export type SumOperator = "+" | "-" | "*" | "/" | "^";

/** An operand of a sum as it stands in the text: the offsets of the minus signs before it, and what they stand before. */
export interface Operand {
  readonly minus: readonly number[];
  readonly primary: Expression;
}

function chain(operands: readonly Expression[], operators: readonly ChainOperator[]): Expression {
  const first = operands[0];
  const last = operands.at(-1);
  if (first === undefined || last === undefined) throw new Error("a chain has operands");
  if (operators.length === 0) return first;
  return { kind: "Chain", start: first.start, end: last.end, operators, operands };
}

/** Makes `or` and `and` chains of conditions in the order of the text. */
export function buildConditions(
  conditions: readonly Expression[],
  operators: readonly ("or" | "and")[],
): Expression {
  const alternatives: Expression[] = [];
  let conjuncts: Expression[] = [];
  const closeConjunction = (): void => {
    alternatives.push(
      chain(
        conjuncts,
        conjuncts.slice(1).map(() => "and"),
      ),
    );
    conjuncts = [];
  };
  conditions.forEach((condition, index) => {
    if (index > 0 && operators[index - 1] === "or") closeConjunction();
    conjuncts.push(condition);
  });
  closeConjunction();
  return chain(
    alternatives,
    alternatives.slice(1).map(() => "or"),
  );
}

/**
 * Makes the tree of a sum from its operands in the order of the text. Powers in a row beyond the limit of nesting are
 * dropped; `tooDeep` is then called once.
 */
export function buildSum(
  operands: readonly Operand[],
  operators: readonly SumOperator[],
  tooDeep: () => void,
): Expression {
  const terms: Expression[] = [];
  const termOperators: ("+" | "-")[] = [];
  let factors: Expression[] = [];
  let factorOperators: ("*" | "/")[] = [];
  let index = 0;
  const closeTerm = (): void => {
    terms.push(chain(factors, factorOperators));
    factors = [];
    factorOperators = [];
  };
  while (index < operands.length) {
    let end = index;
    while (operators[end] === "^") end += 1;
    if (end - index > limits.nesting) tooDeep();
    factors.push(buildPower(operands.slice(index, Math.min(end, index + limits.nesting) + 1)));
    const operator = operators[end];
    if (operator === "*" || operator === "/") factorOperators.push(operator);
    else {
      closeTerm();
      if (operator === "+" || operator === "-") termOperators.push(operator);
    }
    index = end + 1;
  }
  return chain(terms, termOperators);
}

/** `-a ^ -b ^ c` is `-(a ^ (-(b ^ c)))`. */
function buildPower(operands: readonly Operand[]): Expression {
  let exponent: Expression | undefined;
  for (const { minus, primary } of operands.toReversed()) {
    let built: Expression = primary;
    if (exponent !== undefined) {
      const power: Power = {
        kind: "Power",
        start: primary.start,
        end: exponent.end,
        base: primary,
        exponent,
      };
      built = power;
    }
    for (const start of minus.toReversed()) {
      const negative: Building<Negative> = { kind: "Negative", start, end: built.end, operand: built };
      built = negative;
    }
    exponent = built;
  }
  if (exponent === undefined) throw new Error("a power has operands");
  return exponent;
}
