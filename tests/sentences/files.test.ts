/* Models in several files, what is declared twice or not at all, and the canon. */
import { describe, expect, it } from "vitest";
import { prepare, test } from "../../src/index.ts";
import { checkedWithoutError, irritationsOf, outcomes, outcomesOf, run } from "../support/both.ts";
import { errorsIn, findingsOf, type Files } from "../support/found.ts";

const barometer = `environment city { rents: number = 60 }
machine barometer {
  code heavy / light sensitive to reading(rent: number)
  program gauge conditional on reading { when rent > 50 -> heavy otherwise -> light }
}
coupling index between city and barometer { city.rents -> barometer.reading(rent: rents) }
`;

/** The names of what a model declares, wherever it does. */
function declared(text: string, files: Files = {}) {
  const { model } = checkedWithoutError(text, files);
  const names = (these: readonly { readonly name: string }[]) => these.map(({ name }) => name).sort();
  return {
    systems: names(model.systems),
    environments: names(model.environments),
    couplings: names(model.couplings),
  };
}

describe("Files", () => {
  it('`import … from "canon"` means the library that comes with the tool; …', () => {
    expect(
      declared('import law, economy from "canon" scenario s { run expect law stays indifferent }').systems,
    ).toEqual(["economy", "law"]);
  });

  it("… any other string is a path relative to the importing file (`.sys` may be left out).", () => {
    const files = {
      "parts/middle.sys": 'import "../shared/end" import "near.sys" machine middle { code a / b }',
      "parts/near.sys": "machine near { code c / d }",
      "shared/end.sys": "machine end { code e / f }",
      "end.sys": "machine wrong { code g / h }",
    };
    expect(declared('import "parts/middle"', files).systems).toEqual(["end", "middle", "near"]);
    expect(errorsIn('import "parts/end"', files)).toEqual(['import_not_found "parts/end"']);
  });

  it("A list of items brings in these declarations and what they refer to; …", () => {
    const files = { "city.sys": `${barometer}machine other { code a / b }` };
    expect(
      declared('import index from "city" scenario s { run expect barometer designates heavy }', files),
    ).toEqual({
      systems: ["barometer"],
      environments: ["city"],
      couplings: ["index"],
    });
    expect(
      outcomes('import index from "city" scenario s { run expect barometer designates heavy }', { files }),
    ).toEqual([true]);
    expect(errorsIn('import index from "city" scenario s { unplug other run }', files)).toEqual([
      "unknown_name other",
    ]);
  });

  it('… a whole file (`import "x"`, or under an alias) brings in all it declares.', () => {
    const files = { "city.sys": `${barometer}machine other { code a / b }` };
    const all = { systems: ["barometer", "other"], environments: ["city"], couplings: ["index"] };
    expect(declared('import "city"', files)).toEqual(all);
    expect(declared('import "city" as town', files)).toEqual(all);
    expect(outcomes('import "city" scenario s { run expect barometer designates heavy }', { files })).toEqual(
      [true],
    );
    expect(
      outcomes('import "city" as town scenario s { run expect town.barometer designates heavy }', { files }),
    ).toEqual([true]);
  });

  it("Only the file that is run has its scenarios, properties and experiments run.", () => {
    const files = {
      "city.sys": `${barometer}scenario theirs { run expect city.rents = 0 }
property never_so { never city.rents = 60 }
experiment tried of theirs { measure rents = city.rents }`,
    };
    const checked = checkedWithoutError(
      'import "city" scenario ours { run expect city.rents = 60 } property so { always city.rents = 60 }',
      files,
    );
    const { items } = test(prepare(checked));
    expect(items.map(({ kind, name, passed }) => `${kind} ${name} ${passed}`)).toEqual([
      "scenario ours true",
      "property so true",
    ]);
    expect(checked.model.experiments).toEqual([]);
  });

  it("A system exists once in a model, however many files import or extend it.", () => {
    const files = {
      "shared.sys": "machine m { code a / b }",
      "one.sys": 'import m from "shared" extend m { operation first }',
      "two.sys": 'import m from "shared" extend m { operation second }',
    };
    const text = `import "one" import "two" import m from "shared"
extend m { program p conditional on own first, own second { otherwise -> a { emit third } } operation third }
scenario s { m emits first m emits second run expect m.third occurs 2 times }`;
    const { model } = checkedWithoutError(text, files);
    expect(
      model.systems.map(({ name, operations }) => [name, operations.map((each) => each.name).sort()]),
    ).toEqual([["m", ["first", "second", "third"]]]);
    expect(outcomes(text, { files })).toEqual([true]);
  });

  it("A cycle of imports is the error `import_cycle`.", () => {
    const files = {
      "one.sys": 'import "two" machine one { code a / b }',
      "two.sys": 'import "one" machine two { code c / d }',
    };
    expect(errorsIn('import "one"', files)).toEqual(['import_cycle "one"']);
  });

  it("All that a file declares or imports shares one namespace (the model's own name is not in it); …", () => {
    const second = (text: string) => errorsIn(`model thing machine thing { code a / b } ${text}`);
    expect(second("")).toEqual([]);
    expect(second("environment thing { q: number = 1 }")).toEqual(["duplicate_name thing"]);
    expect(second("scenario thing { run }")).toEqual(["duplicate_name thing"]);
    expect(second("property thing { always step < 9 }")).toEqual(["duplicate_name thing"]);
    expect(
      errorsIn('import thing from "other" scenario thing { run }', {
        "other.sys": "machine thing { code a / b }",
      }),
    ).toEqual(["duplicate_name thing"]);
  });

  it("… inside a system sensitivities, operations with limits, expectations, programs, and roles are five namespaces.", () => {
    const runs = run(`machine a { code on / off operation x(n: number) }
machine m {
  code yes / no
  sensitive to x(n: number)
  operation x
  expectation x: number = 1
  program x conditional on x { when n > m.x -> yes { emit x } }
  role x public
}
coupling c between a and m { a.x -> m.x(n: n) }
scenario s { a emits x(n: 2) a emits x(n: 1) run expect m.x occurs 1 time expect m.x = 1 }`);
    expect(outcomesOf(runs)).toEqual([true, true]);
    const within = (members: string) => errorsIn(`machine m { code a / b ${members} }`);
    expect(within("operation x limit x blocks x when step > 1")).toEqual(["duplicate_name x"]);
    expect(within("sensitive to x sensitive to x")).toEqual(["duplicate_name x"]);
    expect(within("expectation x: number = 1 expectation x: number = 2")).toEqual(["duplicate_name x"]);
    expect(within("role x public role x performance")).toEqual(["duplicate_name x"]);
  });

  it("Names may be used before they are declared; …", () => {
    expect(
      outcomes(
        `scenario s like t { run expect m designates yes }
scenario t { change e.q to 2 }
coupling c between e and m { e.q -> m.got(x: q) }
machine m {
  program p conditional on got { when x > bar -> yes otherwise -> no }
  expectation bar: number = 1
  sensitive to got(x: number)
  code yes / no
}
environment e { q: number = 0 }`,
        { scenario: "s" },
      ),
    ).toEqual([true]);
  });

  it("… a name declared twice is `duplicate_name`, …", () => {
    expect(errorsIn("machine m { code a / b } machine m { code c / d }")).toEqual(["duplicate_name m"]);
    expect(errorsIn("environment e { q: number = 1 q: number = 2 }")).toEqual(["duplicate_name q"]);
  });

  it("… an unknown one `unknown_name` (with the nearest known ones), …", () => {
    const text =
      "machine mower { code a / b } machine tower { code c / d } machine z { code e / f } scenario s { unplug nower run }";
    expect(errorsIn(text)).toEqual(["unknown_name nower"]);
    const [found] = findingsOf("unknown_name", text);
    expect(found?.fixes.flatMap(({ edits }) => edits.map((edit) => edit.text))).toContain("mower");
  });

  it("… a member that may stand once and stands twice `duplicate_member`.", () => {
    expect(errorsIn('machine m { code a / b function "one" function "two" }')).toEqual([
      'duplicate_member function "two"',
    ]);
    expect(errorsIn("function system f { code a / b medium x medium y }")).toEqual([
      "duplicate_member medium y",
    ]);
  });

  it("Channels of imported files come before a file's own.", () => {
    const runs = run(
      `import "base"
coupling own between a and m { a.send -> m.got(x: 1) }
scenario s { a emits send run expect m resonates }`,
      {
        files: {
          "base.sys": `machine a { code on / off operation send }
machine m { code yes / no sensitive to got(x: number) program p conditional on got { otherwise -> yes } }
coupling theirs between a and m { a.send -> m.got(x: 2) a.send -> m.got(x: 3) }`,
        },
      },
    );
    expect(irritationsOf(runs)).toEqual(["1 m.got x=2", "1 m.got x=3", "1 m.got x=1"]);
  });
});

describe("The canon", () => {
  const codes = {
    politics: "government / opposition",
    law: "lawful / unlawful",
    economy: "payment / non_payment",
    science: "true / untrue",
    education: "better / worse",
    religion: "immanent / transcendent",
    art: "fitting / unfitting",
    mass_media: "information / non_information",
    health: "ill / healthy",
    sport: "win / lose",
  };
  const names = Object.keys(codes);
  const canon = () => checkedWithoutError(`import ${names.join(", ")} from "canon"`).model;

  it("The canon declares function systems with function, code, medium, contingency formula and roles, …", () => {
    const { systems } = canon();
    expect(systems.map(({ name }) => name).sort()).toEqual([...names].sort());
    for (const { name, systemKind, functions, codes, media, contingencies, roles } of systems) {
      expect([name, systemKind]).toEqual([name, "function system"]);
      expect([name, functions.length, codes.filter(({ secondary }) => !secondary).length]).toEqual([
        name,
        1,
        1,
      ]);
      expect([name, media.length, contingencies.length, roles.length > 0]).toEqual([name, 1, 1, true]);
    }
  });

  it("… and no operations, sensitivities, expectations, programs or couplings, so that every model can extend it; …", () => {
    const model = canon();
    for (const { operations, sensitivities, expectations, programs, limits } of model.systems)
      expect([...operations, ...sensitivities, ...expectations, ...programs, ...limits]).toEqual([]);
    expect(model.couplings).toEqual([]);
    const valueOf = (name: string) =>
      model.systems.find((each) => each.name === name)?.codes[0]?.values[0]?.name;
    const extended = names.map(
      (name) =>
        `extend ${name} { operation x sensitive to x program p conditional on own x { otherwise -> ${valueOf(name)} } }`,
    );
    expect(errorsIn(`import ${names.join(", ")} from "canon" ${extended.join("\n")}`)).toEqual([]);
  });

  it("… its doc comments name the rival codings with their sources: …", () => {
    for (const { name, doc } of canon().systems) {
      const rivals = doc?.split("\n\n").find((paragraph) => paragraph.startsWith("**Rival codings.**"));
      // A source has a year.
      expect([name, /\b(19|20)\d\d\b/.test(rivals ?? "")]).toEqual([name, true]);
    }
  });

  it("… `politics` (government / opposition), `law` (lawful / unlawful), `economy` (payment / non_payment), `science` (true / untrue), `education` (better / worse), `religion` (immanent / transcendent), `art` (fitting / unfitting), `mass_media` (information / non_information), `health` (ill / healthy), `sport` (win / lose).", () => {
    const found = canon().systems.map((system) => [
      system.name,
      system.codes[0]?.values.map(({ name }) => name).join(" / "),
    ]);
    expect(Object.fromEntries(found)).toEqual(codes);
  });
});
