import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { check, memoryHost, type CheckResult } from "../src/index.ts";
import { readBibliography } from "../src/model/bibliography.ts";
import { exampleFiles, exampleModels } from "./support/examples.ts";

const host = memoryHost(exampleFiles);

function checked(path: string): CheckResult {
  return check({ name: path, text: exampleFiles.get(path) ?? "" }, { host, readBibliography });
}

/** What the examples' own texts say that the check finds; those that are not named are found clean. */
const found: Readonly<Record<string, readonly string[]>> = {
  "thermostat/thermostat.sys": ["unplugging"],
  "house_prices/decree.sys": ["isolated_system"],
  "house_prices/price_cap.sys": [
    "no_way_back",
    "one_sided_programs",
    "one_way_coupling",
    "unheard_operation",
  ],
};

for (const path of exampleModels) {
  it(`finds in ${path} what its text says`, () => {
    const { diagnostics } = checked(path);
    expect([...new Set(diagnostics.map((diagnostic) => diagnostic.check))].sort()).toEqual(found[path] ?? []);
  });
}

it("finds in the beginner's model every mistake that its text names, and no other", () => {
  const read = (name: string) => readFileSync(new URL(`../docs/beginner/${name}`, import.meta.url), "utf8");
  const text = read("README.md");
  const { diagnostics } = check({ name: "beginner.sys", text: read("beginner.sys") });
  const names = new Set(diagnostics.map((diagnostic) => diagnostic.check));
  expect(names.size).toBeGreaterThanOrEqual(12);
  expect([...names].filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});

it("has a text for each example, and one in Chinese and one in German among the models", () => {
  const folders = new Set(exampleModels.map((path) => path.split("/")[0]));
  for (const folder of folders) expect(exampleFiles.has(`${folder}/README.md`)).toBe(true);
  const texts = exampleModels.map((path) => exampleFiles.get(path) ?? "");
  expect(texts.some((text) => /function system \p{Script=Han}/u.test(text))).toBe(true);
  expect(texts.some((text) => /[äöüß]/.test(text))).toBe(true);
});

it("says without the line that expects it that the decree has no coupling, and shows the way round", () => {
  const text = (exampleFiles.get("house_prices/price_cap.sys") ?? "").replace(
    /^.*expect violation uncoupled_perturbation\n/m,
    "",
  );
  const { diagnostics } = check({ name: "price_cap.sys", text });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map((diagnostic) => diagnostic.check)).toEqual(["uncoupled_perturbation"]);
  expect(errors[0]?.help?.join("\n")).toContain(
    "politics.bill ─constitution→ law.enacted → law.judgment ─contract→ economy.credit_cost",
  );
});
