import { expect, it } from "vitest";
import { check, limits, memoryHost } from "../../src/index.ts";

/** What the check says of a model that has too many of something; other findings are left aside. */
function tooMany(text: string, files: ReadonlyMap<string, string> = new Map()) {
  const { diagnostics } = check({ name: "main.sys", text }, { host: memoryHost(files) });
  return diagnostics.filter((found) => found.check === "too_many");
}

it("says how many mistakes of language there are, and shows the first of them", () => {
  const text = "machine m { operation 1 }\n".repeat(limits.syntaxProblems + 20);
  const [found, ...others] = tooMany(text);
  expect(found?.message).toMatch(
    /^this file has \d+ mistakes of language, of which the first 100 are shown$/,
  );
  expect(others).toEqual([]);
  const shown = check(text).diagnostics.filter((each) => each.check === "syntax_error");
  expect(shown.length).toBe(limits.syntaxProblems);
});

it("is silent about as many mistakes as are shown", () => {
  expect(tooMany("machine m { operation 1 }\n".repeat(limits.syntaxProblems))).toEqual([]);
});

it("reads up to a thousand files, and reports the import that passes the limit, once", () => {
  const names = [...Array(limits.files + 10).keys()].map((index) => `part${index}.sys`);
  const files = new Map(names.map((name) => [name, "environment e { q: number = 0 }\n"]));
  const text = names.map((name, index) => `import "${name}" as part${index}\n`).join("");
  const found = tooMany(text, files);
  expect(found.map(({ message }) => message)).toEqual([
    "this model has more than 1000 files, directly or by what is imported",
  ]);
  expect(text.slice(found[0]?.place.start, found[0]?.place.end)).toBe(`"part${limits.files - 1}.sys"`);
});

it("follows imports sixty-four files deep", () => {
  const chain = (length: number): ReadonlyMap<string, string> =>
    new Map(
      [...Array(length).keys()].map((index) => [
        `part${index}.sys`,
        index + 1 < length ? `import "part${index + 1}"\n` : "environment e { q: number = 0 }\n",
      ]),
    );
  expect(tooMany('import "part0"\n', chain(limits.importDepth))).toEqual([]);
  const [found, ...others] = tooMany('import "part0"\n', chain(limits.importDepth + 1));
  expect(found?.message).toBe("this import is more than 64 imports away from the first file");
  expect(found?.place.file).toBe(`part${limits.importDepth - 1}.sys`);
  expect(others).toEqual([]);
});

it("copies up to ten million characters by `like`, and concludes nothing from what is left out", () => {
  const operations = [...Array(1_000).keys()]
    .map((index) => `operation op${index} "${"long ".repeat(200)}"`)
    .join("\n");
  const copies = [...Array(12).keys()].map((index) => `machine copy${index} like whole {}\n`).join("");
  const { diagnostics } = check(`machine whole {\n${operations}\n}\n${copies}`);
  expect(new Set(diagnostics.map((found) => found.check))).toEqual(new Set(["too_many"]));
  expect(diagnostics[0]?.message).toBe(
    "with what `like` copies here the model has more than 10 million characters of copies",
  );
});
