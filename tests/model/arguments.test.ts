import { expect, it } from "vitest";
import { factsOf, found, textAt } from "./resolving.ts";

const judge = "machine judge { operation ruling(cost: number, severity: number) }\n";

it("lists what is missing, and the parameters with their places", () => {
  const text = `${judge}scenario s { judge emits ruling(cost: 1) }`;
  const facts = factsOf("wrong_arguments", text);
  expect(facts.missing.map(({ name }) => name)).toEqual(["severity"]);
  expect(facts.parameters.map(({ place }) => textAt(text, place))).toEqual(["cost", "severity"]);
  expect(facts.callee).toMatchObject({ name: "ruling", owner: "judge" });
});

it("shows where missing arguments could be put", () => {
  const text = `${judge}scenario s { judge emits ruling(cost: 1) }`;
  const { insertAt } = factsOf("wrong_arguments", text);
  expect(text.slice(insertAt.start - 1, insertAt.start + 1)).toBe("1)");
  const bare = `${judge}scenario s { judge emits ruling }`;
  const after = factsOf("wrong_arguments", bare).insertAt;
  expect(bare.slice(after.start - 6, after.start)).toBe("ruling");
});

it("names the nearest parameter that is still to be given", () => {
  const text = `${judge}scenario s { judge emits ruling(cost: 1, sevrity: 2) }`;
  const facts = factsOf("wrong_arguments", text);
  expect(facts.unknown.map(({ name, near }) => [name, near])).toEqual([["sevrity", ["severity"]]]);
  expect(found(text)).toEqual(["wrong_arguments sevrity"]);
});

it("shows both places of an argument that is given twice", () => {
  const text = `${judge}scenario s { judge emits ruling(cost: 1, severity: 2, cost: 3) }`;
  const [twice] = factsOf("wrong_arguments", text).duplicate;
  expect(twice?.name).toBe("cost");
  expect(twice && twice.first.start < twice.place.start).toBe(true);
});

it("reports arguments of what has no parameters", () => {
  const text = `machine m { operation op }\nscenario s { m emits op(x: 1) }`;
  expect(factsOf("wrong_arguments", text).parameters).toEqual([]);
});

it("fills in nothing because it has the same name", () => {
  const text = `machine a { operation o(x: number) }\nmachine b { sensitive to s(x: number) }
coupling k between a and b { a.o -> b.s }`;
  expect(factsOf("wrong_arguments", text)).toMatchObject({ construct: "channel", missing: [{ name: "x" }] });
});

it.each([
  [
    "emit",
    "machine m { code a / b operation o(x: number) program p conditional on every step { otherwise -> a { emit o } } }",
  ],
  ["emits", "environment e { event x(n: number) }\nscenario s { e emits x }"],
  ["perturb", "machine a { operation o(x: number) }\nmachine b {}\nscenario s { perturb b from a with o }"],
  ["starts with", "machine a { operation o(x: number) }\nregulation r { by a of a starts with a.o }"],
])("says in which construct: `%s`", (construct, text) => {
  expect(factsOf("wrong_arguments", text).construct).toBe(construct);
});
