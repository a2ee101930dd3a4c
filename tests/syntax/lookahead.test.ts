import {
  EOF,
  GAstVisitor,
  LLkLookaheadStrategy,
  type Alternation,
  type ILookaheadStrategy,
  type IOrAlt,
  type IProductionWithOccurrence,
  type Option,
  type Repetition,
  type RepetitionMandatory,
  type RepetitionMandatoryWithSeparator,
  type RepetitionWithSeparator,
  type Rule,
} from "chevrotain";
import { describe, expect, it } from "vitest";
import { analysisOf } from "../../src/syntax/grammar/analysis.ts";
import { Grammar } from "../../src/syntax/grammar/file.ts";
import { LazyLookahead, readDecision } from "../../src/syntax/lookahead.ts";
import { vocabulary } from "../../src/syntax/tokens.ts";

/*
 * Our strategy against the parser generator's own: at every place of the grammar where something is decided, for every
 * token that may come, with every gate open and with each gate closed.
 */

type OptionalKind = Parameters<ILookaheadStrategy["buildLookaheadForOptional"]>[0]["prodType"];

/** Gathers the places of a rule where something is decided; nothing is at the others. */
class Places extends GAstVisitor {
  override visitRule(): void {}
  override visitNonTerminal(): void {}
  override visitAlternative(): void {}
  override visitTerminal(): void {}

  readonly alternations: Alternation[] = [];
  readonly optionals: { readonly kind: OptionalKind; readonly production: IProductionWithOccurrence }[] = [];

  override visitAlternation(production: Alternation): void {
    this.alternations.push(production);
  }
  override visitOption(production: Option): void {
    this.optionals.push({ kind: "Option", production });
  }
  override visitRepetition(production: Repetition): void {
    this.optionals.push({ kind: "Repetition", production });
  }
  override visitRepetitionMandatory(production: RepetitionMandatory): void {
    this.optionals.push({ kind: "RepetitionMandatory", production });
  }
  override visitRepetitionWithSeparator(production: RepetitionWithSeparator): void {
    this.optionals.push({ kind: "RepetitionWithSeparator", production });
  }
  override visitRepetitionMandatoryWithSeparator(production: RepetitionMandatoryWithSeparator): void {
    this.optionals.push({ kind: "RepetitionMandatoryWithSeparator", production });
  }
}

function placesOf(rule: Rule): Places {
  const places = new Places();
  rule.accept(places);
  return places;
}

const ours = new LazyLookahead();
const theirs = new LLkLookaheadStrategy({ maxLookahead: 1 });
const rules = Object.values(new Grammar().getGAstProductions());
const tokenTypes = [EOF, ...vocabulary];

/** What is decided for each token that may come. */
function decisions(decide: (alternatives?: IOrAlt<unknown>[]) => unknown, alternatives?: IOrAlt<unknown>[]) {
  return tokenTypes.map((type) => {
    const reader = { LA_FAST: () => ({ tokenTypeIdx: type.tokenTypeIdx }) };
    return [type.name, decide.call(reader, alternatives)];
  });
}

for (const rule of rules) {
  const { alternations, optionals } = placesOf(rule);
  if (alternations.length + optionals.length === 0) continue;
  describe(`in ${rule.name}`, () => {
    for (const { kind, production } of optionals) {
      it(`decides whether ${kind} ${production.idx} is there`, () => {
        const place = {
          rule,
          prodOccurrence: production.idx,
          prodType: kind,
          maxLookahead: 1,
          dynamicTokensEnabled: false,
        };
        const our = ours.buildLookaheadForOptional(place);
        const expected = decisions(theirs.buildLookaheadForOptional(place));
        expect(decisions(our)).toEqual(expected);
        expect(decisions(readDecision(ours.written(our)))).toEqual(expected);
      });
    }
    for (const { idx, definition } of alternations) {
      it(`chooses among the alternatives ${idx}`, () => {
        for (const hasPredicates of [false, true]) {
          const place = {
            rule,
            prodOccurrence: idx,
            hasPredicates,
            maxLookahead: 1,
            dynamicTokensEnabled: false,
          };
          const our = ours.buildLookaheadForAlternation(place);
          const their = theirs.buildLookaheadForAlternation(place);
          for (const closed of hasPredicates ? [-1, ...definition.keys()] : [-1]) {
            const choices = definition.map((_, index): IOrAlt<unknown> => {
              return { ALT: () => undefined, ...(index !== 1 && { GATE: () => index !== closed }) };
            });
            const expected = decisions(their, choices);
            expect(decisions(our, choices)).toEqual(expected);
            expect(decisions(readDecision(ours.written(our)), choices)).toEqual(expected);
          }
        }
      });
    }
  });
}

describe("a parser that takes what was found out before", () => {
  const analysis = analysisOf(new Grammar());
  const taken = new Grammar({ analysis });

  it("has a decision at the same places", () => {
    const places = (grammar: Grammar): unknown[] => {
      const cache: unknown = Reflect.get(grammar, "lookAheadFuncsCache");
      return cache instanceof Map ? [...cache.keys()] : [];
    };
    expect(places(taken)).toEqual(places(new Grammar()));
    expect(places(taken).length).toBeGreaterThan(100);
  });

  it("knows the rules, for what it says of mistakes", () => {
    expect(Object.keys(taken.getGAstProductions())).toEqual(rules.map(({ name }) => name));
  });
});
