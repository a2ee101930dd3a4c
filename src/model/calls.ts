/* Functions in expressions: what each takes, and what it gives. */
import { nearest } from "../base/near.ts";
import type * as tree from "../syntax/tree.ts";
import { reportMismatch, sameUnit } from "./fit.ts";
import type { Want } from "./fit.ts";
import type { Expression, FunctionName, Type } from "./expression.ts";
import { findPart } from "./paths.ts";
import type { Construct } from "./problems.ts";
import { unknownAt } from "./reading.ts";
import { placeOf } from "./room.ts";
import type { Sight } from "./sight.ts";
import { booleanType, numberType } from "./types.ts";

interface Signature {
  readonly name: FunctionName;
  readonly least: number;
  readonly most?: number;
  /** Whether the result has the unit of the arguments, which then must be the same. */
  readonly keepsUnit: boolean;
  readonly draws?: boolean;
}

const signatures: ReadonlyMap<string, Signature> = new Map(
  (
    [
      { name: "min", least: 2, keepsUnit: true },
      { name: "max", least: 2, keepsUnit: true },
      { name: "abs", least: 1, most: 1, keepsUnit: true },
      { name: "round", least: 1, most: 1, keepsUnit: true },
      { name: "floor", least: 1, most: 1, keepsUnit: true },
      { name: "ceil", least: 1, most: 1, keepsUnit: true },
      { name: "sqrt", least: 1, most: 1, keepsUnit: false },
      { name: "log", least: 1, most: 1, keepsUnit: false },
      { name: "exp", least: 1, most: 1, keepsUnit: false },
      { name: "mod", least: 2, most: 2, keepsUnit: true },
      { name: "chance", least: 1, most: 1, keepsUnit: false, draws: true },
      { name: "uniform", least: 2, most: 2, keepsUnit: true, draws: true },
      { name: "normal", least: 2, most: 2, keepsUnit: true, draws: true },
    ] satisfies Signature[]
  ).map((signature) => [signature.name, signature]),
);

const counting = "count";

/** The functions that an expression may call. */
export const functionNames: readonly string[] = [...signatures.keys(), counting];

/** Lowers an argument, and reports what does not fit what is wanted of it. */
type LowerWanted = (sight: Sight, node: tree.Expression, want: Want) => Expression;

export function lowerCall(sight: Sight, node: tree.Call, lowerWanted: LowerWanted): Expression {
  const name = node.name.text;
  if (name === counting) return lowerCount(sight, node);
  const signature = signatures.get(name);
  if (signature === undefined) {
    for (const argument of node.args.items)
      lowerWanted(sight, argument, { type: { kind: "unknown" }, use: "operand" });
    sight.room.report.unknownName({
      name,
      place: placeOf(sight, node.name),
      wanted: ["function"],
      scope: sight.scope.file.name,
      surroundings: () => ({
        near: nearest(name, functionNames).map((near) => ({ name: near, what: "function" as const })),
        known: functionNames.map((known) => ({ name: known, what: "function" as const })),
      }),
    });
    return unknownAt(sight, node);
  }
  const argumentType: Type = signature.name === "chance" ? { kind: "number", low: 0, high: 1 } : numberType;
  const args = node.args.items.map((argument) =>
    lowerWanted(sight, argument, { type: argumentType, use: "function argument", operator: name }),
  );
  const place = placeOf(sight, node);
  const type = resultOf(sight, signature, args);
  const call: Expression = { kind: "call", function: signature.name, args, type, place };
  checkArity(sight, call, name, args.length, signature.least, signature.most);
  const { withoutChance } = sight;
  if (withoutChance !== undefined && isDrawing(signature.name)) {
    reportMismatch(sight, call, { kind: "chance", function: signature.name, construct: withoutChance });
    return unknownAt(sight, node);
  }
  return call;
}

function resultOf(sight: Sight, signature: Signature, args: readonly Expression[]): Type {
  if (signature.name === "chance") return booleanType;
  return signature.keepsUnit ? sameUnit(sight, args, "function argument", [signature.name]) : numberType;
}

function isDrawing(name: FunctionName): name is "chance" | "uniform" | "normal" {
  return name === "chance" || name === "uniform" || name === "normal";
}

function checkArity(
  sight: Sight,
  call: Expression,
  name: string,
  found: number,
  least: number,
  most: number | undefined,
): void {
  if (found >= least && (most === undefined || found <= most)) return;
  reportMismatch(sight, call, { kind: "arity", function: name, least, most, found });
}

/** `count(law.judgment)`: how often something has happened, which only an observer can say. */
function lowerCount(sight: Sight, node: tree.Call): Expression {
  const unknown = unknownAt(sight, node);
  if (sight.viewpoint.kind !== "observer") {
    reportMismatch(sight, unknown, { kind: "count", construct: constructOf(sight) });
    return unknown;
  }
  const [argument] = node.args.items;
  if (argument === undefined || node.args.items.length > 1) {
    checkArity(sight, unknown, counting, node.args.items.length, 1, 1);
    return unknown;
  }
  if (argument.kind !== "NamePath") {
    if (argument.kind !== "Missing") {
      const wanted = ["operation", "limit", "event"] as const;
      reportMismatch(sight, unknownAt(sight, argument), {
        kind: "not a name",
        construct: counting,
        wanted,
        outcome: placeOf(sight, argument),
        negated: false,
      });
    }
    return unknown;
  }
  const found = findPart(sight, argument, ["operation", "event", "limit"], counting, "bare");
  if (found === undefined) return unknown;
  const { owner, part } = found;
  if (part.kind !== "operation" && part.kind !== "event" && part.kind !== "limit") return unknown;
  return {
    kind: "count",
    of: { kind: part.kind, owner: owner.id, name: part.name, place: placeOf(sight, argument) },
    type: numberType,
    place: placeOf(sight, node),
  };
}

function constructOf({ viewpoint }: Sight): Construct {
  switch (viewpoint.kind) {
    case "system":
    case "channel":
    case "environment":
      return viewpoint.kind;
    case "initial":
      return "initial value";
    case "observer":
      return "expect";
  }
}
