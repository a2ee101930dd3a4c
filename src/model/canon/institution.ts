import type { CanonicalSystem } from "./systems.ts";

/** What an institution couples: two of the ten systems or, for language, any social and any psychic system. */
export type InstitutionSide = CanonicalSystem | "social_system" | "psychic_system";

/** One direction in which an institution carries irritations. */
export interface InstitutionDirection {
  readonly from: InstitutionSide;
  readonly to: InstitutionSide;
  /** What of the one is an irritation for the other: a sentence without a full stop. */
  readonly carries: string;
  /** A name that fits the operation the channel starts from, and one for the sensitivity it leads to. */
  readonly operation: string;
  readonly sensitivity: string;
}

/** A structural coupling that the literature knows between two systems. */
export interface Institution {
  /** A name a coupling of the language can have. */
  readonly name: string;
  /** The other words it goes by, also in German and Chinese. */
  readonly otherNames: readonly string[];
  /** As it stands in a sentence: "politics and law are coupled by the constitution". */
  readonly title: string;
  readonly between: readonly [InstitutionSide, InstitutionSide];
  /** Other pairs between which nobody would find it odd, though what it carries is described for `between` alone. */
  readonly alsoBetween?: readonly (readonly [InstitutionSide, InstitutionSide])[];
  readonly directions: readonly InstitutionDirection[];
  /** When the channel carries anything: completes "it carries when …". */
  readonly condition: string;
  /**
   * Where the literature says: `state` keeps states aligned, as property does, and `event` is a single occurrence, as
   * a contract is; `organization` is an organisation that takes part in both systems.
   */
  readonly kind?: "state" | "event" | "organization";
  /** Author, year, chapter; absent where the coupling is common knowledge of the field, without one source. */
  readonly source?: string;
}
