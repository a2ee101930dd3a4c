/* Types as written to types of the model, and what fits what. */
import { limits } from "../base/limits.ts";
import { placeIn } from "../base/place.ts";
import { unreachable } from "../base/unreachable.ts";
import type * as tree from "../syntax/tree.ts";
import type { Type } from "./expression.ts";
import type { Parameter } from "./model.ts";
import type { Named } from "./problems.ts";
import type { Report } from "./report.ts";

export const unknownType: Type = { kind: "unknown" };
export const numberType: Type = { kind: "number" };
export const booleanType: Type = { kind: "boolean" };
export const textType: Type = { kind: "text" };

export type NumberType = Extract<Type, { kind: "number" }>;
export type EnumerationType = Extract<Type, { kind: "enumeration" }>;

/** `initial`: the value with which what is declared begins. */
export function lowerType(
  node: tree.TypeNode | tree.Missing,
  file: string,
  report: Report,
  initial?: tree.Expression | tree.Missing,
): Type {
  switch (node.kind) {
    case "Missing":
      return unknownType;
    case "BooleanType":
      return booleanType;
    case "NumberType": {
      const low = node.range?.low?.value;
      const high = node.range?.high?.value;
      const unit = node.unit?.value === "" ? undefined : node.unit?.value;
      if (node.range !== undefined && low !== undefined && high !== undefined && low > high) {
        const place = placeIn(file, node.range);
        report.add({ check: "type_mismatch", place, facts: { kind: "empty range", low, high } });
        return { kind: "number", unit };
      }
      const percent =
        node.range?.low?.percent === true || node.range?.high?.percent === true || isPercentage(initial);
      return { kind: "number", low, high, unit, ...(percent && { percent }) };
    }
    case "EnumerationType":
      return node.values.kind === "Missing" ? unknownType : lowerEnumeration(node.values, file, report);
    default:
      return unreachable(node);
  }
}

function isPercentage(node: tree.Expression | tree.Missing | undefined): boolean {
  const number = node?.kind === "Negative" ? node.operand : node;
  return number?.kind === "NumberLiteral" && number.percent === true;
}

function lowerEnumeration(node: tree.EnumerationValues, file: string, report: Report): Type {
  const values = new Map<string, Named>();
  for (const { name } of node.items) {
    if (name.kind === "Missing") continue;
    const place = placeIn(file, name);
    const first = values.get(name.text);
    if (first === undefined) values.set(name.text, { name: name.text, what: "value", place });
    else {
      report.add({
        check: "duplicate_name",
        place,
        facts: { name: name.text, what: "value", first, by: "declaration" },
      });
    }
  }
  return values.size === 0 ? unknownType : { kind: "enumeration", values: [...values.keys()] };
}

/** The parameters of an operation, event or sensitivity; of two of one name the first counts. What is too many is left out. */
export function lowerParameters(
  node: tree.Parameters | undefined,
  owner: Named,
  file: string,
  report: Report,
): readonly Parameter[] {
  if (node === undefined || node.items.length === 0) return [];
  const parameters = new Map<string, Parameter>();
  for (const { name, label, type } of node.items.slice(0, limits.parameters)) {
    const lowered = lowerType(type, file, report);
    if (name.kind === "Missing") continue;
    const place = placeIn(file, name);
    const first = parameters.get(name.text);
    if (first === undefined) {
      parameters.set(name.text, { name: name.text, label: label?.value, type: lowered, place });
    } else {
      const named: Named = { name: name.text, what: "parameter", place: first.place, owner: owner.name };
      report.add({
        check: "duplicate_name",
        place,
        facts: { name: name.text, what: "parameter", first: named, by: "declaration", owner },
      });
    }
  }
  const beyond = node.items[limits.parameters];
  if (beyond !== undefined) {
    const facts = { what: "parameters", limit: limits.parameters, owner } as const;
    report.add({ check: "too_many", place: placeIn(file, beyond), facts });
  }
  return [...parameters.values()];
}

/**
 * The parameters that several triggers have in common: those that each of them has, under one kind of type.
 * The bounds are those that hold for all.
 */
export function commonParameters(lists: readonly (readonly Parameter[])[]): readonly Parameter[] {
  const [first, ...others] = lists;
  if (first === undefined) return [];
  return others.reduce((common, list) => {
    const types = new Map(list.map((parameter) => [parameter.name, parameter.type]));
    return common.flatMap((parameter) => {
      const other = types.get(parameter.name);
      const type = other && commonType(parameter.type, other);
      return type === undefined ? [] : [{ ...parameter, type }];
    });
  }, first);
}

function commonType(a: Type, b: Type): Type | undefined {
  if (a.kind === "unknown" || b.kind === "unknown") return unknownType;
  if (a.kind === "number" && b.kind === "number") {
    return {
      kind: "number",
      low: a.low === undefined || b.low === undefined ? undefined : Math.min(a.low, b.low),
      high: a.high === undefined || b.high === undefined ? undefined : Math.max(a.high, b.high),
      unit: a.unit === b.unit ? a.unit : undefined,
      ...(a.percent === true && b.percent === true && { percent: true }),
    };
  }
  if (a.kind === "enumeration" && b.kind === "enumeration") {
    return { kind: "enumeration", values: [...new Set([...a.values, ...b.values])] };
  }
  return a.kind === b.kind ? a : undefined;
}

/** Whether two numbers count as equal: they differ by no more than 1e-9 times the largest of 1 and their magnitudes. */
export function equalNumbers(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

export function withinBounds(value: number, { low, high }: NumberType): boolean {
  return (
    (low === undefined || value >= low || equalNumbers(value, low)) &&
    (high === undefined || value <= high || equalNumbers(value, high))
  );
}
