import { expect, test } from "vitest";
import { definitionAt, occurrencesLike, referencesTo } from "../../src/editor/definition.ts";
import { hoverAt } from "../../src/editor/hover.ts";
import { occurrencesOf } from "../../src/editor/occurrences.ts";
import { exampleFiles, exampleModels } from "../support/examples.ts";
import { study } from "../../src/editor/study.ts";
import { memoryHost } from "../../src/index.ts";
import { walk } from "../../src/syntax/walk.ts";
import { at, marked } from "./marked.ts";

const cap = exampleFiles.get("house_prices/price_cap.sys") ?? "";

/** The line of the definition, and what stands there. */
function definition(text: string | Readonly<Record<string, string>>): string | undefined {
  const { study, file, offset, textAt, files } = marked(text);
  const found = definitionAt(study, file, offset);
  if (found === undefined) return undefined;
  const line = (files.get(found.name.file) ?? "").slice(0, found.name.start).split("\n").length;
  return `${found.name.file}:${line} ${textAt(found.name)}`;
}

const names = `model names

machine a {
  function "one" code on_ / off
  sensitive to poked(force: number) when force > 0
  operation poke(strength: number)
  expectation patience: number = 3
  program react conditional on poked {
    when force > patience -> on_ { patience := patience - 1 emit poke(strength: force) }
    otherwise -> off
  }
  limit brake blocks poke when strength > 10
}
environment room {
  heat: number = 1 becomes heat + 1
  event bang(size: number)
}
coupling touch between room and a {
  room.bang -> a.poked(force: size)
  room.heat -> a.poked(force: heat)
  a.poke -> room { heat := strength }
}
scenario s {
  room emits bang(size: 3)
  run 2 steps
  expect a resonates to poked
  expect a designates on_
  expect a.patience < 3
  expect count(a.poke) > 0
}
property p { a reaches room only through touch }
`;

test.each([
  ["poked", 2, "5 poked"],
  ["force", 2, "5 force"],
  ["force", 3, "5 force"],
  ["patience", 2, "7 patience"],
  ["patience", 4, "7 patience"],
  ["-> on_", 1, "4 on_"],
  ["emit poke", 1, "6 poke"],
  ["(strength", 2, "6 strength"],
  ["when strength", 1, "6 strength"],
  ["blocks poke", 1, "6 poke"],
  ["becomes heat", 1, "15 heat"],
  ["between room", 1, "14 room"],
  ["room.bang", 1, "16 bang"],
  ["a.poked", 1, "5 poked"],
  ["(force", 3, "5 force"],
  [": size", 1, "16 size"],
  ["force: heat", 1, "15 heat"],
  ["{ heat", 1, "15 heat"],
  [":= strength", 1, "6 strength"],
  ["emits bang", 1, "16 bang"],
  ["(size", 2, "16 size"],
  ["resonates to poked", 1, "5 poked"],
  ["designates on_", 1, "4 on_"],
  ["a.patience", 1, "7 patience"],
  ["count(a.poke", 1, "6 poke"],
  ["a reaches room", 1, "14 room"],
  ["through touch", 1, "18 touch"],
])("the definition of what stands behind %s (%i)", (found, nth, wanted) => {
  expect(definition(at(names, found, nth))).toBe(`model.sys:${wanted}`);
});

test("a name is followed into the file that it is imported from, under whatever name", () => {
  const part = "machine engine {}\n";
  expect(definition({ "part.sys": part, "m.sys": 'import engine as e from "./part"\nextend e‸ {}\n' })).toBe(
    "part.sys:1 engine",
  );
  expect(definition({ "part.sys": part, "m.sys": 'import "./part" as p\nextend p.engine‸ {}\n' })).toBe(
    "part.sys:1 engine",
  );
  expect(definition({ "part.sys": part, "m.sys": 'import "./part" as p\nextend p‸.engine {}\n' })).toBe(
    "m.sys:1 p",
  );
});

test("the path of an import leads to the beginning of its file", () => {
  expect(definition({ "part.sys": "machine engine {}\n", "m.sys": 'import "./pa‸rt"\n' })).toBe(
    "part.sys:1 ",
  );
});

test("all places of a name are found, in all models that name it", () => {
  const { study, studies, file, offset } = marked({
    "part.sys": "machine eng‸ine {}\n",
    "one.sys": 'import engine from "./part"\nextend engine {}\n',
    "two.sys": 'import engine as e from "./part"\nextend e {}\n',
  });
  const symbol = occurrencesOf(study).at(file, offset)?.symbol;
  const found = symbol && referencesTo(symbol, studies);
  expect(found?.map(({ place, written }) => `${place.file} ${written}`)).toEqual([
    "one.sys engine",
    "one.sys engine",
    "part.sys engine",
    "two.sys engine",
    "two.sys e",
    "two.sys e",
  ]);
});

test("a member is the same wherever an extend names it", () => {
  const { study, file, offset, textAt } = marked(at(cap, "lending_limit"));
  const found = occurrencesLike(study, file, offset);
  expect(found.length).toBeGreaterThan(3);
  expect(new Set(found.map(({ place }) => textAt(place)))).toEqual(new Set(["lending_limit"]));
});

/** What stands for something outside the model: checks, keys, media, and the values of types. */
const outside = new Set(["Allow", "Cite", "Header", "Medium", "EnumerationValue", "ExpectViolation"]);

test("the names of the examples are known, but for the values of types and what is built in", () => {
  const unknown = new Map<string, string>();
  for (const name of exampleModels) {
    const text = exampleFiles.get(name) ?? "";
    const one = study({ name, text }, { host: memoryHost(exampleFiles) });
    const places = new Set(
      occurrencesOf(one)
        .in(name)
        .map(({ place }) => place.start),
    );
    const values = new Set(["step", "designated", "undecided"]);
    const tree = one.resolved.parsed.get(name)?.tree;
    if (tree === undefined) continue;
    walk(tree, (node) => {
      if (node.kind === "EnumerationValue" && node.name.kind === "Name") values.add(node.name.text);
      if (outside.has(node.kind)) return false;
      if (node.kind === "Call" && node.name.text !== "count") values.add(node.name.text);
      if (node.kind === "Name" && !places.has(node.start)) unknown.set(node.text, name);
      return true;
    });
    for (const value of [...values, "count"]) unknown.delete(value);
  }
  expect([...unknown]).toEqual([]);
});

test("what is said of a system: its comment, function, code and medium, who irritates it, whom it irritates", () => {
  const { study, file, offset } = marked(at(cap, "between law"));
  const text = hoverAt(study, file, offset)?.text ?? "";
  expect(text).toContain("function system law");
  expect(text).toContain("**Code:** lawful / unlawful");
  expect(text).toContain("**Irritated by:** politics (constitution)");
  expect(text).toContain("**Irritates:** economy (contract)");
});

test("what is said of a member: its head, and what channels bring to it", () => {
  const { study, file, offset } = marked(at(cap, "law.enacted"));
  expect(hoverAt(study, file, offset)?.text).toBe(
    "```sys\nsensitive to enacted(limit: number)  // of law\n```\n\n**Irritated by:** `politics.bill` through constitution",
  );
});

test("what is said of a check, and of a source", () => {
  const check = marked(`machine a { allow hub‸ "meant" }\n`);
  expect(hoverAt(check.study, check.file, check.offset)?.text).toContain("`hub`, ");
  const source = marked({
    "m.sys": `bibliography "b.bib"\nmachine a { cite luhm‸ann1984 }\n`,
    "b.bib": "@book{luhmann1984, title={Soziale Systeme}, author={Luhmann, Niklas}, year={1984}}\n",
  });
  expect(hoverAt(source.study, source.file, source.offset)?.text).toBe("**luhmann1984:** Soziale Systeme");
});
