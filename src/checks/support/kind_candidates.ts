import type { Wanted, WrongKindFacts } from "../../model/problems.ts";
import type { Model } from "../../model/model.ts";
import type { CheckContext } from "../context.ts";
import { isAtWork } from "./at_work.ts";

/** So many are proposed in all. */
const mostProposed = 12;

/** And no more of a kind than this are looked at. */
const mostLookedAt = 100;

/** Names of the model that would do: parts of the same system or environment, or declarations, of a kind wanted. */
export function candidatesOf({ found, wanted }: WrongKindFacts, context: CheckContext): readonly string[] {
  const owner = context.index.declared(found.owner ?? found.name);
  const names = wanted.flatMap((kind): readonly string[] => {
    const declared = declaredOf(kind, context);
    const parts =
      owner?.kind === "system"
        ? partsOfSystem(kind, owner)
        : owner?.kind === "environment" || owner?.kind === "population"
          ? partsOfEnvironment(kind, owner)
          : [];
    // Where a declaration stands for one of its parts, the full name is to be written.
    return [
      ...declared,
      ...(found.owner === undefined ? parts.map((part) => `${found.name}.${part}`) : parts),
    ];
  });
  return [...new Set(names)].filter((name) => name !== found.name).slice(0, mostProposed);
}

function declaredOf(kind: Wanted, context: CheckContext): readonly string[] {
  const { model } = context;
  switch (kind) {
    case "system":
      return namesOf(model.systems.slice(0, mostLookedAt).filter((system) => isAtWork(system, context)));
    case "environment":
    case "population":
      return namesOf(model.environments.slice(0, mostLookedAt).filter((each) => each.kind === kind));
    case "coupling":
      return namesOf(model.couplings);
    case "regulation":
      return namesOf(model.regulations);
    case "scenario":
      return namesOf(model.scenarios);
    case "society":
      return namesOf(model.societies);
    default:
      return [];
  }
}

function partsOfSystem(kind: Wanted, system: Model["systems"][number]): readonly string[] {
  switch (kind) {
    case "operation":
      return namesOf(system.operations);
    case "limit":
      return namesOf(system.limits);
    case "sensitivity":
      return namesOf(system.sensitivities);
    case "expectation":
      return namesOf(system.expectations);
    case "role":
      return namesOf(system.roles);
    default:
      return [];
  }
}

function partsOfEnvironment(kind: Wanted, environment: Model["environments"][number]): readonly string[] {
  switch (kind) {
    case "quantity":
      return namesOf(environment.quantities);
    case "event":
      return namesOf(environment.events);
    default:
      return [];
  }
}

function namesOf(items: readonly { readonly name: string }[]): readonly string[] {
  return items.slice(0, mostLookedAt).map(({ name }) => name);
}
