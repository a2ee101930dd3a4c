import { describe, expect, it } from "vitest";
import { limits } from "../../src/base/limits.ts";
import { factsOf, found, hostOf, modelOf, problemsOf, resolveText } from "./resolving.ts";
import { resolve } from "../../src/model/resolve.ts";

const city = `environment city { crowd: number = 0 }
machine counter { code many / few }
`;

it("brings in the named systems of the canon and no others", () => {
  const model = modelOf(`import politics, law from "canon"
coupling constitution between politics and law {}`);
  expect(model.systems.map((system) => [system.name, system.canonical])).toEqual([
    ["politics", true],
    ["law", true],
  ]);
});

it("brings in the whole canon under an alias", () => {
  const model = modelOf(`import "canon" as canon
coupling constitution between canon.politics and canon.law {}`);
  expect(model.systems).toHaveLength(10);
  expect(model.couplings[0]?.left?.id).toBe("politics");
});

it("brings in all that a file declares", () => {
  const model = modelOf(`import "city"\ncoupling gate between city and counter {}`, { "city.sys": city });
  expect(model.environments.map(({ name }) => name)).toEqual(["city"]);
  expect(model.systems.map(({ name }) => name)).toEqual(["counter"]);
});

it("brings in an item under another name", () => {
  const model = modelOf(
    `import city as town from "city"\ncoupling gate between town and m {}\nmachine m {}`,
    {
      "city.sys": city,
    },
  );
  expect(model.environments[0]?.name).toBe("city");
  expect(model.couplings[0]?.left?.id).toBe("city");
  expect(model.systems.map(({ name }) => name)).toEqual(["m"]);
});

it("brings in what an imported item refers to", () => {
  const files = {
    "city.sys": `${city}machine lonely {}
coupling gate between city and counter { city.crowd -> counter.seen() }
extend counter { sensitive to seen }`,
  };
  const model = modelOf(`import gate from "city"`, files);
  expect(model.couplings.map(({ name }) => name)).toEqual(["gate"]);
  expect(model.systems.map(({ name }) => name)).toEqual(["counter"]);
  expect(model.systems[0]?.sensitivities.map(({ name }) => name)).toEqual(["seen"]);
  expect(model.environments.map(({ name }) => name)).toEqual(["city"]);
});

it("puts imported files before those that import them, and their channels first", () => {
  const files = {
    "a.sys": `import m from "b"\ncoupling ka between m and ea { m.op -> ea { x := 1 } }\nenvironment ea { x: number = 0 }`,
    "b.sys": `machine m { operation op }`,
  };
  const model = modelOf(
    `import m from "b"
coupling k between m and e { m.op -> e { x := 1 } }
environment e { x: number = 0 }
import "a"`,
    files,
  );
  expect(model.files.map(({ name }) => name)).toEqual(["b.sys", "a.sys", "entry.sys"]);
  expect(model.couplings.map(({ name }) => name)).toEqual(["ka", "k"]);
});

it("gives two declarations of one name in two files ids of their own", () => {
  const model = modelOf(
    `import "city" as other\nenvironment city { sun: number = 1 }\nmachine m {}
coupling gate between other.city and m {}`,
    { "city.sys": city },
  );
  expect(model.environments.map(({ id }) => id)).toEqual(["city@city.sys", "city@entry.sys"]);
  expect(model.couplings[0]?.left?.id).toBe("city@city.sys");
});

it("takes only the entry's scenarios, properties and experiments", () => {
  const files = { "city.sys": `${city}scenario rush { run }\nproperty calm { always city.crowd < 9 }` };
  const model = modelOf(`import "city"\nscenario mine { change city.crowd to 3 }`, files);
  expect(model.scenarios.map(({ name }) => name)).toEqual(["mine"]);
  expect(model.properties).toEqual([]);
});

it("keeps a scenario of another file that one of the entry is like, apart from those that are run", () => {
  const files = { "city.sys": `${city}scenario rush { change city.crowd to 9 }` };
  const model = modelOf(`import rush from "city"\nscenario mine like rush { run }`, files);
  expect(model.scenarios.map(({ name, like }) => [name, like?.id])).toEqual([["mine", "rush"]]);
  expect(model.importedScenarios?.map(({ name }) => name)).toEqual(["rush"]);
  expect(model.environments.map(({ name }) => name)).toEqual(["city"]);
});

it("says which names were tried for a file that is not there", () => {
  const facts = factsOf("import_not_found", `import "nowhere"`);
  expect(facts).toEqual({
    what: "import",
    specifier: "nowhere",
    reason: { kind: "not found", tried: ["nowhere", "nowhere.sys"], near: [] },
  });
});

it("reports nothing that follows from an import that failed", () => {
  expect(
    found(`import "nowhere"\nimport a as b from "gone"\ncoupling k between a and b { a.x -> b.y(z: 3) }`),
  ).toEqual([`import_not_found "nowhere"`, `import_not_found "gone"`]);
});

it("reports an import that leads outside the root", () => {
  expect(factsOf("import_outside_root", `import "../secret"`).root).toBe("project");
});

it("passes on why a file cannot be read", () => {
  const host = {
    ...hostOf({ "city.sys": "" }),
    read: () => ({ kind: "unreadable", reason: "it is a folder" }) as const,
  };
  const { problems } = resolve({ name: "entry.sys", text: `import "city"` }, host);
  expect(problems.map(({ facts }) => facts)).toEqual([
    {
      what: "import",
      specifier: "city",
      reason: { kind: "unreadable", file: "city.sys", because: "it is a folder" },
    },
  ]);
});

it("says where a file stops being text", () => {
  const bytes = new Uint8Array([...new TextEncoder().encode("model é "), 0xc3, 0x28]);
  const facts = factsOf("import_not_found", `import "latin"`, { "latin.sys": bytes });
  expect(facts.reason).toEqual({ kind: "not text", file: "latin.sys", offset: 9 });
});

it("draws a circle of imports once, with the places of its imports", () => {
  const files = { "a.sys": `import "b"`, "b.sys": `import "entry"` };
  const facts = factsOf("import_cycle", `import "a"\nmachine m {}`, files);
  expect(facts.files.map(({ file, specifier }) => [file, specifier])).toEqual([
    ["entry.sys", "a"],
    ["a.sys", "b"],
    ["b.sys", "entry"],
  ]);
});

it("still knows the names of files in a circle", () => {
  const files = {
    "a.sys": `import m from "entry"\nenvironment e { x: number = 0 }\ncoupling k between m and e {}`,
  };
  expect(found(`import "a"\nmachine m {}\ncoupling k2 between m and e {}`, files)).toEqual([
    `import_cycle "entry"`,
  ]);
});

it("reads a file that imports itself", () => {
  expect(found(`import "entry"\nmachine m {}`)).toContain(`import_cycle "entry"`);
});

it("stops at the limit of levels, and says so once", () => {
  const files = Object.fromEntries(
    Array.from({ length: limits.importDepth + 5 }, (_, n) => [
      `f${n}.sys`,
      `import "f${n + 1}"\nmachine m${n} {}`,
    ]),
  );
  const problems = problemsOf(`import "f0"`, files);
  expect(problems.filter(({ check }) => check === "too_many")).toHaveLength(1);
});

it("stops at the limit of files, and says so once", () => {
  const names = Array.from({ length: limits.files + 5 }, (_, n) => `f${n}`);
  const files = Object.fromEntries(
    names.map((name) => [`${name}.sys`, `coupling k_${name} between a and b {}`]),
  );
  const text = names.map((name) => `import "${name}"`).join("\n");
  const { problems, sources } = resolveText(text, files);
  const tooMany = problems.filter(({ check }) => check === "too_many");
  expect(tooMany.map(({ facts }) => facts)).toEqual([{ what: "imported files", limit: limits.files }]);
  expect(sources.size).toBe(limits.files);
});

it("passes on what the host says of a file that is too large", () => {
  const host = {
    ...hostOf({ "big.sys": "" }),
    read: () => ({ kind: "too_large", bytes: 99_000_000 }) as const,
  };
  const { problems } = resolve({ name: "entry.sys", text: `import "big"` }, host);
  expect(problems.map(({ facts }) => facts)).toEqual([
    { what: "import", file: "big.sys", bytes: 99_000_000, limit: limits.fileSize },
  ]);
});

it("names the nearest declarations of the file for an unknown item", () => {
  const facts = factsOf("unknown_name", `import economi from "canon"`);
  expect(facts.owner?.name).toBe("canon");
  expect(facts.near.map(({ name }) => name)).toEqual(["economy"]);
});

it("reports an item that is not used, with the comma to be removed", () => {
  const text = `import politics, law, art from "canon"
coupling k between politics and art {}`;
  const facts = factsOf("unused_import", text);
  expect(facts).toMatchObject({ name: "law", whole: false });
  expect(text.slice(facts.remove.start, facts.remove.end)).toBe(", law");
});

it("reports an import of which nothing is used as a whole", () => {
  const text = `import politics, law from "canon"`;
  const facts = factsOf("unused_import", text);
  expect(facts).toMatchObject({ name: undefined, whole: true });
  expect(text.slice(facts.remove.start, facts.remove.end)).toBe(text);
});

it("takes a file that brings in couplings for used", () => {
  const files = { "k.sys": `import politics, law from "canon"\ncoupling k between politics and law {}` };
  expect(found(`import "k"`, files)).toEqual([]);
});

it("takes a system that is extended for used", () => {
  expect(found(`import law from "canon"\nextend law { operation judgment }`)).toEqual([]);
});

it("tells a file of the host's from one of the canon's that looks the same", () => {
  const files = { "canon/law.sys": "machine law { code a / b }" };
  const model = modelOf(
    `import law from "canon/law"\nimport "canon" as canon
coupling k between law and canon.law {}`,
    files,
  );
  expect(model.systems.filter(({ name }) => name === "law").map(({ systemKind }) => systemKind)).toEqual([
    "machine",
    "function system",
  ]);
});

it("follows what a scenario of another file names, however many steps it has", () => {
  const steps = "change city.crowd to 1 ".repeat(150_000);
  const files = { "city.sys": `${city}scenario rush { ${steps} }` };
  const model = modelOf(`import rush from "city"\nscenario mine like rush { run }`, files);
  expect(model.environments).toHaveLength(1);
});

describe("what an imported item refers to", () => {
  const measured = `environment city { rents: number = 60 }
machine barometer { code heavy / light sensitive to reading(rent: number) }
coupling index between city and barometer { city.rents -> barometer.reading(rent: rents) }
machine clock { code x / y }`;

  it("can be named", () => {
    const text = `import index from "city"
scenario s { given city.rents = 80 run expect barometer resonates }`;
    expect(found(text, { "city.sys": measured })).toEqual([]);
  });

  it("is only what the item refers to", () => {
    const text = `import index from "city"
scenario s { run expect clock resonates }`;
    expect(found(text, { "city.sys": measured })).toEqual(["unknown_name clock"]);
  });

  it("counts as a use of the import", () => {
    const files = { "city.sys": `${measured}\nscenario calm { change city.rents to 3 }` };
    const text = `import calm from "city"
scenario s { change city.rents to 80 }`;
    expect(found(text, files)).toEqual([]);
  });

  it("gives way to what the file declares itself", () => {
    const text = `import index from "city"
environment city { crowd: number = 1 }
scenario s { change city.crowd to 2 }`;
    expect(found(text, { "city.sys": measured })).toEqual([]);
  });

  it("cannot be named where two items refer to two things of one name", () => {
    const files = { "city.sys": measured, "town.sys": measured.replaceAll("index", "gauge") };
    const text = `import index from "city"
import gauge from "town"
scenario s { change city.rents to 80 }`;
    expect(found(text, files)).toEqual(["unknown_name city"]);
  });

  it("is found through several files, also where these import each other in a circle", () => {
    const files = {
      "town.sys": `import index from "city"\ncoupling news between barometer and city {}`,
      "city.sys": measured,
    };
    const text = `import news from "town"
scenario s { given city.rents = 80 run expect barometer resonates }`;
    expect(found(text, files)).toEqual([]);
    const circle = { ...files, "city.sys": `import news from "town"\n${measured}` };
    expect(found(text, circle)).toEqual(['import_cycle "town"']);
  });
});
