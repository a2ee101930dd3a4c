/* What modellers agree on with the tool: `allow` and `expect violation`. The facts where one was not needed or not met. */
import type { Place } from "../base/place.ts";

export interface UnusedAllowFacts {
  readonly check: string;
  /** All of the `allow`, to be removed. */
  readonly allow: Place;
}

export interface MissingViolationFacts {
  readonly check: string;
  /** The step, or the block, in which it should have been found. */
  readonly scope: Place;
}
