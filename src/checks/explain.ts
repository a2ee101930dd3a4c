/*
 * The pages of the checks as part of the program, for hosts without files: the entry `niklas/pages`. Nothing else
 * imports this file, so that whoever only checks models does not load a book with them.
 */
import { pages } from "./pages.ts";

export { pages };

/**
 * The page of a check, in Markdown: what it finds, why the theory says so, a wrong model and a right one. Undefined if
 * no check has this name. Severity, family, summary and sources of a check are in `checks`.
 */
export function explain(name: string): string | undefined {
  return pages.get(name);
}
