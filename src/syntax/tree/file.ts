/* A file: its header, its imports, its declarations. */
import type { Allow, Cite, Documented, Labelled, Missing, Name, NodeOf, Text } from "./words.ts";
import type { Extend, System } from "./systems.ts";
import type { Coupling, Environment, Population, Regulation } from "./surroundings.ts";
import type { Scenario } from "./scenarios.ts";
import type { Experiment, Property } from "./properties.ts";

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

export type Differentiation = "function" | "segmentation" | "stratification" | "center_periphery";

export interface Society extends NodeOf<"Society">, Labelled {
  readonly differentiation: Differentiation | undefined;
  readonly body?: SocietyBody | undefined;
}
export interface SocietyBody extends NodeOf<"SocietyBody"> {
  readonly items: readonly (Cite | Allow)[];
}

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
