import type { Wanted, WrongKindFacts } from "../../model/problems.ts";
import type { Model } from "../../model/model.ts";
import type { Id } from "../../model/reference.ts";
import type { Place } from "../../base/place.ts";
import type { CheckContext } from "../context.ts";
import { isAtWork } from "./at_work.ts";
import { namesIn } from "./names.ts";
import { ownerOf, ownerOfPart } from "./owners.ts";

/** So many are proposed in all. */
const mostProposed = 12;

/** And no more of a kind than this are looked at. */
const mostLookedAt = 100;

/** Names of the model that would do: parts of the same system or environment, or declarations, of a kind wanted. */
export function candidatesOf(
  { found, wanted }: WrongKindFacts,
  { file }: Place,
  context: CheckContext,
): readonly string[] {
  const owner = ownerOfPart(found, context) ?? ownerOf(found, context);
  const names = namesIn(file, context);
  const candidates = wanted.flatMap((kind): readonly string[] => {
    const declared = declaredOf(kind, context).map(({ id }) => names(id));
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
  return [...new Set(candidates)].filter((name) => name !== found.name).slice(0, mostProposed);
}

function declaredOf(kind: Wanted, context: CheckContext): readonly { readonly id: Id }[] {
  return allDeclared(kind, context).slice(0, mostLookedAt);
}

function allDeclared(kind: Wanted, context: CheckContext): readonly { readonly id: Id }[] {
  const { model } = context;
  switch (kind) {
    case "system":
      return model.systems.slice(0, mostLookedAt).filter((system) => isAtWork(system, context));
    case "environment":
    case "population":
      return model.environments.slice(0, mostLookedAt).filter((each) => each.kind === kind);
    case "coupling":
      return model.couplings;
    case "regulation":
      return model.regulations;
    case "scenario":
      return model.scenarios;
    case "society":
      return model.societies;
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
