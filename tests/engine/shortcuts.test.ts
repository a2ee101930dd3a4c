/* The short ways of a model: none is made where it cannot be, and what is written is no more than numbers and signs. */
import { expect, it } from "vitest";
import { check, prepare, run, type RunResult } from "../../src/index.ts";
import { shortcutsOf, type Evaluate } from "../../src/engine/accelerate.ts";
import { compile } from "../../src/engine/compile.ts";
import { generate } from "../../src/engine/generate.ts";
import { literal } from "../../src/engine/generate_expressions.ts";

const evaluate: Evaluate = (text) => new Function(`return ${text}`)();

const every = (clauses: string): string => `organization o {
  code yes / no
  expectation e: number = 1
  program p conditional on every step { ${clauses} }
}
scenario s { run 300 steps }
`;

function played(text: string, how: Evaluate | undefined): RunResult {
  return run(prepare(check(text), { evaluate: how }), { traced: false });
}

const long: readonly (readonly [string, string])[] = [
  [
    "a function of 66,000 arguments",
    every(`when max(${"e, ".repeat(65_999)}e) > 0 -> yes { e := e + 1 } otherwise -> no`),
  ],
  ["a clause of 20,000 effects", every(`otherwise -> yes { ${"e := e + 1 ".repeat(20_000)}}`)],
  ["a list of 2,000 clauses", every(`${"when e < 0 -> no ".repeat(2_000)} otherwise -> yes { e := e + 1 }`)],
];

it.each(long)("%s goes the general way", (_name, text) => {
  const made = played(text, evaluate);
  expect(made.steps).toBe(300);
  expect(made.values).toEqual(played(text, undefined).values);
  expect(generate(compile(check(text).model), true).length).toBeLessThan(100_000);
});

it("what nests deep is written once, not twice on every level", () => {
  const nested = `${"abs(max(0, ".repeat(45)}e${"))".repeat(45)}`;
  const text = generate(compile(check(every(`when ${nested} > 0 -> yes otherwise -> no`)).model), true);
  expect(text.length).toBeLessThan(10_000);
});

it.each([EvalError, SyntaxError, RangeError])(
  "where a %o keeps functions from being made, a run goes the general way, and asks once",
  (Refusal) => {
    let asked = 0;
    const refusing: Evaluate = () => {
      asked += 1;
      throw new Refusal("no functions are made of texts here");
    };
    const text = every("otherwise -> yes { e := e + 1 }");
    const ready = prepare(check(text), { evaluate: refusing });
    expect(run(ready).values).toEqual(played(text, undefined).values);
    expect(run(ready).steps).toBe(300);
    expect(asked).toBe(1);
  },
);

it("what else goes wrong when functions are made is thrown on", () => {
  const mistaken: Evaluate = () => {
    throw new TypeError("a mistake");
  };
  expect(() => played(every("otherwise -> yes"), mistaken)).toThrow(TypeError);
});

it("only finite numbers are literals", () => {
  expect([literal(1.5), literal(-2), literal(-0)]).toEqual(["1.5", "(-2)", "(-0)"]);
  for (const value of [NaN, Infinity, "alert(1)", {}, undefined])
    expect(() => literal(value as number)).toThrow(RangeError);
});

/** What the texts below would do if they were run. */
const trap = globalThis as { sprung?: boolean };

const manipulated: readonly (readonly [string, string, string])[] = [
  ["a number", '"kind":"number","value":7', '"kind":"number","value":"(globalThis.sprung=true)"'],
  ["a divisor", '"kind":"number","value":5', '"kind":"number","value":"5+(globalThis.sprung=true)"'],
  ["an operator", '"operators":["+"]', '"operators":["-(globalThis.sprung=true)-"]'],
  ["a function", '"function":"abs"', '"function":"abs(globalThis.sprung=true)+Math.abs"'],
  ["a comparison", '"operator":">"', '"operator":">(globalThis.sprung=true)>"'],
  ["a truth", '"kind":"boolean","value":true', '"kind":"boolean","value":"(globalThis.sprung=true)"'],
  ["a bound", '"high":90', '"high":"90;globalThis.sprung=true"'],
  ["a period", '"steps":1', '"steps":"1;globalThis.sprung=true"'],
];

it.each(manipulated)("%s that is a text in a model handed over as data is not run", (_name, from, to) => {
  const checked = check(
    every("when abs(e + 7) mod 5 > 0 or true -> yes { e := min(80, e + 7) } otherwise -> no")
      .replace("abs(e + 7) mod 5", "mod(abs(e + 7), 5)")
      .replace("e: number", "e: number in 0..90"),
  );
  expect(checked.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const written = JSON.stringify(checked.model);
  expect(written).toContain(from);
  const model = JSON.parse(written.replaceAll(from, to)) as typeof checked.model;
  delete trap.sprung;
  try {
    for (const traced of [false, true]) shortcutsOf(compile(model), evaluate).make(traced);
    run(prepare({ ...checked, model }, { evaluate }));
  } catch {
    // That a model which is none is not run is as good.
  }
  expect(trap.sprung).toBeUndefined();
});
