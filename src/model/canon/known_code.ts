import type { ValuePair } from "./names.ts";
import type { CanonicalSystem } from "./systems.ts";

/**
 * `canonical`: the code the canon declares; `rival`: proposed in its place; `secondary`: a second coding beside it
 * or above it, to be marked `secondary`.
 */
export type Standing = "canonical" | "rival" | "secondary";

/** A code that the literature knows for a canonical system. */
export interface KnownCode {
  readonly system: CanonicalSystem;
  readonly standing: Standing;
  /** As a modeller would write them, the designation value first. */
  readonly values: ValuePair;
  /** The same code in other words, and in German and Chinese. */
  readonly spellings: readonly ValuePair[];
  /** Author and year; absent where the literature names the code without one. */
  readonly source?: string;
}
