/* A text in its one canonical layout. */
import { printer } from "prettier/doc";
import type { Source } from "../base/source.ts";
import { parse, type Parsed } from "../syntax/parse.ts";
import type { SyntaxProblem } from "../syntax/problems.ts";
import { layoutOf } from "./layout.ts";

export interface FormatOptions {
  /** In columns; a line is longer only where it cannot be broken. */
  readonly width?: number;
}

/** Columns of a line, and of a level. */
export const usualWidth = 100;
export const levelWidth = 2;

export type Formatted =
  | { readonly kind: "formatted"; readonly text: string }
  /** What is not understood is not laid out: the text is left as it is. */
  | { readonly kind: "broken"; readonly problems: readonly SyntaxProblem[] };

/** Lays out a text. It says the same as before, with the same comments; laid out again it does not change. */
export function format(source: Source, { width = usualWidth }: FormatOptions = {}): Formatted {
  const parsed = parse(source);
  const problems = unreadable(parsed);
  if (problems.length > 0) return { kind: "broken", problems };
  const { formatted } = printer.printDocToString(layoutOf(parsed), {
    printWidth: width,
    tabWidth: levelWidth,
    useTabs: false,
  });
  const mark = source.text.charCodeAt(0) === 0xfeff ? "\ufeff" : "";
  return { kind: "formatted", text: mark + withLineEnds(formatted, source.text) };
}

/** What keeps a text from being laid out. */
export function unreadable({ problems }: Parsed): readonly SyntaxProblem[] {
  return problems.filter((problem) => !isWhole(problem));
}

/** Whether everything that was written has been read all the same. */
function isWhole({ check, facts }: SyntaxProblem): boolean {
  if (check === "stray_doc" || check === "hidden_character") return true;
  return "kind" in facts && ["missing part", "second part", "wrong item"].includes(facts.kind);
}

/** Lines end as the first line of the text does. */
function withLineEnds(formatted: string, text: string): string {
  return /^[^\n]*\r\n/.test(text) ? formatted.replaceAll("\n", "\r\n") : formatted;
}
