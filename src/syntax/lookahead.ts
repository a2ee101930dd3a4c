import { LLkLookaheadStrategy, type BaseParser, type ILookaheadStrategy } from "chevrotain";

/**
 * Looks one token ahead, as Chevrotain does, but works out what to look for at each place of the grammar only when a
 * text first comes to it: most of the time that a parser takes to be made would go into places that a small file
 * never reaches.
 */
export function lazyLookahead(): ILookaheadStrategy {
  const eager = new LLkLookaheadStrategy({ maxLookahead: 1 });
  return {
    validate: (options) => eager.validate(options),
    buildLookaheadForAlternation(options) {
      let decide: ReturnType<typeof eager.buildLookaheadForAlternation> | undefined;
      return function (this: BaseParser, alternatives) {
        decide ??= eager.buildLookaheadForAlternation(options);
        return decide.call(this, alternatives);
      };
    },
    buildLookaheadForOptional(options) {
      let decide: ReturnType<typeof eager.buildLookaheadForOptional> | undefined;
      return function (this: BaseParser) {
        decide ??= eager.buildLookaheadForOptional(options);
        return decide.call(this);
      };
    },
  };
}
