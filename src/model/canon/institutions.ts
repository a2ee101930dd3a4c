/*
 * The structural couplings that the literature knows between the systems of the canon, and language between social
 * and psychic systems. A coupling transfers no meaning: it bundles some irritations and excludes the others. What an
 * institution is called here, a coupling in a model can be called.
 */
import type { Institution } from "./institution.ts";
import { institutionsOfEconomy } from "./institutions_of_economy.ts";
import { institutionsOfKnowledgeAndBody } from "./institutions_of_knowledge_and_body.ts";
import { institutionsOfLaw } from "./institutions_of_law.ts";
import { furtherInstitutionsOfLaw } from "./institutions_of_law_beyond.ts";
import { institutionsOfPolitics } from "./institutions_of_politics.ts";
import { finderByName } from "./names.ts";

export type { Institution, InstitutionDirection, InstitutionSide } from "./institution.ts";

/** All of them; for every pair the one that the theory describes most closely comes first. */
export const institutions: readonly Institution[] = [
  ...institutionsOfLaw,
  ...furtherInstitutionsOfLaw,
  ...institutionsOfPolitics,
  ...institutionsOfEconomy,
  ...institutionsOfKnowledgeAndBody,
];

const find = finderByName(() =>
  institutions.map((institution) => ({ institution, names: [institution.name, ...institution.otherNames] })),
);

/**
 * The institutions that couple two systems, in either order, the best described first. The sides are canonical
 * names; for language, `social_system` and `psychic_system`.
 */
export function institutionsBetween(a: string, b: string): readonly Institution[] {
  return institutions.filter(({ between }) => isPair(between, a, b));
}

/** The institution of this name, in English, German or Chinese, whatever its case and underscores. */
export function institutionNamed(name: string): Institution | undefined {
  return find(name)?.institution;
}

/** Whether the canon names this institution for these two, in either order. */
export function couples(institution: Institution, a: string, b: string): boolean {
  return [institution.between, ...(institution.alsoBetween ?? [])].some((pair) => isPair(pair, a, b));
}

function isPair(pair: readonly [string, string], a: string, b: string): boolean {
  return (pair[0] === a && pair[1] === b) || (pair[0] === b && pair[1] === a);
}
