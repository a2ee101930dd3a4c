import fc from "fast-check";
import { expect, it } from "vitest";
import { check, type CheckResult } from "../../src/index.ts";
import { exampleFiles, exampleModels } from "../support/examples.ts";

/* Whatever is written, the tool answers: it does not throw, and what it says stands within the text. */

/** 1 in the tests; `npm run fuzz` sets it higher. */
const effort = Number(process.env["NIKLAS_FUZZ"] ?? "1");
/** Nothing here asserts a time. */
const patience = 3_600_000;
const examples = exampleModels.map((path) => exampleFiles.get(path) ?? "");

function holds(text: string): CheckResult {
  const result = check(text);
  for (const { place, message, related = [], fixes } of result.diagnostics) {
    const places = [
      place,
      ...related.map((other) => other.place),
      ...fixes.flatMap((fix) => fix.edits.map((edit) => edit.place)),
    ];
    for (const { file, start, end } of places) {
      if (file !== "model.sys") continue;
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThanOrEqual(start);
      expect(end).toBeLessThanOrEqual(text.length);
    }
    expect(message).not.toMatch(/undefined|NaN|\[object|-->|Token sequences/);
  }
  return result;
}

const fragment = fc.constantFrom(
  ...'model import from extend function system law { } ( ) , : . .. -> := = < > + - * / ^ % " 1 2.5 code / when otherwise emit sensitive to operation expectation number boolean one of program conditional purpose on own every step coupling between and or not environment population event regulation by starts with aim through scenario perturb run expect property reaches __proto__ constructor 法律 “ ： ; // /* */ ///'.split(
    " ",
  ),
);

it(
  "answers to any text",
  () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        holds(text);
      }),
      { numRuns: 150 * effort },
    );
  },
  patience,
);

it(
  "answers to any sequence of words and signs of the language",
  () => {
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 80 }), (words) => {
        holds(words.join(" "));
      }),
      { numRuns: 300 * effort },
    );
  },
  patience,
);

it(
  "answers to every example with something taken out, put in, doubled or swapped",
  () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...examples),
        fc.array(
          fc.tuple(fc.nat(), fc.nat(40), fc.constantFrom("remove", "insert", "double", "swap"), fragment),
          {
            minLength: 1,
            maxLength: 4,
          },
        ),
        (text, edits) => {
          let changed = text;
          for (const [at, length, kind, word] of edits) {
            const from = at % (changed.length + 1);
            const piece = changed.slice(from, from + length);
            const rest = changed.slice(from + length);
            changed = changed.slice(0, from);
            if (kind === "insert") changed += ` ${word} ${piece}${rest}`;
            else if (kind === "double") changed += piece + piece + rest;
            else if (kind === "swap") changed += rest.slice(0, length) + piece + rest.slice(length);
            else changed += rest;
          }
          holds(changed);
        },
      ),
      { numRuns: 200 * effort },
    );
  },
  patience,
);

it(
  "answers to every prefix of every example",
  () => {
    for (const text of examples) {
      const stride = Math.max(1, Math.floor(97 / effort));
      for (let end = 0; end <= text.length; end += stride) holds(text.slice(0, end));
    }
  },
  patience,
);

it(
  "gives the same answer twice",
  () => {
    for (const text of examples) expect(check(text)).toEqual(check(text));
  },
  patience,
);
