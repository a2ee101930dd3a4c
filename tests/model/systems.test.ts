import { expect, it } from "vitest";
import { limits } from "../../src/base/limits.ts";
import { factsOf, found, modelOf, problemsOf } from "./resolving.ts";
import type { System } from "../../src/model/model.ts";

function systemOf(name: string, text: string, files = {}): System {
  const system = modelOf(text, files).systems.find((candidate) => candidate.name === name);
  if (system === undefined) throw new Error(`no system ${name}`);
  return system;
}

const names = (items: readonly { readonly name: string }[]) => items.map(({ name }) => name);

it("adds what `extend` says to the system, wherever that stands", () => {
  const law = systemOf(
    "law",
    `import law from "canon"\nextend law { operation judgment sensitive to enacted }`,
  );
  expect(names(law.operations)).toEqual(["judgment"]);
  expect(law.functions).toHaveLength(1);
  expect(law.bodies.map(({ file }) => file)).toEqual(["niklas:canon/law.sys", "entry.sys"]);
});

it("extends for the whole model, from any file", () => {
  const files = { "x.sys": `import law from "canon"\nextend law { operation judgment }\nmachine other {}` };
  const law = systemOf(
    "law",
    `import other from "x"\nimport law from "canon"
scenario s { law emits judgment unplug other }`,
    files,
  );
  expect(names(law.operations)).toEqual(["judgment"]);
});

it("lets `extend` add only what the system does not have", () => {
  const facts = factsOf("duplicate_name", `machine m { operation o }\nextend m { operation o }`);
  expect(facts).toMatchObject({ by: "extend", name: "o", owner: { name: "m" } });
});

it("reports a function that `extend` adds to a system that has one", () => {
  expect(factsOf("duplicate_member", `machine m { function "a" }\nextend m { function "b" }`).member).toBe(
    "function",
  );
});

it("reports an `extend` of what is no system", () => {
  expect(factsOf("wrong_kind", `environment e { x: number = 0 }\nextend e { operation o }`).construct).toBe(
    "extend",
  );
});

const base = `machine base { function "f" code on / off medium power
  operation act(x: number) expectation e: number = 1
  sensitive to s(x: number)
  program p conditional on s { when x > e and designated = on -> on { emit act(x: x) e := x } otherwise -> off } }
`;

it("copies members by `like`, with what extends the model", () => {
  const text = `${base}machine copy like base {}\nextend base { operation late }`;
  const copy = systemOf("copy", text);
  expect(names(copy.operations)).toEqual(["act", "late"]);
  expect(names(copy.programs)).toEqual(["p"]);
  expect(copy.like?.id).toBe("base");
});

it("makes a copied program read the copy's own expectations", () => {
  const copy = systemOf("copy", `${base}machine copy like base {}`);
  expect(copy.programs[0]?.clauses[0]?.when).toMatchObject({
    operands: [
      { right: { kind: "expectation", owner: "copy" } },
      { left: { kind: "designated", owner: "copy" } },
    ],
  });
});

it("lets a member of the new body replace the copied one of its name, in its place", () => {
  const text = `${base}machine copy like base {
  operation first
  expectation e: number = 7
  program p conditional on s { otherwise -> off } }`;
  const copy = systemOf("copy", text);
  expect(copy.expectations.map(({ initial }) => initial)).toMatchObject([{ value: 7 }]);
  expect(copy.programs.map(({ clauses }) => clauses.length)).toEqual([1]);
  expect(names(copy.operations)).toEqual(["act", "first"]);
});

it("lets a new body replace function, medium and code", () => {
  const copy = systemOf(
    "copy",
    `${base}machine copy like base { function "g" code in / out medium air program p conditional on s { otherwise -> in } }`,
  );
  expect(copy.functions.map(({ text }) => text)).toEqual(["g"]);
  expect(names(copy.media)).toEqual(["air"]);
  expect(copy.codes.map(({ values }) => names(values))).toEqual([["in", "out"]]);
});

it("does not let an `extend` of the copy replace anything", () => {
  expect(found(`${base}machine copy like base {}\nextend copy { operation act }`)).toEqual([
    "duplicate_name act",
  ]);
});

it("reports a mistake in a copied member once", () => {
  expect(
    found(
      `machine a { operation o limit l blocks o when foo > 1 }\nmachine b like a {}\nmachine c like b {}`,
    ),
  ).toEqual(["unknown_name foo"]);
});

it("reports what a replaced member breaks in a copied one", () => {
  const text = `${base}machine copy like base { sensitive to s(y: number) }`;
  expect(found(text)).toEqual(["unknown_name x"]);
});

it("copies over several systems, and from other files", () => {
  const files = { "b.sys": base };
  const text = `import base from "b"\nmachine one like base { operation two }\nmachine three like one {}`;
  expect(names(systemOf("three", text, files).operations)).toEqual(["act", "two"]);
});

it("reports a circle of `like`, and cuts it", () => {
  const text = `machine a like b { operation o }\nmachine b like c {}\nmachine c like a {}\nscenario s { a emits o }`;
  expect(factsOf("like_cycle", text).circle.map(({ name }) => name)).toEqual(["a", "b", "c"]);
});

it("reports nothing of what a system in a circle, or like one unknown, does not have", () => {
  expect(found(`machine a like a {}\nscenario s { a emits o }`)).toEqual(["like_cycle a"]);
  expect(found(`machine a like bb {}\nscenario s { a emits o expect a.x > 1 }`)).toEqual(["unknown_name bb"]);
});

it("bounds what chains of copies make of a small text", () => {
  const text = Array.from({ length: 2000 }, (_, n) => {
    const like = n === 0 ? "" : ` like m${n - 1}`;
    return `machine m${n}${like} { operation an_operation_with_quite_a_long_name_${n}(p: number) }`;
  }).join("\n");
  const [first, ...others] = problemsOf(text);
  expect(first).toMatchObject({
    check: "too_many",
    facts: { what: "copied text", limit: limits.copiedText },
  });
  expect(others.every(({ check }) => check === "too_many")).toBe(true);
});

it("keeps what each member says", () => {
  const text = `/// The court
organization court "Court" within law, world {
  function "decide"
  code member / stranger "Fremder"
  secondary code open / closed
  medium belonging "Zugehörigkeit"
  contingency "c" reflection "r"
  performs "conflict regulation" for law, town
  role judge "Richter" performance
  role party public
  cite luhmann
}
society world differentiated by function
environment town { x: number = 0 }
import law from "canon"`;
  const court = systemOf("court", text);
  expect(court).toMatchObject({
    label: "Court",
    doc: "The court",
    systemKind: "organization",
    within: [{ id: "law" }, { id: "world" }],
    functions: [{ text: "decide" }],
    codes: [
      { secondary: false, values: [{ name: "member" }, { name: "stranger", label: "Fremder" }] },
      { secondary: true },
    ],
    media: [{ name: "belonging", label: "Zugehörigkeit" }],
    contingencies: [{ text: "c" }],
    reflections: [{ text: "r" }],
    performances: [{ text: "conflict regulation", receivers: [{ id: "law" }, { id: "town" }] }],
    roles: [
      { name: "judge", side: "performance" },
      { name: "party", side: "public" },
    ],
    citations: [{ key: { text: "luhmann" }, known: true }],
  });
});

it("keeps a designated value whatever it is", () => {
  const system = systemOf(
    "m",
    `machine m { code a / b sensitive to s program p conditional on s { when true -> elsewhere otherwise -> undecided } }`,
  );
  expect(system.programs[0]?.clauses.map(({ value }) => value?.text)).toEqual(["elsewhere", "undecided"]);
});

it("keeps triggers, amended expectations and modes", () => {
  const system = systemOf(
    "m",
    `machine m { code a / b sensitive to s operation o expectation e: number = 1 normative expectation f: number = 1
  program p purpose on s, own o, every 3 steps amends e { choose c "C" -> a yields f when f > 1 { emit o } otherwise -> b } }`,
  );
  expect(system.expectations.map(({ mode }) => mode)).toEqual(["normative", "cognitive"]);
  expect(system.programs[0]).toMatchObject({
    form: "purpose",
    triggers: [
      { kind: "sensitivity", name: "s" },
      { kind: "own", operation: "o" },
      { kind: "every", steps: 3 },
    ],
    amends: [{ text: "e" }],
    clauses: [
      { kind: "choice", name: "c", effects: [{ kind: "emit", operation: "o" }] },
      { kind: "otherwise" },
    ],
  });
});
