/* The files of a model as they were read: trees, and where their imports lead. */
import type { Place } from "../base/place.ts";
import type { Parsed } from "../syntax/parse.ts";
import type * as tree from "../syntax/tree.ts";
import type { BibliographyEntry } from "./model.ts";
import type { ModelProblem } from "./problems.ts";

export interface LoadedFile {
  readonly name: string;
  readonly parsed: Parsed;
  readonly canonical: boolean;
  readonly imports: readonly LoadedImport[];
  readonly bibliographies: readonly LoadedBibliography[];
}

export interface LoadedImport {
  readonly node: tree.Import;
  /** As written; empty where the text is broken. */
  readonly specifier: string;
  readonly place: Place;
  /** The files it leads to: one, or several of the canon. Empty if it could not be followed (which is reported). */
  readonly targets: readonly string[];
}

export interface LoadedBibliography {
  readonly specifier: string;
  readonly place: Place;
  readonly file?: string | undefined;
  /** Undefined if it was not read. */
  readonly entries?: readonly BibliographyEntry[] | undefined;
}

export interface Loaded {
  /** By name, imported files before those that import them; the entry is the last. */
  readonly files: ReadonlyMap<string, LoadedFile>;
  readonly problems: readonly ModelProblem[];
}

export type BibliographyOutcome =
  | { readonly kind: "read"; readonly entries: readonly BibliographyEntry[] }
  | {
      readonly kind: "malformed";
      readonly format: "BibTeX" | "CSL-JSON";
      readonly because: string;
      /** From 1. */
      readonly line?: number | undefined;
    };

/** Reads the text of a bibliography; `file` is its name. Never throws. */
export type ReadBibliography = (file: string, text: string) => BibliographyOutcome;
