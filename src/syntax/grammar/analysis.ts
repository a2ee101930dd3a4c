import type { EmbeddedActionsParser } from "chevrotain";
import { LazyLookahead, readDecision } from "../lookahead.ts";

/** What the parser generator finds out about the grammar: a line for each place where something is decided. */
export type GrammarAnalysis = string;

/** What we must know of the generator's own state; its types do not tell. */
interface Insides {
  definedRulesNames: readonly string[];
  readonly lookAheadFuncsCache: Map<number, unknown>;
  readonly lookaheadStrategy: LazyLookahead;
}

function insidesOf(parser: EmbeddedActionsParser): Insides {
  const insides: object = parser;
  if (!hasInsides(insides)) throw new Error("chevrotain keeps what it has found out elsewhere");
  return insides;
}

function hasInsides(parser: object): parser is Insides {
  return (
    "definedRulesNames" in parser &&
    Array.isArray(parser.definedRulesNames) &&
    "lookAheadFuncsCache" in parser &&
    parser.lookAheadFuncsCache instanceof Map &&
    "lookaheadStrategy" in parser &&
    parser.lookaheadStrategy instanceof LazyLookahead
  );
}

/** What the generator has found out about the grammar of a parser. */
export function analysisOf(parser: EmbeddedActionsParser): GrammarAnalysis {
  const { lookAheadFuncsCache, lookaheadStrategy } = insidesOf(parser);
  const lines = [...lookAheadFuncsCache].map(
    ([place, decision]) => `${place}:${lookaheadStrategy.written(decision)}`,
  );
  return lines.join("\n");
}

/**
 * Makes a parser ready with what has been found out for another of the same grammar. To find it out itself, the
 * generator plays every rule once, which takes longer than reading a short file.
 */
export function takeAnalysis(parser: EmbeddedActionsParser, analysis: GrammarAnalysis): void {
  const insides = insidesOf(parser);
  const { definedRulesNames } = insides;
  insides.definedRulesNames = [];
  parser["performSelfAnalysis"]();
  insides.definedRulesNames = definedRulesNames;
  for (const line of analysis.split("\n")) {
    const end = line.indexOf(":");
    insides.lookAheadFuncsCache.set(Number(line.slice(0, end)), readDecision(line.slice(end + 1)));
  }
}
