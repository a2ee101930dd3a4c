import type { Type } from "../../model/expression.ts";
import type { Sensitivity, System } from "../../model/model.ts";
import type { CheckContext } from "../context.ts";
import { anyValueOf } from "./proposal.ts";
import { primaryCode } from "./codes.ts";

/**
 * The lines of a program that decides on a sensitivity with both values of the system's code, for the modeller to
 * put the right condition; undefined if the system has no code with two values.
 */
export function programTemplate(
  system: System,
  sensitivity: Sensitivity,
  { index }: CheckContext,
): readonly string[] | undefined {
  const [positive, negative] = primaryCode(system)?.values ?? [];
  if (positive === undefined || negative === undefined) return undefined;
  const [parameter] = sensitivity.parameters;
  const isTaken = (wanted: string): boolean => index.program(system.id, wanted) !== undefined;
  const name = freeName(`on_${sensitivity.name}`, isTaken);
  return [
    `program ${name} conditional on ${sensitivity.name} {`,
    ...(parameter === undefined
      ? []
      : [`  when ${conditionOn(parameter.name, parameter.type)} -> ${positive.name}`]),
    `  otherwise -> ${parameter === undefined ? positive.name : negative.name}`,
    "}",
  ];
}

/** A condition on a parameter that can hold and can fail, as far as its type says. */
function conditionOn(parameter: string, type: Type): string {
  switch (type.kind) {
    case "number":
      return `${parameter} > ${type.low ?? 0}`;
    case "boolean":
      return parameter;
    case "enumeration":
    case "text":
    case "unknown":
      return `${parameter} = ${anyValueOf(type)}`;
  }
}

/** The name, with a number after it if the name is taken. */
export function freeName(wanted: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(wanted)) return wanted;
  let count = 2;
  while (isTaken(`${wanted}_${count}`)) count += 1;
  return `${wanted}_${count}`;
}
