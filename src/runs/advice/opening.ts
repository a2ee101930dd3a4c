/*
 * With which other values a condition would have come out otherwise: numbers that stand in it, and the initial values of what
 * it reads. What the other side of a comparison was in the run says how far a number has to go.
 */
import { computedAgain } from "../../engine/inquiry/compute.ts";
import { valueAt, type Standing } from "../../engine/inquiry/readings.ts";
import { shownValue } from "../../engine/values.ts";
import type { Edit } from "../../diagnostics/diagnostic.ts";
import type { Expression, Type } from "../../model/expression.ts";
import type { OtherValue } from "./change.ts";
import type { Ground } from "./ground.ts";
import { beyond, writtenNumber } from "../written_number.ts";

export interface Turn {
  readonly values: readonly OtherValue[];
  readonly edits: readonly Edit[];
}

type Comparison = Extract<Expression, { kind: "comparison" }>;
type Operator = Comparison["operator"];

const opposite: Readonly<Record<Operator, Operator>> = {
  "=": "!=",
  "!=": "=",
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
};
const mirrored: Readonly<Record<Operator, Operator>> = {
  "=": "=",
  "!=": "!=",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};

/** So many parts of a condition are turned together. */
const mostParts = 4;

/** The smallest changes by which a condition that was looked at there comes out as wanted. Empty if none is known. */
export function turnsOf(
  expression: Expression,
  wanted: boolean,
  standing: Standing,
  ground: Ground,
): readonly Turn[] {
  const { inquiry, context } = ground;
  const numberOf = (part: Expression): number | undefined =>
    computedAgain(inquiry, part, (_, read) => valueAt(inquiry, read, standing));
  return turns(expression, wanted);

  function turns(part: Expression, want: boolean): readonly Turn[] {
    switch (part.kind) {
      case "not":
        return turns(part.operand, !want);
      case "chain": {
        const [operator] = part.operators;
        if (operator !== "and" && operator !== "or") return [];
        // All parts of an `and` must hold, and all of an `or` must fail; for the other outcome one is enough.
        const needsAll = (operator === "and") === want;
        return needsAll
          ? together(part.operands, want)
          : part.operands.flatMap((operand) => turns(operand, want));
      }
      case "comparison":
        return part.left.type.kind === "number" ? turnsOfNumbers(part, want) : turnsOfWords(part, want);
      case "expectation":
        return otherInitial(part, String(want));
      default:
        return [];
    }
  }

  /** Those that came out otherwise, all turned; undefined ones are left as they are. */
  function together(parts: readonly Expression[], want: boolean): readonly Turn[] {
    const wrong = parts.filter((part) => numberOf(part) !== (want ? 1 : 0));
    if (wrong.length === 0 || wrong.length > mostParts) return [];
    const [first, ...others] = wrong.map((part) => turns(part, want));
    return others.reduce<readonly Turn[]>(
      (all, next) => all.flatMap((turn) => next.slice(0, 1).map((more) => joined(turn, more))),
      first ?? [],
    );
  }

  function turnsOfNumbers({ left, right, operator }: Comparison, want: boolean): readonly Turn[] {
    const asked = want ? operator : opposite[operator];
    return [
      ...otherNumber(right, numberOf(left), mirrored[asked], left.type),
      ...otherNumber(left, numberOf(right), asked, right.type),
    ];
  }

  /** `side asked other`: another number for the side. */
  function otherNumber(
    side: Expression,
    other: number | undefined,
    asked: Operator,
    otherType: Type,
  ): readonly Turn[] {
    if (other === undefined) return [];
    const wants = asked === "<" || asked === "<=" ? "below" : asked === "=" ? "at" : "above";
    const strict = asked === "<" || asked === ">" || asked === "!=";
    const literal = literalOf(side);
    if (literal !== undefined) {
      const whole = Number.isInteger(literal);
      const to = beyond(other, wants, { strict, whole });
      return to === undefined ? [] : [turnTo(side, undefined, to, false, otherType)];
    }
    if (side.kind !== "expectation") return [];
    const expectation = context.index.expectation(side.owner, side.name);
    const initial = expectation && literalOf(expectation.initial);
    if (expectation === undefined || initial === undefined) return [];
    const to = beyond(other, wants, { strict, whole: Number.isInteger(initial), within: expectation.type });
    if (to === undefined) return [];
    return [
      turnTo(expectation.initial, inquiry.part(side), to, expectation.mode === "normative", expectation.type),
    ];
  }

  function turnTo(
    expression: Expression,
    name: string | undefined,
    to: number,
    normative: boolean,
    type?: Type,
  ): Turn {
    const from = inquiry.text(expression.place);
    const percent = from.endsWith("%") || (type?.kind === "number" && type.percent === true);
    const text = writtenNumber(to, percent);
    return { values: [{ name, from, to: text, normative }], edits: [{ place: expression.place, text }] };
  }

  /** Of truths and enumerated values. */
  function turnsOfWords({ left, right, operator }: Comparison, want: boolean): readonly Turn[] {
    const equal = (operator === "=") === want;
    return [
      [left, right],
      [right, left],
    ].flatMap(([side, other]) => {
      if (side?.kind !== "expectation" || other === undefined) return [];
      const value = wordOf(other);
      if (value === undefined) return [];
      if (equal) return otherInitial(side, value);
      const instead =
        side.type.kind === "boolean"
          ? String(value !== "true")
          : side.type.kind === "enumeration"
            ? side.type.values.find((each) => each !== value)
            : undefined;
      return instead === undefined ? [] : otherInitial(side, instead);
    });
  }

  function wordOf(part: Expression): string | undefined {
    if (part.kind === "value" || part.kind === "boolean") return String(part.value);
    const value = valueAt(inquiry, part, standing);
    return value === undefined ? undefined : shownValue(value, part.type);
  }

  function otherInitial(part: Extract<Expression, { kind: "expectation" }>, to: string): readonly Turn[] {
    const expectation = context.index.expectation(part.owner, part.name);
    const initial = expectation?.initial;
    if (initial?.kind !== "boolean" && initial?.kind !== "value") return [];
    const from = inquiry.text(initial.place);
    if (from === to) return [];
    const value = { name: inquiry.part(part), from, to, normative: expectation?.mode === "normative" };
    return [{ values: [value], edits: [{ place: initial.place, text: to }] }];
  }
}

/** A number as it is written, perhaps below nought; undefined of anything else. */
export function literalOf(expression: Expression): number | undefined {
  if (expression.kind === "number") return expression.value;
  if (expression.kind !== "negative" || expression.operand.kind !== "number") return undefined;
  return -expression.operand.value;
}

function joined(one: Turn, other: Turn): Turn {
  return { values: [...one.values, ...other.values], edits: [...one.edits, ...other.edits] };
}
