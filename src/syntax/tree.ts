/*
 * The tree of a `.sys` file: what was written, with its place, and nothing that is found out later.
 * Every bracketed region is a node of its own, so that comments and carets have something to hold on to.
 * A field that is absent although the grammar demands it (the text was broken there) is a `Missing` node;
 * `undefined` means that an optional part was not written. Trees are plain data and survive JSON.
 *
 * The files of `tree/` hold the nodes, each those of a part of the language.
 */
import type { Doc, Name, Text } from "./tree/words.ts";
import type {
  Argument,
  Arguments,
  Bound,
  EnumerationValue,
  EnumerationValues,
  Expression,
  ExpressionList,
  Parameter,
  Parameters,
  Range,
  TypeNode,
} from "./tree/expressions.ts";
import type {
  Assignment,
  Clause,
  CodeValue,
  Effects,
  Emit,
  Member,
  ProgramBody,
  SystemBody,
  Trigger,
} from "./tree/systems.ts";
import type {
  Aim,
  Assignments,
  Channel,
  ChannelOption,
  CouplingBody,
  EnvironmentBody,
  Event,
  Inclusion,
  Quantity,
  RegulationBody,
  RegulationBy,
  RegulationOf,
  StartsWith,
  Through,
} from "./tree/surroundings.ts";
import type { Block, ExpectViolation, Happening, Outcome, Step } from "./tree/scenarios.ts";
import type {
  Claim,
  ExperimentBody,
  Measure,
  PropertyBody,
  Runs,
  VaryOver,
  VaryRange,
} from "./tree/properties.ts";
import type {
  Bibliography,
  Declaration,
  Header,
  HeaderBody,
  HeaderItem,
  Import,
  ImportItem,
  ModelFile,
  SocietyBody,
} from "./tree/file.ts";

export type * from "./tree/words.ts";
export type * from "./tree/expressions.ts";
export type * from "./tree/systems.ts";
export type * from "./tree/surroundings.ts";
export type * from "./tree/scenarios.ts";
export type * from "./tree/properties.ts";
export type * from "./tree/file.ts";

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
