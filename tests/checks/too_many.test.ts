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

const parameters = (count: number) => [...Array(count).keys()].map((index) => `p${index}: number`).join(", ");

it("reads up to thirty-two parameters, and concludes nothing from those that are left out", () => {
  const model = (count: number) => `function system payments {
  code paid / unpaid
  sensitive to bill(${parameters(count)})
  operation pay(${parameters(count)})
  program p conditional on bill, own pay { when p${count - 1} > 0 -> paid otherwise -> unpaid }
}
scenario s { payments emits pay(${[...Array(count).keys()].map((index) => `p${index}: 1`).join(", ")}) run }
`;
  expect(tooMany(model(limits.parameters))).toEqual([]);
  const text = model(limits.parameters + 1);
  const errors = check(text).diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map(({ message }) => message)).toEqual([
    "`bill` has more than 32 parameters",
    "`pay` has more than 32 parameters",
  ]);
  const places = errors.map(({ place }) => text.slice(place.start, place.end));
  expect(places).toEqual(["p32: number", "p32: number"]);
});

/** A program of so many clauses on so many triggers. */
const product = (clauses: number, triggers: number): string => {
  const names = [...Array(triggers).keys()].map((index) => `s${index}`);
  return `machine m {
  code a / b
  ${names.map((name) => `sensitive to ${name}`).join("\n")}
  expectation x: number = 0
  program p conditional on ${names.join(", ")} {
    ${[...Array(clauses).keys()].map((index) => `when x = ${index} -> a`).join("\n")}
    otherwise -> b
  }
}
`;
};

it("counts clauses again for each trigger of their program, up to four million characters", () => {
  expect(tooMany(product(2_000, 50))).toEqual([]);
  expect(tooMany(product(50, 2_000))).toEqual([]);
  const [found, ...others] = tooMany(product(2_000, 2_000));
  expect(found?.message).toBe(
    "the clauses of this model have more than 4 million characters if each is counted again for each trigger of its program",
  );
  expect(others).toEqual([]);
});
