/* Sentences drawn at random from the published grammar. */
import fc from "fast-check";
import { grammarRules, type Production } from "./generate/grammar/productions.ts";

export const rules = new Map(grammarRules().map((rule) => [rule.name, rule]));

/** A source of choices: a number below `bound`. */
export type Choose = (bound: number) => number;

const names = ["a", "law", "Prüfung", "法律", "x1", "_"];

/** A sentence of the rule; the deeper, the simpler. */
export function sentence(production: Production, choose: Choose, depth: number): string[] {
  switch (production.kind) {
    case "terminal":
      return [production.spelling];
    case "token":
      if (production.name === "number") return [String(choose(1000))];
      if (production.name === "text") return [JSON.stringify(names[choose(names.length)])];
      return [names[choose(names.length)] ?? "a"];
    case "rule": {
      // A call has a single name before the bracket: the one restriction that the rules leave to a note.
      if (production.name === "nameOrCall" && choose(2) === 0) {
        return sentence({ kind: "rule", name: "path" }, choose, depth + 1);
      }
      if (production.name === "path" && depth > 12) return ["a"];
      const rule = rules.get(production.name);
      if (rule === undefined) throw new Error(`no rule ${production.name}`);
      if (production.name === "nameOrCall") {
        return ["min", ...sentence({ kind: "rule", name: "callArguments" }, choose, depth + 1)];
      }
      // After a choice without a `when` of its own, the `when` of a rule would be taken for it.
      if (production.name === "choice") return sentence(complete(rule.production), choose, depth + 1);
      return sentence(rule.production, choose, depth + 1);
    }
    case "sequence":
      return production.parts.flatMap((part) => sentence(part, choose, depth));
    case "choice": {
      const { alternatives } = production;
      const chosen = alternatives[depth > 14 ? alternatives.length - 1 : choose(alternatives.length)];
      // The last alternatives are the simplest: `cite` and `allow` of bodies, a text of expressions.
      return chosen === undefined ? [] : sentence(chosen, choose, depth);
    }
    case "optional":
      return depth > 14 || choose(2) === 0 ? [] : sentence(production.part, choose, depth);
    case "any":
    case "some": {
      const least = production.kind === "some" ? 1 : 0;
      const times = least + (depth > 12 ? 0 : choose(3));
      return Array.from({ length: times }).flatMap(() => sentence(production.part, choose, depth));
    }
    case "list": {
      const times = (production.optional ? 0 : 1) + (depth > 12 ? 0 : choose(2));
      return Array.from({ length: times }).flatMap((_, index) => [
        ...(index > 0 ? [production.separator] : []),
        ...sentence(production.part, choose, depth),
      ]);
    }
  }
}

/** The production with every part that may be left out. */
function complete(production: Production): Production {
  if (production.kind === "optional") return production.part;
  return production.kind === "sequence"
    ? { ...production, parts: production.parts.map(complete) }
    : production;
}

/** A choice among so many, of the stream that is drawn. */
export const choices: fc.Arbitrary<Choose> = fc
  .infiniteStream(fc.nat())
  .map((stream) => (bound) => (stream.next().value ?? 0) % bound);
