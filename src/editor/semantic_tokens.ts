/* What each name is, for colours that a grammar of words alone cannot give. */
import type { Place } from "../base/place.ts";
import { occurrencesOf } from "./occurrences.ts";
import type { Study } from "./study.ts";
import type { NamedSymbol } from "./symbols.ts";

/** The kinds and the marks of names, by the words of the editor protocol. */
export const tokenTypes = [
  "namespace",
  "class",
  "struct",
  "interface",
  "function",
  "method",
  "event",
  "variable",
  "property",
  "parameter",
  "enumMember",
  "type",
  "macro",
] as const;
export const tokenModifiers = ["declaration", "readonly", "defaultLibrary"] as const;

export type TokenType = (typeof tokenTypes)[number];
export type TokenModifier = (typeof tokenModifiers)[number];

export interface SemanticToken {
  readonly place: Place;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** The names in a file, in the order of the text. */
export function semanticTokensIn(study: Study, file: string): readonly SemanticToken[] {
  const canonical = new Set(
    study.resolved.model.files.filter((one) => one.canonical).map(({ name }) => name),
  );
  return occurrencesOf(study)
    .in(file)
    .map(({ place, symbol, role }) => ({
      place,
      type: typeOf(symbol),
      modifiers: [
        ...(role === "definition" ? (["declaration"] as const) : []),
        ...(isNormative(symbol) ? (["readonly"] as const) : []),
        ...(canonical.has(symbol.place.file) ? (["defaultLibrary"] as const) : []),
      ],
    }));
}

/** Normative expectations hold when they are disappointed: no program changes them that does not amend them. */
function isNormative({ node }: NamedSymbol): boolean {
  return node.kind === "Expectation" && node.mode === "normative";
}

function typeOf({ kind }: NamedSymbol): TokenType {
  switch (kind) {
    case "society":
    case "import":
      return "namespace";
    case "environment":
    case "population":
      return "struct";
    case "coupling":
      return "interface";
    case "regulation":
      return "macro";
    case "scenario":
    case "property":
    case "experiment":
    case "program":
      return "function";
    case "operation":
    case "limit":
      return "method";
    case "sensitivity":
    case "event":
      return "event";
    case "expectation":
    case "measure":
      return "variable";
    case "quantity":
      return "property";
    case "parameter":
      return "parameter";
    case "code value":
    case "choice":
    case "value":
      return "enumMember";
    case "role":
      return "type";
    default:
      return "class";
  }
}
