import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { project } from "../../src/cli/package/bundling.ts";
import { licensesOf } from "../../src/cli/package/licenses.ts";

const viz = "node_modules/@viz-js/viz";

interface Provenance {
  readonly predicate: {
    readonly buildDefinition: {
      readonly resolvedDependencies: readonly {
        readonly uri: string;
        readonly digest: { readonly sha256: string };
      }[];
    };
  };
}

/** What the package says that it was made of. */
const { resolvedDependencies: parts }: Provenance["predicate"]["buildDefinition"] = (
  JSON.parse(readFileSync(join(project, viz, "lib/provenance.json"), "utf8")) as Provenance
).predicate.buildDefinition;

const inputs = {
  [`${viz}/dist/viz.js`]: { bytes: 1, imports: [] },
  "node_modules/commander/lib/command.js": { bytes: 1, imports: [] },
};
const text = licensesOf([{ inputs, outputs: {} }]);

test("with Graphviz go its licence, where its sources are had, and the licences of what it was compiled with", () => {
  expect(parts.map(({ uri }) => uri.replace(/^.*\/|\?.*$/g, ""))).toEqual([
    expect.stringMatching(/^emsdk@/),
    expect.stringMatching(/^expat-/),
    expect.stringMatching(/^graphviz-/),
  ]);
  for (const { uri, digest } of parts) {
    const [, name = "", version = ""] = /(emsdk|expat|graphviz)[@-](\d+\.\d+\.\d+)/.exec(uri) ?? [];
    const called = name === "emsdk" ? "Emscripten" : name === "expat" ? "Expat" : "Graphviz";
    expect(text, `is the licence of ${called} ${version} the same?`).toContain(
      `===== ${called} ${version} (`,
    );
    // Of what is under the Eclipse Public License, it must be said where its sources are had.
    if (name === "graphviz") for (const said of [uri, digest.sha256]) expect(text).toContain(said);
  }
  expect(text).toContain("Eclipse Public License - v 2.0");
  expect(text).toContain("Exhibit A");
});

test("the licence of a package is what it brings with it", () => {
  const own = readFileSync(join(project, "node_modules/commander/LICENSE"), "utf8").trim();
  expect(text).toContain(own);
  expect(text.split("\n----------\n")).toHaveLength(3);
});

test("what packages share to the letter is given once, under the names of all", () => {
  const shared = ["gast", "utils"].map((name) => `node_modules/@chevrotain/${name}`);
  const [license = ""] = shared.map((path) =>
    readFileSync(join(project, path, "LICENSE.txt"), "utf8").trim(),
  );
  const both = licensesOf([
    {
      inputs: Object.fromEntries(shared.map((path) => [`${path}/index.js`, { bytes: 1, imports: [] }])),
      outputs: {},
    },
  ]);
  expect(both.split(license)).toHaveLength(2);
  expect(both).toMatch(
    /^@chevrotain\/gast [\d.]+ \(Apache-2\.0\)\n@chevrotain\/utils [\d.]+ \(Apache-2\.0\)$/m,
  );
});
