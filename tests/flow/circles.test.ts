import { expect, test } from "vitest";
import { circles, circleThrough, operationsThatFeedThemselves } from "../../src/flow/circles.ts";
import type { Damping } from "../../src/flow/damping.ts";
import { partName } from "../../src/flow/describe.ts";
import { nodeNamed } from "../../src/flow/flow.ts";
import type { Flow } from "../../src/flow/flow.ts";
import { chain, priceCap, read, thermostat } from "./texts.ts";

function wordsOf(flow: Flow, damping: Damping): string {
  const node = flow.nodes[damping.node];
  return `${damping.kind} at ${node ? partName(node, (id) => id) : "nothing"}`;
}

function circlesOf(text: string): readonly unknown[] {
  const { flow, line } = read(text);
  return circles(flow).map(({ owners, couplings, shortest, dampings, undamped }) => ({
    owners,
    couplings,
    shortest: line(shortest),
    dampings: dampings.map((damping) => wordsOf(flow, damping)),
    undamped: line(undamped),
  }));
}

const both = "coupling ab between a and b { a.y -> b.x b.y -> a.x }";
const round = "a.y ─ab→ b.x → b.y ─ab→ a.x → a.y";

test("a model without a way back has no circle", () => {
  expect(circlesOf(priceCap)).toEqual([]);
});

test("the thermostat is a circle that its own clause damps", () => {
  expect(circlesOf(thermostat)).toEqual([
    {
      owners: ["thermostat", "room"],
      couplings: ["thermometer", "radiator"],
      shortest:
        "room.temperature ─thermometer→ thermostat.reading → thermostat.heat ─radiator→ room.temperature",
      dampings: ["clause at thermostat on reading"],
      undamped: undefined,
    },
  ]);
});

test("two systems that answer each other whatever happens are a circle that nothing damps", () => {
  expect(circlesOf(chain(["a", "b"], both))).toEqual([
    { owners: ["a", "b"], couplings: ["ab"], shortest: round, dampings: [], undamped: round },
  ]);
});

test("a circle that passes a third system is one circle with the short one inside it", () => {
  const text = chain(
    ["a", "b", "c"],
    `coupling ac between a and c { a.y -> c.x } coupling cb between c and b { c.y -> b.x } ${both}`,
  );
  expect(circlesOf(text)).toEqual([
    {
      owners: ["a", "b", "c"],
      couplings: ["ac", "cb", "ab"],
      shortest: round,
      dampings: [],
      undamped: round,
    },
  ]);
});

test.each([
  ["a condition", "a.y -> b.x when step < 9 b.y -> a.x", "condition at ab"],
  ["a chance", "a.y -> b.x with chance 50% b.y -> a.x", "chance at ab"],
  ["a capacity", "a.y -> b.x at most 2 per step b.y -> a.x", "capacity at ab"],
])("%s of a channel damps", (_, channels, damping) => {
  expect(circlesOf(chain(["a", "b"], `coupling ab between a and b { ${channels} }`))).toEqual([
    { owners: ["a", "b"], couplings: ["ab"], shortest: round, dampings: [damping], undamped: undefined },
  ]);
});

test("a delay of a channel damps nothing", () => {
  const text = chain(["a", "b"], "coupling ab between a and b { a.y -> b.x after 9 steps b.y -> a.x }");
  expect(circlesOf(text)).toMatchObject([{ dampings: [], undamped: round }]);
});

const answering = (members: string): string => `${chain(["a"], "")}
machine b {
  code on / off
  operation y
  operation z
  ${members}
}
${both}`;

test("a limit damps, and so does a sensitivity's filter", () => {
  const limited = answering(`sensitive to x
  expectation tired: number = 0
  limit rest blocks y when tired > 3
  program answer conditional on x { otherwise -> on { tired := tired + 1 emit y } }`);
  expect(circlesOf(limited)).toMatchObject([{ dampings: ["limit at b.y"], undamped: undefined }]);
  const filtered = answering(`sensitive to x when step < 4
  program answer conditional on x { otherwise -> on { emit y } }`);
  expect(circlesOf(filtered)).toMatchObject([{ dampings: ["sensitivity at b.x"], undamped: undefined }]);
});

test("a clause damps if another that decides instead does not go on, or if none need decide", () => {
  const sometimes = answering(`sensitive to x
  program answer conditional on x { when step < 9 -> on { emit y } otherwise -> off { emit z } }`);
  expect(circlesOf(sometimes)).toMatchObject([{ dampings: ["clause at b on x"], undamped: undefined }]);
  const gap = answering(`sensitive to x
  program answer conditional on x { when step < 9 -> on { emit y } }`);
  expect(circlesOf(gap)).toMatchObject([{ dampings: ["clause at b on x"], undamped: undefined }]);
});

test("a program on several triggers damps if none of its clauses goes on", () => {
  const text = answering(`sensitive to x
  sensitive to other
  program first conditional on x, other { when step < 9 -> on { emit z } }
  program second conditional on x { otherwise -> off { emit y } }`);
  expect(circlesOf(text)).toMatchObject([{ dampings: ["clause at b on x"], undamped: undefined }]);
});

test("a quantity that moves with another may damp", () => {
  const text = `${chain(["a"], "")}
environment air {
  smoke: number = 0
  smog: number = 0 becomes smog * 50% + smoke
}
coupling chimney between a and air { a.y -> air { smoke := smoke + 1 } }
coupling nose between air and a { air.smog -> a.x }`;
  expect(circlesOf(text)).toMatchObject([{ dampings: ["becomes at air.smog"], undamped: undefined }]);
});

test("clauses that all go on damp nothing, in one program or in several", () => {
  const one = answering(`sensitive to x
  program answer conditional on x { when step < 9 -> on { emit y } otherwise -> off { emit y } }`);
  expect(circlesOf(one)).toMatchObject([{ dampings: [], undamped: round }]);
  const several = answering(`sensitive to x
  sensitive to other
  program first conditional on x, other { when step < 9 -> on { emit y } }
  program second conditional on x { otherwise -> off { emit y } }`);
  expect(circlesOf(several)).toMatchObject([{ dampings: [], undamped: round }]);
  const chosen = answering(`sensitive to x
  program answer purpose on x { choose much -> on yields 2 { emit y } choose little -> off yields 1 { emit y } }`);
  expect(circlesOf(chosen)).toMatchObject([{ dampings: [], undamped: round }]);
});

test("clauses that go on by different operations damp nothing if each comes back", () => {
  const text = answering(`sensitive to x
  program answer conditional on x { when step < 9 -> on { emit y } otherwise -> off { emit z } }`).replace(
    "b.y -> a.x",
    "b.y -> a.x b.z -> a.x",
  );
  expect(circlesOf(text)).toMatchObject([{ undamped: round }]);
});

test("what is only read closes no circle", () => {
  const text = `${chain(["a"], "")}
machine b {
  code on / off
  sensitive to x
  operation y
  expectation mood: number = 0
  program learn conditional on x { otherwise -> on { mood := mood + 1 } }
  program act conditional on every 4 steps { when mood > 5 -> on { emit y } otherwise -> off }
}
${both}`;
  expect(circlesOf(text)).toEqual([]);
  const { flow, line } = read(text);
  const start = nodeNamed(flow, "operation", "a", "y") ?? -1;
  expect(line(circleThrough(flow, start))).toBe("a.y ─ab→ b.x → b.y ─ab→ a.x → a.y");
});

test("operations feed on themselves where a system triggers itself, not where another answers", () => {
  const text = `model growth
machine science {
  code true / untrue
  sensitive to doubt
  operation experiment
  operation publication
  operation retreat
  program go_on conditional on own experiment { otherwise -> true { emit publication } }
  program repeat conditional on own publication { when step < 99 -> true { emit experiment } }
  program stop conditional on doubt { otherwise -> untrue { emit retreat } }
}`;
  const { flow } = read(text);
  const names = [...operationsThatFeedThemselves(flow)].map((number) => flow.nodes[number]?.name);
  expect(names).toEqual(["experiment", "publication"]);
  expect(operationsThatFeedThemselves(read(chain(["a", "b"], both)).flow).size).toBe(0);
});

test("an operation that only tires its own limit does not feed on itself", () => {
  const text = `model rest
machine m {
  code on / off
  sensitive to x
  operation y
  expectation tired: number = 0
  limit pause blocks y when tired > 3
  program answer conditional on x { otherwise -> on { emit y } }
  program tire conditional on own y { otherwise -> on { tired := tired + 1 } }
}`;
  const { flow } = read(text);
  expect(operationsThatFeedThemselves(flow).size).toBe(0);
  expect(circleThrough(flow, nodeNamed(flow, "operation", "m", "y") ?? -1)).toBeUndefined();
});

test("an operation feeds on itself by what it lets its own system expect", () => {
  const text = `model growth
machine m {
  code on / off
  operation y
  expectation ambition: number = 0
  program want conditional on own y { otherwise -> on { ambition := ambition + 1 } }
  program act conditional on every step { when ambition > 0 -> on { emit y } otherwise -> off }
}`;
  const { flow, line } = read(text);
  const start = nodeNamed(flow, "operation", "m", "y") ?? -1;
  expect([...operationsThatFeedThemselves(flow)]).toEqual([start]);
  expect(line(circleThrough(flow, start))).toBe("m.y → m.y");
});
