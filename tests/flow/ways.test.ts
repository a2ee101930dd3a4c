import { expect, test } from "vitest";
import { describeWay, namesOf } from "../../src/flow/describe.ts";
import { nodeNamed } from "../../src/flow/flow.ts";
import { waysBetween } from "../../src/flow/ways.ts";
import type { WayConditions } from "../../src/flow/ways.ts";
import { chain, priceCap, read, thermostat } from "./texts.ts";

function lines(text: string, from: string, to: string, conditions: WayConditions = {}): readonly string[] {
  const { flow, line } = read(text);
  return waysBetween(flow, from, to, { limit: 20, ...conditions }).ways.map((way) => line(way) ?? "");
}

test("politics reaches the economy by the bill, the law that is enacted, and its judgment", () => {
  expect(lines(priceCap, "politics", "economy")).toEqual([
    "politics.bill ─constitution→ law.enacted → law.judgment ─contract→ economy.credit_cost",
  ]);
});

test("a way is described by what it passes, by which couplings, and whose it is", () => {
  const { flow, index } = read(priceCap);
  const [way = []] = waysBetween(flow, "politics", "economy", { limit: 1 }).ways;
  const { steps, couplings, owners } = describeWay(flow, way, namesOf(index));
  expect(steps.map(({ part, coupling }) => [part, coupling?.id])).toEqual([
    ["politics.bill", undefined],
    ["law.enacted", "constitution"],
    ["law.judgment", undefined],
    ["economy.credit_cost", "contract"],
  ]);
  expect(couplings).toEqual(["constitution", "contract"]);
  expect(owners).toEqual(["politics", "law", "economy"]);
});

test("the economy, which no channel leaves, has no way back to politics", () => {
  expect(lines(priceCap, "economy", "politics")).toEqual([]);
});

test("a way can lead from a system round to itself", () => {
  expect(lines(thermostat, "thermostat", "thermostat")).toEqual([
    "thermostat.heat ─radiator→ room.temperature ─thermometer→ thermostat.reading",
  ]);
  expect(lines(thermostat, "room", "room")).toEqual(
    [
      "room.temperature ─thermometer→ thermostat.reading → thermostat.heat ─radiator→ room.temperature",
      "room.temperature ─radiator→ room.temperature",
    ].reverse(),
  );
});

const diamond = chain(
  ["a", "b", "c", "d"],
  `coupling ab between a and b { a.y -> b.x }
   coupling ac between a and c { a.y -> c.x }
   coupling bd between b and d { b.y -> d.x }
   coupling cd between c and d { c.y -> d.x }
   coupling bc between b and c { b.y -> c.x c.y -> b.x }
   coupling short between a and d { a.y -> d.x with chance 1% }`,
);

test("ways come shortest first, equally short ones in the order of the model", () => {
  expect(lines(diamond, "a", "d")).toEqual([
    "a.y ─short→ d.x",
    "a.y ─ab→ b.x → b.y ─bd→ d.x",
    "a.y ─ac→ c.x → c.y ─cd→ d.x",
    "a.y ─ab→ b.x → b.y ─bc→ c.x → c.y ─cd→ d.x",
    "a.y ─ac→ c.x → c.y ─bc→ b.x → b.y ─bd→ d.x",
  ]);
});

test("ways keep clear of the systems and couplings they are to avoid", () => {
  expect(lines(diamond, "a", "d", { avoiding: ["b", "short"] })).toEqual(["a.y ─ac→ c.x → c.y ─cd→ d.x"]);
  expect(lines(diamond, "a", "d", { avoiding: ["ab", "cd", "short"] })).toEqual([
    "a.y ─ac→ c.x → c.y ─bc→ b.x → b.y ─bd→ d.x",
  ]);
  expect(lines(diamond, "a", "d", { avoiding: ["a"] })).toEqual([]);
  expect(lines(diamond, "a", "d", { avoiding: ["d"] })).toEqual([]);
});

test("a search that stops before the end says so", () => {
  const { flow } = read(diamond);
  const found = (limit: number, effort?: number): readonly [number, boolean] => {
    const { ways, complete } = waysBetween(flow, "a", "d", {
      limit,
      ...(effort === undefined ? {} : { effort }),
    });
    return [ways.length, complete];
  };
  expect(found(5)).toEqual([5, true]);
  expect(found(4)).toEqual([4, false]);
  expect(found(0)).toEqual([0, false]);
  expect(found(5, 0)).toEqual([1, false]);
});

test("channels of one coupling from the same operation to the same sensitivity make one way, two couplings two", () => {
  const text = chain(
    ["a", "b"],
    `coupling one between a and b { a.y -> b.x when step > 3 a.y -> b.x with chance 20% }
     coupling two between a and b { a.y -> b.x }`,
  );
  expect(lines(text, "a", "b")).toEqual(["a.y ─one→ b.x", "a.y ─two→ b.x"]);
});

test("clauses and expectations do not make ways of their own", () => {
  const text = `${chain(["a", "c"], "")}
machine b {
  code on / off
  sensitive to x
  operation y
  expectation mood: number = 0
  program answer conditional on x {
    when mood > 3 -> on { emit y }
    when mood > 2 -> off { mood := mood + 1 emit y }
    otherwise -> undecided { mood := mood + 1 }
  }
  program brood conditional on every step { when mood > 5 -> on { emit y } otherwise -> off }
}
coupling ab between a and b { a.y -> b.x }
coupling bc between b and c { b.y -> c.x }`;
  expect(lines(text, "a", "c")).toEqual(["a.y ─ab→ b.x → b.y ─bc→ c.x"]);
});

test("a way through what a system comes to expect is a way", () => {
  const text = `${chain(["a", "c"], "")}
machine b {
  code on / off
  sensitive to x
  operation y
  expectation mood: number = 0
  program learn conditional on x { otherwise -> on { mood := mood + 1 } }
  program act conditional on every 4 steps { when mood > 5 -> on { emit y } otherwise -> off }
}
coupling ab between a and b { a.y -> b.x }
coupling bc between b and c { b.y -> c.x }`;
  expect(lines(text, "a", "c")).toEqual(["a.y ─ab→ b.x → b.y ─bc→ c.x"]);
});

test("ways begin at the last thing of their own system, unless it is said where", () => {
  const text = `model m
machine a {
  code on / off
  operation plan
  operation act
  program carry_out conditional on own plan { otherwise -> on { emit act } }
}
${chain(["b"], "").replace("model chain", "")}
coupling ab between a and b { a.act -> b.x }`;
  expect(lines(text, "a", "b")).toEqual(["a.act ─ab→ b.x"]);
  const { flow } = read(text);
  const start = nodeNamed(flow, "operation", "a", "plan") ?? -1;
  expect(lines(text, "a", "b", { start })).toEqual(["a.plan → a.act ─ab→ b.x"]);
});
