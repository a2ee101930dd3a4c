import { expect, test } from "vitest";
import { leads, priceCap, read, thermostat } from "./texts.ts";

const machine = (members: string): string => `model m
machine m {
  code on / off
  sensitive to a
  sensitive to b
  operation o
  operation p
  expectation e: number = 0
  expectation f: number = 0
  ${members}
}`;

test("in the thermostat the temperature leads round to itself, and brightness to nothing", () => {
  expect(leads(read(thermostat))).toEqual([
    "thermostat.reading → thermostat.heat",
    "thermostat.heat → room.temperature",
    "thermostat.target → thermostat.heat",
    "room.temperature → thermostat.reading, room.temperature",
  ]);
});

test("in the price cap the bill leads through law to the price, and the decree to nothing", () => {
  expect(leads(read(priceCap))).toEqual([
    "politics.bill → law.enacted",
    "law.enacted → law.judgment, law.lending_limit",
    "law.judgment → economy.credit_cost",
    "law.lending_limit → law.judgment, law.lending_limit",
    "economy.credit_cost → economy.purchase, economy.price",
    "economy.price → economy.purchase, economy.price",
  ]);
});

test("a sensitivity leads to what its clauses emit and set, not to what those on another do", () => {
  const text = machine(`
    program one conditional on a { otherwise -> on { e := 1 emit o } }
    program two conditional on b { otherwise -> on { emit p } }`);
  expect(leads(read(text))).toEqual(["m.a → m.o, m.e", "m.b → m.p"]);
});

test("an own operation leads to what the clauses on it emit", () => {
  const text = machine(
    `program again conditional on own o { when e > 0 -> on { emit o } otherwise -> off { f := 1 } }`,
  );
  expect(leads(read(text))).toEqual(["m.o → m.o, m.f", "m.e → m.o, m.f"]);
});

test("what is on every step is set off by nothing, but what its clauses read leads to what they do", () => {
  const text = machine(
    `program daily conditional on every 2 steps { when e > 0 -> on { emit o } otherwise -> off }`,
  );
  expect(leads(read(text))).toEqual(["m.e → m.o"]);
});

test("an expectation leads to all that can follow on a trigger one of whose clauses reads it", () => {
  const text = machine(`
    program one conditional on a { when e > 0 -> on { emit o } otherwise -> off }
    program two conditional on a { when f > 0 -> off { emit p } }`);
  expect(leads(read(text))).toEqual(["m.a → m.o, m.p", "m.e → m.o, m.p", "m.f → m.o, m.p"]);
});

test("an expectation that only an argument or an assigned value reads leads on as well", () => {
  const text = `model m
machine m {
  code on / off
  sensitive to a
  operation o(size: number)
  expectation e: number = 0
  expectation f: number = 0
  program one conditional on a { otherwise -> on { emit o(size: e) f := f + 1 } }
}`;
  expect(leads(read(text))).toEqual(["m.a → m.o, m.f", "m.e → m.o, m.f", "m.f → m.o, m.f"]);
});

test("an expectation that a sensitivity's filter reads leads to what follows on that sensitivity", () => {
  const text = `model m
machine m {
  code on / off
  sensitive to a when e > 0
  operation o
  expectation e: number = 0
  program one conditional on a { otherwise -> on { emit o } }
}`;
  expect(leads(read(text))).toEqual(["m.a → m.o", "m.e → m.o"]);
});

test("an expectation that a limit reads leads to the operation it blocks", () => {
  const text = machine(`limit enough blocks o when e > 3`);
  expect(leads(read(text))).toEqual(["m.e → m.o"]);
});

test("the value designated is an expectation that every clause sets", () => {
  const text = machine(`
    program one conditional on a { when designated = on -> off { emit o } otherwise -> on }
    program two conditional on b { otherwise -> on }`);
  expect(leads(read(text))).toEqual([
    "m.a → m.o, m.designated",
    "m.b → m.designated",
    "m.designated → m.o, m.designated",
  ]);
});

test("of a program on several triggers each leads to what all programs on it do, and to nothing else", () => {
  const text = machine(`
    program both conditional on a, b { when e > 0 -> on { emit o } }
    program second conditional on b { when f > 0 -> off { emit p } otherwise -> on }`);
  expect(leads(read(text))).toEqual(["m.a → m.o", "m.b → m.o, m.p", "m.e → m.o, m.p", "m.f → m.o, m.p"]);
});

const surroundings = (channel: string): string => `model m
environment city {
  event accident(size: number)
  smog: number = 0 becomes smog + traffic * 10%
  traffic: number = 5
  noise: number = 1
}
machine m {
  code on / off
  sensitive to a(size: number)
  operation o(size: number)
}
coupling air between city and m { ${channel} }`;

test("a quantity leads to those that move with it", () => {
  expect(leads(read(surroundings("")))).toEqual(["city.smog → city.smog", "city.traffic → city.smog"]);
});

test("an event, and a quantity that a condition or an argument reads, lead through the channel", () => {
  const event = "city.accident -> m.a(size: size + noise) when traffic > 2";
  expect(leads(read(surroundings(event)))).toEqual([
    "city.accident → m.a",
    "city.smog → city.smog",
    "city.traffic → m.a, city.smog",
    "city.noise → m.a",
  ]);
});

test.each(["with chance noise * 10%", "at most noise per step", "after noise steps"])(
  "a quantity that only the option `%s` reads leads through the channel",
  (option) => {
    const channel = `city.traffic -> m.a(size: 1) ${option}`;
    expect(leads(read(surroundings(channel)))).toContain("city.noise → m.a");
  },
);

test("toward an environment an operation, and the quantities that the assignments read, lead to what is set", () => {
  const setting = "m.o -> city { noise := noise + size traffic := traffic - 1 }";
  expect(leads(read(surroundings(setting)))).toEqual([
    "m.o → city.traffic, city.noise",
    "city.smog → city.smog",
    "city.traffic → city.smog, city.traffic, city.noise",
    "city.noise → city.traffic, city.noise",
  ]);
});

test("the graph grows with the model, however many triggers a program has and however much it reads and does", () => {
  const sizeFor = (count: number): number => {
    const names = Array.from({ length: count }, (_, number) => `n${number}`);
    const text = `model large
machine m {
  code on / off
  ${names.map((name) => `sensitive to s${name} operation o${name} expectation e${name}: number = 0`).join(" ")}
  program all conditional on ${names.map((name) => `s${name}`).join(", ")} {
    ${names.map((name) => `when e${name} > 0 and e${name} < 9 -> on { emit o${name} e${name} := 1 }`).join(" ")}
  }
}`;
    return read(text).flow.edges.length;
  };
  // Each sensitivity to its decision, that to and from the program, each expectation to it and it to each effect.
  expect(sizeFor(10)).toBe(60);
  expect(sizeFor(100)).toBe(600);
});
