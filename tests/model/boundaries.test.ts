import { expect, it } from "vitest";
import { factsOf, found, inProgram } from "./resolving.ts";

const economy = `machine economy { expectation price: number = 1 operation purchase(cost: number)
  sensitive to cost(amount: number) limit cap blocks purchase when cost > 3 }
`;
const city = `environment city { crowd: number = 1 heat: number = 2 event accident(size: number) }
`;

it("reports a program that reads what another system expects", () => {
  const facts = factsOf("reads_across_boundary", economy + inProgram("when economy.price > 3 -> cold"));
  expect(facts).toMatchObject({
    name: "economy.price",
    thing: { name: "price", what: "expectation" },
    owner: { name: "economy" },
    reader: { name: "thermostat" },
    construct: "program",
  });
  expect(facts.visible.map(({ name }) => name)).toEqual(["amount"]);
});

it("reports a program that reads a quantity of an environment", () => {
  expect(factsOf("reads_across_boundary", city + inProgram("when city.crowd > 3 -> cold")).owner.name).toBe(
    "city",
  );
});

it.each([
  ["sensitivity", "machine m { sensitive to s when economy.price > 1 }"],
  ["limit", "machine m { operation o limit l blocks o when economy.price > 1 }"],
  ["initial value", "machine m { expectation e: number = economy.price }"],
  ["becomes", "environment e { q: number = 0 becomes economy.price }"],
  ["size", "population p of economy.price {}"],
])("reports reading across a boundary in a %s", (construct, text) => {
  expect(factsOf("reads_across_boundary", economy + text).construct).toBe(construct);
});

it.each([
  ["channel condition", "economy.purchase -> m.s(x: cost) when price > 3"],
  ["channel condition", "economy.purchase -> m.s(x: cost) when economy.price > 3"],
  ["channel condition", "economy.purchase -> m.s(x: cost) when target > 3"],
  ["channel argument", "economy.purchase -> m.s(x: price)"],
  ["channel option", "economy.purchase -> m.s(x: cost) with chance price"],
  ["channel option", "economy.purchase -> m.s(x: cost) after price steps"],
])("reports that a coupling reads a structure of a side: %s, %s", (construct, channel) => {
  const text = `${economy}machine m { sensitive to s(x: number) expectation target: number = 1 }
coupling k between economy and m { ${channel} }`;
  expect(factsOf("reads_across_boundary", text)).toMatchObject({
    construct,
    reader: { name: "k", what: "coupling" },
  });
});

it("lets a channel from an environment see its quantities, by either name", () => {
  expect(
    found(`${city}machine m { sensitive to s(x: number) }
coupling k between city and m { city.crowd -> m.s(x: heat) when crowd > 1 and city.heat > 2
  city.accident -> m.s(x: size) when crowd > 1 }`),
  ).toEqual([]);
});

it("lets only the assignments of a channel see the quantities they change", () => {
  const channel = (text: string) => `${city}machine m { operation o(x: number) }
coupling k between m and city { m.o -> city { crowd := crowd + x } ${text} }`;
  expect(found(channel(""))).toEqual([]);
  expect(found(channel("when crowd > 1"))).toEqual(["reads_across_boundary crowd"]);
});

it("lets a system read its own expectation by its full name", () => {
  expect(
    found(
      inProgram(
        "when thermostat.target > amount -> cold",
        "amount: number",
        "expectation target: number = 1",
      ),
    ),
  ).toEqual([]);
});

it("lets the observer see everything by its full name", () => {
  expect(
    found(`${economy}${city}scenario s { expect economy.price < city.crowd economy emits purchase(cost: city.crowd) }
property p { always economy.price > 0 }
regulation r { by economy of city starts with economy.purchase(cost: economy.price) aim city.crowd < 3 }`),
  ).toEqual([]);
});

it("reports a program that emits another system's operation", () => {
  const facts = factsOf(
    "operates_elsewhere",
    economy + inProgram("when true -> cold { emit purchase(cost: 1) }"),
  );
  expect(facts).toMatchObject({
    kind: "emit",
    program: "regulate",
    system: { name: "thermostat" },
    owner: { name: "economy" },
    own: [{ name: "heat" }],
  });
});

it("reports a program that sets another system's expectation", () => {
  const facts = factsOf("operates_elsewhere", economy + inProgram("when true -> cold { price := 1 }"));
  expect(facts).toMatchObject({ kind: "assignment", owner: { name: "economy" } });
});

it("takes a misspelt own operation for unknown, not for another's", () => {
  expect(found(economy + inProgram("when true -> cold { emit haet(power: 1) }"))).toEqual([
    "unknown_name haet",
  ]);
});

it("says that a parameter cannot be set", () => {
  const facts = factsOf("wrong_kind", inProgram("when true -> cold { amount := 3 }"));
  expect(facts).toMatchObject({ found: { what: "parameter" }, wanted: ["expectation"], construct: ":=" });
});

it("reports a limit on another system's operation", () => {
  const facts = factsOf(
    "limit_on_another",
    `${economy}machine m { operation own limit l blocks purchase when cost > 1 }`,
  );
  expect(facts).toMatchObject({
    limit: "l",
    operation: "purchase",
    system: { name: "m" },
    owners: [{ owner: "economy" }],
    own: [{ name: "own" }],
  });
});

it.each([
  ["emits", "scenario s { m emits purchase(cost: 1) }"],
  ["perturb", "scenario s { perturb economy from m with purchase(cost: 1) }"],
  ["starts with", "regulation r { by m of economy starts with economy.purchase(cost: 1) }"],
] as const)("reports an operation that is not the system's own: %s", (construct, text) => {
  const facts = factsOf("foreign_operation", `${economy}machine m { operation own }\n${text}`);
  expect(facts).toMatchObject({
    construct,
    operation: "purchase",
    system: { name: "m" },
    owners: [{ owner: "economy" }],
  });
});

it.each([
  ["an expectation", "economy.price", "price", "expectation"],
  ["an operation", "economy.purchase(cost: 1)", "purchase", "operation"],
  ["a limit", "economy.cap", "cap", "limit"],
  ["a value of the code", "judge.guilty", "guilty", "code value"],
])("reports a channel into %s as a transfer", (_what, target, name, what) => {
  const text = `${economy}machine judge { code guilty / innocent }\nmachine m { operation o }
coupling k between m and economy { m.o -> ${target} }`;
  expect(factsOf("transfer", text).target).toMatchObject({ name, what });
});

it("lists what the system is sensitive to instead", () => {
  const text = `${economy}machine m { operation o }\ncoupling k between m and economy { m.o -> economy.price }`;
  const facts = factsOf("transfer", text);
  expect(facts.sensitivities).toMatchObject([{ name: "cost", parameters: [{ name: "amount" }] }]);
  expect(facts.source).toMatchObject({ owner: "m", name: "o" });
});

it("reports a channel that would assign to a system", () => {
  const text = `${economy}machine m { operation o(x: number) }\ncoupling k between m and economy { m.o -> economy { price := x } }`;
  expect(factsOf("transfer", text)).toMatchObject({ target: undefined, assigned: ["price"] });
});

it("says that a channel into a quantity should be one of assignments", () => {
  const text = `${city}machine m { operation o }\ncoupling k between m and city { m.o -> city.crowd }`;
  expect(factsOf("wrong_kind", text)).toMatchObject({
    found: { what: "quantity", owner: "city" },
    construct: "channel",
  });
});

it("names the nearest sensitivity for an unknown one", () => {
  const text = `${economy}machine m { operation o }\ncoupling k between m and economy { m.o -> economy.cots(amount: 1) }`;
  expect(factsOf("unknown_name", text).near.map(({ name }) => name)).toEqual(["cost"]);
});
