import { expect, it } from "vitest";
import { Grammar } from "../../src/syntax/grammar/file.ts";
import { bodySpecs } from "../../src/syntax/bodies.ts";

it("has no ambiguity or dead alternative that the parser generator can find", () => {
  // The constructor throws what it finds; in the product it is told not to look.
  expect(() => new Grammar({ examine: true })).not.toThrow();
});

it("recovers in bodies by rules that the grammar has", () => {
  const grammar = new Grammar();
  for (const { rule } of Object.values(bodySpecs)) expect(typeof grammar[rule]).toBe("function");
});
