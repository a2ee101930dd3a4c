import { expect, it } from "vitest";
import type { Place } from "../../src/base/place.ts";
import { factsOf, found, modelOf, problemsOf, resolveText } from "./resolving.ts";
import type { ResolveOptions } from "../../src/model/resolve.ts";

const world = `machine m { code a / b operation o(x: number) sensitive to s(x: number) limit l blocks o when x > 3
  expectation e: number in 0..10 = 1 }
machine n { operation p }
environment city { crowd: number = 0 event accident }
coupling k between m and city { m.o -> city { crowd := x } }
regulation r { by m of city starts with m.o(x: 1) through k aim city.crowd > 1 }
`;

it("keeps every kind of step", () => {
  const model = modelOf(`${world}scenario sc "S" {
  seed 7
  given m.e = 3
  m emits o(x: 2)
  city emits accident
  perturb m from city with accident
  change city.crowd to 4
  steer m.e to 5 by n
  close k open k
  apply r
  run 3 steps
  run until m.e > 3 at most 9 steps
  run
  either { run } or { run 2 steps }
  repeat 4 times { n emits p }
  unplug n
  expect m resonates to s
  expect m stays indifferent
  expect m designates a
  expect m.o occurs
  expect m.l occurs at most 3 times
  expect m.o never occurs
  expect r is effective
  expect m.e = 3
}`);
  expect(model.scenarios[0]?.block.steps).toMatchObject([
    { kind: "seed", seed: 7 },
    { kind: "given", part: { kind: "expectation", owner: "m", name: "e" } },
    {
      kind: "emits",
      operation: { kind: "operation", owner: "m", name: "o" },
      args: [{ name: { text: "x" } }],
    },
    { kind: "emits", operation: { kind: "event", owner: "city", name: "accident" } },
    { kind: "perturb", target: { id: "m" }, source: { id: "city" }, operation: { kind: "event" } },
    { kind: "change", part: { kind: "quantity", owner: "city", name: "crowd" } },
    { kind: "steer", part: { kind: "expectation" }, by: { id: "n" } },
    { kind: "close", coupling: { id: "k" } },
    { kind: "open", coupling: { id: "k" } },
    { kind: "apply", regulation: { id: "r" } },
    { kind: "run", count: 3 },
    { kind: "run", count: 9, until: { kind: "comparison" } },
    { kind: "run" },
    { kind: "either", branches: [{ steps: [{ kind: "run" }] }, { steps: [{ kind: "run", count: 2 }] }] },
    { kind: "repeat", count: 4, block: { steps: [{ kind: "emits" }] } },
    { kind: "unplug", system: { id: "n" } },
    { kind: "expect", outcome: { kind: "resonates", to: { text: "s" } } },
    { kind: "expect", outcome: { kind: "stays indifferent" } },
    { kind: "expect", outcome: { kind: "designates", value: { text: "a" } } },
    { kind: "expect", outcome: { kind: "occurs", bound: "at least", count: 1 } },
    { kind: "expect", outcome: { kind: "occurs", of: { kind: "limit" }, bound: "at most", count: 3 } },
    { kind: "expect", outcome: { kind: "occurs", bound: "exactly", count: 0 } },
    { kind: "expect", outcome: { kind: "verdict", verdict: "effective" } },
    { kind: "expect", outcome: { kind: "condition" } },
  ]);
});

it("keeps a scenario's `like` as a reference", () => {
  const model = modelOf(`${world}scenario one { run }\nscenario two like one { run }`);
  expect(model.scenarios.map(({ like, block }) => [like?.id, block.steps.length])).toEqual([
    [undefined, 1],
    ["one", 1],
  ]);
});

it("reports a circle of scenarios, and cuts it", () => {
  const text = `scenario one like two { run }\nscenario two like one { run }\nscenario three like two { run }`;
  const { model, problems } = resolveText(text);
  expect(problems.map(({ check }) => check)).toEqual(["like_cycle"]);
  expect(model.scenarios.map(({ like }) => like?.id)).toEqual([undefined, undefined, "two"]);
});

it.each([
  ["given", "m emits o(x: 1) given m.e = 3"],
  ["seed", "run seed 3"],
  ["given", "repeat 2 times { given m.e = 3 n emits p }"],
  ["given", "change city.crowd to 1 either { given m.e = 3 } or { run }"],
])("reports a `%s` after something has happened", (step, steps) => {
  expect(factsOf("late_assumption", `${world}scenario sc { ${steps} }`).step).toBe(step);
});

it("lets assumptions stand before anything happens, after an `expect` too, and in alternatives", () => {
  const text = `${world}scenario sc { expect m.e = 1 given m.e = 3 seed 3 either { given city.crowd = 1 run } or { given city.crowd = 2 } run }`;
  expect(found(text)).toEqual([]);
});

it("reports values that do not fit what is set", () => {
  expect(
    found(`${world}scenario sc { given m.e = 30 change city.crowd to true steer m.e to m by n }`),
  ).toEqual(["type_mismatch 30", "type_mismatch true", "wrong_kind m"]);
});

it("reports a sensitivity that a system does not have", () => {
  const facts = factsOf("unknown_name", `${world}scenario sc { expect m resonates to t }`);
  expect(facts).toMatchObject({ wanted: ["sensitivity"], owner: { name: "m" } });
});

it("keeps claims, and the ways they name", () => {
  const model = modelOf(`${world}property p1 { m reaches city only through k, n }
property p2 { m never reaches n }
property p3 { after m.o eventually city.crowd > 1 }
property p4 { eventually m resonates }
property p5 { never m.e > 3 }`);
  expect(model.properties.map(({ claim }) => claim)).toMatchObject([
    {
      kind: "reaches",
      never: false,
      from: { id: "m" },
      to: { id: "city" },
      through: [{ id: "k" }, { id: "n" }],
    },
    { kind: "reaches", never: true, through: [] },
    { kind: "after", operation: { name: "o" }, outcome: { kind: "condition" } },
    { kind: "eventually", outcome: { kind: "resonates" } },
    { kind: "never", condition: { kind: "comparison" } },
  ]);
});

it("keeps no claim of which a part is unknown", () => {
  const { model } = resolveText(`${world}property p { m reaches city only through kk }`);
  expect(model.properties[0]?.claim).toBeUndefined();
});

it("keeps experiments", () => {
  const model = modelOf(`${world}scenario sc { run }
experiment x of sc { vary m.e from 0 to 10 by 2 vary city.crowd over (1, 2) runs 20
  measure crowd "Crowd" = city.crowd measure works = r is effective }`);
  expect(model.experiments[0]).toMatchObject({
    scenario: { id: "sc" },
    runs: 20,
    variations: [{ kind: "range" }, { kind: "over", values: [{ value: 1 }, { value: 2 }] }],
    measures: [
      { name: "crowd", outcome: { kind: "condition" } },
      { name: "works", outcome: { kind: "verdict" } },
    ],
  });
});

it("keeps regulations, also direct ones", () => {
  const model = modelOf(
    `${world}regulation d { by m of n starts with m.o(x: m.e) through direct aim m.e > 3 }`,
  );
  expect(model.regulations[1]).toMatchObject({
    by: { id: "m" },
    of: { id: "n" },
    start: { operation: { kind: "operation", owner: "m", name: "o" } },
    through: { direct: true, couplings: [] },
  });
});

// ── allow and expect violation ────────────────────────────────────────────

function covered(text: string, scope: Place | undefined): string {
  return scope === undefined ? "" : text.slice(scope.start, scope.end);
}

it("lets `allow` cover the declaration, program or block in which it stands", () => {
  const text = `machine a1 { code c / d allow one "r" sensitive to s
  program p conditional on s { allow two "r" otherwise -> c } }
scenario sc { allow three "r" either { allow four "r" run } or { run } }`;
  const { allows } = modelOf(text);
  const scopes = new Map(allows.map(({ check, scope }) => [check.text, covered(text, scope)]));
  expect(scopes.get("one")?.startsWith("machine a1")).toBe(true);
  expect(scopes.get("two")?.startsWith("program p")).toBe(true);
  expect(scopes.get("three")?.startsWith("scenario sc")).toBe(true);
  expect(scopes.get("four")).toBe(`{ allow four "r" run }`);
});

it("lets `allow` in a header cover the file", () => {
  const text = `model x { allow one "r" }\nmachine y {}`;
  expect(modelOf(text).allows[0]?.scope).toEqual({ file: "entry.sys", start: 0, end: text.length });
});

it("lets `allow` in an `extend` cover also the system extended", () => {
  const text = `machine y { code a / b }\nextend y { allow one "r" }`;
  const [allow] = modelOf(text).allows;
  expect(covered(text, allow?.scope)).toBe(`extend y { allow one "r" }`);
  expect(covered(text, allow?.extended)).toBe("machine y { code a / b }");
});

it("copies no `allow`", () => {
  expect(
    modelOf(`machine y { allow one "r" code a / b sensitive to s
  program p conditional on s { allow two "r" otherwise -> a } }
machine z like y {}`).allows,
  ).toHaveLength(2);
});

it("lets `expect violation` cover the step before it, passing over other expectations", () => {
  const text = `${world}scenario sc { n emits p
  expect m.e = 1
  expect violation one
  expect violation two }`;
  const { expectedViolations } = modelOf(text);
  expect(expectedViolations.map(({ check, scope }) => [check.text, covered(text, scope)])).toEqual([
    ["one", "n emits p"],
    ["two", "n emits p"],
  ]);
});

it("lets `expect violation` at the head of a block cover the block", () => {
  const text = `${world}scenario sc { run either { expect violation one run } or { run } }`;
  const [expected] = modelOf(text).expectedViolations;
  expect(covered(text, expected?.scope)).toBe("{ expect violation one run }");
});

it("lets `expect violation` at the head of a scenario cover the scenario", () => {
  const text = `${world}scenario sc { expect violation one run }`;
  const [expected] = modelOf(text).expectedViolations;
  expect(covered(text, expected?.scope)).toBe("scenario sc { expect violation one run }");
});

it("covers a step that contains others as a whole", () => {
  const text = `${world}scenario sc { repeat 2 times { n emits p } expect violation one }`;
  const [expected] = modelOf(text).expectedViolations;
  expect(covered(text, expected?.scope)).toBe("repeat 2 times { n emits p }");
});

const checks: ResolveOptions = {
  checks: {
    names: new Set(["uncoupled_perturbation", "syntax_error"]),
    ofLanguage: new Set(["syntax_error"]),
  },
};

it("names the nearest check for an unknown one", () => {
  expect(problemsOf(`machine y { allow uncoupled_pertubation "r" }`, {}, checks)).toMatchObject([
    {
      check: "unknown_check",
      at: "uncoupled_pertubation",
      facts: { construct: "allow", kind: "unknown", near: ["uncoupled_perturbation"] },
    },
  ]);
});

it("says that a mistake of language cannot be allowed", () => {
  expect(problemsOf(`machine y { allow syntax_error "r" }`, {}, checks)).toMatchObject([
    { facts: { kind: "language" } },
  ]);
});

it("keeps no expectation of an unknown check", () => {
  const { model, problems } = resolveText(`scenario sc { run expect violation nothing }`, {}, checks);
  expect(problems.map(({ check }) => check)).toEqual(["unknown_check"]);
  expect(model.expectedViolations).toEqual([]);
});

it("reports what is assumed twice on one way through a scenario, and not in two branches", () => {
  const twice = `${world}scenario sc { given m.e = 3 given m.e = 4 m emits o(x: 1) }`;
  expect(found(twice)).toEqual(["duplicate_member given m.e = 4"]);
  expect(factsOf("duplicate_member", twice)).toMatchObject({ member: "given", part: "m.e" });
  const branches = `${world}scenario sc { either { given m.e = 3 } or { given m.e = 4 } m emits o(x: 1) }`;
  expect(found(branches)).toEqual([]);
});

it("reports what is varied twice, and the first variation counts", () => {
  const text = `${world}scenario sc { run }
experiment e of sc { vary m.e over (1, 2) vary m.e from 1 to 3 by 1 measure x = m.e }`;
  expect(found(text)).toEqual(["duplicate_member vary m.e from 1 to 3 by 1"]);
  expect(resolveText(text).model.experiments[0]?.variations).toMatchObject([{ kind: "over" }]);
});

it.each(["from 1 to 5 by 0", "from 1 to 5 by -1", "from 5 to 1 by 1"])("reports a variation %s", (range) => {
  const text = `${world}scenario sc { run } experiment e of sc { vary m.e ${range} measure x = m.e }`;
  expect(factsOf("type_mismatch", text)).toMatchObject({ kind: "endless variation" });
});

it.each(["from 5 to 1 by -1", "from 3 to 3 by 1", "from 0 to 10 by 2.5"])("takes a variation %s", (range) => {
  const text = `${world}scenario sc { run } experiment e of sc { vary m.e ${range} measure x = m.e }`;
  expect(found(text)).toEqual([]);
});

it("reports a capacity below nothing", () => {
  const text = world.replace("{ crowd := x }", "{ crowd := x } at most -1 per step");
  expect(factsOf("type_mismatch", text)).toMatchObject({ kind: "bounds", use: "capacity", value: -1 });
});
