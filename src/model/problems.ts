/*
 * What this room reports: for each check the facts that words and fixes need, and no words. A `Named` says what
 * a thing is called and where; `place` of a problem is always the smallest stretch that is wrong.
 */
import type { Place } from "../base/place.ts";
import type { SystemKind } from "../syntax/tree.ts";
import type { Type } from "./expression.ts";
import type { Id } from "./reference.ts";

/** What a name can stand for, in the words of the language. */
export type Thing =
  | SystemKind
  | "society"
  | "environment"
  | "population"
  | "coupling"
  | "regulation"
  | "scenario"
  | "property"
  | "experiment"
  | "import"
  | "operation"
  | "limit"
  | "sensitivity"
  | "expectation"
  | "program"
  | "role"
  | "quantity"
  | "event"
  | "parameter"
  | "value"
  | "code value"
  | "choice"
  | "measure"
  | "function";

/** What was wanted: a thing, or a word that covers several. */
export type Wanted = Thing | "system" | "declaration";

/** A thing, what it is called where it was looked for, and where its name is declared (functions have no place). */
export interface Named {
  readonly name: string;
  readonly what: Thing;
  readonly place?: Place | undefined;
  /** The system, environment, population … it is a part of. */
  readonly owner?: string | undefined;
  /** Of the owner, if that is a declaration of the model. */
  readonly ownerId?: Id | undefined;
}

/** A parameter of an operation, event or sensitivity. */
export interface NamedParameter {
  readonly name: string;
  readonly type: Type;
  readonly place: Place;
}

// ── Imports and files ─────────────────────────────────────────────────────

export interface ImportNotFoundFacts {
  readonly what: "import" | "bibliography";
  /** As written. */
  readonly specifier: string;
  readonly reason:
    | { readonly kind: "not found"; readonly tried: readonly string[]; readonly near: readonly string[] }
    | { readonly kind: "unreadable"; readonly file: string; readonly because: string }
    /** Not UTF-8; `offset` counts bytes from the start of the file, from 0. */
    | { readonly kind: "not text"; readonly file: string; readonly offset: number }
    /** A bibliography that is neither BibTeX nor CSL-JSON; `line` from 1, where it is known. */
    | {
        readonly kind: "malformed";
        readonly file: string;
        readonly format: "BibTeX" | "CSL-JSON";
        readonly because: string;
        readonly line?: number | undefined;
      };
}

export interface ImportOutsideRootFacts {
  readonly what: "import" | "bibliography";
  readonly specifier: string;
  /** The folder that imports may reach. */
  readonly root: string;
}

export interface ImportCycleFacts {
  /** The circle: each file with the place of its import of the next one; the last imports the first. */
  readonly files: readonly { readonly file: string; readonly specifier: string; readonly place: Place }[];
}

export interface TooLargeFacts {
  readonly what: "import" | "bibliography" | "all imports";
  readonly file: string;
  readonly bytes: number;
  readonly limit: number;
}

export type TooManyFacts =
  /** `copied text`: what `like` copies, in characters, all copies together. */
  | { readonly what: "imported files" | "levels of imports" | "copied text"; readonly limit: number }
  | { readonly what: "parameters"; readonly limit: number; readonly owner: Named }
  /** Clauses, in characters, for each trigger of their program after the first, all together. */
  | { readonly what: "triggered text"; readonly limit: number; readonly triggers: number };

export interface UnusedImportFacts {
  readonly specifier: string;
  /** Undefined where the whole of an `import "file"` without an alias is unused. */
  readonly name?: string | undefined;
  /** All of the import statement is unused. */
  readonly whole: boolean;
  /** What to remove, the comma beside an item included. */
  readonly remove: Place;
}

export interface UnknownCitationFacts {
  readonly key: string;
  readonly near: readonly string[];
  /** The bibliographies of the file that were read. */
  readonly bibliographies: readonly string[];
}

// ── Names ─────────────────────────────────────────────────────────────────

export interface UnknownNameFacts {
  /** The name that is unknown; in `law.judgement` it is `judgement` if `law` is known. */
  readonly name: string;
  /** Any of these would do. */
  readonly wanted: readonly Wanted[];
  /** Whose part it should be, as in "operation of `law`". */
  readonly owner?: Named | undefined;
  /** Names of a kind that fits, nearest first; `name` is what to write in its stead. */
  readonly near: readonly Named[];
  /** Things of exactly this name that cannot be meant here: another owner's, out of sight, or of a file not imported. */
  readonly elsewhere: readonly Named[];
  /** All names that would do, in the order of their declaration, where they are few (at most twelve). */
  readonly known: readonly Named[];
  /** The import that would bring it in: `import NAME from SPECIFIER`, to be put at `insertAt`. */
  readonly importable?: { readonly specifier: string; readonly insertAt: Place } | undefined;
  /** Where else in this scope the name is used, not counting the place of the problem. */
  readonly uses: readonly Place[];
}

export interface DuplicateNameFacts {
  readonly name: string;
  readonly what: Thing;
  readonly first: Named;
  /** How the second came about. */
  readonly by: "declaration" | "extend" | "import";
  /** The system, program, … in which both stand; undefined: at the top of a file. */
  readonly owner?: Named | undefined;
  /** Of imported names: where the second is declared (the problem's place is its import). */
  readonly second?: Place | undefined;
}

export interface DuplicateMemberFacts {
  /** The keyword of what stands twice: `function`, `medium`, `by`, `starts with`, `when`, `runs`, `seed` … */
  readonly member: string;
  /** Of `given` and `vary`: what is assumed or varied a second time. */
  readonly part?: string | undefined;
  readonly first: Place;
  /** All of the second, to be removed. */
  readonly second: Place;
  readonly owner?: Named | undefined;
}

export interface AmbiguousNameFacts {
  readonly name: string;
  /** What it may be, two at least: a parameter, an expectation, a quantity, a value of an enumeration or of a code. */
  readonly readings: readonly Named[];
}

export interface UnknownCheckFacts {
  readonly name: string;
  readonly construct: "allow" | "expect violation";
  /** `language`: the check exists, but what it finds is a mistake of language, which `allow` cannot silence. */
  readonly kind: "unknown" | "language";
  readonly near: readonly string[];
}

export interface MissingReasonFacts {
  /** The check that is allowed. */
  readonly allowed: string;
}

export interface ConfusableNameFacts {
  readonly name: string;
  readonly other: Named;
}

export interface WrongKindFacts {
  readonly name: string;
  readonly found: Named;
  readonly wanted: readonly Wanted[];
  /** Names of a kind that fits, nearest first. */
  readonly near: readonly Named[];
  /** The keyword of the construct it stands in: `close`, `between`, `within`, `expect … resonates` … */
  readonly construct: string;
}

// ── Types and arguments ───────────────────────────────────────────────────

/** What an expression is put to use as. */
export type Use =
  | "condition"
  | "argument"
  | "assignment"
  | "initial value"
  | "operand"
  | "comparison"
  | "function argument"
  | "yields"
  | "becomes"
  | "chance"
  | "delay"
  | "capacity"
  | "size"
  | "given"
  | "change"
  | "steer"
  | "vary"
  | "measure";

/** Constructs in which no chance may be drawn, or an expression may not see what it names. */
export type Construct =
  | "expect"
  | "aim"
  | "property"
  | "until"
  | "measure"
  | "vary"
  | "initial value"
  | "system"
  | "channel"
  | "environment";

export type TypeMismatchFacts =
  /** A type where another is wanted; `declared` is what wants it (a parameter, an expectation …). */
  | {
      readonly kind: "type";
      readonly use: Use;
      readonly wanted: Type;
      readonly found: Type;
      readonly declared?: Named | undefined;
      /** The operator or function that wants it: `+`, `and`, `not`, `sqrt` … */
      readonly operator?: string | undefined;
      /** What was found is this thing, if it is a mere name. */
      readonly thing?: Named | undefined;
    }
  /** Two units that differ. `left` is what was there first: the declared one in an assignment or argument. */
  | {
      readonly kind: "units";
      readonly use: Use;
      readonly operator?: string | undefined;
      readonly left: { readonly unit: string; readonly place: Place };
      readonly right: { readonly unit: string; readonly place: Place };
      readonly declared?: Named | undefined;
    }
  /** A constant outside the bounds of the type it is to have. */
  | {
      readonly kind: "bounds";
      readonly use: Use;
      readonly value: number;
      readonly low?: number | undefined;
      readonly high?: number | undefined;
      readonly declared?: Named | undefined;
    }
  /** A value that the type, or the code, does not list. */
  | {
      readonly kind: "unlisted value";
      readonly value: string;
      readonly values: readonly string[];
      readonly near: readonly string[];
      /** True where the values are those of a code, as `designated` gives them. */
      readonly code: boolean;
      readonly declared?: Named | undefined;
    }
  /** An enumeration handed to a type that does not list all of its values. */
  | {
      readonly kind: "wider enumeration";
      readonly use: Use;
      readonly found: readonly string[];
      readonly wanted: readonly string[];
      readonly surplus: readonly string[];
      readonly declared?: Named | undefined;
    }
  /** `=` or `!=` between things that are never equal, since their types differ or share no value. */
  | {
      readonly kind: "unlike";
      readonly operator: "=" | "!=";
      readonly left: { readonly type: Type; readonly place: Place };
      readonly right: { readonly type: Type; readonly place: Place };
    }
  /** `<`, `<=`, `>`, `>=` of what has no order. */
  | { readonly kind: "order"; readonly operator: "<" | "<=" | ">" | ">="; readonly found: Type }
  /** `chance`, `uniform`, `normal` where nothing may be drawn. */
  | {
      readonly kind: "chance";
      readonly function: "chance" | "uniform" | "normal";
      readonly construct: Construct;
    }
  /** `count(…)` within a system, channel, environment …: only the observer counts. */
  | { readonly kind: "count"; readonly construct: Construct }
  /** `designated` outside a system, or in one without a code. */
  | { readonly kind: "designated"; readonly system?: Named | undefined }
  /** An initial value that looks at a name. */
  | { readonly kind: "initial"; readonly name: string; readonly declared: Named; readonly thing: Named }
  /** The wrong number of arguments of a function; `most` undefined: no upper bound. */
  | {
      readonly kind: "arity";
      readonly function: string;
      readonly least: number;
      readonly most?: number | undefined;
      readonly found: number;
    }
  /** A count (of steps, times, runs) that is too small. */
  | {
      readonly kind: "count too small";
      readonly of: "steps" | "times" | "runs";
      readonly found: number;
      readonly least: number;
    }
  /** `number in 5..1`. */
  | { readonly kind: "empty range"; readonly low: number; readonly high: number }
  /** `vary x from 1 to 5 by 0`: never there; `by` 0, or away from `to`. */
  | {
      readonly kind: "endless variation";
      readonly from: number;
      readonly to: number;
      readonly by: number;
    }
  /** Before `resonates`, `occurs` … something other than a name. */
  | {
      readonly kind: "not a name";
      readonly construct: string;
      readonly wanted: readonly Wanted[];
      /** All that is expected, what happens included. */
      readonly outcome: Place;
      /** Whether `not` stands before it. */
      readonly negated: boolean;
      /** Where conditions are joined: the last word that does so, and what stands behind it. */
      readonly joint?: "and" | "or";
      readonly last?: Place;
    };

export interface WrongArgumentsFacts {
  /** The operation, event or sensitivity. */
  readonly callee: Named;
  readonly parameters: readonly NamedParameter[];
  readonly missing: readonly NamedParameter[];
  readonly unknown: readonly {
    readonly name: string;
    readonly place: Place;
    readonly near: readonly string[];
  }[];
  readonly duplicate: readonly { readonly name: string; readonly place: Place; readonly first: Place }[];
  /** What was given, by name. */
  readonly given: readonly { readonly name: string; readonly place: Place }[];
  /** The brackets and what they hold; undefined where none are written. */
  readonly list?: Place | undefined;
  /** Where arguments could be put in: before the closing bracket, or after the name if there are no brackets. */
  readonly insertAt: Place;
  readonly construct: "emit" | "emits" | "perturb" | "channel" | "starts with";
  /** Where a channel gives a sensitivity its arguments as if it set quantities: `{ degrees := temperature }`. */
  readonly braces?:
    | { readonly place: Place; readonly given: readonly { readonly name: string; readonly value: Place }[] }
    | undefined;
}

// ── Boundaries ────────────────────────────────────────────────────────────

export interface ReadsAcrossBoundaryFacts {
  /** As written: `economy.price`, `price`. */
  readonly name: string;
  /** Without a place where the owner has nothing of this name. */
  readonly thing: Named;
  /** Whose it is. */
  readonly owner: Named;
  /** The system, environment or coupling that reads. */
  readonly reader: Named;
  readonly construct:
    | "program"
    | "sensitivity"
    | "limit"
    | "channel condition"
    | "channel argument"
    | "channel assignment"
    | "channel option"
    | "becomes"
    | "initial value"
    | "size";
  /** What may be read here: parameters, own expectations, quantities. */
  readonly visible: readonly Named[];
}

export interface OperatesElsewhereFacts {
  readonly kind: "emit" | "assignment";
  /** The system whose program it is. */
  readonly system: Named;
  readonly program: string;
  /** The operation or expectation, and whose it is. */
  readonly thing: Named;
  readonly owner: Named;
  /** The system's own operations (`emit`) or expectations (`assignment`). */
  readonly own: readonly Named[];
}

export interface ForeignOperationFacts {
  readonly construct: "emits" | "perturb" | "starts with";
  readonly operation: string;
  /** The system that is said to operate. */
  readonly system: Named;
  /** Whose operations bear this name. */
  readonly owners: readonly Named[];
  /** The system's own operations (or events). */
  readonly own: readonly Named[];
}

export interface LimitOnAnotherFacts {
  readonly limit: string;
  /** The system in which the limit stands. */
  readonly system: Named;
  readonly operation: string;
  /** Whose operations bear this name. */
  readonly owners: readonly Named[];
  readonly own: readonly Named[];
}

export interface TransferFacts {
  readonly coupling: string;
  /** What the channel carries: `politics.bill`. */
  readonly source: Named;
  /** What it runs into instead of a sensitivity; undefined where it runs into a system as a whole. */
  readonly target?: Named | undefined;
  /** The system that would be determined. */
  readonly system: Named;
  /** What that system is sensitive to, with its parameters. */
  readonly sensitivities: readonly (Named & { readonly parameters: readonly NamedParameter[] })[];
  /** For a channel with assignments into a system: what they would set. */
  readonly assigned: readonly string[];
}

// ── Scenarios ─────────────────────────────────────────────────────────────

/** `given` or `seed` after something has happened: both say what is so before anything happens. */
export interface LateAssumptionFacts {
  readonly step: "given" | "seed";
  /** The first thing that happens before it. */
  readonly after: Place;
}

/** A circle of `like`: systems, or scenarios. */
export interface LikeCycleFacts {
  readonly what: "system" | "scenario";
  /** Each with the place of its `like`; the last is like the first. */
  readonly circle: readonly Named[];
}

interface ProblemOf<Check extends string, Facts> {
  readonly check: Check;
  readonly place: Place;
  readonly facts: Facts;
}

export type ModelProblem =
  | ProblemOf<"import_not_found", ImportNotFoundFacts>
  | ProblemOf<"import_outside_root", ImportOutsideRootFacts>
  | ProblemOf<"import_cycle", ImportCycleFacts>
  | ProblemOf<"too_large", TooLargeFacts>
  | ProblemOf<"too_many", TooManyFacts>
  | ProblemOf<"unused_import", UnusedImportFacts>
  | ProblemOf<"unknown_citation", UnknownCitationFacts>
  | ProblemOf<"unknown_name", UnknownNameFacts>
  | ProblemOf<"duplicate_name", DuplicateNameFacts>
  | ProblemOf<"duplicate_member", DuplicateMemberFacts>
  | ProblemOf<"ambiguous_name", AmbiguousNameFacts>
  | ProblemOf<"unknown_check", UnknownCheckFacts>
  | ProblemOf<"missing_reason", MissingReasonFacts>
  | ProblemOf<"confusable_name", ConfusableNameFacts>
  | ProblemOf<"wrong_kind", WrongKindFacts>
  | ProblemOf<"type_mismatch", TypeMismatchFacts>
  | ProblemOf<"wrong_arguments", WrongArgumentsFacts>
  | ProblemOf<"reads_across_boundary", ReadsAcrossBoundaryFacts>
  | ProblemOf<"operates_elsewhere", OperatesElsewhereFacts>
  | ProblemOf<"foreign_operation", ForeignOperationFacts>
  | ProblemOf<"limit_on_another", LimitOnAnotherFacts>
  | ProblemOf<"transfer", TransferFacts>
  | ProblemOf<"late_assumption", LateAssumptionFacts>
  | ProblemOf<"like_cycle", LikeCycleFacts>;
