/* Works of several files, as the workers of the page answer about them. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { playgroundExamples } from "../../src/cli/package/playground.ts";
import { readBibliography } from "../../src/model/bibliography.ts";
import { createBench } from "../../src/playground/bench.ts";
import { workOf, type Work } from "../../src/playground/work.ts";
import { exampleFiles } from "../support/examples.ts";
import { applied, exampleWork, withText } from "./works.ts";

const thermostat = exampleFiles.get("thermostat/thermostat.sys") ?? "";

const governance = exampleWork("governance/governance.sys");

test.each(playgroundExamples())(
  "the example $name has no error, and every scenario of it is told",
  ({ name }) => {
    const bench = createBench(readBibliography);
    const work = exampleWork(name);
    const { found, scenarios, sound } = bench.check({ work });
    expect(found.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(sound).toBe(true);
    for (const scenario of scenarios)
      expect(bench.play({ work, scenario: scenario.name, seed: undefined, noise: false }).kind).toBe(
        "played",
      );
  },
);

test("what is found says in which file it is, and what mends it is made there", () => {
  const bench = createBench();
  bench.check({ work: governance });
  const broken = withText(governance, "city.sys", (text) =>
    text.replace("population residents", "popluation residents"),
  );
  expect(broken).not.toEqual(governance);
  const { found, sound } = bench.check({ work: broken });
  expect(sound).toBe(false);
  const [one] = found.filter(({ severity }) => severity === "error");
  expect(one?.file).toBe("city.sys");
  const changes = one?.offers.find(({ preferred }) => preferred)?.changes ?? [];
  expect(changes.map(({ file }) => file)).toEqual(["city.sys"]);
  const mended = withText(broken, "city.sys", (text) => applied(text, changes));
  expect(mended).toEqual(governance);
  expect(bench.play({ work: broken, scenario: "new_way", seed: undefined, noise: false }).kind).toBe(
    "refused",
  );
});

test("in each file one is told about names of the others", () => {
  const bench = createBench();
  const textOf = (file: string): string => governance.find(({ name }) => name === file)?.text ?? "";
  const city = textOf("city.sys");
  const at = city.indexOf("extend economy") + "extend eco".length;
  const hovered = bench.hover({ work: governance, file: "city.sys", offset: at });
  expect(city.slice(hovered?.from, hovered?.to)).toBe("economy");
  const main = textOf("governance.sys");
  const [, before = "", resident = ""] = /^([^]*?\b)(residents)\b/.exec(main) ?? [];
  expect(resident).toBe("residents");
  const told = bench.hover({ work: governance, file: "governance.sys", offset: before.length + 2 });
  expect(told?.text).toContain("residents");
  const written = withText(governance, "governance.sys", (text) => `${text}\ncoupling c between res`);
  const offset = written[0].text.length ?? 0;
  const { items } = bench.complete({ work: written, file: "governance.sys", offset });
  expect(items.map(({ label }) => label)).toContain("residents");
});

test("a model that nothing imports is told by itself, and does not keep the first from running", () => {
  const bench = createBench();
  const work: Work = [
    { name: "main.sys", text: thermostat },
    { name: "draft.sys", text: 'model draft "D"\nmachine m { code a }\nexpct\n' },
  ];
  const { found, sound, scenarios } = bench.check({ work });
  expect(sound).toBe(true);
  expect(scenarios).toEqual(bench.check({ work: workOf(thermostat) }).scenarios);
  expect(found.some(({ file, severity }) => file === "draft.sys" && severity === "error")).toBe(true);
  expect(bench.hover({ work, file: "draft.sys", offset: work[1]?.text.indexOf("m {") ?? 0 })?.text).toContain(
    "machine m",
  );
});

test("what is found in several files while somebody writes is what is found afresh", () => {
  const edits = fc.array(
    fc.record({
      file: fc.nat(),
      at: fc.nat(),
      cut: fc.nat({ max: 12 }),
      text: fc.constantFrom("", "\n", "}", "{", '"', " when ", "limit", "import", "é漢", "\r"),
    }),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(edits, (list) => {
      const bench = createBench(readBibliography);
      let work = exampleWork("governance/old_governance.sys");
      for (const { file, at, cut, text: typed } of list) {
        const { name } = work[file % work.length] ?? work[0];
        work = withText(work, name, (text) => {
          const from = at % (text.length + 1);
          return text.slice(0, from) + typed + text.slice(from + cut);
        });
        const { found, ...others } = bench.check({ work });
        const fresh = createBench(readBibliography).check({ work });
        expect(found.map(({ offers: _, ...one }) => one)).toEqual(
          fresh.found.map(({ offers: _, ...one }) => one),
        );
        expect(others.scenarios).toEqual(fresh.scenarios);
      }
    }),
    { numRuns: 15 },
  );
});

test("citations are looked up in a bibliography of the work, as it is now", () => {
  const bench = createBench(readBibliography);
  const work = exampleWork("house_prices/house_prices.sys");
  const unknown = (of: Work): readonly string[] =>
    bench
      .check({ work: of })
      .found.map(({ check: name }) => name)
      .filter((name) => name === "unknown_citation" || name === "import_not_found");
  expect(unknown(work)).toEqual([]);
  const other = withText(work, "house_prices.bib", (text) =>
    text.replace(/@(\w+)\{\w+,/, "@$1{no_such_key,"),
  );
  expect(unknown(other)).toContain("unknown_citation");
  expect(unknown([work[0]])).toContain("import_not_found");
  expect(unknown(work)).toEqual([]);
});
