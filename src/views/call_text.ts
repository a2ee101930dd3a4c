/* Pieces of sentences about a run. */
import type { NamedValue, WeighedChoice } from "../diagnostics/run_facts.ts";
import { choicesText } from "../diagnostics/run_words.ts";

/** `judgment(cost: 30)` */
export function callText(name: string, args: readonly NamedValue[]): string {
  return args.length === 0 ? name : `${name}(${args.map((arg) => `${arg.name}: ${arg.value}`).join(", ")})`;
}

/** ` (limit = 70, lending_limit = 100)`; empty if nothing was read. What belongs together is not broken. */
export function readText(values: readonly NamedValue[]): string {
  return values.length === 0
    ? ""
    : ` (${values.map(({ name, value }) => `${name}\u00a0=\u00a0${value}`).join(", ")})`;
}

/**
 * On which grounds a clause decided: its condition, that none of the others held, or what the choices yielded, with what was
 * read.
 */
export function groundsText({
  condition,
  values = [],
  choices = [],
}: {
  readonly condition?: string | undefined;
  readonly values?: readonly NamedValue[] | undefined;
  readonly choices?: readonly WeighedChoice[] | undefined;
}): string | undefined {
  if (choices.length > 0) return `${choicesText(choices)}${readText(values)}`;
  if (condition === undefined) return undefined;
  return `${condition === "otherwise" ? condition : `since ${condition}`}${readText(values)}`;
}
