import type { ValuePair } from "./names.ts";
import type { CanonicalSystem } from "./systems.ts";

/** Two values that are criteria rather than a code. */
export interface CriterionPair {
  readonly values: ValuePair;
  readonly spellings: readonly ValuePair[];
  /** The system whose programs use it above all; absent where programs of every system do. */
  readonly system?: CanonicalSystem;
  /** What it is instead, as a sentence without a full stop. */
  readonly why: string;
  readonly source: string;
}
