import type { TokenType } from "chevrotain";

/*
 * Token types are written down as they are, without the toolkit's `createToken`, which would work each of them out on
 * its own: the parser works out all of them when it is made. Until then they have no index.
 */

/** Any name that may stand where a name is expected: a plain name or a contextual keyword. */
// That it has matches at all tells the parser, before it works them out, that there are tokens of two kinds at once.
export const Word: TokenType = { name: "Word", categoryMatches: [0] };
/** A name that is no keyword. */
export const PlainName: TokenType = { name: "PlainName", CATEGORIES: [Word] };
export const NumberToken: TokenType = { name: "Number" };
export const TextToken: TokenType = { name: "Text" };

/** Words that are never names. */
export const reservedWords = ["and", "or", "not", "true", "false"] as const;

/** Words that mean something in their place and are names everywhere else. */
export const contextualKeywords = [
  "aim",
  "after",
  "allow",
  "always",
  "amends",
  "apply",
  "as",
  "at",
  "author",
  "backfiring",
  "becomes",
  "between",
  "bibliography",
  "blocks",
  "boolean",
  "by",
  "center_periphery",
  "chance",
  "change",
  "choose",
  "cite",
  "close",
  "code",
  "cognitive",
  "conditional",
  "constitutional",
  "contingency",
  "coupling",
  "designates",
  "differentiated",
  "direct",
  "disintegrating",
  "effective",
  "either",
  "emit",
  "emits",
  "environment",
  "event",
  "eventually",
  "every",
  "expect",
  "expectation",
  "experiment",
  "extend",
  "for",
  "from",
  "function",
  "given",
  "import",
  "in",
  "included",
  "indifferent",
  "ineffective",
  "interaction",
  "is",
  "least",
  "license",
  "like",
  "limit",
  "machine",
  "measure",
  "medium",
  "model",
  "most",
  "movement",
  "never",
  "normative",
  "number",
  "occurs",
  "of",
  "on",
  "one",
  "only",
  "open",
  "operation",
  "organization",
  "otherwise",
  "over",
  "own",
  "per",
  "performance",
  "performs",
  "perturb",
  "population",
  "program",
  "property",
  "psychic",
  "public",
  "purpose",
  "reaches",
  "reflection",
  "regulation",
  "repeat",
  "resonates",
  "role",
  "run",
  "runs",
  "scenario",
  "secondary",
  "seed",
  "segmentation",
  "sensitive",
  "society",
  "starts",
  "stays",
  "steer",
  "step",
  "steps",
  "stratification",
  "system",
  "through",
  "time",
  "times",
  "to",
  "unplug",
  "until",
  "vary",
  "violation",
  "when",
  "with",
  "within",
  "yields",
] as const;

/** The signs. Of two that begin alike the longer is read. */
export const signs = {
  LeftBrace: "{",
  RightBrace: "}",
  LeftParenthesis: "(",
  RightParenthesis: ")",
  Comma: ",",
  Colon: ":",
  Dot: ".",
  Range: "..",
  Arrow: "->",
  Becomes: ":=",
  Equal: "=",
  NotEqual: "!=",
  Less: "<",
  LessOrEqual: "<=",
  Greater: ">",
  GreaterOrEqual: ">=",
  Plus: "+",
  Minus: "-",
  Times: "*",
  Slash: "/",
  Caret: "^",
  Percent: "%",
} as const;

type Reserved = (typeof reservedWords)[number];
type Contextual = (typeof contextualKeywords)[number];
export type Keyword = Reserved | Contextual;
export type Sign = (typeof signs)[keyof typeof signs];

function define<Spelling extends string>(
  spellings: readonly Spelling[],
  categories: TokenType[],
): Record<Spelling, TokenType> {
  const types: Partial<Record<Spelling, TokenType>> = {};
  for (const spelling of spellings) types[spelling] = { name: `"${spelling}"`, CATEGORIES: categories };
  return types as Record<Spelling, TokenType>;
}

/** The token type of each keyword, by its spelling. */
export const keyword: Readonly<Record<Keyword, TokenType>> = {
  ...define(reservedWords, []),
  ...define(contextualKeywords, [Word]),
};

/** The token type of each sign, by its spelling. */
export const sign: Readonly<Record<Sign, TokenType>> = define(Object.values(signs), []);

/** The token type of a word of the text; plain names are in no table. */
export const wordTypes: ReadonlyMap<string, TokenType> = new Map(Object.entries(keyword));

export const vocabulary: TokenType[] = [
  Word,
  PlainName,
  NumberToken,
  TextToken,
  ...Object.values(keyword),
  ...Object.values(sign),
];

/**
 * A token as the parser reads it. `text` is what it says: a name in NFC, a string without its escapes,
 * otherwise what is written.
 */
export class Token {
  tokenType: TokenType;
  tokenTypeIdx: number;
  image: string;
  startOffset: number;
  /** The offset of its last unit, as Chevrotain has it; `end` is the one after. */
  endOffset: number;
  /** Index of the first doc comment between the token before and this one, or -1. */
  payload: number;

  constructor(type: TokenType, image: string, start: number, end: number, doc: number) {
    this.tokenType = type;
    this.tokenTypeIdx = type.tokenTypeIdx ?? -1;
    this.image = image;
    this.startOffset = start;
    this.endOffset = end - 1;
    this.payload = doc;
  }

  /** Makes another token of it, for a scanner that knows that the first is no longer needed. */
  become(type: TokenType, image: string, start: number, end: number, doc: number): void {
    this.tokenType = type;
    this.tokenTypeIdx = type.tokenTypeIdx ?? -1;
    this.image = image;
    this.startOffset = start;
    this.endOffset = end - 1;
    this.payload = doc;
  }

  get end(): number {
    return this.endOffset + 1;
  }

  get doc(): number {
    return this.payload;
  }
}
