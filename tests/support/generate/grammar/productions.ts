import {
  Alternation,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  Terminal,
  type IProduction,
} from "chevrotain";
import { Grammar } from "../../../../src/syntax/grammar/file.ts";

/** The right side of a grammar rule, as the parser itself has recorded it. */
export type Production =
  | { readonly kind: "terminal"; readonly spelling: string }
  /** A kind of token: a name, a number, a text. */
  | { readonly kind: "token"; readonly name: "name" | "number" | "text" }
  | { readonly kind: "rule"; readonly name: string }
  | { readonly kind: "sequence"; readonly parts: readonly Production[] }
  | { readonly kind: "choice"; readonly alternatives: readonly Production[] }
  | { readonly kind: "optional" | "any" | "some"; readonly part: Production }
  /** `part { separator part }`; optional where none will do. */
  | {
      readonly kind: "list";
      readonly part: Production;
      readonly separator: string;
      readonly optional: boolean;
    };

export interface GrammarRule {
  readonly name: string;
  readonly production: Production;
  /** Whether the parser looks further than the grammar says at some alternative. */
  readonly gated: boolean;
}

/** The rules of the parser, the first first: `model`, then in the order in which they are used. */
export function grammarRules(): GrammarRule[] {
  const recorded = new Grammar().getGAstProductions();
  const rules = new Map(
    Object.entries(recorded).map(([name, rule]): [string, GrammarRule] => [
      name,
      { name, production: sequence(rule.definition), gated: rule.definition.some(isGated) },
    ]),
  );
  const ordered: GrammarRule[] = [];
  const seen = new Set<string>();
  const visit = (name: string): void => {
    const rule = rules.get(name);
    if (rule === undefined || seen.has(name)) return;
    seen.add(name);
    ordered.push(rule);
    for (const used of rulesIn(rule.production)) visit(used);
  };
  visit("model");
  return ordered;
}

function isGated(production: IProduction): boolean {
  if (production instanceof NonTerminal) return false;
  if (production instanceof Alternation && "hasPredicates" in production && production.hasPredicates === true)
    return true;
  return "definition" in production && (production.definition as IProduction[]).some(isGated);
}

function sequence(definition: readonly IProduction[]): Production {
  const parts = definition.map(convert);
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind: "sequence", parts };
}

function convert(production: IProduction): Production {
  if (production instanceof Terminal) return terminal(production.terminalType.name);
  if (production instanceof NonTerminal) return { kind: "rule", name: production.nonTerminalName };
  if (production instanceof Alternation) {
    const alternatives = production.definition.map((alternative) =>
      "definition" in alternative ? sequence(alternative.definition as IProduction[]) : convert(alternative),
    );
    return { kind: "choice", alternatives };
  }
  if (production instanceof Option) return { kind: "optional", part: sequence(production.definition) };
  if (production instanceof Repetition) return { kind: "any", part: sequence(production.definition) };
  if (production instanceof RepetitionMandatory)
    return { kind: "some", part: sequence(production.definition) };
  if (
    production instanceof RepetitionWithSeparator ||
    production instanceof RepetitionMandatoryWithSeparator
  ) {
    return {
      kind: "list",
      part: sequence(production.definition),
      separator: production.separator.name.replaceAll('"', ""),
      optional: production instanceof RepetitionWithSeparator,
    };
  }
  throw new Error(`a production that this generator does not know: ${production.constructor.name}`);
}

function terminal(name: string): Production {
  if (name === "Word") return { kind: "token", name: "name" };
  if (name === "Number") return { kind: "token", name: "number" };
  if (name === "Text") return { kind: "token", name: "text" };
  return { kind: "terminal", spelling: name.slice(1, -1) };
}

export function rulesIn(production: Production): string[] {
  switch (production.kind) {
    case "rule":
      return [production.name];
    case "sequence":
      return production.parts.flatMap(rulesIn);
    case "choice":
      return production.alternatives.flatMap(rulesIn);
    case "optional":
    case "any":
    case "some":
    case "list":
      return rulesIn(production.part);
    case "terminal":
    case "token":
      return [];
  }
}
