/* The words of the language itself, where they can be written. */
import { functionNames } from "../model/calls.ts";
import type { BodySpec } from "../syntax/bodies.ts";
import type { CompletionItem } from "./completion_names.ts";
import type { Situation } from "./situation.ts";

export type Items = readonly CompletionItem[];

export function keywords(...words: readonly string[]): Items {
  return words.map((label) => ({ label, kind: "keyword" }));
}

/** Keywords that never stand alone, as they are written. */
export const spelledOut: ReadonlyMap<string, string> = new Map([
  ["function", "function system"],
  ["psychic", "psychic system"],
]);

export function starters(spec: BodySpec, isFile: boolean): Items {
  return keywords(
    ...spec.starters.map((word) =>
      word === "sensitive"
        ? "sensitive to"
        : word === "secondary"
          ? "secondary code"
          : word === "starts"
            ? "starts with"
            : word === "included"
              ? "included in"
              : isFile
                ? (spelledOut.get(word) ?? word)
                : word,
    ),
  );
}

export const numberFunctions: Items = functionNames
  .filter((name) => name !== "count")
  .map((label) => ({ label, kind: "keyword", detail: "function", text: `${label}(` }));

export const verdicts = keywords("effective", "ineffective", "backfiring", "indifferent", "disintegrating");
export const types = keywords("number", "boolean", "one of");

/** Names where an expression is written, or words that may follow it. */
export function inExpression(
  { written }: Situation,
  seen: readonly Items[],
  ...follow: readonly string[]
): Items {
  const last = written.at(-1)?.image ?? "";
  const complete = /[\p{ID_Continue})%]$/u.test(last) && !/^(when|and|or|not|emit|yields)$/.test(last);
  if (complete) return keywords(...follow, "and", "or");
  return [...seen.flat(), ...keywords("step", "true", "false", "not"), ...numberFunctions];
}
