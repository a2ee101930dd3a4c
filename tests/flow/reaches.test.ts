import { expect, test } from "vitest";
import { bottlenecks } from "../../src/flow/bottlenecks.ts";
import { decideReaches, reaches } from "../../src/flow/reaches.ts";
import { partName } from "../../src/flow/describe.ts";
import { chain, priceCap, read, thermostat } from "./texts.ts";

/** What is decided of each property of the model: whether it holds, whether anything is reached, and the ways. */
function decided(text: string): readonly unknown[] {
  const { model, flow, line } = read(text);
  return model.properties.map(({ claim }) => {
    if (claim?.kind !== "reaches") return undefined;
    const { holds, reached, ways } = decideReaches(flow, claim);
    return { holds, reached, ways: ways.map(line) };
  });
}

const bill = "politics.bill ─constitution→ law.enacted → law.judgment ─contract→ economy.credit_cost";

test("in the price cap politics reaches the economy, and only through law", () => {
  expect(decided(priceCap)).toEqual([{ holds: true, reached: true, ways: [bill] }]);
});

test("in the thermostat each reaches the other and itself, but the light nothing", () => {
  const { flow } = read(thermostat);
  expect(reaches(flow, "room", "thermostat")).toBe(true);
  expect(reaches(flow, "thermostat", "room")).toBe(true);
  expect(reaches(flow, "thermostat", "thermostat")).toBe(true);
  const { flow: dark } = read(
    thermostat
      .replaceAll("room.temperature ->", "room.brightness ->")
      .replace("degrees: temperature", "degrees: brightness"),
  );
  expect(reaches(dark, "thermostat", "thermostat")).toBe(false);
});

test("a claim that does not hold is answered with the way that breaks it", () => {
  const text = `${priceCap}
coupling levy between politics and economy { politics.decree -> economy.credit_cost(amount: cap) when cap > 0 }
property untouched { politics never reaches economy }
property by_contract { politics reaches economy only through contract }
property by_either { politics reaches economy only through law, levy }
property back { economy reaches politics }
property no_way_back { economy never reaches politics }`;
  const levy = "politics.decree ─levy→ economy.credit_cost";
  expect(decided(text)).toEqual([
    { holds: false, reached: true, ways: [levy] },
    { holds: false, reached: true, ways: [levy] },
    { holds: false, reached: true, ways: [levy] },
    { holds: true, reached: true, ways: [levy] },
    { holds: false, reached: false, ways: [] },
    { holds: true, reached: false, ways: [] },
  ]);
});

test("who does not reach it at all does not reach it only through another", () => {
  expect(decided(`${priceCap} property p { economy reaches politics only through law }`)[1]).toEqual({
    holds: false,
    reached: false,
    ways: [],
  });
});

test("every path passes its own beginning and end", () => {
  const text = `${priceCap}
property from_it { politics reaches economy only through politics }
property to_it { politics reaches economy only through economy }`;
  expect(decided(text).slice(1)).toEqual([
    { holds: true, reached: true, ways: [bill] },
    { holds: true, reached: true, ways: [bill] },
  ]);
});

test("nothing reaches what is to be avoided, nor from it", () => {
  const { flow } = read(priceCap);
  expect(reaches(flow, "politics", "economy", ["economy"])).toBe(false);
  expect(reaches(flow, "politics", "economy", ["politics"])).toBe(false);
  expect(reaches(flow, "politics", "law", ["economy", "contract"])).toBe(true);
});

/** What all ways pass, by name. */
function passed(text: string, from: string, to: string): unknown {
  const { flow } = read(text);
  const found = bottlenecks(flow, from, to);
  return (
    found && {
      systems: found.systems,
      couplings: found.couplings,
      channels: found.channels.map(({ coupling, channel }) => `${coupling.id}: ${channel.source.name}`),
      parts: found.parts.flatMap((number) => {
        const node = flow.nodes[number];
        return node ? partName(node, (id) => id) : [];
      }),
    }
  );
}

test("all ways from politics to the economy pass the law, both couplings, and each thing on the one way", () => {
  expect(passed(priceCap, "politics", "economy")).toEqual({
    systems: ["law"],
    couplings: ["constitution", "contract"],
    channels: ["constitution: bill", "contract: judgment"],
    parts: ["politics.bill", "law.enacted", "law.judgment"],
  });
});

test("a system can be a bottleneck although no one thing in it is", () => {
  const text = `${chain(["a", "c"], "")}
machine b {
  code on / off
  sensitive to left
  sensitive to right
  operation up
  operation down
  program one conditional on left { otherwise -> on { emit up } }
  program two conditional on right { otherwise -> on { emit down } }
}
coupling ab between a and b { a.y -> b.left a.y -> b.right }
coupling bc between b and c { b.up -> c.x b.down -> c.x }`;
  expect(passed(text, "a", "c")).toEqual({
    systems: ["b"],
    couplings: ["ab", "bc"],
    channels: [],
    parts: ["a.y"],
  });
});

test("where nothing is reached there is no bottleneck", () => {
  expect(passed(priceCap, "economy", "politics")).toBeUndefined();
});
