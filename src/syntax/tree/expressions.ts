/* Types, expressions, parameters and arguments. */
import type { Missing, Name, NamePath, NodeOf, Text } from "./words.ts";

// ── Types ──

export interface NumberType extends NodeOf<"NumberType"> {
  readonly range?: Range | undefined;
  readonly unit?: Text | undefined;
}
export interface Range extends NodeOf<"Range"> {
  readonly low?: Bound | undefined;
  readonly high?: Bound | undefined;
}
export interface Bound extends NodeOf<"Bound"> {
  readonly value: number;
  /** Whether it is written as a percentage. */
  readonly percent?: boolean | undefined;
}
export interface BooleanType extends NodeOf<"BooleanType"> {}
export interface EnumerationType extends NodeOf<"EnumerationType"> {
  readonly values: EnumerationValues | Missing;
}
export interface EnumerationValues extends NodeOf<"EnumerationValues"> {
  readonly items: readonly EnumerationValue[];
}
export interface EnumerationValue extends NodeOf<"EnumerationValue"> {
  readonly name: Name | Missing;
  readonly label?: Text | undefined;
}
export type TypeNode = NumberType | BooleanType | EnumerationType;

// ── Expressions ──

/** `12`, `3.5`, `20%` (value 0.2). */
export interface NumberLiteral extends NodeOf<"NumberLiteral"> {
  readonly value: number;
  /** Whether it is written as a percentage. */
  readonly percent?: boolean | undefined;
}
export interface TextLiteral extends NodeOf<"TextLiteral"> {
  readonly value: string;
}
export interface BooleanLiteral extends NodeOf<"BooleanLiteral"> {
  readonly value: boolean;
}
/** `( e )` */
export interface Group extends NodeOf<"Group"> {
  readonly inner: Expression;
}
/** `min(a, b)`, `count(law.judgment)` */
export interface Call extends NodeOf<"Call"> {
  readonly name: Name;
  readonly args: ExpressionList;
}
export interface ExpressionList extends NodeOf<"ExpressionList"> {
  readonly items: readonly Expression[];
}
export type ChainOperator = "or" | "and" | "+" | "-" | "*" | "/";
/**
 * A run of operators of one level, from the left: `a - b + c` has three operands and two operators.
 * Kept flat, so that a sum of ten thousand terms is not ten thousand levels deep.
 */
export interface Chain extends NodeOf<"Chain"> {
  readonly operators: readonly ChainOperator[];
  readonly operands: readonly Expression[];
}
export type ComparisonOperator = "=" | "!=" | "<" | "<=" | ">" | ">=";
export interface Comparison extends NodeOf<"Comparison"> {
  readonly operator: ComparisonOperator;
  readonly left: Expression;
  readonly right: Expression;
}
export interface Not extends NodeOf<"Not"> {
  readonly operand: Expression;
}
export interface Negative extends NodeOf<"Negative"> {
  readonly operand: Expression;
}
export interface Power extends NodeOf<"Power"> {
  readonly base: Expression;
  readonly exponent: Expression;
}
export type Expression =
  | NumberLiteral
  | TextLiteral
  | BooleanLiteral
  | NamePath
  | Call
  | Group
  | Chain
  | Comparison
  | Not
  | Negative
  | Power
  | Missing;

// ── Parameters and arguments ──

export interface Parameters extends NodeOf<"Parameters"> {
  readonly items: readonly Parameter[];
}
export interface Parameter extends NodeOf<"Parameter"> {
  readonly name: Name | Missing;
  readonly label?: Text | undefined;
  readonly type: TypeNode | Missing;
}
export interface Arguments extends NodeOf<"Arguments"> {
  readonly items: readonly Argument[];
}
export interface Argument extends NodeOf<"Argument"> {
  readonly name: Name | Missing;
  readonly value: Expression;
}
