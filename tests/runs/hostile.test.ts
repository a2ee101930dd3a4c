/* No model makes a run last for ever, overflow, or tell of numbers that are none. */
import { describe, expect, it } from "vitest";
import {
  check,
  prepare,
  renderRun,
  run,
  test,
  traceLines,
  type RunOptions,
  type RunResult,
} from "../../src/index.ts";
import { limits } from "../../src/base/limits.ts";

/** Two systems that irritate each other, with what is said of the second. */
function pair(inner: string, outer: string, scenario: string): string {
  return `function system left {
  code a / b
  sensitive to push(n: number)
  operation pull(n: number)
  expectation x: number = 1
  program p conditional on push { ${inner} }
}
function system right {
  code c / d
  sensitive to pulled(n: number)
  operation push(n: number)
  program q conditional on pulled { ${outer} }
}
coupling rope between left and right {
  left.pull -> right.pulled(n: n) when n = n
  right.push -> left.push(n: n) when n = n
}
scenario s { ${scenario} }
`;
}

const quantity = (becomes: string, scenario: string): string =>
  `environment e { q: number = 1 becomes ${becomes} }\nscenario s { ${scenario} }\n`;

const answering = pair(
  "otherwise -> a { emit pull(n: n + 1) }",
  "otherwise -> c { emit push(n: n + 1) }",
  "left emits pull(n: 1) run",
);

const doubling = pair(
  "otherwise -> a { emit pull(n: n) emit pull(n: n) }",
  "otherwise -> c { emit push(n: n) emit push(n: n) }",
  "left emits pull(n: 1) run 200 steps",
);

/** What a run may say in its diagnostics; anything else is a mistake. */
const models: readonly (readonly [string, string, readonly string[]])[] = [
  ["an exchange that never comes to rest", answering, ["never_settles"]],
  ["operations that double with each step", doubling, ["budget_exceeded"]],
  ["a million steps in one", quantity("q + 1", "repeat 1000000 times { run 1 step }"), ["budget_exceeded"]],
  [
    "loops in loops",
    quantity("q", "repeat 100000 times { repeat 100000 times { change e.q to 2 } }"),
    ["budget_exceeded"],
  ],
  ["a run of all the steps there may be", quantity("q + 1", "run 1000000 steps"), []],
  ["a division by nothing", quantity("1 / (q - 1)", "run 3 steps"), ["not_a_number"]],
  ["a root of less than nothing", quantity("sqrt(0 - q)", "run 3 steps"), ["not_a_number"]],
  ["a logarithm of nothing", quantity("log(q - 1)", "run 3 steps"), ["not_a_number"]],
  ["powers of powers", quantity("(q + 1) ^ (q + 1)", "run 20 steps"), ["not_a_number"]],
  ["numbers that grow beyond all bounds", quantity("q * 10 ^ 200", "run 9 steps"), ["not_a_number"]],
  ["numbers that vanish", quantity("q / 10 ^ 300", "run 9 steps"), []],
  ["a deviation of less than nothing", quantity("normal(0, 0 - q)", "run 3 steps"), []],
  ["a range that is upside down", quantity("uniform(2, q)", "run 3 steps"), []],
  [
    "a value out of its bounds",
    `environment e { q: number in 0..3 = 1 becomes q + 1 }\nscenario s { run 9 steps }\n`,
    ["out_of_bounds"],
  ],
  [
    "something that happens every no steps",
    pair("otherwise -> a", "otherwise -> c", "run 3 steps").replace(
      "program p",
      "program z conditional on every 1 steps { otherwise -> a { emit pull(n: x) } }\n  program p",
    ),
    [],
  ],
  [
    "a delay that goes on for ever",
    answering.replace("when n = n\n", "when n = n after 999999999 steps\n"),
    ["never_settles", "instant_channel", "budget_exceeded"],
  ],
];

function played(text: string, options: RunOptions, made: boolean): RunResult {
  const prepared = prepare(check(text), made ? { evaluate: (code) => new Function(`return ${code}`)() } : {});
  if (prepared.errors[0] !== undefined) throw new Error(prepared.errors[0].message);
  if (made) prepared.shortcuts()?.make(options.traced ?? true);
  return run(prepared, options);
}

describe.each(models)("%s", (_name, text, expected) => {
  it("ends, in the same step in every way of running it, and says only what is so", () => {
    const budget = { events: 300_000, steps: 50_000, entries: 50_000 };
    const results = [
      played(text, { budget }, false),
      played(text, { budget }, true),
      played(text, { budget: { events: 300_000, steps: 50_000 }, traced: false }, true),
    ];
    const [traced, made, bare] = results;
    if (traced === undefined || made === undefined || bare === undefined) throw new Error();
    const errors = (result: RunResult) =>
      result.diagnostics
        .filter(({ severity }) => severity === "error")
        .map(({ check: name, message }) => `${name}: ${message}`);
    expect(errors(made)).toEqual(errors(traced));
    expect(made.steps).toBe(traced.steps);
    const names = new Set(traced.diagnostics.map(({ check: name }) => name));
    if (expected.length === 0) expect([...names].filter((name) => name !== "budget_exceeded")).toEqual([]);
    else expect([...names].some((name) => expected.includes(name))).toBe(true);
    for (const result of results) {
      for (const value of result.values)
        if (typeof value.value === "number") expect(Number.isFinite(value.value)).toBe(true);
      const story = renderRun(result, { width: 100 });
      expect(story).not.toMatch(/NaN|Infinity|undefined|\[object|null/);
      for (const diagnostic of result.diagnostics)
        expect(diagnostic.message).not.toMatch(/NaN|Infinity|undefined|\[object/);
    }
    let lines = 0;
    for (const line of traceLines(traced)) {
      lines += 1;
      if (lines < 1_000) expect(line).not.toMatch(/NaN|Infinity|undefined|null/);
    }
    expect(lines).toBeLessThanOrEqual(50_002);
  });
});

it("without a budget of one's own the limits of the tool hold", () => {
  const result = played(doubling, {}, true);
  expect(result.broken).toBe(true);
  expect(result.diagnostics[0]?.check).toBe("budget_exceeded");
  expect(result.played.course.state.events).toBeLessThanOrEqual(limits.events);
  const endless = played(quantity("q + 1", "run 1000001 steps"), { traced: false }, true);
  expect(endless.steps).toBeLessThanOrEqual(limits.steps);
});

/** An expression of very many parts, wherever one may stand; more than a function takes arguments. */
const sumOf = (name: string) => `${`${name} + `.repeat(150_000)}${name}`;
const largestOf = (name: string) => `max(${`${name}, `.repeat(150_000)}${name})`;

it.each([
  ["sums", sumOf],
  ["functions", largestOf],
] as const)("%s of 150,000 parts, in whatever is computed, are computed and told of", (_name, long) => {
  const text = pair(
    `when ${long("n")} < 0 -> a otherwise -> b { x := n }`,
    "otherwise -> c",
    `left emits pull(n: 1) run 3 steps expect ${long("left.x")} < 0`,
  ).replace("when n = n", `when ${long("n")} > 0`);
  const result = played(`${text}environment e { q: number = 1 becomes ${long("q")} }\n`, {}, true);
  expect(result.broken).toBe(false);
  expect(result.expectations.map(({ holds }) => holds)).toEqual([false]);
  expect(renderRun(result, { width: 100 })).toContain("left.x");
});

it("as many mistakes in one text as there are signs in it are reported", () => {
  const { diagnostics } = check(`society s "${"\\q".repeat(200_000)}"\n`);
  expect(diagnostics.length).toBe(limits.syntaxProblems + 1);
});

it("a verdict that is asked for at every moment is compared from where it was compared before", () => {
  const text = `organization g { code yes / no operation start }
organization o {
  code yes / no
  sensitive to s(v: number)
  sensitive to t
  expectation e: number = 0
  program p conditional on s { otherwise -> yes { e := e + 1 } }
  program q conditional on t { otherwise -> yes }
}
environment w { x: number = 0 becomes x + 1 }
coupling c between w and o { w.x -> o.s(v: x) }
coupling d between g and o { g.start -> o.t() when 1 > 2 }
regulation r { by g of o starts with g.start through d aim o.e <= -5 }
scenario s { apply r run 30000 steps expect r is indifferent }
property p { eventually r is effective }
`;
  const tested = test(prepare(check(text)));
  expect(tested.items.map(({ name, passed }) => [name, passed])).toEqual([
    ["s", true],
    ["p", false],
  ]);
});
