import { LLkLookaheadStrategy, type ILookaheadStrategy, type IOrAlt, type TokenType } from "chevrotain";
import { expect, it } from "vitest";
import { Grammar } from "../../src/syntax/grammar/file.ts";
import { lazyLookahead } from "../../src/syntax/lookahead.ts";
import { vocabulary } from "../../src/syntax/tokens.ts";

/*
 * Our strategy against the parser generator's own: at every place of the grammar where something is decided, for every
 * token that may come, and with every single gate of an alternative closed.
 */

type Decision = (this: unknown, alternatives?: IOrAlt<unknown>[]) => unknown;

interface Place {
  readonly name: string;
  readonly ours: Decision;
  readonly theirs: Decision;
  readonly alternatives: number;
}

/** The places of the grammar, as the parser generator asks the strategies for them when it makes a parser. */
function placesOf(grammar: Grammar): readonly Place[] {
  const ours = lazyLookahead();
  const theirs = new LLkLookaheadStrategy({ maxLookahead: 1 });
  const places: Place[] = [];
  const recording: ILookaheadStrategy = {
    validate: () => [],
    buildLookaheadForAlternation(options) {
      places.push({
        name: `${options.rule.name}, alternatives ${options.prodOccurrence}`,
        ours: ours.buildLookaheadForAlternation(options),
        theirs: theirs.buildLookaheadForAlternation(options),
        alternatives: 64,
      });
      return () => undefined;
    },
    buildLookaheadForOptional(options) {
      places.push({
        name: `${options.rule.name}, ${options.prodType} ${options.prodOccurrence}`,
        ours: ours.buildLookaheadForOptional(options),
        theirs: theirs.buildLookaheadForOptional(options),
        alternatives: 0,
      });
      return () => false;
    },
  };
  const rules = Object.values(grammar.getGAstProductions());
  return places;
}
