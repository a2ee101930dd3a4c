import type { Source } from "../base/source.ts";
import type { Failure } from "./attempt.ts";
import type { BodySpec } from "./bodies.ts";
import type { Token } from "./tokens.ts";

/** Where reading failed, and what could stand there. */
export interface Situation {
  readonly source: Source;
  readonly tokens: readonly Token[];
  readonly failure: Failure;
  /** How the items are read that stand here, and what they begin with. */
  readonly spec: BodySpec;
  /** The name of the system in whose body this stands. */
  readonly system: string | undefined;
}
