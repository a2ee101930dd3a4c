import { XMLParser, XMLValidator } from "fast-xml-parser";
import fc from "fast-check";
import { expect, test } from "vitest";
import { largeModel } from "../../bench/large-model.ts";
import { check } from "../../src/index.ts";
import { createBench, type Bench } from "../../src/playground/bench.ts";
import { drawn } from "../../src/playground/drawing.ts";
import { budget } from "../../src/playground/play.ts";
import type { Played } from "../../src/playground/protocol.ts";
import { onlyName, workOf } from "../../src/playground/work.ts";
import { exampleFiles } from "../support/examples.ts";
import { applied } from "./works.ts";

const thermostat = exampleFiles.get("thermostat/thermostat.sys") ?? "";
const priceCap = exampleFiles.get("house_prices/price_cap.sys") ?? "";

function played(bench: Bench, text: string, scenario: string, seed?: number): Played {
  const run = bench.play({ work: workOf(text), scenario, seed, noise: false });
  if (run.kind !== "played") throw new Error(run.reason);
  return run;
}

test("the findings are those of a check, at the places of the text", () => {
  const bench = createBench();
  for (const [path, text] of exampleFiles) {
    if (!path.endsWith(".sys")) continue;
    const fresh = check(text).diagnostics;
    expect(
      bench
        .check({ work: workOf(text) })
        .found.map(({ check: name, from, to, message }) => ({ name, from, to, message })),
      path,
    ).toEqual(
      fresh.map(({ check: name, place: { start: from, end: to }, message }) => ({ name, from, to, message })),
    );
  }
});

test("they are so while somebody writes, whatever was there before", () => {
  const edits = fc.array(
    fc.record({
      at: fc.nat(),
      cut: fc.nat({ max: 12 }),
      text: fc.constantFrom("", "\n", "}", "{", '"', " when ", "limit", "é漢", "\r"),
    }),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(edits, (list) => {
      const bench = createBench();
      let text = priceCap;
      for (const { at, cut, text: typed } of list) {
        const from = at % (text.length + 1);
        text = text.slice(0, from) + typed + text.slice(from + cut);
        const found = bench
          .check({ work: workOf(text) })
          .found.map(({ check: name, from: start, to }) => [name, start, to]);
        expect(found).toEqual(
          check(text).diagnostics.map(({ check: name, place: { start, end } }) => [name, start, end]),
        );
      }
    }),
    { numRuns: 25 },
  );
});

test("what is offered mends what was found", () => {
  const bench = createBench();
  const broken = thermostat.replace("expect room", "expct room");
  const { found, sound } = bench.check({ work: workOf(broken) });
  expect(sound).toBe(false);
  const offer = found[0]?.offers.find(({ preferred }) => preferred);
  expect(offer?.silences).toBe(false);
  expect(applied(broken, offer?.changes ?? [])).toBe(thermostat);
});

test("a finding can be silenced where it is, in a text that has been changed before", () => {
  const bench = createBench();
  bench.check({ work: workOf(priceCap) });
  const text = priceCap.replace("emit purchase(price: price)", "emit purchase(price: price + 1)");
  const one = bench
    .check({ work: workOf(text) })
    .found.find(({ check: name }) => name === "one_sided_programs");
  const silencing = one?.offers.find(({ silences }) => silences);
  const after = bench.check({ work: workOf(applied(text, silencing?.changes ?? [])) });
  expect(one).toBeDefined();
  expect(after.found.map(({ check: name }) => name)).not.toContain("one_sided_programs");
  expect(after.sound).toBe(true);
});

test("the scenarios are told with what they are called", () => {
  expect(createBench().check({ work: workOf(priceCap) }).scenarios).toEqual([
    { name: "decree", label: "The city decrees a price" },
    { name: "reflexive_law", label: "The same city legislates, and the economy answers for itself" },
  ]);
});

test("a name is told about where it stands, behind what has been typed before it", () => {
  const bench = createBench();
  bench.check({ work: workOf(priceCap) });
  const text = priceCap.replace("operation bill", "operation an_edict(cap: number)\n  operation bill");
  const offset = text.lastIndexOf("lending_limit");
  const hovered = bench.hover({ work: workOf(text), file: onlyName, offset: offset + 3 });
  expect(text.slice(hovered?.from, hovered?.to)).toBe("lending_limit");
  expect(hovered?.text).toContain("expectation lending_limit");
  expect(bench.hover({ work: workOf(text), file: onlyName, offset: 0 })).toBeUndefined();
});

test("what can be written is proposed, and stands in the place of what has been", () => {
  const bench = createBench();
  bench.check({ work: workOf(priceCap) });
  const begin = priceCap.indexOf("  law.judgment ->");
  const text = `${priceCap.slice(0, begin)}  law.judgment -> economy.cre${priceCap.slice(priceCap.indexOf("\n", begin))}`;
  const offset = text.indexOf("economy.cre\n") + "economy.cre".length;
  const { from, to, items } = bench.complete({ work: workOf(text), file: onlyName, offset });
  expect(text.slice(from, to)).toBe("cre");
  expect(items.map(({ label }) => label)).toContain("credit_cost");
});

test("a text is laid out, and one that cannot be read is left", () => {
  const bench = createBench();
  const text = thermostat.replaceAll("\n  ", "\n      ");
  const laid = bench.layout({ work: workOf(text), file: onlyName });
  expect(laid.kind === "laid out" && applied(text, laid.changes)).toBe(thermostat);
  expect(bench.layout({ work: workOf(thermostat), file: onlyName })).toEqual({
    kind: "laid out",
    changes: [],
  });
  expect(bench.layout({ work: workOf("system {"), file: onlyName })).toEqual({ kind: "broken" });
});

test("a run is told by steps, with its outcome, verdicts and values", () => {
  const run = played(createBench(), priceCap, "reflexive_law");
  expect(run.parts.map(({ from }) => from)).toEqual([0, 1, 2]);
  expect(run.outcomes.map(({ text, holds }) => [text, holds])).toEqual([
    ["economy resonates to credit_cost", true],
    ["credit_rules is effective", true],
  ]);
  expect(run.verdicts).toEqual([
    {
      regulation: "credit_rules",
      verdict: "effective",
      aim: "economy.price <= 55",
      withIt: "reached (economy.price = 54)",
      without: "not reached, 5 off (economy.price = 60)",
    },
  ]);
  expect(
    run.values.filter(({ name }) => name === "economy.price").map(({ step, value }) => [step, value]),
  ).toEqual([
    [0, "60 × 1000 CNY/m²"],
    [2, "54 × 1000 CNY/m²"],
  ]);
});

test("a violation that is expected says what it is, and why it is one", () => {
  const { outcomes } = played(createBench(), priceCap, "decree");
  const [violation, ...others] = outcomes;
  expect(violation?.because[0]).toBe(
    "`politics.decree` crosses the boundary of `economy` without a coupling",
  );
  expect(violation?.because[1]).toContain("`economy` notices only what its couplings translate");
  expect(others.map(({ because }) => because)).toEqual([[], []]);
  // Of two such steps each says its own.
  const twice = priceCap.replace(
    "  expect violation uncoupled_perturbation\n",
    "$&  perturb economy from politics with bill(limit: 3)\n  expect violation uncoupled_perturbation\n",
  );
  const both = played(createBench(), twice, "decree").outcomes.filter(({ text }) =>
    text.startsWith("violation"),
  );
  expect(both.map(({ because }) => because[0]?.split(" ")[0])).toEqual([
    "`politics.decree`",
    "`politics.bill`",
  ]);
});

test("pictures over time tell where their steps lie, as wide as they are wanted", () => {
  const bench = createBench();
  const ask = { work: workOf(priceCap), scenario: "reflexive_law", seed: 1 } as const;
  for (const as of ["lanes", "series"] as const)
    for (const width of [undefined, 360]) {
      const { svg, time } = bench.depict({ ...ask, as, width });
      expect(time?.steps).toBe(2);
      expect(time?.width).toBe(width ?? 960);
      expect(svg).toContain(`viewBox="0 0 ${time?.width} ${time?.height}"`);
      expect(time?.axes.length).toBeGreaterThan(0);
    }
  expect(bench.depict({ ...ask, as: "sequence" }).time).toBe(undefined);
});

test("the same seed gives the same run", () => {
  const text = exampleFiles.get("epidemic/epidemic.sys") ?? "";
  const bench = createBench();
  for (const { name } of bench.check({ work: workOf(text) }).scenarios)
    expect(played(bench, text, name, 7)).toEqual(played(createBench(), text, name, 7));
});

test("what cannot be run is refused in words", () => {
  const bench = createBench();
  const ask = { scenario: "decree", seed: undefined, noise: false } as const;
  expect(bench.play({ ...ask, work: workOf(`${priceCap}\nsystem`) })).toMatchObject({ kind: "refused" });
  expect(bench.play({ ...ask, work: workOf(priceCap), scenario: "no_such" })).toMatchObject({
    kind: "refused",
    reason: expect.stringContaining("no_such"),
  });
});

test("a run that would never end is broken off, and tells what it has come to", () => {
  const text = thermostat.replace("run 3 steps", "run 1000000 steps");
  const run = played(createBench(), text, "lights_out");
  expect(run.broken).toBe(true);
  expect(run.steps).toBeLessThanOrEqual(budget.steps);
  expect(run.found.length).toBeGreaterThan(0);
});

test("everything that is answered can be sent to a page", async () => {
  const bench = createBench();
  const text = `${priceCap}\nsystem constructor { }\nmachine __proto__ { code a / b }`;
  const answers = [
    bench.check({ work: workOf(text) }),
    bench.hover({ work: workOf(text), file: onlyName, offset: priceCap.indexOf("economy") }),
    bench.complete({ work: workOf(text), file: onlyName, offset: 0 }),
    bench.layout({ work: workOf(text), file: onlyName }),
    bench.play({ work: workOf(priceCap), scenario: "decree", seed: 1, noise: true }),
    bench.map({ work: workOf(text) }),
    await drawn(bench.map({ work: workOf(text) })),
    bench.depict({ work: workOf(priceCap), scenario: "decree", seed: 1, as: "lanes" }),
    bench.explain({ check: "no_route" }),
  ];
  for (const answer of answers) expect(structuredClone(answer)).toEqual(answer);
});

const hostile = "<script>alert(1)</script> ]]> &lt; \\ %%{init";

test("the map of a model is drawn along its arrows, and says in words what it shows", async () => {
  const graph = createBench().map({ work: workOf(priceCap) });
  const picture = await drawn(graph);
  expect(picture.words).toContain("3 systems and 2 couplings");
  expect(picture.words).not.toContain("could not be laid out");
  const { svg } = new XMLParser({ ignoreAttributes: false }).parse(picture.svg);
  expect(picture.words).toBe(`${svg.title}. ${svg.desc}`);
  // What has been on its way to another worker is drawn as what has not.
  expect(await drawn(structuredClone(graph))).toEqual(picture);
});

test("a model that cannot be read to its end has a map of what can be", async () => {
  const { words } = await drawn(createBench().map({ work: workOf(`${priceCap}\nsystem {`) }));
  // The one that was begun is among them.
  expect(words).toContain("4 systems and 2 couplings");
});

test.each(["sequence", "lanes", "series"] as const)("a run is drawn as its %s, by its seed", (as) => {
  const bench = createBench();
  const text = exampleFiles.get("epidemic/epidemic.sys") ?? "";
  const [scenario] = bench.check({ work: workOf(text) }).scenarios;
  if (scenario === undefined) throw new Error("there is no scenario");
  const picture = bench.depict({ work: workOf(text), scenario: scenario.name, seed: 7, as });
  expect(picture.svg).toContain("seed 7");
  expect(picture).toEqual(createBench().depict({ work: workOf(text), scenario: scenario.name, seed: 7, as }));
});

test("what a model says is only ever a text in pictures, and in what is said of them", async () => {
  const bench = createBench();
  const text = thermostat
    .replace(/^model \w+.*$/m, `model evil ${JSON.stringify(hostile)}`)
    .replace(/^scenario (\w+).*$/m, `scenario $1 ${JSON.stringify(hostile)} {`);
  const [scenario] = bench.check({ work: workOf(text) }).scenarios;
  expect(text.split("alert(1)").length).toBe(3);
  const turned = text.replace("alert(1)", "alert(1)\u{202e}");
  expect(turned).not.toBe(text);
  expect((await drawn(bench.map({ work: workOf(turned) }))).svg).not.toContain("\u{202e}");
  const pictures = [
    await drawn(bench.map({ work: workOf(text) })),
    ...(["sequence", "lanes", "series"] as const).map((as) =>
      bench.depict({ work: workOf(text), scenario: scenario?.name ?? "", seed: 1, as }),
    ),
  ];
  for (const { svg, words } of pictures) {
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).not.toMatch(/<script/);
    expect(words).toContain("<script>alert(1)</script> ]]> &lt;");
  }
});

test("a large model is checked as the same model afresh after a keystroke", () => {
  const text = largeModel(500);
  const bench = createBench();
  bench.check({ work: workOf(text) });
  const changed = text.replace("tolerance * 2", "tolerance * 22");
  expect(bench.check({ work: workOf(changed) })).toEqual(createBench().check({ work: workOf(changed) }));
});
