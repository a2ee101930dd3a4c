import { expect, it } from "vitest";
import { readBibliography } from "../../src/model/bibliography.ts";
import { factsOf, found, modelOf } from "./resolving.ts";

const bibtex = `% the sources
@book{luhmann1984,
  author = {Luhmann, Niklas},
  title = {Soziale Systeme: Grundri{\\ss} einer allgemeinen Theorie},
  year = 1984
}
@article{teubner:1983, author = {Teubner, Gunther}, title = "Reflexive Law", year = 1983, journal = {LSR}}
`;
const csl = JSON.stringify([
  { id: "luhmann1984", type: "book" },
  { id: 7, type: "article" },
]);
const options = { readBibliography };

it("reads BibTeX", () => {
  const outcome = readBibliography("x.bib", bibtex);
  expect(outcome).toMatchObject({
    kind: "read",
    entries: [
      {
        key: "luhmann1984",
        csl: { title: "Soziale Systeme: Grundriß einer allgemeinen Theorie", type: "book" },
      },
      { key: "teubner:1983" },
    ],
  });
});

it("reads CSL-JSON, as a list, as one entry, and as what some programs export", () => {
  expect(readBibliography("x.json", csl)).toMatchObject({ entries: [{ key: "luhmann1984" }, { key: "7" }] });
  expect(readBibliography("x.json", `{ "id": "a" }`)).toMatchObject({ entries: [{ key: "a" }] });
  expect(
    readBibliography("x.json", `{ "items": [{ "citation-key": "a", "id": "http://b" }] }`),
  ).toMatchObject({
    entries: [{ key: "a" }],
  });
});

it.each([
  ["BibTeX that is cut off", "@book{a, title = {x}", "BibTeX", 1],
  ["BibTeX without a comma", "\n@book{a title = {x}}", "BibTeX", 2],
  ["something else", "Luhmann 1984", "BibTeX", undefined],
  ["JSON that is cut off", `[{ "id": 1`, "CSL-JSON", undefined],
  ["an entry without an id", `[{ "id": 1 }, {}]`, "CSL-JSON", undefined],
  [
    "braces nested too deep",
    `@book{a, title = ${"{".repeat(50_000)}${"}".repeat(50_000)}}`,
    "BibTeX",
    undefined,
  ],
  [
    "entries in a circle",
    "@book{a, crossref = {b}}@book{b, crossref = {c}}@book{c, crossref = {b}}",
    "BibTeX",
    undefined,
  ],
  ["an address", "https://example.org/refs.bib", "BibTeX", undefined],
])("says of %s that it is malformed", (_what, text, format, line) => {
  expect(readBibliography("x", text)).toMatchObject({ kind: "malformed", format });
  expect(readBibliography("x", text)).toHaveProperty("because");
  const outcome = readBibliography("x", text);
  expect(outcome.kind === "malformed" ? outcome.line : 0).toBe(line);
});

it("takes an empty bibliography for one without entries", () => {
  expect(readBibliography("x", " \n")).toEqual({ kind: "read", entries: [] });
});

it("treats keys that plain objects have as ordinary keys", () => {
  expect(readBibliography("x", "@book{__proto__, title={x}}@book{constructor, title={y}}")).toMatchObject({
    entries: [{ key: "__proto__" }, { key: "constructor" }],
  });
});

it("knows the keys of the file's bibliographies", () => {
  const files = { "a.bib": bibtex, "b.json": csl };
  const text = `bibliography "a.bib" bibliography "b.json"
machine m { cite luhmann1984 "ch. 5" cite "teubner:1983" cite "7" }`;
  const model = modelOf(text, files, options);
  expect(model.systems[0]?.citations.map(({ known }) => known)).toEqual([true, true, true]);
  expect(model.files[0]?.bibliographies.map(({ entries }) => entries.length)).toEqual([2, 2]);
});

it("names the nearest key for an unknown one", () => {
  const text = `bibliography "a.bib"\nmachine m { cite luhmann1948 }`;
  expect(factsOf("unknown_citation", text, { "a.bib": bibtex }, options)).toEqual({
    key: "luhmann1948",
    near: ["luhmann1984"],
    bibliographies: ["a.bib"],
  });
});

it("looks nothing up where there is no bibliography", () => {
  expect(modelOf(`machine m { cite luhmann1948 }`).systems[0]?.citations[0]?.known).toBe(true);
});

it("looks nothing up where no reader of bibliographies is given", () => {
  expect(found(`bibliography "a.bib"\nmachine m { cite nobody }`, { "a.bib": bibtex })).toEqual([]);
});

it("reports a malformed bibliography, and no citations after that", () => {
  const text = `bibliography "a.bib"\nmachine m { cite nobody }`;
  expect(factsOf("import_not_found", text, { "a.bib": "@book{a" }, options)).toMatchObject({
    what: "bibliography",
    specifier: "a.bib",
    reason: { kind: "malformed", file: "a.bib", format: "BibTeX" },
  });
});

it("reports a bibliography that is not there", () => {
  expect(factsOf("import_not_found", `bibliography "a.bib"`, {}, options)).toMatchObject({
    what: "bibliography",
    reason: { kind: "not found" },
  });
});
