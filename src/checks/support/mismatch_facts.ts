import type { TypeMismatchFacts } from "../../model/problems.ts";

/** The facts of one kind of mismatch. */
export type FactsOf<Kind extends TypeMismatchFacts["kind"]> = Extract<TypeMismatchFacts, { kind: Kind }>;
