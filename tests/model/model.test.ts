import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { found, modelOf } from "./resolving.ts";

/** The two models with which the language reference begins. */
const models = ["thermostat", "price_cap"].map((name) => [name, readModel(name)] as const);

function readModel(name: string): string {
  return readFileSync(fileURLToPath(new URL(`./models/${name}.sys`, import.meta.url)), "utf8");
}

it.each(models)("finds nothing wrong with %s", (_name, text) => {
  expect(found(text)).toEqual([]);
});

it("makes the thermostat plain data that survives JSON", () => {
  const model = modelOf(readModel("thermostat"));
  expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  expect(model).toMatchObject({
    name: "thermostat",
    label: "A thermostat is sensitive to temperature alone",
    entry: "entry.sys",
    environments: [
      {
        id: "room",
        quantities: [
          { name: "temperature", type: { kind: "number", low: -50, high: 60, unit: "°C" } },
          { name: "brightness", type: { kind: "number", low: undefined, unit: "lx" } },
        ],
      },
    ],
  });
});

it("reads the rule of the thermostat", () => {
  const [thermostat] = modelOf(readModel("thermostat")).systems;
  expect(thermostat?.programs[0]?.clauses[0]).toMatchObject({
    kind: "rule",
    value: { text: "too_cold" },
    when: {
      kind: "comparison",
      operator: "<",
      type: { kind: "boolean" },
      left: { kind: "parameter", name: "degrees" },
      right: { kind: "expectation", owner: "thermostat", name: "target" },
    },
    effects: [{ kind: "emit", operation: "heat", args: [] }],
  });
});

it("reads channels from and toward an environment", () => {
  const { couplings } = modelOf(readModel("thermostat"));
  expect(couplings.map(({ channels }) => channels)).toMatchObject([
    [
      {
        source: { kind: "quantity", owner: "room", name: "temperature" },
        target: {
          kind: "sensitivity",
          owner: "thermostat",
          name: "reading",
          args: [
            { name: { text: "degrees" }, value: { kind: "quantity", owner: "room", name: "temperature" } },
          ],
        },
      },
    ],
    [
      {
        source: { kind: "operation", owner: "thermostat", name: "heat" },
        target: { kind: "quantities", owner: "room", assignments: [{ target: { text: "temperature" } }] },
      },
    ],
  ]);
});

it("keeps a channel whose ends are not those that are coupled", () => {
  const model = modelOf(`machine a { operation o }\nmachine b { sensitive to s }\nmachine c { sensitive to t }
coupling k between a and b { a.o -> c.t a.o -> a.o2 }\nextend a { sensitive to o2 }`);
  expect(model.couplings[0]?.channels).toHaveLength(2);
});

it("keeps the options of a channel", () => {
  const model = modelOf(`machine a { operation o(x: number) }\nmachine b { sensitive to s }
coupling k between a and b { a.o -> b.s at most 3 per step after 2 steps with chance 20% when x > 1 }`);
  expect(model.couplings[0]?.channels[0]).toMatchObject({
    when: { kind: "comparison" },
    chance: { kind: "number", value: 0.2 },
    delay: { kind: "number", value: 2 },
    capacity: { kind: "number", value: 3 },
  });
});

it("leaves out a channel of which an end is unknown", () => {
  expect(
    found(
      `machine a { operation o }\nmachine b {}\ncoupling k between a and b { a.oo -> b.s(x: y) a.o -> b.s(x: y) }`,
    ),
  ).toEqual(["unknown_name oo", "unknown_name s"]);
});

it("keeps populations, their events and inclusions", () => {
  const model = modelOf(`import law from "canon"
population people "P" of 100 * 2 { included in law as anyone event birth(n: number) mood: one of (good, bad) = good becomes mood }`);
  expect(model.environments[0]).toMatchObject({
    kind: "population",
    label: "P",
    size: { kind: "chain" },
    inclusions: [{ system: { id: "law" }, role: { text: "anyone" } }],
    events: [{ name: "birth", parameters: [{ name: "n" }] }],
    quantities: [{ name: "mood", initial: { kind: "value", value: "good" }, becomes: { kind: "quantity" } }],
  });
});

it("keeps long sums flat", () => {
  const sum = Array.from({ length: 20_000 }, () => "1").join(" + ");
  const model = modelOf(`machine m { expectation e: number = ${sum} }`);
  expect(model.systems[0]?.expectations[0]?.initial).toMatchObject({ kind: "chain" });
});

it("keeps what the header says", () => {
  const model = modelOf(`model m "M" { author "A" license "MIT" step "year" cite luhmann "ch. 1" }`);
  expect(model).toMatchObject({ name: "m", label: "M", stepUnit: "year" });
  expect(model.files[0]?.citations).toMatchObject([{ key: { text: "luhmann" }, locator: "ch. 1" }]);
});

it("keeps societies", () => {
  expect(modelOf(`society world differentiated by stratification`).societies).toMatchObject([
    { name: "world", differentiation: "stratification" },
  ]);
});

it("makes a model of nothing", () => {
  expect(modelOf("").systems).toEqual([]);
});
