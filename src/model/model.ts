/*
 * The model: what the files of a project say, names resolved, as plain data. Nothing here knows how it was
 * written; each item keeps the place it comes from, for messages. What could not be resolved has been reported
 * by the time a model exists, and is left out or marked `unknown`; checks may rely on every id they find.
 */
import type { Place } from "../base/place.ts";
import type { Expression, Type } from "./expression.ts";
import type { Id, PartRef, Ref, Word } from "./reference.ts";
import type { Differentiation, SystemKind, Verdict } from "../syntax/tree.ts";

/** What every named thing has. `place` is all of it, `namePlace` its name. */
export interface Item {
  readonly name: string;
  readonly label?: string | undefined;
  readonly doc?: string | undefined;
  readonly place: Place;
  readonly namePlace: Place;
}

/** A declaration at the top of a file. */
export interface Declared extends Item {
  readonly id: Id;
  readonly citations: readonly Citation[];
  /** True if the declaration comes from the canon. */
  readonly canonical: boolean;
}

export interface Citation {
  readonly key: Word;
  readonly locator?: string | undefined;
  readonly place: Place;
  /** Whether a bibliography of the file has the key; true where the file has no bibliography. */
  readonly known: boolean;
}

/** `allow check "reason"`; it silences its check within `scope`. */
export interface Allow {
  readonly check: Word;
  readonly reason: string;
  readonly place: Place;
  readonly scope: Place;
  /** Of an `allow` in an `extend`: the declaration of the system extended, which it covers too. */
  readonly extended?: Place | undefined;
}

/** `expect violation NAME`: the check is meant to be found within `scope`, the step before it or the block it heads. */
export interface ExpectedViolation {
  readonly check: Word;
  readonly place: Place;
  readonly scope: Place;
}

export interface Model {
  readonly name?: string | undefined;
  readonly label?: string | undefined;
  /** What one step stands for (`step "year"`). */
  readonly stepUnit?: string | undefined;
  /** What is said of the model as a whole, for reports; no check looks at it. */
  readonly about?: About | undefined;
  /** The file that is checked or run. */
  readonly entry: string;
  /** Every file that was read, the entry last; imported files stand before those that import them. */
  readonly files: readonly FileOfModel[];
  readonly societies: readonly Society[];
  readonly systems: readonly System[];
  readonly environments: readonly Environment[];
  readonly couplings: readonly Coupling[];
  readonly regulations: readonly Regulation[];
  /** Scenarios, properties and experiments of the entry file alone. */
  readonly scenarios: readonly Scenario[];
  /** Scenarios of other files that those of the entry are `like`, or that an experiment varies; not run themselves. */
  readonly importedScenarios?: readonly Scenario[] | undefined;
  readonly properties: readonly Property[];
  readonly experiments: readonly Experiment[];
  readonly allows: readonly Allow[];
  readonly expectedViolations: readonly ExpectedViolation[];
}

/** What the header of the entry says beside the name, and what stands before `extend`s. */
export interface About {
  readonly doc?: string | undefined;
  readonly authors: readonly string[];
  readonly license?: string | undefined;
  readonly remarks: readonly Remark[];
}

/** The doc comment of an `extend`; `body` is among the bodies of the system. */
export interface Remark {
  readonly doc: string;
  readonly body: Place;
}

export interface FileOfModel {
  readonly name: string;
  /** The model's own name in that file's header. */
  readonly model?: Word | undefined;
  readonly citations: readonly Citation[];
  readonly imports: readonly Import[];
  readonly bibliographies: readonly Bibliography[];
  readonly canonical: boolean;
  /** What the file calls otherwise than by its own name: `recht` for `law`, `town.city` for `city`. */
  readonly aliases: readonly Alias[];
}

export interface Alias {
  readonly id: Id;
  readonly name: string;
}

export interface Import {
  /** As written: `canon`, `./city`. */
  readonly specifier: string;
  /** The file it leads to, by the host's name; undefined if it was not found. */
  readonly file?: string | undefined;
  readonly place: Place;
}

export interface Bibliography {
  readonly file?: string | undefined;
  readonly entries: readonly BibliographyEntry[];
  readonly place: Place;
}

/** What messages and reports need of an entry; `csl` is the whole of it in CSL-JSON. */
export interface BibliographyEntry {
  readonly key: string;
  readonly csl: unknown;
}

export interface Society extends Declared {
  readonly kind: "society";
  readonly differentiation: Differentiation | undefined;
}

// ── Systems ───────────────────────────────────────────────────────────────

/** A system with all that `extend` and `like` add to it. Each part keeps the place where it is written. */
export interface System extends Declared {
  readonly kind: "system";
  readonly systemKind: SystemKind;
  readonly like?: Ref | undefined;
  readonly within: readonly Ref[];
  readonly functions: readonly Statement[];
  readonly codes: readonly Code[];
  readonly media: readonly Item[];
  readonly contingencies: readonly Statement[];
  readonly reflections: readonly Statement[];
  readonly performances: readonly Performance[];
  readonly roles: readonly Role[];
  readonly sensitivities: readonly Sensitivity[];
  readonly operations: readonly Operation[];
  readonly expectations: readonly Expectation[];
  readonly programs: readonly Program[];
  readonly limits: readonly Limit[];
  /** The places of all bodies: its own, then those of its `extend`s, file by file and in the order of the text. */
  readonly bodies: readonly Place[];
}

/** A string that says something: a function, a contingency formula, a reflection. */
export interface Statement {
  readonly text: string;
  readonly place: Place;
}

/** `values[0]` is the designation value (positive), `values[1]` the reflection value. There may be fewer or more: see `code_not_binary`. */
export interface Code {
  readonly secondary: boolean;
  readonly values: readonly CodeValue[];
  readonly place: Place;
}
export interface CodeValue {
  readonly name: string;
  readonly label?: string | undefined;
  readonly place: Place;
}

export interface Performance extends Statement {
  readonly receivers: readonly Ref[];
}

export interface Role extends Item {
  readonly side: "performance" | "public" | undefined;
}

export interface Parameter {
  readonly name: string;
  readonly label?: string | undefined;
  readonly type: Type;
  readonly place: Place;
}

export interface Sensitivity extends Item {
  readonly parameters: readonly Parameter[];
  readonly when?: Expression | undefined;
}

export interface Operation extends Item {
  readonly parameters: readonly Parameter[];
}

export interface Expectation extends Item {
  readonly type: Type;
  readonly initial: Expression;
  /** Cognitive expectations (the default) learn, normative ones hold (Luhmann 1972). */
  readonly mode: "normative" | "cognitive";
}

export interface Program extends Item {
  readonly form: "conditional" | "purpose" | undefined;
  readonly triggers: readonly Trigger[];
  /**
   * The expectations of the own system that it may change although they are normative. A name that is none of these
   * has been reported.
   */
  readonly amends: readonly Word[];
  readonly clauses: readonly Clause[];
  readonly citations: readonly Citation[];
}

export type Trigger =
  | { readonly kind: "sensitivity"; readonly name: string; readonly place: Place }
  | { readonly kind: "own"; readonly operation: string; readonly place: Place }
  | { readonly kind: "every"; readonly steps: number; readonly place: Place };

/**
 * A clause: `rule` (`when … ->`), `choice` (`choose … -> … yields …`) or `otherwise`.
 * `value` is a word of the code, of the secondary code, or `undecided`; whether it is, checks say.
 */
export interface Clause {
  readonly kind: "rule" | "choice" | "otherwise";
  readonly name?: string | undefined;
  readonly when?: Expression | undefined;
  readonly yields?: Expression | undefined;
  readonly value: Word | undefined;
  readonly effects: readonly Effect[];
  readonly place: Place;
}

export type Effect = Emit | Assignment;
/** The system's own operation, named. */
export interface Emit {
  readonly kind: "emit";
  readonly operation: string;
  readonly args: readonly Argument[];
  readonly place: Place;
}
/** `target` names an expectation of the own system, or a quantity of the environment a channel runs to. */
export interface Assignment {
  readonly kind: "assignment";
  readonly target: Word;
  readonly value: Expression;
  readonly place: Place;
}
export interface Argument {
  readonly name: Word;
  readonly value: Expression;
}

export interface Limit extends Item {
  readonly constitutional: boolean;
  /** The own operation it blocks; undefined if it names none of its own. */
  readonly operation: Word | undefined;
  readonly when: Expression;
}

// ── Environments and populations ──────────────────────────────────────────

export interface Environment extends Declared {
  readonly kind: "environment" | "population";
  /** Of a population: how many. */
  readonly size?: Expression | undefined;
  readonly quantities: readonly Quantity[];
  readonly events: readonly Event[];
  readonly inclusions: readonly Inclusion[];
}
export interface Quantity extends Item {
  readonly type: Type;
  readonly initial: Expression;
  readonly becomes?: Expression | undefined;
}
export interface Event extends Item {
  readonly parameters: readonly Parameter[];
}
export interface Inclusion {
  readonly system: Ref;
  readonly role: Word;
  readonly place: Place;
}

// ── Couplings ─────────────────────────────────────────────────────────────

export interface Coupling extends Declared {
  readonly kind: "coupling";
  /** The two that it couples; undefined where the name is unknown. */
  readonly left: Ref | undefined;
  readonly right: Ref | undefined;
  readonly channels: readonly Channel[];
}

export interface Channel {
  readonly source: ChannelSource;
  readonly target: ChannelTarget;
  readonly when?: Expression | undefined;
  readonly chance?: Expression | undefined;
  /** At most so many per step. */
  readonly capacity?: Expression | undefined;
  /** Delay in steps; 1 if not said. */
  readonly delay?: Expression | undefined;
  readonly place: Place;
}
/** What the channel listens to: an operation of a system, a quantity or an event of an environment. */
export interface ChannelSource {
  readonly kind: "operation" | "quantity" | "event";
  readonly owner: Id;
  readonly name: string;
  readonly place: Place;
}
/** Toward a system a sensitivity and its arguments, toward an environment assignments to its quantities. */
export type ChannelTarget =
  | {
      readonly kind: "sensitivity";
      readonly owner: Id;
      readonly name: string;
      readonly args: readonly Argument[];
      readonly place: Place;
    }
  | {
      readonly kind: "quantities";
      readonly owner: Id;
      readonly assignments: readonly Assignment[];
      readonly place: Place;
    };

// ── Regulations ───────────────────────────────────────────────────────────

export interface Regulation extends Declared {
  readonly kind: "regulation";
  readonly by: Ref | undefined;
  /** A system, an environment or a population. */
  readonly of: Ref | undefined;
  readonly start: { readonly operation: PartRef; readonly args: readonly Argument[] } | undefined;
  readonly aim: Expression | undefined;
  /** `direct`: without any coupling. Undefined: not said. */
  readonly through:
    { readonly direct: boolean; readonly couplings: readonly Ref[]; readonly place: Place } | undefined;
}

// ── Scenarios ─────────────────────────────────────────────────────────────

export interface Scenario extends Declared {
  readonly kind: "scenario";
  readonly like?: Ref | undefined;
  readonly block: Block;
}
export interface Block {
  readonly steps: readonly Step[];
  readonly place: Place;
}

interface StepOf<Kind extends string> {
  readonly kind: Kind;
  readonly place: Place;
}
export type Step =
  | (StepOf<"emits"> & { readonly operation: PartRef; readonly args: readonly Argument[] })
  | (StepOf<"perturb"> & {
      readonly keywordPlace: Place;
      readonly target: Ref;
      readonly source: Ref;
      readonly operation: PartRef;
      readonly args: readonly Argument[];
    })
  | (StepOf<"given"> & { readonly part: PartRef; readonly value: Expression })
  | (StepOf<"change"> & { readonly part: PartRef; readonly value: Expression })
  | (StepOf<"steer"> & { readonly part: PartRef; readonly value: Expression; readonly by: Ref })
  | (StepOf<"unplug"> & { readonly system: Ref })
  | (StepOf<"close"> & { readonly coupling: Ref })
  | (StepOf<"open"> & { readonly coupling: Ref })
  | (StepOf<"apply"> & { readonly regulation: Ref })
  | (StepOf<"run"> & {
      /** Steps to take, or the most to take with `until`; undefined for a bare `run`. */
      readonly count?: number | undefined;
      readonly until?: Expression | undefined;
    })
  | (StepOf<"either"> & { readonly branches: readonly Block[] })
  | (StepOf<"repeat"> & { readonly count: number; readonly block: Block })
  | (StepOf<"seed"> & { readonly seed: number })
  | (StepOf<"expect"> & { readonly outcome: Outcome })
  | (StepOf<"expect violation"> & { readonly check: Word });

export type StepKind = Step["kind"];

export type Outcome =
  | { readonly kind: "condition"; readonly condition: Expression; readonly place: Place }
  | {
      readonly kind: "resonates" | "stays indifferent";
      readonly system: Ref;
      readonly to?: Word | undefined;
      readonly place: Place;
    }
  | { readonly kind: "designates"; readonly system: Ref; readonly value: Word; readonly place: Place }
  | {
      readonly kind: "occurs";
      readonly of: PartRef;
      /** `at least 1` where only `occurs` is written; `exactly 0` for `never occurs`. */
      readonly bound: "at least" | "at most" | "exactly";
      readonly count: number;
      readonly place: Place;
    }
  | { readonly kind: "verdict"; readonly regulation: Ref; readonly verdict: Verdict; readonly place: Place };

export interface Property extends Declared {
  readonly kind: "property";
  readonly claim: Claim | undefined;
}
export type Claim =
  | { readonly kind: "always" | "never"; readonly condition: Expression; readonly place: Place }
  | { readonly kind: "eventually"; readonly outcome: Outcome; readonly place: Place }
  | { readonly kind: "after"; readonly operation: PartRef; readonly outcome: Outcome; readonly place: Place }
  | {
      readonly kind: "reaches";
      readonly from: Ref;
      readonly never: boolean;
      readonly to: Ref;
      /** Systems and couplings; empty if `only through` is not said. */
      readonly through: readonly Ref[];
      readonly place: Place;
    };

export interface Experiment extends Declared {
  readonly kind: "experiment";
  readonly scenario: Ref | undefined;
  readonly variations: readonly Variation[];
  readonly runs: number;
  readonly measures: readonly Measure[];
}
export type Variation =
  | {
      readonly kind: "range";
      readonly part: PartRef;
      readonly from: Expression;
      readonly to: Expression;
      readonly by: Expression;
      readonly place: Place;
    }
  | {
      readonly kind: "over";
      readonly part: PartRef;
      readonly values: readonly Expression[];
      readonly place: Place;
    };
export interface Measure extends Item {
  readonly outcome: Outcome;
}

export type AnyDeclared =
  Society | System | Environment | Coupling | Regulation | Scenario | Property | Experiment;
