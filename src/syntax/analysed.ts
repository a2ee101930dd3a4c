import type { GrammarAnalysis } from "./grammar/analysis.ts";

/**
 * What the parser generator finds out about the grammar. Run from the sources it finds it out at every start; when the
 * package is built, this file is made anew with what it has found.
 */
export const analysed: GrammarAnalysis | undefined = undefined;
