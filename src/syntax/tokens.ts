import { createToken, Lexer, type TokenType } from "chevrotain";

/** Any name that may stand where a name is expected: a plain name or a contextual keyword. */
export const Word = createToken({ name: "Word", pattern: Lexer.NA });
/** A name that is no keyword. */
export const PlainName = createToken({ name: "PlainName", pattern: Lexer.NA, categories: [Word] });
export const NumberToken = createToken({ name: "Number", pattern: Lexer.NA, label: "a number" });
export const TextToken = createToken({ name: "Text", pattern: Lexer.NA, label: "a text in quotation marks" });

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
  const entries = spellings.map((spelling): [Spelling, TokenType] => [
    spelling,
    createToken({ name: `"${spelling}"`, pattern: Lexer.NA, label: `\`${spelling}\``, categories }),
  ]);
  return Object.fromEntries(entries) as Record<Spelling, TokenType>;
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
  readonly tokenTypeIdx: number;
  readonly image: string;
  readonly startOffset: number;
  /** The offset of its last unit, as Chevrotain has it; `end` is the one after. */
  readonly endOffset: number;
  /** Index of the first doc comment between the token before and this one, or -1. */
  readonly payload: number;

  constructor(type: TokenType, image: string, start: number, end: number, doc: number) {
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

  get tokenType(): TokenType {
    return typesByIndex.get(this.tokenTypeIdx) ?? PlainName;
  }
}

const typesByIndex: ReadonlyMap<number, TokenType> = new Map(
  vocabulary.map((type) => [type.tokenTypeIdx ?? -1, type]),
);
