import {
  Alternation,
  LLkLookaheadStrategy,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  Terminal,
  type ILookaheadStrategy,
  type IOrAlt,
  type IProduction,
  type IToken,
  type Rule,
} from "chevrotain";
import { vocabulary } from "./tokens.ts";

/** What a decision is made on: the parser, of which the parser generator calls it as a method. */
interface Reader {
  LA_FAST(ahead: number): IToken;
}

/** By index of a token type, a number that is 0 unless something can begin with a token of this type. */
type Beginnings = Uint8Array;

/** Productions that may be nothing. */
const optional = [Option, Repetition, RepetitionWithSeparator] as const;
/** Productions with a definition of their own, apart from alternations. */
const containers = {
  Option,
  Repetition,
  RepetitionWithSeparator,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
};

/** A place of the grammar where something is decided. */
interface Place {
  /** How: which of several, which of several with gates, or whether at all. */
  readonly kind: "alternation" | "gated" | "optional";
  /** What each alternative can begin with; where it is whether at all, what this can begin with. */
  readonly beginnings: () => readonly Beginnings[];
}

/**
 * Decides by the next token alone, and by the gates of alternatives, as Chevrotain's own strategy does for a grammar
 * like ours (`tests/syntax/lookahead.test.ts` compares the two). It works out what to decide at a place of the grammar
 * when a text first comes to it: most of the time that a parser takes to be made would go into places that a small
 * file never reaches. What it works out is a table by token type, so that deciding is looking up.
 */
export class LazyLookahead implements ILookaheadStrategy {
  private readonly places = new Map<unknown, Place>();

  validate(
    options: Parameters<ILookaheadStrategy["validate"]>[0],
  ): ReturnType<ILookaheadStrategy["validate"]> {
    return new LLkLookaheadStrategy({ maxLookahead: 1 }).validate(options);
  }

  buildLookaheadForAlternation({
    rule,
    prodOccurrence,
    hasPredicates,
  }: Parameters<ILookaheadStrategy["buildLookaheadForAlternation"]>[0]) {
    const beginnings = (): readonly Beginnings[] =>
      find(rule, Alternation, prodOccurrence).definition.map((each) => beginningsOf(definitionOf(each)));
    const decision = hasPredicates ? gated(beginnings) : plain(beginnings);
    this.places.set(decision, { kind: hasPredicates ? "gated" : "alternation", beginnings });
    return decision;
  }

  buildLookaheadForOptional({
    rule,
    prodOccurrence,
    prodType,
  }: Parameters<ILookaheadStrategy["buildLookaheadForOptional"]>[0]) {
    const beginnings = (): readonly Beginnings[] => [
      beginningsOf(definitionOf(find(rule, containers[prodType], prodOccurrence))),
    ];
    const decision = whether(beginnings);
    this.places.set(decision, { kind: "optional", beginnings });
    return decision;
  }

  /** All that a decision made by this strategy rests on, written down. */
  written(decision: unknown): string {
    const place = this.places.get(decision);
    if (place === undefined) throw new Error("another strategy made this decision");
    const lists = place.beginnings().map((table) => table.reduce(listed, []).join(" "));
    return `${place.kind}:${lists.join(",")}`;
  }
}

function listed(types: number[], begins: number, type: number): number[] {
  if (begins === 1) types.push(type);
  return types;
}

/** The decision that `LazyLookahead.written` wrote down. */
export function readDecision(written: string) {
  const [kind, lists = ""] = written.split(":");
  const beginnings = (): readonly Beginnings[] =>
    lists.split(",").map((list) => {
      const table = emptyTable();
      if (list !== "") for (const type of list.split(" ")) table[Number(type)] = 1;
      return table;
    });
  if (kind === "gated") return gated(beginnings);
  return kind === "alternation" ? plain(beginnings) : whether(beginnings);
}

function whether(beginnings: Place["beginnings"]) {
  let inside: Beginnings | undefined;
  return function (this: Reader): boolean {
    inside ??= beginnings()[0] ?? emptyTable();
    return inside[this.LA_FAST(1).tokenTypeIdx] === 1;
  };
}

/** Of alternatives without gates, the first that can begin so. */
function plain(beginnings: Place["beginnings"]) {
  /** For each token type, the number of the alternative, counted from 1. */
  let choice: Uint8Array | undefined;
  return function (this: Reader): number | undefined {
    choice ??= choiceOf(beginnings());
    const number = choice[this.LA_FAST(1).tokenTypeIdx] ?? 0;
    return number === 0 ? undefined : number - 1;
  };
}

function choiceOf(alternatives: readonly Beginnings[]): Uint8Array {
  const choice = emptyTable();
  for (const [index, beginnings] of alternatives.entries()) {
    for (let type = 0; type < choice.length; type += 1) {
      if (choice[type] === 0 && beginnings[type] === 1) choice[type] = index + 1;
    }
  }
  return choice;
}

/** Of alternatives with gates, which are made anew each time, the first that can begin so and whose gate is open. */
function gated(beginnings: Place["beginnings"]) {
  let alternatives: readonly Beginnings[] | undefined;
  return function (this: Reader, choices: IOrAlt<unknown>[] = []): number | undefined {
    alternatives ??= beginnings();
    const type = this.LA_FAST(1).tokenTypeIdx;
    for (let index = 0; index < alternatives.length; index += 1) {
      if (alternatives[index]?.[type] === 1 && choices[index]?.GATE?.call(this) !== false) return index;
    }
    return undefined;
  };
}

function emptyTable(): Uint8Array {
  // The generator numbers token types in the order of the vocabulary, after its own for the end of a text.
  return new Uint8Array(1 + (vocabulary.at(-1)?.tokenTypeIdx ?? 0));
}

/** What a sequence can begin with: with anything, if it can be nothing. */
function beginningsOf(sequence: readonly IProduction[]): Beginnings {
  const found = emptyTable();
  return gather(sequence, found) ? found.fill(1) : found;
}

/** Marks what a sequence can begin with. Says whether it can be nothing. */
function gather(sequence: readonly IProduction[], found: Beginnings): boolean {
  for (const production of sequence) {
    if (production instanceof Terminal) {
      const { tokenTypeIdx, categoryMatches } = production.terminalType;
      if (tokenTypeIdx !== undefined) found[tokenTypeIdx] = 1;
      for (const member of categoryMatches ?? []) found[member] = 1;
      return false;
    }
    if (production instanceof Alternation) {
      let empty = false;
      for (const alternative of production.definition) {
        if (gather(definitionOf(alternative), found)) empty = true;
      }
      if (!empty) return false;
    } else if (
      !gather(definitionOf(production), found) &&
      !optional.some((kind) => production instanceof kind)
    ) {
      return false;
    }
  }
  return true;
}

/** What a production consists of; where it is the name of a rule, what the rule consists of. */
function definitionOf(production: IProduction): readonly IProduction[] {
  return hasDefinition(production) ? production.definition : [];
}

/** All but tokens have one. */
function hasDefinition(
  production: IProduction,
): production is IProduction & { readonly definition: readonly IProduction[] } {
  return "definition" in production;
}

/** The production of a kind with this number in a rule. */
function find<Kind extends IProduction>(
  rule: Rule,
  kind: abstract new (...args: never[]) => Kind,
  occurrence: number,
): Kind {
  const found = search(rule.definition);
  if (found === undefined)
    throw new Error(`the rule ${rule.name} has no part number ${occurrence} of this kind`);
  return found;

  function search(productions: readonly IProduction[]): Kind | undefined {
    for (const production of productions) {
      if (production instanceof kind && "idx" in production && production.idx === occurrence)
        return production;
      // Other rules have their own numbers.
      if (production instanceof NonTerminal) continue;
      const inside = search(definitionOf(production));
      if (inside !== undefined) return inside;
    }
    return undefined;
  }
}
