/* What this room reports: facts, one type per check. The words are made in `src/checks`. */
import type { Place } from "../base/place.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";

/** What the reader was in the midst of, by the name of the grammar rule. */
export type Construct = string;

/** Forms that other languages, or writing by hand, have for what ours says otherwise. */
export type Habit =
  /** `0,5` */
  | "decimal comma"
  /** `1,000,000` */
  | "grouped digits"
  /** `-> "lawful"` */
  | "quoted name"
  /** `if`, `else`, `then`; `int`, `bool`; `happens` */
  | "other word"
  /** `system law { … }` */
  | "kind of system"
  /** `channel law.judgment -> …` */
  | "needless word"
  /** `law.enacted <- politics.bill` */
  | "turned channel"
  /** `-> lawful emit judgment` */
  | "effects without braces"
  /** `politics.bill emits(limit: 5)`, `emit politics.bill(limit: 5)` */
  | "turned emission"
  /** `does not occur` */
  | "negation"
  /** `bill(5)` */
  | "positional arguments"
  /** `price: 0..1000` */
  | "bare range"
  /** `price: number 0..1000` */
  | "range without in"
  /** `name: text` */
  | "unknown type"
  /** `.5` */
  | "bare decimals"
  /** `%60` */
  | "percent before"
  /** `0..%` */
  | "percent of nothing"
  /** `run -1 steps` */
  | "negative count"
  /** `> =` */
  | "parted comparison"
  /** `in [0, 5]` */
  | "bracketed range"
  /** `price is 3`, `price is at least 3` */
  | "spoken comparison"
  /** `stop_sharing is successful`, where something is expected */
  | "said of a name"
  /** `mass_media reports`, likewise; `economy.price rises` */
  | "spoken doing"
  | "spoken movement"
  /** `expect law resonates and economy resonates` */
  | "several outcomes"
  /** `run until politics designates opposition` */
  | "happening in until"
  /** `occurs more than 1 time` */
  | "spoken count"
  /** `bill(limit = 70)` */
  | "equals in arguments"
  /** `price in 3..5`, `price between 3 and 5` */
  | "within a range"
  /** `3 < price < 5` */
  | "chained comparison"
  /** `price > 3 and < 5` */
  | "comparison without subject"
  /** `chance 30%` */
  | "call without parentheses"
  /** `price mod 2` */
  | "remainder"
  /** `when a > 3, b < 2 -> …` */
  | "comma between conditions"
  /** `if … then … else`, where a value is wanted */
  | "branching"
  /** `price = 3`, where something is set */
  | "equals for becomes"
  /** `price += 3`, `change economy.price by 3` */
  | "changed by"
  /** `-> emit judgment` */
  | "effects for a value"
  /** `-> not lawful` */
  | "negated value"
  /** `too cold` for `too_cold` */
  | "name in two words"
  /** `emit law.judgment` in law, and elsewhere */
  | "own name in full"
  | "name of another"
  /** `temperature -> …`, `room -> …` */
  | "half a source"
  /** `vary price from 1 to 3` */
  | "half a part"
  /** `a.x, b.y -> …` */
  | "several sources"
  /** `normative expectation …` */
  | "modifier before"
  /** `target: number = 20`, `lawful / unlawful`, `"./city"` */
  | "item without word"
  /** `temperature = 3`, `operation note(size)` */
  | "missing type"
  /** `number size` */
  | "type before name"
  /** `within society`, `like law` in a body */
  | "header in body"
  /** `function system law { … }` in a body */
  | "nested declaration"
  /** `population … within …` */
  | "people within"
  /** `measure economy.price` */
  | "nameless measure"
  /** `-- a comment` */
  | "foreign comment"
  /** `politics perturbs economy with …` */
  | "turned perturbation"
  /** `never law reaches economy` */
  | "never before"
  /** `law reaches only economy` */
  | "reaches only"
  /** `economy.price > 3`, in a property */
  | "claim without word";

export type SyntaxErrorFacts =
  /** Something else was expected here. `expected` holds spellings of keywords and signs, or "name", "text", "number". */
  | {
      readonly kind: "unexpected";
      readonly construct: Construct;
      readonly expected: readonly string[];
      /** The text found; empty where the line ends and no brace follows. */
      readonly found: string;
      /** Where the construct begins, if it does so on an earlier line. */
      readonly begins?: Place | undefined;
      /** A keyword that looks like the word found. */
      readonly meant?: string | undefined;
      readonly repair?: Fix | undefined;
    }
  /** Something is missing; `expected` as above. */
  | {
      readonly kind: "missing";
      readonly construct: Construct;
      readonly expected: readonly string[];
      /** What stands before the place where it should be, and after it on the same line; empty if nothing does. */
      readonly before: string;
      readonly after: string;
      readonly begins?: Place | undefined;
      /** None if only the modeller can name what is missing. */
      readonly repair?: Fix | undefined;
    }
  /** A word that begins nothing that may stand in this body. */
  | {
      readonly kind: "unknown item";
      readonly construct: Construct;
      readonly starters: readonly string[];
      /** Whether it follows something on its line: then it may be what is left over of that. */
      readonly trailing: boolean;
      readonly found: string;
      readonly meant?: string | undefined;
      /** A kind of body in which the word would begin an item. */
      readonly belongs?: Construct | undefined;
      readonly repair?: Fix | undefined;
    }
  /** Written in the form that another language has for it. */
  | {
      readonly kind: "habit";
      readonly habit: Habit;
      readonly construct: Construct;
      readonly found: string;
      /** Empty where nobody can know. */
      readonly meant: string;
      /** Of what belongs to another system: what it would be here. */
      readonly role?: "operation" | "expectation" | "value" | undefined;
      /** Of arguments without names: what they are given to, and the offsets at which they begin. */
      readonly callee?: string | undefined;
      readonly positions?: readonly number[] | undefined;
      readonly repair?: Fix | undefined;
    }
  /** Two operands side by side, without a sign between them. */
  | {
      readonly kind: "missing operator";
      readonly construct: Construct;
      readonly before: string;
      readonly found: string;
    }
  /** Two parts of an item without the sign that stands between them. */
  | {
      readonly kind: "missing separator";
      readonly construct: Construct;
      readonly separator: string;
      /** What stands before the place where it should be. */
      readonly before: string;
      /** What stands there: another sign, or already the next part. */
      readonly found: string;
      readonly instead: boolean;
      readonly repair?: Fix | undefined;
    }
  | {
      readonly kind: "unclosed";
      readonly opener: string;
      /** What stands before it on its line: `extend law`. */
      readonly header: string;
      readonly noticed?: Place | undefined;
      /** Whether the body begins on the line of its brace. */
      readonly inLine: boolean;
      /** The line on which that was noticed: `extend economy`. */
      readonly next: string;
      readonly repair?: Fix;
    }
  | {
      readonly kind: "unopened";
      readonly closer: string;
      /** The header of the body that goes on behind it; empty if none is open. */
      readonly around: string;
      readonly repair: Fix;
    }
  /** A body that is laid out as one and closed, without the brace that opens it. */
  | {
      readonly kind: "missing brace";
      readonly closer: Place;
      /** What should stand before it on its line: `extend law`. */
      readonly header: string;
      /** What stands behind it on the same line; empty if nothing does. */
      readonly next: string;
      /** A sign that stands in its place. */
      readonly instead?: string | undefined;
      readonly repair: Fix;
    }
  /** Signs that look like signs of the language, or stand for them in other languages; all of one line together. */
  | { readonly kind: "foreign signs"; readonly signs: readonly ForeignSign[]; readonly repair: Fix }
  /** Signs that mean nothing; all of one line together. */
  | { readonly kind: "unknown signs"; readonly signs: readonly UnknownSign[] }
  /** `# a comment`, `<!-- a comment -->` */
  | { readonly kind: "foreign comment"; readonly repair: Fix }
  /** `people's_choice` */
  | {
      readonly kind: "apostrophe in name";
      readonly found: string;
      readonly meant: string;
      readonly repair: Fix;
    }
  | { readonly kind: "unclosed text" | "unclosed comment"; readonly repair?: Fix }
  | { readonly kind: "unknown escape"; readonly found: string }
  | {
      readonly kind: "number into name";
      readonly number: string;
      readonly name: string;
      readonly repair?: Fix;
    }
  | { readonly kind: "malformed number"; readonly found: string }
  | { readonly kind: "hyphen in name"; readonly found: string; readonly meant: string; readonly repair: Fix }
  | { readonly kind: "reserved word"; readonly found: string; readonly construct: Construct }
  | { readonly kind: "whole number"; readonly found: string; readonly construct: Construct }
  /** `choose` in a conditional program, `when` in a purpose program, `included` in an environment. */
  | {
      readonly kind: "wrong item";
      readonly construct: Construct;
      readonly item: string;
      readonly meant: string;
    }
  /** The header after something else, or a second one. */
  | { readonly kind: "late header" }
  /** A demanded part of a body is missing, e.g. the claim of a property. */
  | { readonly kind: "missing part"; readonly construct: Construct; readonly part: string }
  | {
      readonly kind: "second part";
      readonly construct: Construct;
      readonly part: string;
      readonly first: Place;
    };

export interface ForeignSign {
  readonly found: string;
  readonly meant: string;
  readonly place: Place;
}

export interface UnknownSign {
  readonly found: string;
  readonly place: Place;
}

export interface HiddenCharacterFacts {
  /** Code points, in the order of the text; all of one line together. */
  readonly characters: readonly number[];
  readonly where: "text" | "comment" | "code";
  readonly repair: Fix;
}

export interface TooLargeFacts {
  readonly what: "file" | "name" | "number";
  readonly size: number;
  readonly limit: number;
}
export interface TooDeepFacts {
  readonly what: "brackets" | "signs in a row";
  readonly limit: number;
}
export interface TooManyFacts {
  readonly what: "problems of the text";
  readonly count: number;
  readonly limit: number;
}
export interface StrayDocFacts {
  readonly text: string;
}

export type SyntaxProblem =
  | { readonly check: "syntax_error"; readonly place: Place; readonly facts: SyntaxErrorFacts }
  | { readonly check: "hidden_character"; readonly place: Place; readonly facts: HiddenCharacterFacts }
  | { readonly check: "too_large"; readonly place: Place; readonly facts: TooLargeFacts }
  | { readonly check: "too_deep"; readonly place: Place; readonly facts: TooDeepFacts }
  | { readonly check: "too_many"; readonly place: Place; readonly facts: TooManyFacts }
  | { readonly check: "stray_doc"; readonly place: Place; readonly facts: StrayDocFacts };
