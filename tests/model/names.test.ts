import { expect, it } from "vitest";
import { factsOf, found, inProgram, modelOf, problemsOf } from "./resolving.ts";

it("resolves a name before its declaration", () => {
  expect(found(`coupling k between a and b {}\nmachine a {}\nmachine b {}`)).toEqual([]);
});

it("names the nearest system for an unknown one", () => {
  const facts = factsOf("unknown_name", `machine ecnomy {}\ncoupling k between economy and ecnomy {}`);
  expect(facts.near.map(({ name }) => name)).toEqual(["ecnomy"]);
});

it("offers the import of a canonical system that is not imported", () => {
  const text = `model m\nmachine x {}\ncoupling k between law and x {}`;
  const facts = factsOf("unknown_name", text);
  expect(facts.importable?.specifier).toBe("canon");
  expect(text.slice(facts.importable?.insertAt.start).startsWith("machine x")).toBe(true);
});

it("offers only names of the kind that fits", () => {
  const facts = factsOf("unknown_name", `environment town { x: number = 0 }\nscenario s { unplug tow }`);
  expect(facts.near).toEqual([]);
});

it("names the nearest operation of the system", () => {
  const facts = factsOf(
    "unknown_name",
    `machine m { operation judgment }\nscenario s { expect m.judgement occurs }`,
  );
  expect(facts.owner?.name).toBe("m");
  expect(facts.near.map(({ name }) => name)).toEqual(["judgment"]);
});

it("reports an unknown name once in its scope, and counts its further uses", () => {
  const text = inProgram("when amuont > 3 or amuont < 2 -> cold when amuont = 1 -> warm");
  const facts = factsOf("unknown_name", text);
  expect(facts.near.map(({ name }) => name)).toEqual(["amount"]);
  expect(facts.uses).toHaveLength(2);
});

it("reports an unknown declaration once in a file", () => {
  const facts = factsOf(
    "unknown_name",
    `machine a {}\ncoupling k between a and bb {}\ncoupling l between a and bb {}`,
  );
  expect(facts.uses).toHaveLength(1);
});

it("shows an observer the full names of what bears a bare name", () => {
  const facts = factsOf(
    "unknown_name",
    `machine m { expectation price: number = 1 }\nscenario s { expect price = 1 }`,
  );
  expect(facts.elsewhere.map(({ name }) => name)).toEqual(["m.price"]);
});

it("shows where a parameter comes from that not all triggers have", () => {
  const facts = factsOf(
    "unknown_name",
    `machine m { code a / b
  sensitive to x(n: number, k: number) sensitive to y(n: number)
  program p conditional on x, y { when k > n -> a } }`,
  );
  expect(facts.elsewhere.map(({ name, owner }) => [name, owner])).toEqual([["k", "x"]]);
});

it("treats names that plain objects have as ordinary names", () => {
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];
  const text = names
    .map(
      (name) => `machine ${name} {
  code x_${name} / y
  sensitive to ${name}(${name}_x: number)
  operation ${name}_o(${name}: number)
  expectation ${name}_e: one of (${name}, other) = ${name}
  program ${name} conditional on ${name} { when ${name}_x > 1 -> y { emit ${name}_o(${name}: 2) ${name}_e := other } }
}
scenario ${name}_s { expect ${name}.${name}_e = ${name} ${name} emits ${name}_o(${name}: 1) }`,
    )
    .join("\n");
  const model = modelOf(text);
  expect(model.systems.map(({ name }) => name)).toEqual(names);
});

it("knows no name because plain objects have it", () => {
  expect(found(`machine m {}\ncoupling k between m and constructor { m.toString -> m.valueOf }`)).toEqual([
    "unknown_name constructor",
    "unknown_name toString",
    "unknown_name valueOf",
  ]);
});

it("reports a name declared twice, with the first place", () => {
  const text = `machine m {}\nenvironment m { x: number = 0 }`;
  const facts = factsOf("duplicate_name", text);
  expect(facts).toMatchObject({
    name: "m",
    what: "environment",
    by: "declaration",
    first: { what: "machine" },
  });
});

it("reports nothing of the members of a system declared twice", () => {
  expect(
    found(`machine m { code a / b operation op }\nmachine m { code a / b operation op operation other }
scenario s { m emits other }`),
  ).toEqual(["duplicate_name m"]);
});

it("reports nothing of the parts of an environment declared twice", () => {
  expect(
    found(`environment e { x: number = 0 }\nenvironment e { y: number = 0 }\nscenario s { change e.y to 1 }`),
  ).toEqual(["duplicate_name e"]);
});

it("reports a declaration that has the name of an import", () => {
  const text = `import law from "canon"\nmachine law { operation op }\nscenario s { law emits op }`;
  expect(found(text)).toContain("duplicate_name law");
  expect(found(text)).not.toContain("unknown_name op");
});

it("reports two imports of one name", () => {
  const files = { "a.sys": "machine m {}", "b.sys": "machine m {}" };
  const [first] = problemsOf(`import "a"\nimport "b"\nscenario s { unplug m }`, files);
  expect(first).toMatchObject({
    check: "duplicate_name",
    at: `"b"`,
    facts: { by: "import", second: { file: "b.sys" } },
  });
});

it("lets one declaration be imported twice", () => {
  expect(found(`import law from "canon"\nimport law from "canon"\nextend law {}`)).toEqual([
    `unused_import import law from "canon"`,
  ]);
});

it("keeps five namespaces in a system", () => {
  expect(
    found(`machine m { code a / b
  sensitive to x operation x expectation x: number = 0 role x public
  program x conditional on x { otherwise -> a { emit x x := 1 } } }`),
  ).toEqual([]);
});

it("keeps operations and limits in one namespace", () => {
  expect(found(`machine m { operation x operation y limit x blocks y when 1 > 2 }`)).toEqual([
    "duplicate_name x",
  ]);
});

it.each([
  ["a parameter", `machine m { operation o(a: number, a: number) }`, "a"],
  ["a value", `machine m { expectation e: one of (x, y, x) = x }`, "x"],
  ["a quantity", `environment e { q: number = 0 q: number = 1 }`, "q"],
  [
    "a choice",
    `machine m { code a / b operation o program p purpose on own o { choose c -> a yields 1 choose c -> b yields 2 } }`,
    "c",
  ],
  ["a measure", `scenario s {}\nexperiment x of s { measure m = 1 measure m = 2 }`, "m"],
])("reports %s declared twice", (_what, text, name) => {
  expect(found(text)).toEqual([`duplicate_name ${name}`]);
});

it.each([
  ["a function", `machine m { function "a" function "b" }`, "function"],
  ["a medium", `machine m { medium a medium b }`, "medium"],
  ["a `by`", `machine m {}\nregulation r { by m by m }`, "by"],
  [
    "a `when` of a channel",
    `machine a { operation o }\nmachine b { sensitive to s }
coupling k between a and b { a.o -> b.s when 1 < 2 when 2 < 3 }`,
    "when",
  ],
  ["a seed", `scenario s { seed 1 seed 2 }`, "seed"],
  [
    "a trigger",
    `machine m { code a / b sensitive to s program p conditional on s, s { otherwise -> a } }`,
    "trigger",
  ],
  ["a license", `model m { license "MIT" license "CC" }`, "license"],
  ["the runs of an experiment", `scenario s {}\nexperiment x of s { runs 1 runs 2 }`, "runs"],
])("reports %s that stands twice", (_what, text, member) => {
  expect(factsOf("duplicate_member", text).member).toBe(member);
});

it("lets a system have two codes, which is for a check of its own", () => {
  expect(found(`machine m { code a / b code c / d secondary code e / f }`)).toEqual([]);
});

it("reports a name that may be a parameter and an expectation", () => {
  const facts = factsOf(
    "ambiguous_name",
    inProgram("when amount > 3 -> cold", "amount: number", "expectation amount: number = 1"),
  );
  expect(facts.readings.map(({ what }) => what)).toEqual(["parameter", "expectation"]);
});

it("reports a name that may be a thing and a value", () => {
  const facts = factsOf(
    "ambiguous_name",
    inProgram("when mood = calm -> cold", "mood: one of (calm, angry), calm: boolean"),
  );
  expect(facts.readings.map(({ what }) => what)).toEqual(["parameter", "value"]);
});

it("takes a name for a value only where one is wanted", () => {
  expect(
    found(inProgram("when calm > 3 and mood = angry -> cold", "mood: one of (calm, angry), calm: number")),
  ).toEqual([]);
});

it("says what a name is that is of another kind than wanted", () => {
  const facts = factsOf("wrong_kind", `machine m {}\nscenario s { close m }`);
  expect(facts).toMatchObject({
    name: "m",
    construct: "close",
    wanted: ["coupling"],
    found: { what: "machine" },
  });
});

it("says that a program is put to work on an operation as if it were a sensitivity", () => {
  const facts = factsOf(
    "wrong_kind",
    `machine m { code a / b operation op program p conditional on op { otherwise -> a } }`,
  );
  expect(facts).toMatchObject({ construct: "on", wanted: ["sensitivity"], found: { what: "operation" } });
});

it("says that a system stands where something that occurs is wanted", () => {
  expect(factsOf("wrong_kind", `machine m {}\nscenario s { expect m occurs }`).wanted).toContain("operation");
});

it("says that a value of the code stands where a value is read", () => {
  expect(factsOf("wrong_kind", inProgram("when cold -> cold")).found.what).toBe("code value");
});

it("reports a name that looks like one declared before", () => {
  const facts = factsOf("confusable_name", `machine economy {}\nmachine econоmy {}`);
  expect(facts.other.name).toBe("economy");
});

it("takes names for different that share a digit", () => {
  expect(found(`machine a10 {}\nmachine a11 {}`)).toEqual([]);
});

it("reports nothing of names that stand in what could not be read", () => {
  const checks = found(
    `machine m { operation judgment(cost number) }\nscenario s { m emits judgment(cost: 1) }`,
  );
  expect(checks.every((one) => one.startsWith("syntax_error"))).toBe(true);
});

it("reports nothing of members that an unknown system was to be extended by", () => {
  expect(
    found(`machine law {}\nextend lwa { operation judgment }\nscenario s { law emits judgment }`),
  ).toEqual(["unknown_name lwa"]);
});
