/* What an expression of the model came to at some moment of a run: computed again, from what a trace says it read. */
import type { Expression } from "../../model/expression.ts";
import { everyExpression } from "../../model/expression_parts.ts";
import { compileNumber } from "../expressions.ts";
import { Fault, type Frame } from "../frame.ts";
import { namedPartsOf } from "../reads.ts";
import type { Value } from "../values.ts";
import type { Inquiry } from "./inquiry.ts";

/** The value that a part of an expression had, which is called so in it; undefined if it is not known. */
export type ReadValue = (name: string, part: Expression) => Value | undefined;

/** Its number (of a truth 0 or 1); undefined if it draws lots, reads what is not known, or has no result. */
export function computedAgain(
  { layout: layoutLater }: Inquiry,
  expression: Expression,
  read: ReadValue,
): number | undefined {
  if (drawsLots(expression)) return undefined;
  const layout = layoutLater();
  const values = new Float64Array(layout.slots.length);
  const designated = new Int32Array(layout.systems);
  const parameters = new Map<string, number>();
  const args: number[] = [];
  let step = 0;
  for (const [name, part] of namedPartsOf(expression)) {
    const value = read(name, part);
    if (value === undefined) return undefined;
    const number = typeof value === "string" ? layout.words.number(value) : Number(value);
    switch (part.kind) {
      case "parameter":
        parameters.set(part.name, args.push(number) - 1);
        break;
      case "expectation":
      case "quantity":
        values[layout.slot(part.owner, part.name)] = number;
        break;
      case "designated":
        designated[layout.system(part.owner)] = number;
        break;
      case "step":
        step = number;
        break;
      default:
        return undefined;
    }
  }
  const frame: Frame = {
    values,
    designated,
    counts: new Float64Array(0),
    args: Float64Array.from(args),
    base: 0,
    step,
    draw: () => 0,
  };
  try {
    return compileNumber(expression, { layout, parameters, observer: false, drawing: () => 0 })(frame);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return undefined;
  }
}

function drawsLots(expression: Expression): boolean {
  for (const part of everyExpression(expression)) {
    if (part.kind !== "call") continue;
    if (part.function === "chance" || part.function === "uniform" || part.function === "normal") return true;
  }
  return false;
}

/** Whether a condition that did not hold was stopped by lots that it draws, and by nothing else that is known. */
export function isUpToChance(inquiry: Inquiry, condition: Expression | undefined, read: ReadValue): boolean {
  if (condition === undefined || !drawsLots(condition)) return false;
  if (condition.kind !== "chain" || condition.operators[0] !== "and") return true;
  return condition.operands.every((operand) => computedAgain(inquiry, operand, read) !== 0);
}
