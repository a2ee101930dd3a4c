import type { IParserErrorMessageProvider, TokenType } from "chevrotain";

/**
 * What the parser generator knows about an error, as facts: its "messages" are never shown, they carry these facts
 * from the point of the error to `recover.ts`.
 */
export interface ExpectedFacts {
  /** The grammar rule that was being read. */
  readonly rule: string;
  /** Names of the token types that would have fitted: keywords and signs as they are spelled, `Word`, `Number`, `Text`. */
  readonly expected: readonly string[];
}

function encode(rule: string, expected: readonly TokenType[]): string {
  const facts: ExpectedFacts = {
    rule,
    expected: [...new Set(expected.map((type) => type.name.replaceAll('"', "")))],
  };
  return JSON.stringify(facts);
}

export function decodeExpected(message: string): ExpectedFacts {
  // The message was made by `encode` above.
  return JSON.parse(message) as ExpectedFacts;
}

export const expectedFacts: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected, ruleName }) => encode(ruleName, [expected]),
  buildNotAllInputParsedMessage: ({ ruleName }) => encode(ruleName, []),
  buildNoViableAltMessage: ({ expectedPathsPerAlt, ruleName }) =>
    encode(
      ruleName,
      expectedPathsPerAlt.flatMap((paths) => paths.flatMap((path) => path.slice(0, 1))),
    ),
  buildEarlyExitMessage: ({ expectedIterationPaths, ruleName }) =>
    encode(
      ruleName,
      expectedIterationPaths.flatMap((path) => path.slice(0, 1)),
    ),
};
