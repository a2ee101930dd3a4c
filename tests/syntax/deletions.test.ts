/*
 * One mistake, one message: every example with one word, sign, number or text left out. Most of what can be left out
 * is missed at one place; whoever left it out should read of that place, and of little else.
 */
import { describe, expect, it } from "vitest";
import { applyCertainFixes } from "../../src/index.ts";
import { deletions, errorsIn, type Deletion } from "../support/deletions.ts";

/** One deletion of so many is tried; `npm run fuzz` tries them all. */
const stride = process.env["NIKLAS_FUZZ"] === undefined ? 17 : 1;
/** Nothing here asserts a time. */
const patience = 3_600_000;

interface Outcome extends Deletion {
  readonly errors: readonly string[];
  /** What is found after the certain edits have been made; undefined if there are none. */
  readonly mended: readonly string[] | undefined;
}

function outcomeOf(deletion: Deletion): Outcome {
  const { example, text } = deletion;
  const errors = errorsIn(example, text);
  const after = applyCertainFixes(errors, new Map([[example, { name: example, text }]])).texts.get(example);
  const mended = after === undefined ? undefined : errorsIn(example, after).map(({ message }) => message);
  return { ...deletion, errors: errors.map(({ message }) => message), mended };
}

function shown({ example, start, deleted, errors, mended = [] }: Outcome): string {
  return [
    `${example} at ${start} without ${deleted}:`,
    ...errors,
    ...mended.map((after) => `→ ${after}`),
  ].join("\n  ");
}

describe("an example without one of its words", () => {
  const outcomes = deletions(stride).map(outcomeOf);
  const withErrors = (least: number) => outcomes.filter(({ errors }) => errors.length >= least);

  it(
    "has two errors or more in few cases",
    () => {
      const several = withErrors(2);
      expect(several.length / outcomes.length, several.map(shown).join("\n")).toBeLessThanOrEqual(0.03);
    },
    patience,
  );

  it(
    "has three errors or more in very few cases",
    () => {
      const many = withErrors(3);
      expect(many.length / outcomes.length, many.map(shown).join("\n")).toBeLessThanOrEqual(0.01);
    },
    patience,
  );

  it(
    "is never the worse for the edits that are certain",
    () => {
      const worse = outcomes.filter(
        ({ errors, mended }) => mended !== undefined && mended.length > errors.length,
      );
      expect(worse.map(shown)).toEqual([]);
    },
    patience,
  );
});
