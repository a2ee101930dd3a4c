/*
 * The tree of a `.sys` file: what was written, with its place, and nothing that is found out later.
 * Every bracketed region is a node of its own, so that comments and carets have something to hold on to.
 * A field that is absent although the grammar demands it (the text was broken there) is a `Missing` node;
 * `undefined` means that an optional part was not written. Trees are plain data and survive JSON.
 */
import type { Span } from "../base/place.ts";

/** A node: its kind, its span, its fields. */
interface NodeOf<Kind extends string> extends Span {
  readonly kind: Kind;
}

/** Stands where something demanded was not written; zero width. Whatever follows accepts it in silence. */
export interface Missing extends NodeOf<"Missing"> {}

/** A name as written, in NFC. */
export interface Name extends NodeOf<"Name"> {
  readonly text: string;
}

/** A string literal; `value` is what it says, escapes resolved. */
export interface Text extends NodeOf<"Text"> {
  readonly value: string;
}

/** Doc comment lines (`///`) before a declaration or member; `text` is their Markdown. */
export interface Doc extends NodeOf<"Doc"> {
  readonly text: string;
}

/** `a`, `a.b` or `a.b.c`: the checker knows which is wanted (ref, part or path). */
export interface NamePath extends NodeOf<"NamePath"> {
  readonly names: readonly Name[];
}

export interface Documented {
  readonly doc?: Doc | undefined;
}

interface Labelled extends Documented {
  readonly name: Name | Missing;
  readonly label?: Text | undefined;
}

// ── The file ──────────────────────────────────────────────────────────────

export interface ModelFile extends NodeOf<"ModelFile"> {
  readonly header?: Header | undefined;
  readonly items: readonly FileItem[];
}

export interface Header extends NodeOf<"Header">, Labelled {
  readonly body?: HeaderBody | undefined;
}
export interface HeaderBody extends NodeOf<"HeaderBody"> {
  readonly items: readonly HeaderItem[];
}
export interface Author extends NodeOf<"Author">, Documented {
  readonly text: Text | Missing;
}
export interface License extends NodeOf<"License">, Documented {
  readonly text: Text | Missing;
}
/** `step "year"`: what one step stands for. */
export interface StepUnit extends NodeOf<"StepUnit">, Documented {
  readonly text: Text | Missing;
}
export interface Cite extends NodeOf<"Cite">, Documented {
  readonly key: Name | Text | Missing;
  readonly locator?: Text | undefined;
}
export interface Allow extends NodeOf<"Allow">, Documented {
  readonly check: Name | Missing;
  readonly reason: Text | Missing;
}

/** `import "path"` or `import "path" as alias`: all that the file declares. */
export interface ImportFile extends NodeOf<"ImportFile">, Documented {
  readonly path: Text | Missing;
  readonly alias?: Name | undefined;
}
/** `import a, b as c from "path"`. */
export interface ImportNames extends NodeOf<"ImportNames">, Documented {
  readonly items: readonly ImportItem[];
  readonly path: Text | Missing;
}
export interface ImportItem extends NodeOf<"ImportItem"> {
  readonly name: Name | Missing;
  readonly alias?: Name | undefined;
}
export interface Bibliography extends NodeOf<"Bibliography">, Documented {
  readonly path: Text | Missing;
}

// ── Declarations ──────────────────────────────────────────────────────────

export type Differentiation = "function" | "segmentation" | "stratification" | "center_periphery";

export interface Society extends NodeOf<"Society">, Labelled {
  readonly differentiation: Differentiation | undefined;
  readonly body?: SocietyBody | undefined;
}
export interface SocietyBody extends NodeOf<"SocietyBody"> {
  readonly items: readonly (Cite | Allow)[];
}

export type SystemKind =
  "function system" | "organization" | "interaction" | "movement" | "psychic system" | "machine";

export interface System extends NodeOf<"System">, Labelled {
  readonly systemKind: SystemKind;
  readonly like?: NamePath | Missing | undefined;
  readonly within: readonly NamePath[];
  readonly body?: SystemBody | undefined;
}
export interface Extend extends NodeOf<"Extend">, Documented {
  readonly target: NamePath | Missing;
  readonly body?: SystemBody | undefined;
}
export interface SystemBody extends NodeOf<"SystemBody"> {
  readonly items: readonly Member[];
}

export interface FunctionText extends NodeOf<"FunctionText">, Documented {
  readonly text: Text | Missing;
}
export interface Code extends NodeOf<"Code">, Documented {
  readonly secondary: boolean;
  readonly values: readonly CodeValue[];
}
export interface CodeValue extends NodeOf<"CodeValue"> {
  readonly name: Name | Missing;
  readonly label?: Text | undefined;
}
export interface Medium extends NodeOf<"Medium">, Labelled {}
export interface Contingency extends NodeOf<"Contingency">, Documented {
  readonly text: Text | Missing;
}
export interface Reflection extends NodeOf<"Reflection">, Documented {
  readonly text: Text | Missing;
}
export interface Performs extends NodeOf<"Performs">, Documented {
  readonly text: Text | Missing;
  readonly receivers: readonly NamePath[];
}
export interface Role extends NodeOf<"Role">, Labelled {
  readonly side: "performance" | "public" | undefined;
}
export interface Sensitivity extends NodeOf<"Sensitivity">, Labelled {
  readonly parameters?: Parameters | undefined;
  readonly when?: Expression | undefined;
}
export interface Operation extends NodeOf<"Operation">, Labelled {
  readonly parameters?: Parameters | undefined;
}
export interface Parameters extends NodeOf<"Parameters"> {
  readonly items: readonly Parameter[];
}
export interface Parameter extends NodeOf<"Parameter"> {
  readonly name: Name | Missing;
  readonly label?: Text | undefined;
  readonly type: TypeNode | Missing;
}
export interface Expectation extends NodeOf<"Expectation">, Labelled {
  readonly type: TypeNode | Missing;
  readonly initial: Expression;
  readonly mode?: "normative" | "cognitive" | undefined;
}
export interface Program extends NodeOf<"Program">, Labelled {
  readonly form: "conditional" | "purpose" | undefined;
  readonly triggers: readonly Trigger[];
  readonly amends: readonly Name[];
  readonly body?: ProgramBody | undefined;
}
export interface ProgramBody extends NodeOf<"ProgramBody"> {
  readonly items: readonly (Rule | Choice | Otherwise | Cite | Allow)[];
}
/** `on enacted` */
export interface SensitivityTrigger extends NodeOf<"SensitivityTrigger"> {
  readonly name: Name | Missing;
}
/** `on own judgment` */
export interface OwnTrigger extends NodeOf<"OwnTrigger"> {
  readonly name: Name | Missing;
}
/** `on every step`, `on every 3 steps` */
export interface EveryTrigger extends NodeOf<"EveryTrigger"> {
  readonly count?: NumberLiteral | undefined;
}
/** `when e -> value { … }` of a conditional program. */
export interface Rule extends NodeOf<"Rule">, Documented {
  readonly when: Expression;
  readonly value: Name | Missing;
  readonly effects?: Effects | undefined;
}
/** `choose a -> value yields e when e { … }` of a purpose program. */
export interface Choice extends NodeOf<"Choice">, Labelled {
  readonly value: Name | Missing;
  readonly yields: Expression;
  readonly when?: Expression | undefined;
  readonly effects?: Effects | undefined;
}
export interface Otherwise extends NodeOf<"Otherwise">, Documented {
  readonly value: Name | Missing;
  readonly effects?: Effects | undefined;
}
export interface Effects extends NodeOf<"Effects"> {
  readonly items: readonly (Emit | Assignment)[];
}
export interface Emit extends NodeOf<"Emit"> {
  readonly operation: Name | Missing;
  readonly args?: Arguments | undefined;
}
export interface Assignment extends NodeOf<"Assignment"> {
  readonly target: Name | Missing;
  readonly value: Expression;
}
export interface Arguments extends NodeOf<"Arguments"> {
  readonly items: readonly Argument[];
}
export interface Argument extends NodeOf<"Argument"> {
  readonly name: Name | Missing;
  readonly value: Expression;
}
export interface Limit extends NodeOf<"Limit">, Labelled {
  readonly constitutional: boolean;
  readonly operation: Name | Missing;
  readonly when: Expression;
}

export interface Environment extends NodeOf<"Environment">, Labelled {
  readonly body?: EnvironmentBody | undefined;
}
export interface Population extends NodeOf<"Population">, Labelled {
  readonly size: Expression;
  readonly body?: EnvironmentBody | undefined;
}
export interface EnvironmentBody extends NodeOf<"EnvironmentBody"> {
  readonly items: readonly (Event | Quantity | Inclusion | Cite | Allow)[];
}
export interface Event extends NodeOf<"Event">, Labelled {
  readonly parameters?: Parameters | undefined;
}
export interface Quantity extends NodeOf<"Quantity">, Labelled {
  readonly type: TypeNode | Missing;
  readonly initial: Expression;
  readonly becomes?: Expression | undefined;
}
export interface Inclusion extends NodeOf<"Inclusion">, Documented {
  readonly system: NamePath | Missing;
  readonly role: Name | Missing;
}

export interface Coupling extends NodeOf<"Coupling">, Labelled {
  readonly left: NamePath | Missing;
  readonly right: NamePath | Missing;
  readonly body?: CouplingBody | undefined;
}
export interface CouplingBody extends NodeOf<"CouplingBody"> {
  readonly items: readonly (Channel | Cite | Allow)[];
}
export interface Channel extends NodeOf<"Channel">, Documented {
  readonly source: NamePath | Missing;
  readonly target: NamePath | Missing;
  readonly args?: Arguments | undefined;
  readonly assignments?: Assignments | undefined;
  readonly options: readonly ChannelOption[];
}
export interface Assignments extends NodeOf<"Assignments"> {
  readonly items: readonly Assignment[];
}
export interface ConditionOption extends NodeOf<"ConditionOption"> {
  readonly condition: Expression;
}
export interface ChanceOption extends NodeOf<"ChanceOption"> {
  readonly probability: Expression;
}
export interface DelayOption extends NodeOf<"DelayOption"> {
  readonly steps: Expression;
}
export interface CapacityOption extends NodeOf<"CapacityOption"> {
  readonly most: Expression;
}

export interface Regulation extends NodeOf<"Regulation">, Labelled {
  readonly body?: RegulationBody | undefined;
}
export interface RegulationBody extends NodeOf<"RegulationBody"> {
  readonly items: readonly (RegulationBy | RegulationOf | StartsWith | Aim | Through | Cite | Allow)[];
}
export interface RegulationBy extends NodeOf<"RegulationBy">, Documented {
  readonly system: NamePath | Missing;
}
export interface RegulationOf extends NodeOf<"RegulationOf">, Documented {
  readonly target: NamePath | Missing;
}
export interface StartsWith extends NodeOf<"StartsWith">, Documented {
  readonly operation: NamePath | Missing;
  readonly args?: Arguments | undefined;
}
export interface Aim extends NodeOf<"Aim">, Documented {
  readonly condition: Expression;
}
/** `through a, b`; `through direct` has `direct` set and no couplings. */
export interface Through extends NodeOf<"Through">, Documented {
  readonly direct: boolean;
  readonly couplings: readonly NamePath[];
}

// ── Scenarios ─────────────────────────────────────────────────────────────

export interface Scenario extends NodeOf<"Scenario">, Labelled {
  readonly like?: NamePath | Missing | undefined;
  readonly body?: Block | undefined;
}
export interface Block extends NodeOf<"Block"> {
  readonly items: readonly (Step | Cite | Allow)[];
}
export interface Emission extends NodeOf<"Emission">, Documented {
  readonly system: NamePath | Missing;
  readonly operation: Name | Missing;
  readonly args?: Arguments | undefined;
}
export interface Perturbation extends NodeOf<"Perturbation">, Documented {
  /** The span of the word `perturb`. */
  readonly keyword: Span;
  readonly target: NamePath | Missing;
  readonly source: NamePath | Missing;
  readonly operation: Name | Missing;
  readonly args?: Arguments | undefined;
}
export interface Given extends NodeOf<"Given">, Documented {
  readonly part: NamePath | Missing;
  readonly value: Expression;
}
export interface Change extends NodeOf<"Change">, Documented {
  readonly part: NamePath | Missing;
  readonly value: Expression;
}
export interface Steer extends NodeOf<"Steer">, Documented {
  readonly part: NamePath | Missing;
  readonly value: Expression;
  readonly by: NamePath | Missing;
}
export interface Unplug extends NodeOf<"Unplug">, Documented {
  readonly system: NamePath | Missing;
}
export interface Close extends NodeOf<"Close">, Documented {
  readonly coupling: NamePath | Missing;
}
export interface Open extends NodeOf<"Open">, Documented {
  readonly coupling: NamePath | Missing;
}
export interface Apply extends NodeOf<"Apply">, Documented {
  readonly regulation: NamePath | Missing;
}
/** `run`, `run 3 steps` (count), `run until e at most 9 steps` (until and count). */
export interface Run extends NodeOf<"Run">, Documented {
  readonly count?: NumberLiteral | Missing | undefined;
  readonly until?: Expression | undefined;
}
export interface Either extends NodeOf<"Either">, Documented {
  readonly branches: readonly Block[];
}
export interface Repeat extends NodeOf<"Repeat">, Documented {
  readonly count: NumberLiteral | Missing;
  readonly body?: Block | undefined;
}
export interface Seed extends NodeOf<"Seed">, Documented {
  readonly count: NumberLiteral | Missing;
}
export interface Expect extends NodeOf<"Expect">, Documented {
  readonly outcome: ExpectViolation | Outcome | Missing;
}
export interface ExpectViolation extends NodeOf<"ExpectViolation"> {
  readonly check: Name | Missing;
}
/** An expression, or a ref or part followed by what is said to happen to it. */
export interface Outcome extends NodeOf<"Outcome"> {
  readonly subject: Expression;
  readonly happening?: Happening | undefined;
}
export interface Resonates extends NodeOf<"Resonates"> {
  readonly to?: Name | Missing | undefined;
}
export interface StaysIndifferent extends NodeOf<"StaysIndifferent"> {
  readonly to?: Name | Missing | undefined;
}
export interface Designates extends NodeOf<"Designates"> {
  readonly value: Name | Missing;
}
/** `occurs` (at least once), `occurs 3 times` (exactly), `occurs at least 3 times` … */
export interface Occurs extends NodeOf<"Occurs"> {
  readonly bound?: "least" | "most" | undefined;
  readonly count?: NumberLiteral | Missing | undefined;
}
export interface NeverOccurs extends NodeOf<"NeverOccurs"> {}
export type Verdict = "effective" | "ineffective" | "backfiring" | "indifferent" | "disintegrating";
export interface IsVerdict extends NodeOf<"IsVerdict"> {
  readonly verdict: Verdict | undefined;
}

export interface Property extends NodeOf<"Property">, Labelled {
  readonly body?: PropertyBody | undefined;
}
export interface PropertyBody extends NodeOf<"PropertyBody"> {
  readonly items: readonly (Claim | Cite | Allow)[];
}
export interface Always extends NodeOf<"Always">, Documented {
  readonly condition: Expression;
}
export interface Never extends NodeOf<"Never">, Documented {
  readonly condition: Expression;
}
export interface Eventually extends NodeOf<"Eventually">, Documented {
  readonly outcome: Outcome | Missing;
}
export interface After extends NodeOf<"After">, Documented {
  readonly operation: NamePath | Missing;
  readonly outcome: Outcome | Missing;
}
export interface Reaches extends NodeOf<"Reaches">, Documented {
  readonly from: NamePath | Missing;
  readonly never: boolean;
  readonly to: NamePath | Missing;
  /** `only through …`; empty if not said. */
  readonly through: readonly NamePath[];
}

export interface Experiment extends NodeOf<"Experiment">, Labelled {
  readonly scenario: NamePath | Missing;
  readonly body?: ExperimentBody | undefined;
}
export interface ExperimentBody extends NodeOf<"ExperimentBody"> {
  readonly items: readonly (VaryRange | VaryOver | Runs | Measure | Cite | Allow)[];
}
export interface VaryRange extends NodeOf<"VaryRange">, Documented {
  readonly part: NamePath | Missing;
  readonly from: Expression;
  readonly to: Expression;
  readonly by: Expression;
}
export interface VaryOver extends NodeOf<"VaryOver">, Documented {
  readonly part: NamePath | Missing;
  readonly values: ExpressionList | Missing;
}
export interface Runs extends NodeOf<"Runs">, Documented {
  readonly count: NumberLiteral | Missing;
}
export interface Measure extends NodeOf<"Measure">, Labelled {
  readonly outcome: Outcome | Missing;
}

// ── Types ─────────────────────────────────────────────────────────────────

export interface NumberType extends NodeOf<"NumberType"> {
  readonly range?: Range | undefined;
  readonly unit?: Text | undefined;
}
export interface Range extends NodeOf<"Range"> {
  readonly low?: Bound | undefined;
  readonly high?: Bound | undefined;
}
export interface Bound extends NodeOf<"Bound"> {
  readonly value: number;
}
export interface BooleanType extends NodeOf<"BooleanType"> {}
export interface EnumerationType extends NodeOf<"EnumerationType"> {
  readonly values: EnumerationValues | Missing;
}
export interface EnumerationValues extends NodeOf<"EnumerationValues"> {
  readonly items: readonly EnumerationValue[];
}
export interface EnumerationValue extends NodeOf<"EnumerationValue"> {
  readonly name: Name | Missing;
  readonly label?: Text | undefined;
}

// ── Expressions ───────────────────────────────────────────────────────────

/** `12`, `3.5`, `20%` (value 0.2). */
export interface NumberLiteral extends NodeOf<"NumberLiteral"> {
  readonly value: number;
}
export interface TextLiteral extends NodeOf<"TextLiteral"> {
  readonly value: string;
}
export interface BooleanLiteral extends NodeOf<"BooleanLiteral"> {
  readonly value: boolean;
}
/** `( e )` */
export interface Group extends NodeOf<"Group"> {
  readonly inner: Expression;
}
/** `min(a, b)`, `count(law.judgment)` */
export interface Call extends NodeOf<"Call"> {
  readonly name: Name;
  readonly args: ExpressionList;
}
export interface ExpressionList extends NodeOf<"ExpressionList"> {
  readonly items: readonly Expression[];
}
export type ChainOperator = "or" | "and" | "+" | "-" | "*" | "/";
/**
 * A run of operators of one level, from the left: `a - b + c` has three operands and two operators.
 * Kept flat, so that a sum of ten thousand terms is not ten thousand levels deep.
 */
export interface Chain extends NodeOf<"Chain"> {
  readonly operators: readonly ChainOperator[];
  readonly operands: readonly Expression[];
}
export type ComparisonOperator = "=" | "!=" | "<" | "<=" | ">" | ">=";
export interface Comparison extends NodeOf<"Comparison"> {
  readonly operator: ComparisonOperator;
  readonly left: Expression;
  readonly right: Expression;
}
export interface Not extends NodeOf<"Not"> {
  readonly operand: Expression;
}
export interface Negative extends NodeOf<"Negative"> {
  readonly operand: Expression;
}
export interface Power extends NodeOf<"Power"> {
  readonly base: Expression;
  readonly exponent: Expression;
}

// ── Unions ────────────────────────────────────────────────────────────────

export type HeaderItem = Author | License | StepUnit | Cite | Allow;
export type Declaration =
  | Society
  | System
  | Extend
  | Environment
  | Population
  | Coupling
  | Regulation
  | Scenario
  | Property
  | Experiment;
export type Import = ImportFile | ImportNames;
export type FileItem = Import | Bibliography | Declaration;
export type Member =
  | FunctionText
  | Code
  | Medium
  | Contingency
  | Reflection
  | Performs
  | Role
  | Sensitivity
  | Operation
  | Expectation
  | Program
  | Limit
  | Cite
  | Allow;
export type Trigger = SensitivityTrigger | OwnTrigger | EveryTrigger;
export type Clause = Rule | Choice | Otherwise;
export type ChannelOption = ConditionOption | ChanceOption | DelayOption | CapacityOption;
export type Step =
  | Emission
  | Perturbation
  | Given
  | Change
  | Steer
  | Unplug
  | Close
  | Open
  | Apply
  | Run
  | Either
  | Repeat
  | Seed
  | Expect;
export type Happening = Resonates | StaysIndifferent | Designates | Occurs | NeverOccurs | IsVerdict;
export type Claim = Always | Never | Eventually | After | Reaches;
export type TypeNode = NumberType | BooleanType | EnumerationType;
export type Expression =
  | NumberLiteral
  | TextLiteral
  | BooleanLiteral
  | NamePath
  | Call
  | Group
  | Chain
  | Comparison
  | Not
  | Negative
  | Power
  | Missing;

export type Node =
  | ModelFile
  | Header
  | HeaderBody
  | HeaderItem
  | Import
  | ImportItem
  | Bibliography
  | Declaration
  | SocietyBody
  | SystemBody
  | Member
  | CodeValue
  | Parameters
  | Parameter
  | ProgramBody
  | Trigger
  | Clause
  | Effects
  | Emit
  | Assignment
  | Arguments
  | Argument
  | EnvironmentBody
  | Event
  | Quantity
  | Inclusion
  | CouplingBody
  | Channel
  | Assignments
  | ChannelOption
  | RegulationBody
  | RegulationBy
  | RegulationOf
  | StartsWith
  | Aim
  | Through
  | Block
  | Step
  | ExpectViolation
  | Outcome
  | Happening
  | PropertyBody
  | Claim
  | ExperimentBody
  | VaryRange
  | VaryOver
  | Runs
  | Measure
  | TypeNode
  | Range
  | Bound
  | EnumerationValues
  | EnumerationValue
  | Expression
  | ExpressionList
  | Name
  | Text
  | Doc;

export type Kind = Node["kind"];
export type NodeOfKind<K extends Kind> = Extract<Node, { kind: K }>;
