import { EmbeddedActionsParser, type IToken, type TokenType } from "chevrotain";
import { hole, type Building } from "../build.ts";
import { expectedFacts } from "../expected.ts";
import { LazyLookahead } from "../lookahead.ts";
import { keyword, NumberToken, sign, TextToken, Token, vocabulary, Word } from "../tokens.ts";
import type { Doc, Kind, Missing, Name, NamePath, Node, NumberLiteral, Text } from "../tree.ts";
import type { GrammarAnalysis } from "./analysis.ts";

/*
 * The grammar, in five files that build on each other: words, expressions and types, systems, surroundings and
 * couplings, scenarios, the file. A rule makes its node first, then fills it, so that what has been read of a
 * broken construct survives. Rules of items append to `items`, the list of the body being read.
 */

/** The offset after a token; no number for the token that stands for the end of the text. */
function endOf(token: IToken): number {
  return (token.endOffset ?? Number.NaN) + 1;
}

/** The value of a number as written, with its `_`. */
export function numberOf(image: string): number {
  return Number(image.replaceAll("_", ""));
}

/** A body in braces while it is read. */
export interface OpenBody {
  readonly kind: Kind;
  readonly start: number;
  end: number;
  readonly items: Node[];
}

/** The doc comment whose first line is the comment `first`, before the token at `offset`. */
export type DocBefore = (first: number, offset: number) => Doc | undefined;

export interface GrammarOptions {
  /** Let the parser generator examine the grammar at start. Slow; tests do. */
  readonly examine?: boolean;
  /** What has been found out about the grammar before, so that it need not be found out again. */
  readonly analysis?: GrammarAnalysis | undefined;
}

export abstract class WordGrammar extends EmbeddedActionsParser {
  /** Where items of the body at hand go. */
  protected items: Node[] = [];
  /** Makes the doc comment that stands before a token. */
  private docOf: DocBefore = () => undefined;

  constructor({ examine = false }: GrammarOptions) {
    super(vocabulary, {
      recoveryEnabled: false,
      lookaheadStrategy: new LazyLookahead(),
      maxLookahead: 1,
      skipValidations: !examine,
      errorMessageProvider: expectedFacts,
    });
  }

  /**
   * Makes ready to read items from a list of tokens into a list of nodes. With `bodies`, the bodies that are read are
   * gathered there, for whoever fills them in afterwards.
   */
  begin(tokens: Token[], items: Node[], docOf: DocBefore, bodies?: OpenBody[]): void {
    this.input = tokens;
    this.items = items;
    this.bodies = bodies;
    this.unwhole.length = 0;
    this.tooDeepAt = undefined;
    this.docOf = docOf;
  }

  /** Lets go of what was read. */
  end(): void {
    this.begin([], [], () => undefined);
  }

  /** The doc comment before the next token. */
  protected doc(): Doc | undefined {
    const { payload, startOffset }: { payload?: unknown; startOffset: number } = this.LA(1);
    return typeof payload === "number" && payload >= 0 ? this.docOf(payload, startOffset) : undefined;
  }

  /** Appends a node to the body at hand. */
  protected add<N extends Node>(node: N): N {
    this.items.push(node);
    return node;
  }

  /** Counts that are no whole numbers, read since `begin`. */
  readonly unwhole: NumberLiteral[] = [];
  /** Where powers in a row passed the limit of nesting since `begin`. */
  tooDeepAt: number | undefined;

  private bodies: OpenBody[] | undefined;

  /** Reads a body in braces: what `readItems` adds becomes its own. */
  protected inBraces<Body extends OpenBody>(body: Body, readItems: () => void): Body {
    const outer = this.items;
    this.items = body.items;
    this.bodies?.push(body);
    this.CONSUME9(sign["{"]);
    readItems();
    this.CONSUME9(sign["}"]);
    body.end = this.last;
    this.items = outer;
    return body;
  }

  /** Whether the token `ahead` is of this type. */
  protected at(type: TokenType, ahead: number): boolean {
    const token = this.LA(ahead);
    return token.tokenTypeIdx === type.tokenTypeIdx || type.categoryMatchesMap?.[token.tokenTypeIdx] === true;
  }

  /** The offset where the next token begins. */
  protected get next(): number {
    return this.LA(1).startOffset;
  }

  /** The offset where the token before ended. */
  protected get last(): number {
    return endOf(this.LA(0));
  }

  protected nameNode(token: IToken): Name {
    return {
      kind: "Name",
      start: token.startOffset,
      end: endOf(token),
      text: token.image,
    };
  }

  /** Any word, also a contextual keyword: `law`, `code`. */
  readonly name = this.RULE("name", (): Name => this.nameNode(this.CONSUME(Word)));

  /** A value of a code: a name, `true` or `false`. */
  readonly value = this.RULE("value", (): Name => this.nameNode(this.OR(this.valueWords)));

  private readonly valueWords = [
    { ALT: () => this.CONSUME(Word) },
    { ALT: () => this.CONSUME(keyword.true) },
    { ALT: () => this.CONSUME(keyword.false) },
  ];

  readonly text = this.RULE("text", (): Text => {
    const token = this.CONSUME(TextToken);
    return {
      kind: "Text",
      start: token.startOffset,
      end: endOf(token),
      value: token.image,
    };
  });

  /** What diagrams and reports show for the name before it. */
  readonly label = this.RULE("label", (): Text | undefined => this.OPTION(this.textPart));
  private readonly textPart = (): Text => this.SUBRULE(this.text);

  /**
   * Whether a part that begins with this token may follow. Where it may not, the parser need not be asked; while the
   * grammar is recorded it must be.
   */
  protected mayFollow(type: TokenType): boolean {
    return this.RECORDING_PHASE || this.LA_FAST(1).tokenTypeIdx === type.tokenTypeIdx;
  }

  /** A number that counts something. */
  readonly count = this.RULE("count", (): NumberLiteral => {
    const token = this.CONSUME(NumberToken);
    const value = numberOf(token.image);
    const node: NumberLiteral = { kind: "NumberLiteral", start: token.startOffset, end: this.last, value };
    this.ACTION(() => {
      if (!Number.isInteger(value)) this.unwhole.push(node);
    });
    return node;
  });

  /** A declaration: `law`, or by an import's alias `canon.law`. */
  readonly ref = this.RULE("ref", (): NamePath => {
    const first = this.SUBRULE(this.name);
    return this.mayFollow(sign["."]) ? this.refFrom(first) : this.path0(first);
  });

  private refFrom(first: Name): NamePath {
    const node = this.path0(first);
    this.OPTION(() => {
      this.CONSUME(sign["."]);
      this.extendPath(node, this.SUBRULE2(this.name));
    });
    return node;
  }

  /** A part of a declaration: `law.judgment`, `canon.law.judgment`. */
  readonly part = this.RULE("part", (): NamePath => {
    const node = this.path0(this.SUBRULE(this.name));
    this.CONSUME(sign["."]);
    this.extendPath(node, this.SUBRULE2(this.name));
    return this.mayFollow(sign["."]) ? this.partFrom(node) : node;
  });

  private partFrom(node: Building<NamePath>): NamePath {
    this.OPTION(() => {
      this.CONSUME2(sign["."]);
      this.extendPath(node, this.SUBRULE3(this.name));
    });
    return node;
  }

  /** A declaration or a part of one. */
  readonly path = this.RULE("path", (): NamePath => {
    const first = this.SUBRULE(this.name);
    return this.mayFollow(sign["."]) ? this.pathFrom(first) : this.path0(first);
  });

  private pathFrom(first: Name): NamePath {
    const node = this.path0(first);
    this.OPTION(() => {
      this.CONSUME(sign["."]);
      this.extendPath(node, this.SUBRULE2(this.name));
      this.OPTION2(() => {
        this.CONSUME2(sign["."]);
        this.extendPath(node, this.SUBRULE3(this.name));
      });
    });
    return node;
  }

  private extendPath(node: Building<NamePath>, name: Name): void {
    node.names.push(name);
    node.end = this.last;
  }

  protected path0(name: Name): Building<NamePath> {
    return { kind: "NamePath", start: name.start, end: name.end, names: [name] };
  }

  /** A hole, as a value that may be replaced. */
  protected get hole(): Missing {
    return hole;
  }
}
