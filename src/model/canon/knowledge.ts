/*
 * What the checks know of the field beyond the canon itself. Each table answers one question about a name, a pair
 * of values or a text, and answers `undefined` (or nothing) when it does not know.
 */
export { canonAlias } from "./aliases.ts";
export type { CanonAlias } from "./aliases.ts";
export { codeBehind, criterionPair } from "./criteria.ts";
export type { CriterionPair } from "./criteria.ts";
export { everydayName } from "./everyday_names.ts";
export type { EverydayKind, EverydayName } from "./everyday_names.ts";
export { knownMedium } from "./media.ts";
export type { KnownMedium } from "./media.ts";
export { organizationWords } from "./organization_words.ts";
export { canonicalCodes, canonicalSystemMeant, canonicalSystems, isCanonicalSystem } from "./systems.ts";
export type { CanonicalSystem } from "./systems.ts";
export { theme } from "./themes.ts";
export type { Theme } from "./themes.ts";
export { undecidedIn } from "./undecided.ts";
