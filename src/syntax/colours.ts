/*
 * What a stretch of text is, as far as single lines tell: the patterns by which editors colour a text while it is
 * written, whole or broken. The grammar for TextMate and the mode for CodeMirror are both made of this table. Of patterns
 * that fit at one place the first counts; a pattern means the same to Oniguruma and to JavaScript (flags `su`).
 */
import { contextualKeywords, reservedWords } from "./tokens.ts";

export type Colour =
  | "docComment"
  | "lineComment"
  | "blockComment"
  | "text"
  | "escape"
  | "wrongEscape"
  | "number"
  | "boolean"
  | "wordOperator"
  | "parameter"
  | "declaration"
  | "declared"
  | "keyword"
  | "operation"
  | "typeWord"
  | "modifier"
  | "knownFunction"
  | "operator"
  | "name";

export type ColourRule =
  | { readonly kind: "match"; readonly colour: Colour; readonly pattern: string }
  /** Two groups, each of a colour of its own. */
  | { readonly kind: "pair"; readonly colours: readonly [Colour, Colour]; readonly pattern: string }
  /** From one pattern to another, over as many lines as it takes; within it, other rules. */
  | {
      readonly kind: "region";
      readonly colour: Colour;
      readonly begin: string;
      readonly end: string;
      readonly within: readonly (ColourRule & { readonly kind: "match" })[];
    };

/** Words that begin a declaration, a member or a step, and so are coloured as such at the beginning of a line. */
const declarations = [
  "model",
  "import",
  "bibliography",
  "society",
  "organization",
  "interaction",
  "movement",
  "machine",
  "extend",
  "environment",
  "population",
  "coupling",
  "regulation",
  "scenario",
  "property",
  "experiment",
];
const types = ["number", "boolean"];
const modifiers = [
  "normative",
  "cognitive",
  "conditional",
  "purpose",
  "constitutional",
  "secondary",
  "performance",
  "public",
];
const builtins = [
  "min",
  "max",
  "abs",
  "round",
  "floor",
  "ceil",
  "sqrt",
  "log",
  "exp",
  "mod",
  "chance",
  "uniform",
  "normal",
  "count",
];
const others = contextualKeywords.filter(
  (word) => ![...declarations, ...types, ...modifiers, ...builtins].includes(word),
);

/** A name of the language: the coarse form of XID_Start and XID_Continue that editors know. */
const name = "[\\p{L}\\p{Nl}_][\\p{L}\\p{Nl}\\p{Mn}\\p{Mc}\\p{Nd}\\p{Pc}]*";
/** What may not stand before a word of the language, which would be part of a name there. */
const apart = "(?<![\\p{L}\\p{Nd}_.])";

function words(list: readonly string[]): string {
  return `${apart}(?:${[...list].sort().join("|")})(?![\\p{L}\\p{Nd}_])`;
}

export const colourRules: readonly ColourRule[] = [
  { kind: "match", colour: "docComment", pattern: "///(?!/).*$" },
  { kind: "match", colour: "lineComment", pattern: "//.*$" },
  { kind: "region", colour: "blockComment", begin: "/\\*", end: "\\*/", within: [] },
  {
    kind: "region",
    colour: "text",
    begin: '"',
    end: '"',
    within: [
      { kind: "match", colour: "escape", pattern: '\\\\(?:["\\\\nt]|u\\{[0-9a-fA-F]{1,6}\\})' },
      { kind: "match", colour: "wrongEscape", pattern: "\\\\." },
    ],
  },
  {
    kind: "match",
    colour: "number",
    pattern: "(?<![\\p{L}\\p{Nd}_])[0-9][0-9_]*(?:\\.[0-9][0-9_]*)?%?",
  },
  { kind: "match", colour: "boolean", pattern: words(["true", "false"]) },
  {
    kind: "match",
    colour: "wordOperator",
    pattern: words(reservedWords.filter((word) => word !== "true" && word !== "false")),
  },
  // In `name: type` and `name := value` even a keyword is a name.
  { kind: "match", colour: "parameter", pattern: `${name}(?=\\s*(?::|"[^"]*"\\s*:))` },
  {
    kind: "pair",
    colours: ["declaration", "declared"],
    pattern: `${apart}((?:function|psychic)\\s+system|${[...declarations].sort().join("|")})\\s+(${name})`,
  },
  {
    kind: "pair",
    colours: ["keyword", "operation"],
    pattern: `${apart}(operation|event|emit|emits)\\s+(${name})`,
  },
  { kind: "match", colour: "declaration", pattern: words(declarations) },
  { kind: "match", colour: "typeWord", pattern: words(types) },
  { kind: "match", colour: "modifier", pattern: words(modifiers) },
  { kind: "match", colour: "knownFunction", pattern: `${words(builtins)}(?=\\s*\\()` },
  { kind: "match", colour: "keyword", pattern: words(others) },
  { kind: "match", colour: "operator", pattern: "->|:=|!=|<=|>=|\\.\\.|[=<>+\\-*/^%]" },
  { kind: "match", colour: "name", pattern: name },
];
