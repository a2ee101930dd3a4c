/* Expressions that are always well typed, though not always free of faults. */
import type { Choice, Dice } from "./dice.ts";
import { literal } from "./types.ts";
import type { Kind, Scope, Variable } from "./types.ts";

/** A text, how tightly it holds together, and whether it is made of numbers alone (its value is then checked). */
interface Text {
  readonly text: string;
  readonly tightness: number;
  readonly constant?: boolean;
}

const loosest = { or: 0, and: 1, not: 2, comparison: 3, sum: 4, product: 5, unary: 6, power: 7, primary: 8 };

function bracketed({ text, tightness }: Text, least: number): string {
  return tightness < least || (least > loosest.sum && text.startsWith("-")) ? `(${text})` : text;
}

function primary(text: string): Text {
  return { text, tightness: loosest.primary };
}

/** An expression of a type, fit to be put into what has that type. */
export function expression(dice: Dice, scope: Scope, type: Kind, depth = 2): string {
  switch (type.kind) {
    case "number": {
      const made = number(dice, scope, depth);
      const bounded = type.low !== undefined || type.high !== undefined;
      // A constant outside the bounds is an error.
      return made.constant === true && bounded ? literal(dice, type) : made.text;
    }
    case "boolean":
      return truth(dice, scope, depth).text;
    case "enumeration":
      return word(dice, scope, type.values);
  }
}

export function condition(dice: Dice, scope: Scope, depth = 2): string {
  return truth(dice, scope, depth).text;
}

function ofKind(scope: Scope, kind: Kind["kind"]): Variable[] {
  return scope.variables.filter(({ type }) => type.kind === kind);
}

function word(dice: Dice, { variables, designated }: Scope, values: readonly string[]): string {
  const fitting = variables.filter(
    ({ type }) => type.kind === "enumeration" && type.values.every((value) => values.includes(value)),
  );
  const variable = dice.pick(fitting);
  const given = designated.length > 0 && designated.every((value) => values.includes(value));
  return dice.one(
    [1, () => literal(dice, { kind: "enumeration", values })],
    [variable === undefined ? 0 : 2, () => variable?.text ?? ""],
    [given ? 2 : 0, () => "designated"],
  );
}

function number(dice: Dice, scope: Scope, depth: number): Text {
  const variable = dice.pick(ofKind(scope, "number"));
  const counted = dice.pick(scope.countable);
  const leaves: Choice<Text>[] = [
    [2, () => numberLiteral(dice)],
    [variable === undefined ? 0 : 6, () => primary(variable?.text ?? "")],
    [counted === undefined ? 0 : 1, () => primary(`count(${counted ?? ""})`)],
    [1, () => primary("step")],
    [scope.draws ? 0.5 : 0, () => primary(dice.pick(["uniform(0, 5)", "normal(2, 1)"]) ?? "")],
  ];
  if (depth <= 0) return dice.one(...leaves);
  const inner = (): Text => number(dice, scope, depth - 1);
  const argument = (): string => inner().text;
  return dice.one<Text>(
    [12, () => dice.one(...leaves)],
    [4, () => chain(dice, inner, ["+", "-"], loosest.sum)],
    [3, () => chain(dice, inner, ["*", "/"], loosest.product)],
    [1, () => negative(inner())],
    [1, () => powerOf(dice, inner)],
    [1, () => primary(`${dice.pick(["min", "max"]) ?? ""}(${dice.several(2, 3, argument).join(", ")})`)],
    [2, () => primary(`${dice.pick(["abs", "round", "floor", "ceil"]) ?? ""}(${argument()})`)],
    [1, () => primary(`${dice.pick(["sqrt", "log", "exp"]) ?? ""}(${argument()})`)],
    [1, () => primary(`mod(${argument()}, ${argument()})`)],
    [scope.draws ? 1 : 0, () => primary(`uniform(${argument()}, ${argument()})`)],
    [scope.draws ? 1 : 0, () => primary(`normal(${argument()}, ${argument()})`)],
  );
}

function numberLiteral(dice: Dice): Text {
  const text = literal(dice, { kind: "number" });
  return { text, tightness: text.startsWith("-") ? loosest.unary : loosest.primary, constant: true };
}

/** Two or three operands; the division is sometimes by what may be nothing. */
function chain(dice: Dice, inner: () => Text, operators: readonly string[], tightness: number): Text {
  const operands = dice.several(2, 3, inner);
  const text = operands
    .map((operand, index) =>
      index === 0
        ? bracketed(operand, tightness)
        : `${dice.pick(operators) ?? ""} ${bracketed(operand, tightness + 1)}`,
    )
    .join(" ");
  return { text, tightness, constant: operands.every((operand) => operand.constant === true) };
}

function negative(inner: Text): Text {
  const text = `-${bracketed(inner, loosest.power)}`;
  return { text, tightness: loosest.unary, constant: inner.constant === true };
}

function powerOf(dice: Dice, inner: () => Text): Text {
  const exponent = dice.chance(0.3)
    ? bracketed(inner(), loosest.power)
    : (dice.pick(["2", "0.5", "-1", "3"]) ?? "2");
  return { text: `${bracketed(inner(), loosest.primary)}^${exponent}`, tightness: loosest.power };
}

/** A probability, now and then one that is none. */
export function probabilityText(dice: Dice, scope: Scope): string {
  const variable = dice.pick(ofKind(scope, "number"))?.text;
  return dice.one(
    [4, () => dice.pick(["50%", "30%", "1", "0", "0.8"]) ?? "1"],
    [variable === undefined ? 0 : 3, () => `${variable ?? ""} / 10`],
    [variable === undefined ? 0 : 1, () => variable ?? ""],
    [scope.draws ? 1 : 0, () => "uniform(0, 1.2)"],
    [1, () => `min(1, abs(${number(dice, scope, 1).text}))`],
  );
}

function truth(dice: Dice, scope: Scope, depth: number): Text {
  const flag = dice.pick(ofKind(scope, "boolean"));
  const enumerated = dice.pick(ofKind(scope, "enumeration"));
  const value = dice.pick(scope.designated);
  const leaves: Choice<Text>[] = [
    [6, () => comparison(dice, scope, depth - 1)],
    [flag === undefined ? 0 : 3, () => primary(flag?.text ?? "")],
    [flag === undefined ? 0 : 1, () => equality(dice, flag?.text ?? "", dice.pick(["true", "false"]) ?? "")],
    [
      enumerated === undefined ? 0 : 3,
      () => equality(dice, enumerated?.text ?? "", wordBeside(dice, scope, enumerated)),
    ],
    [value === undefined ? 0 : 1, () => equality(dice, "designated", value ?? "")],
    [0.5, () => primary(dice.pick(["true", "false"]) ?? "")],
    [scope.draws ? 1 : 0, () => primary(`chance(${probabilityText(dice, scope)})`)],
  ];
  if (depth <= 0) return dice.one(...leaves);
  const inner = (): Text => truth(dice, scope, depth - 1);
  return dice.one<Text>(
    [10, () => dice.one(...leaves)],
    [2, () => joined(dice, inner, "and", loosest.and)],
    [2, () => joined(dice, inner, "or", loosest.or)],
    [1, () => ({ text: `not ${bracketed(inner(), loosest.not)}`, tightness: loosest.not })],
  );
}

function joined(dice: Dice, inner: () => Text, operator: string, tightness: number): Text {
  const operands = dice.several(2, 3, () => bracketed(inner(), tightness + 1));
  return { text: operands.join(` ${operator} `), tightness };
}

function comparison(dice: Dice, scope: Scope, depth: number): Text {
  const operator = dice.pick([">", "<", ">=", "<=", "=", "!="]) ?? "";
  const sides = [number(dice, scope, depth), number(dice, scope, depth)].map((side) =>
    bracketed(side, loosest.sum),
  );
  return { text: sides.join(` ${operator} `), tightness: loosest.comparison };
}

function equality(dice: Dice, left: string, right: string): Text {
  return { text: `${left} ${dice.chance(0.3) ? "!=" : "="} ${right}`, tightness: loosest.comparison };
}

function wordBeside(dice: Dice, scope: Scope, variable: Variable | undefined): string {
  if (variable?.type.kind !== "enumeration") return "";
  const { text, type } = variable;
  const others = scope.variables.filter((other) => other.text !== text);
  return word(dice, { ...scope, variables: others, designated: [] }, type.values);
}
