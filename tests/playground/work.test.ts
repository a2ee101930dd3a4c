import { describe, expect, test } from "vitest";
import { playgroundExamples } from "../../src/cli/package/playground.ts";
import {
  areSameWork,
  fileNameOf,
  isFileName,
  nameAmongOthers,
  nameOutside,
  packedWork,
  unpackedWork,
  workFrom,
  workOf,
} from "../../src/playground/work.ts";
import { exampleModels } from "../support/examples.ts";

const two = [
  ["main.sys", 'model m "M"\nimport "./city"\n'],
  ["city.sys", ""],
];

test("what is packed comes back as it was, one file as its text alone", () => {
  expect(packedWork(workOf("model a\n"))).toBe("model a\n");
  expect(unpackedWork("model a\n")).toEqual(workOf("model a\n"));
  const work = unpackedWork(two);
  expect(work?.map(({ name }) => name)).toEqual(["main.sys", "city.sys"]);
  expect(work && packedWork(work)).toEqual(two);
});

describe("no work is made of", () => {
  const [main = []] = two;
  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["a number", 3],
    ["an object", { 0: main }],
    ["no file", []],
    ["a list of one, which is written as a text", [main]],
    ["a name without a text", [main, ["city.sys"]]],
    ["a text that is none", [main, ["city.sys", null]]],
    ["a name that is none", [main, [1, ""]]],
    ["more than a name and a text", [main, ["city.sys", "", ""]]],
    ["two files of a name", [main, ["main.sys", ""]]],
    ["two names that not every computer tells apart", [main, ["Main.sys", ""]]],
    ["a bibliography alone in front", [["a.bib", ""], main]],
    ["a name with a folder", [main, ["../city.sys", ""]]],
    ["the name of a page", [main, ["city.html", ""]]],
    ["very many files", Array.from({ length: 41 }, (_, index) => [`f${index}.sys`, ""])],
  ])("%s", (_, value) => {
    expect(unpackedWork(value)).toBeUndefined();
  });
  test("a hole in a list", () => {
    const sparse: unknown[] = [main];
    sparse.length = 2;
    expect(unpackedWork(sparse)).toBeUndefined();
  });
});

test("a file is called as files can be called everywhere", () => {
  for (const name of ["city.sys", "城市.sys", "a b-c_d.bib", "x.csl.json", "__proto__.sys", "Straße.sys"])
    expect(isFileName(name), name).toBe(true);
  for (const name of [
    "",
    ".sys",
    "city",
    "city.html",
    "a/b.sys",
    "a\\b.sys",
    ".hidden.sys",
    "-rf.sys",
    "a\n.sys",
    "a\u202e.sys",
    "a\0.sys",
    "<b>.sys",
    "a:b.sys",
    `${"a".repeat(90)}.sys`,
  ])
    expect(isFileName(name), JSON.stringify(name)).toBe(false);
});

test("what the only file is called does not matter, and of several it does", () => {
  expect(areSameWork(workOf("a"), [{ name: "other.sys", text: "a" }])).toBe(true);
  expect(areSameWork(workOf("a"), workOf("b"))).toBe(false);
  const of = (name: string) =>
    workFrom([
      { name: "m.sys", text: "" },
      { name, text: "" },
    ]) ?? workOf("");
  expect(areSameWork(of("a.sys"), of("a.sys"))).toBe(true);
  expect(areSameWork(of("a.sys"), of("b.sys"))).toBe(false);
  expect(areSameWork(of("a.sys"), workOf(""))).toBe(false);
});

test("a file is handed out by the name of its model as long as it is the only one", () => {
  const one = workOf("/// said\nmodel city_of_two {}\n");
  expect(fileNameOf(one)).toBe("city_of_two");
  expect(nameOutside(one, "model.sys")).toBe("city_of_two.sys");
  expect(nameAmongOthers(one)).toBe("city_of_two.sys");
  expect(nameAmongOthers([{ name: "kept.sys", text: "model other\n" }])).toBe("kept.sys");
  expect(fileNameOf(workOf("model 城市\n"))).toBe("model");
  const several = unpackedWork(two) ?? one;
  expect(nameOutside(several, "city.sys")).toBe("city.sys");
});

test("every example is among those of the page, and is a work", () => {
  const examples = playgroundExamples();
  const offered = new Set(
    examples.flatMap(({ name, work }) => {
      const [folder = ""] = name.split("/");
      return work.map((file) => `${folder}/${file.name}`);
    }),
  );
  expect([...offered].filter((path) => path.endsWith(".sys")).sort()).toEqual([...exampleModels].sort());
  for (const { name, work } of examples) expect(workFrom(work), name).toEqual(work);
  expect(new Set(examples.map(({ title }) => title)).size).toBe(examples.length);
});
