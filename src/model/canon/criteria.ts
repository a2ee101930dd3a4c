/*
 * Pairs that look like codes and are criteria: what programs test before they designate a value. A code is
 * invariant and gives no direction; criteria can be replaced without the system becoming another (Baraldi, Corsi and
 * Esposito 1997, s.v. Code, Program).
 */
import { later } from "../../base/later.ts";
import { criteriaOfAll } from "./criteria_of_all.ts";
import { criteriaOfSystems } from "./criteria_of_systems.ts";
import type { CriterionPair } from "./criterion_pair.ts";
import { pairKey } from "./names.ts";
import type { ValuePair } from "./names.ts";
import { isKnownCode } from "./rivals.ts";
import { canonicalCodes } from "./systems.ts";

export type { CriterionPair } from "./criterion_pair.ts";

export const criterionPairs: readonly CriterionPair[] = [...criteriaOfSystems, ...criteriaOfAll];

const byPair: () => ReadonlyMap<string, CriterionPair> = later(
  () =>
    new Map(
      criterionPairs.flatMap((criterion) =>
        [criterion.values, ...criterion.spellings].map((pair) => [pairKey(pair) ?? "", criterion] as const),
      ),
    ),
);

/**
 * What is known of two values that are criteria rather than a code, in either order; undefined if the literature
 * proposes them as the code of this very system (`success / failure` for sport).
 */
export function criterionPair(values: readonly string[], system?: string): CriterionPair | undefined {
  if (system !== undefined && isKnownCode(system, values)) return undefined;
  const key = pairKey(values);
  return key === undefined ? undefined : byPair().get(key);
}

/** The code that stands where this criterion was put: that of the system whose programs use it. */
export function codeBehind(criterion: CriterionPair): ValuePair | undefined {
  return criterion.system && canonicalCodes[criterion.system];
}
