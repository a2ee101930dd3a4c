/* What a page about two models consists of. */
import type { Comparison } from "../../runs/comparison/compare.ts";
import { prose, type Inline, type Piece } from "../report/document.ts";

/** In which of the two it is, or that it is otherwise in each. */
export type Sign = "first" | "second" | "changed";

export interface Line {
  /** How far below what it belongs to. */
  readonly depth: number;
  readonly sign: Sign | undefined;
  readonly pieces: readonly Inline[];
}

/** Something in both, side by side. */
export interface Row {
  readonly name: string;
  readonly first: string;
  readonly second: string;
}

export type Part =
  | { readonly kind: "lines"; readonly lines: readonly Line[] }
  | { readonly kind: "rows"; readonly rows: readonly Row[] };

export interface Section {
  readonly title: string;
  readonly parts: readonly Part[];
  /** Whether it is for those who want to know more: a page that can fold it does. */
  readonly folded: boolean;
}

/** What the two models are called here: by their names, or, where these are the same, by their files. */
export interface Sides {
  readonly first: string;
  readonly second: string;
}

export interface PageOptions {
  /** How the user calls the files. */
  readonly files: Sides;
  /** Everything that is otherwise, word by word; otherwise what only one model has is told by its name. */
  readonly all: boolean;
}

export interface Telling extends PageOptions {
  readonly comparison: Comparison;
  readonly sides: Sides;
}

export function line(depth: number, sign: Sign | undefined, ...pieces: readonly Piece[]): Line {
  return { depth, sign, pieces: prose(...pieces) };
}

export function lines(all: readonly Line[]): Part {
  return { kind: "lines", lines: all };
}

/** By the names of the models, or, where these are the same, by those of their files. */
export function sidesOf({ first, second }: Comparison, files: Sides): Sides {
  const names = { first: first.model.name, second: second.model.name };
  if (names.first !== undefined && names.second !== undefined && names.first !== names.second)
    return { first: names.first, second: names.second };
  const short = { first: lastOf(files.first), second: lastOf(files.second) };
  if (short.first !== short.second) return short;
  return files.first === files.second ? { first: "the first", second: "the second" } : files;
}

function lastOf(file: string): string {
  if (file === "-") return "standard input";
  return file.split(/[/\\]/u).at(-1) ?? file;
}
