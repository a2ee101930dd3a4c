/*
 * How far an aim is off, in two runs. Regulation works by a difference between what is and what should be, which it wants to
 * be smaller (Luhmann 1988, Die Wirtschaft der Gesellschaft, ch. 10).
 */
import type { Expression } from "../model/expression.ts";
import { less } from "./compare.ts";
import type { Observer } from "./compiled.ts";
import type { Compute, Decide } from "./frame.ts";
import type { State } from "./state.ts";

/** An aim made ready to be looked at. */
export type CompiledAim =
  | { readonly kind: "and" | "or"; readonly expression: Expression; readonly parts: readonly CompiledAim[] }
  /** Two numbers that are compared: it has a distance. */
  | {
      readonly kind: "numbers";
      readonly expression: Expression;
      readonly decide: Decide;
      readonly left: Compute;
      readonly right: Compute;
    }
  | { readonly kind: "condition"; readonly expression: Expression; readonly decide: Decide };

/** An aim as it is in a run. */
export type Aimed =
  | {
      readonly kind: "and" | "or";
      readonly aim: CompiledAim;
      readonly holds: boolean;
      readonly parts: readonly Aimed[];
    }
  | {
      readonly kind: "numbers";
      readonly aim: CompiledAim;
      readonly holds: boolean;
      /** The two sides, and how far they lie apart; undefined where they have no result. */
      readonly sides: { readonly left: number; readonly right: number; readonly apart: number } | undefined;
    }
  | { readonly kind: "condition"; readonly aim: CompiledAim; readonly holds: boolean };

export function compileAim(expression: Expression, observer: Observer, place: string): CompiledAim {
  const decide = () => observer.condition(expression, place);
  if (expression.kind === "chain") {
    const [operator] = expression.operators;
    if (operator === "and" || operator === "or") {
      const parts = expression.operands.map((operand) => compileAim(operand, observer, place));
      return { kind: operator, expression, parts };
    }
  }
  if (expression.kind === "comparison" && expression.left.type.kind === "number") {
    const left = observer.number(expression.left, place);
    const right = observer.number(expression.right, place);
    return { kind: "numbers", expression, decide: decide(), left, right };
  }
  return { kind: "condition", expression, decide: decide() };
}

/** Looks at an aim. What has no result does not hold, and is told to `faulted`. */
export function lookAt(aim: CompiledAim, state: State, faulted: (error: unknown) => void): Aimed {
  switch (aim.kind) {
    case "and":
    case "or": {
      const parts = aim.parts.map((part) => lookAt(part, state, faulted));
      const holds = aim.kind === "and" ? parts.every((part) => part.holds) : parts.some((part) => part.holds);
      return { kind: aim.kind, aim, holds, parts };
    }
    case "numbers":
      try {
        const left = aim.left(state);
        const right = aim.right(state);
        return {
          kind: "numbers",
          aim,
          holds: aim.decide(state),
          sides: { left, right, apart: Math.abs(left - right) },
        };
      } catch (error) {
        faulted(error);
        return { kind: "numbers", aim, holds: false, sides: undefined };
      }
    case "condition":
      try {
        return { kind: "condition", aim, holds: aim.decide(state) };
      } catch (error) {
        faulted(error);
        return { kind: "condition", aim, holds: false };
      }
  }
}

/**
 * Whether an aim is further off in one run than in the other: a comparison of numbers if it holds in the other alone, or in
 * neither and its sides lie further apart; any other condition if it holds in the other alone; of `and` one part, of `or` every part.
 */
export function isFurtherOff(one: Aimed, other: Aimed): boolean {
  if ((one.kind === "and" || one.kind === "or") && one.kind === other.kind) {
    const further = one.parts.map((part, index) => {
      const counterpart = other.parts[index];
      return counterpart !== undefined && isFurtherOff(part, counterpart);
    });
    return one.kind === "and" ? further.some(Boolean) : further.every(Boolean);
  }
  if (!one.holds && other.holds) return true;
  if (one.kind !== "numbers" || other.kind !== "numbers" || one.holds) return false;
  return one.sides !== undefined && other.sides !== undefined && less(other.sides.apart, one.sides.apart);
}
