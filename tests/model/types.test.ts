import { expect, it } from "vitest";
import { factsOf, found, inProgram, modelOf, textAt } from "./resolving.ts";

const moods = "mood: one of (calm, angry)";

it("takes a name for a value across from an enumeration, on either side", () => {
  expect(found(inProgram("when mood = calm -> cold when angry != mood -> warm", moods))).toEqual([]);
});

it("takes a name for a value in an assignment, an argument and an initial value", () => {
  const members =
    "operation say(mood: one of (calm, angry, sad)) expectation state: one of (calm, angry) = calm";
  expect(
    found(
      inProgram(
        "when true -> cold { state := angry emit say(mood: angry) emit say(mood: mood) }",
        moods,
        members,
      ),
    ),
  ).toEqual([]);
});

it("takes a name for a value of the code across from `designated`", () => {
  expect(found(inProgram("when designated = warm and cold != designated -> cold"))).toEqual([]);
});

it("takes true for a value of a code that has it", () => {
  const model = modelOf(`machine m { code true / untrue sensitive to s
  program p conditional on s { when designated = true -> true } }`);
  const when = model.systems[0]?.programs[0]?.clauses[0]?.when;
  expect(when).toMatchObject({ kind: "comparison", right: { kind: "value", value: "true" } });
});

it("knows the values that an organization may designate of the systems it is within", () => {
  expect(
    found(`import law from "canon"
organization court within law { code member / stranger sensitive to s
  program p conditional on s { when designated = lawful -> lawful } }
scenario x { expect court designates lawful }`),
  ).toEqual([]);
});

it("reports a value that an enumeration does not list, with the nearest", () => {
  const facts = factsOf("type_mismatch", inProgram("when mood = clam -> cold", moods));
  expect(facts).toMatchObject({
    kind: "unlisted value",
    value: "clam",
    near: ["calm"],
    values: ["calm", "angry"],
    code: false,
    declared: { name: "mood", what: "parameter" },
  });
});

it("reports a value that the code does not have", () => {
  const facts = factsOf("type_mismatch", inProgram("when designated = wram -> cold"));
  expect(facts).toMatchObject({ kind: "unlisted value", near: ["warm"], code: true });
});

it("reports what is expected to be designated and is no value of the code", () => {
  const facts = factsOf(
    "type_mismatch",
    `machine m { code open / shut }\nscenario s { expect m designates opne }`,
  );
  expect(facts).toMatchObject({ kind: "unlisted value", value: "opne", near: ["open"] });
});

it("reports an enumeration handed to a type that does not list all of it", () => {
  const members = "expectation state: one of (calm, sad) = calm";
  const facts = factsOf("type_mismatch", inProgram("when true -> cold { state := mood }", moods, members));
  expect(facts).toMatchObject({ kind: "wider enumeration", surplus: ["angry"] });
});

it("reports enumerations that share no value and are compared", () => {
  const facts = factsOf(
    "type_mismatch",
    inProgram("when mood = state -> cold", `${moods}, state: one of (x, y)`),
  );
  expect(facts.kind).toBe("unlike");
});

it("reports an order between what has none", () => {
  const facts = factsOf("type_mismatch", inProgram("when mood < angry -> cold", moods));
  expect(facts).toMatchObject({ kind: "order", operator: "<" });
});

it.each([
  ["a number and a boolean", "amount = true"],
  ["a boolean and a number", "true != amount"],
  ["a text and a number", `amount = "three"`],
])("reports %s that are compared", (_what, condition) => {
  expect(factsOf("type_mismatch", inProgram(`when ${condition} -> cold`)).kind).toBe("unlike");
});

it.each([
  ["a condition", "when amount -> cold", "condition"],
  ["an operand of `and`", "when true and amount -> cold", "operand"],
  ["an operand of `not`", "when not amount -> cold", "operand"],
  ["an operand of `+`", "when amount + true > 1 -> cold", "operand"],
  ["an operand of `^`", "when 2 ^ false > 1 -> cold", "operand"],
  ["an argument of a function", "when sqrt(true) > 1 -> cold", "function argument"],
  ["an argument", "when true -> cold { emit heat(power: true) }", "argument"],
  ["an assignment", "when true -> cold { target := true }", "assignment"],
])("reports %s of another type", (_what, clause, use) => {
  const facts = factsOf(
    "type_mismatch",
    inProgram(clause, "amount: number", "expectation target: number = 1"),
  );
  expect(facts).toMatchObject({ kind: "type", use });
});

it("says what was found, if it is a mere name", () => {
  const facts = factsOf(
    "type_mismatch",
    inProgram("when target -> cold", "amount: number", "expectation target: number = 1"),
  );
  expect(facts).toMatchObject({ thing: { name: "target", what: "expectation", owner: "thermostat" } });
});

const units = `expectation mass: number "kg" = 1 expectation length: number "m" = 1 expectation plain: number = 1`;

it.each([
  ["added", "when mass + length > 1 -> cold"],
  ["subtracted after others", "when mass + plain + 2 - length > 1 -> cold"],
  ["compared", "when mass > length -> cold"],
  ["compared after a sign", "when -mass > length -> cold"],
  ["put into `min`", "when min(1, mass, length) > 1 -> cold"],
  ["assigned", "when true -> cold { mass := length }"],
  ["assigned from a sum", "when true -> cold { mass := abs(length) + 1 }"],
])("reports unlike units that are %s", (_what, clause) => {
  expect(factsOf("type_mismatch", inProgram(clause, "amount: number", units)).kind).toBe("units");
});

it("takes a product to have no unit", () => {
  expect(
    found(inProgram("when mass * 2 > length / 3 -> cold { length := mass * 1 }", "amount: number", units)),
  ).toEqual([]);
});

it("lets a number without a unit meet any", () => {
  expect(
    found(inProgram("when mass + 1 > plain -> cold { plain := mass }", "amount: number", units)),
  ).toEqual([]);
});

it("gives both places of unlike units", () => {
  const text = inProgram("when mass > length -> cold", "amount: number", units);
  const facts = factsOf("type_mismatch", text);
  if (facts.kind !== "units") throw new Error(facts.kind);
  expect([facts.left, facts.right].map(({ unit, place }) => [unit, textAt(text, place)])).toEqual([
    ["kg", "mass"],
    ["m", "length"],
  ]);
});

it("reports a constant outside the bounds of what it is given to", () => {
  const facts = factsOf("type_mismatch", `machine m { expectation share: number in 0..100% = 150% }`);
  expect(facts).toMatchObject({ kind: "bounds", value: 1.5, low: 0, high: 1, declared: { name: "share" } });
});

it("works out a constant before it looks at bounds", () => {
  expect(factsOf("type_mismatch", `machine m { expectation e: number in 0..10 = 2 * 3 + 5 }`)).toMatchObject({
    value: 11,
  });
});

it("compares with bounds by the tolerance of the language", () => {
  expect(found(`machine m { expectation e: number in 0..80% = 50% + 10% + 10% + 10% }`)).toEqual([]);
});

it("reports a range that holds nothing", () => {
  expect(factsOf("type_mismatch", `machine m { expectation e: number in 5..1 = 3 }`)).toEqual({
    kind: "empty range",
    low: 5,
    high: 1,
  });
});

it("reports a probability that is none", () => {
  expect(factsOf("type_mismatch", inProgram("when chance(40) -> cold"))).toMatchObject({
    kind: "bounds",
    value: 40,
  });
});

it.each([
  ["too few", "min(1)", 1, 2],
  ["too many", "sqrt(1, 2)", 2, 1],
  ["none", "mod()", 0, 2],
])("reports %s arguments of a function", (_what, call, given, least) => {
  expect(factsOf("type_mismatch", inProgram(`when ${call} > 0 -> cold`))).toMatchObject({
    kind: "arity",
    found: given,
    least,
  });
});

it("names the nearest function for an unknown one", () => {
  const facts = factsOf("unknown_name", inProgram("when sqr(amount) > 0 -> cold"));
  expect(facts.near.map(({ name }) => name)).toContain("sqrt");
});

it.each([
  ["an `expect`", "scenario s { expect chance(50%) }", "expect"],
  ["an `until`", "scenario s { run until chance(50%) at most 3 steps }", "until"],
  ["a property", "property p { always uniform(0, 1) < 2 }", "property"],
  ["a measure", "scenario s {}\nexperiment e of s { measure m = normal(0, 1) }", "measure"],
  ["an aim", "machine m { operation o }\nregulation r { by m of m starts with m.o aim chance(1) }", "aim"],
])("reports chance in %s", (_what, text, construct) => {
  expect(factsOf("type_mismatch", text)).toMatchObject({ kind: "chance", construct });
});

it("lets chance into programs, channels, initial values and steps", () => {
  expect(
    found(`machine m { code a / b sensitive to s(x: number) when chance(20%) operation o(x: number)
  expectation e: number = uniform(0, 1)
  program p conditional on s { when chance(x) -> a { emit o(x: normal(0, 1)) } } }
environment w { q: number = 0 becomes q + normal(0, 1) }
coupling k between w and m { w.q -> m.s(x: uniform(0, q)) when chance(50%) with chance 20% }
scenario s { m emits o(x: uniform(0, 1)) change w.q to normal(0, 1) }`),
  ).toEqual([]);
});

it("lets only the observer count", () => {
  expect(factsOf("type_mismatch", inProgram("when count(thermostat.heat) > 3 -> cold"))).toEqual({
    kind: "count",
    construct: "system",
  });
  expect(found(`machine m { operation o }\nscenario s { expect count(m.o) = 0 }`)).toEqual([]);
});

it("counts limits and events too", () => {
  expect(
    found(`machine m { operation o limit l blocks o when 1 > 2 }\nenvironment e { event x }
scenario s { expect count(m.l) = 0 and count(e.x) = 0 }`),
  ).toEqual([]);
});

it("knows `designated` only within a system", () => {
  expect(
    factsOf("type_mismatch", `machine m { code a / b }\nscenario s { expect designated = a }`).kind,
  ).toBe("designated");
});

it("knows `step` everywhere", () => {
  expect(
    found(`${inProgram("when step > 3 and amount > 1 -> cold")}
environment w { q: number = step becomes step }
scenario s { expect step = 0 }`),
  ).toEqual([]);
});

it("lets a name of the modeller's be called `step`", () => {
  const model = modelOf(inProgram("when step > 3 -> cold", "step: number"));
  expect(model.systems[0]?.programs[0]?.clauses[0]?.when).toMatchObject({ left: { kind: "parameter" } });
});

it("reports an initial value that looks at a name", () => {
  const facts = factsOf("type_mismatch", `machine m { expectation a: number = 1 expectation b: number = a }`);
  expect(facts).toMatchObject({ kind: "initial", name: "a", declared: { name: "b" }, thing: { name: "a" } });
});

it.each([
  ["a `run` of no step", "scenario s { run 0 steps }", "steps"],
  ["a `repeat` of no time", "scenario s { repeat 0 times { run } }", "times"],
  ["an experiment of no run", "scenario s {}\nexperiment e of s { runs 0 }", "runs"],
  [
    "`every 0 steps`",
    "machine m { code a / b program p conditional on every 0 steps { otherwise -> a } }",
    "steps",
  ],
])("reports %s", (_what, text, of) => {
  expect(factsOf("type_mismatch", text)).toMatchObject({ kind: "count too small", of });
});

it("reports something other than a name before what happens", () => {
  expect(factsOf("type_mismatch", `scenario s { expect 3 + 4 occurs }`)).toMatchObject({
    kind: "not a name",
    construct: "occurs",
  });
});

it("reports a range varied of what is no number", () => {
  const text = `machine m { expectation e: boolean = true }\nscenario s {}\nexperiment x of s { vary m.e from 0 to 1 by 1 }`;
  expect(factsOf("type_mismatch", text)).toMatchObject({ kind: "type", use: "vary" });
});

it("reports nothing that follows from an unknown name", () => {
  const text = inProgram(
    "when foo + 1 > 3 and foo = calm or not foo -> cold { target := foo }",
    moods,
    "expectation target: boolean = true",
  );
  expect(found(text)).toEqual(["unknown_name foo"]);
});

it("reports nothing of values given to an unknown parameter", () => {
  const text = inProgram("when true -> cold { emit heat(power: 1, mode: fast) }");
  expect(found(text)).toEqual(["wrong_arguments mode"]);
});
