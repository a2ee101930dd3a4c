import { pairKey } from "../../model/canon/names.ts";
import { canonicalCodes, canonicalSystems } from "../../model/canon/systems.ts";
import type { Expression, Type } from "../../model/expression.ts";
import type { System, Trigger } from "../../model/model.ts";
import type { Id } from "../../model/reference.ts";
import type { CheckContext } from "../context.ts";
import { hasValue } from "./codes.ts";
import { draws } from "./expression_key.ts";
import { partsOf } from "../../model/expression_parts.ts";

/** A function system, of the model or only of the canon, and its code. */
export interface CodeOwner {
  readonly id: Id | undefined;
  readonly name: string;
  readonly values: readonly string[];
}

/** Function systems by the two values of their code, in either order. */
export type CodeOwners = ReadonlyMap<string, readonly CodeOwner[]>;

/** The codes of the model's function systems, and of those of the canon that the model does not have. */
export function codeOwners({ model }: CheckContext): CodeOwners {
  const owners = new Map<string, CodeOwner[]>();
  const add = (owner: CodeOwner) => {
    const key = pairKey(owner.values);
    if (key === undefined) return;
    const known = owners.get(key);
    if (known === undefined) owners.set(key, [owner]);
    else known.push(owner);
  };
  for (const { id, name, systemKind, codes } of model.systems) {
    const code = codes.find((each) => !each.secondary);
    if (systemKind === "function system" && code !== undefined)
      add({ id, name, values: code.values.map((value) => value.name) });
  }
  const names = new Set(model.systems.map(({ name }) => name));
  for (const name of canonicalSystems) {
    if (!names.has(name)) add({ id: undefined, name, values: canonicalCodes[name] });
  }
  return owners;
}

/** An enumeration longer than this is no list of decisions, and is not searched for codes. */
const longestList = 12;

/**
 * The other function system whose code values a type lists: `one of (payment, non_payment)` is the economy's. Of
 * several, the one from which channels run into a trigger.
 */
export function codeListedIn(
  type: Type,
  system: System,
  triggers: readonly Trigger[],
  codes: CodeOwners,
  context: CheckContext,
): CodeOwner | undefined {
  if (type.kind !== "enumeration" || type.code === true || type.values.length > longestList) return undefined;
  if (type.values.some((value) => hasValue(system, value))) return undefined;
  const owners = type.values.flatMap((first, index) =>
    type.values.slice(index + 1).flatMap((second) => codes.get(pairKey([first, second]) ?? "") ?? []),
  );
  if (owners.length < 2) return owners[0];
  const senders = new Set(triggers.flatMap((trigger) => sendersInto(system, trigger, context)));
  return owners.find(({ id }) => id !== undefined && senders.has(id)) ?? owners[0];
}

/** Whose operations, quantities or events channels carry into what a trigger names. */
export function sendersInto(system: System, trigger: Trigger, { index }: CheckContext): readonly Id[] {
  return trigger.kind === "sensitivity" ? index.sendersInto(system.id, trigger.name) : [];
}

/** What a condition looks at: all in it that is not a constant. Undefined if it draws chance, or is not known. */
export function lookedAt(condition: Expression): readonly Expression[] | undefined {
  const found: Expression[] = [];
  return collected(condition, found) ? found : undefined;
}

function collected(expression: Expression, found: Expression[]): boolean {
  switch (expression.kind) {
    case "parameter":
    case "expectation":
    case "quantity":
    case "designated":
    case "step":
    case "count":
      found.push(expression);
      return true;
    case "unknown":
      return false;
    case "call":
      if (draws(expression.function)) return false;
      break;
    default:
      break;
  }
  return partsOf(expression).every((part) => collected(part, found));
}
