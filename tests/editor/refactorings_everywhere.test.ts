import { expect, test } from "vitest";
import { isRefused } from "../../src/editor/refactorings/refactoring.ts";
import { made } from "../../src/editor/refactorings/made.ts";
import { offeredAt, refactoringNamed, type Offered } from "../../src/editor/refactorings/table.ts";
import { study, type Study } from "../../src/editor/study.ts";
import { occurrencesOf } from "../../src/editor/occurrences.ts";
import { format } from "../../src/format/format.ts";
import { check, memoryHost, parse, prepare, run, type TraceEntry } from "../../src/index.ts";
import { readBibliography } from "../../src/model/bibliography.ts";
import { exampleFiles, exampleModels } from "../support/examples.ts";

function read(entry: string, texts: ReadonlyMap<string, string> = new Map()): Study {
  const files = new Map([...exampleFiles, ...texts]);
  return study({ name: entry, text: files.get(entry) ?? "" }, { host: memoryHost(files), readBibliography });
}

function offered(one: Study): readonly Offered[] {
  return offeredAt({ study: one, studies: [one], restudy: read, at: undefined, words: [] });
}

test.each(exampleModels)(
  "what is offered anywhere in %s leaves a text that can be read and is laid out",
  (path) => {
    const one = read(path);
    const text = exampleFiles.get(path) ?? "";
    const layout = format({ name: path, text });
    const isCanonical = layout.kind === "formatted" && layout.text === text;
    for (const { refactoring, offer } of offered(one)) {
      const result = made(offer, one, { studies: [one], restudy: read });
      // What would make an error (a property that no longer holds, say) is refused, with the message.
      if ("reason" in result) {
        expect(result.reason, offer.title).toMatch(/^it would make an error: /);
        continue;
      }
      for (const [name, after] of result.texts) {
        expect(parse({ name, text: after }).problems, `${refactoring.name}: ${offer.title}`).toEqual([]);
        if (isCanonical)
          expect(format({ name, text: after }), offer.title).toEqual({ kind: "formatted", text: after });
      }
    }
  },
);

test("there are offers of several kinds in the examples", () => {
  const names = exampleModels.flatMap((path) =>
    offered(read(path)).map(({ refactoring }) => refactoring.name),
  );
  expect([...new Set(names)]).toEqual(expect.arrayContaining(["couple", "extract", "silence"]));
});

/** What happens in each step of a scenario, whatever the couplings are called and in which order they are told. */
function stepsOf(
  texts: ReadonlyMap<string, string>,
  path: string,
  scenario: string,
  renamed?: (text: string) => string,
) {
  const files = new Map([...exampleFiles, ...texts]);
  const source = { name: path, text: files.get(path) ?? "" };
  const prepared = prepare(check(source, { host: memoryHost(files), readBibliography }));
  expect(prepared.errors).toEqual([]);
  const { trace, expectations } = run(prepared, { scenario });
  const told = trace().entries.map((entry: TraceEntry) => {
    const { id: _, cause: __, ...rest } = entry;
    const plain = Object.fromEntries(
      Object.entries(rest).filter(([key]) => !["coupling", "channel", "path"].includes(key)),
    );
    return JSON.stringify(plain);
  });
  const happened = told.filter((line) => !/"act":"(close|open)"/.test(line)).sort();
  const text = JSON.stringify([happened, expectations.map((one) => one.holds)]);
  return renamed === undefined ? text : renamed(text);
}

test.each(exampleModels)("every scenario of %s runs as before after a refactoring that says so", (path) => {
  const one = read(path);
  for (const { offer } of offered(one).filter(({ refactoring }) => refactoring.keepsRuns)) {
    const result = made(offer, one, { studies: [one], restudy: read });
    if ("reason" in result) throw new Error(result.reason);
    for (const { name } of one.resolved.model.scenarios)
      expect(stepsOf(result.texts, path, name), offer.title).toBe(stepsOf(new Map(), path, name));
  }
});

test.each(exampleModels)(
  "every scenario of %s runs as before when an expectation has another name",
  (path) => {
    const one = read(path);
    const names = occurrencesOf(one)
      .in(path)
      .filter(({ role, symbol }) => role === "definition" && symbol.kind === "expectation")
      .slice(0, 4);
    for (const { place, written } of names) {
      const at = { start: place.start, end: place.start };
      const offers = refactoringNamed("rename")?.find({
        study: one,
        studies: [one],
        restudy: read,
        at,
        words: ["renamed_here"],
      });
      if (offers === undefined || isRefused(offers)) throw new Error(offers?.reason);
      const [offer] = offers;
      if (offer === undefined) throw new Error("nothing to rename");
      const result = made(offer, one, { studies: [one], restudy: read });
      if ("reason" in result) throw new Error(result.reason);
      const back = (text: string): string => text.replaceAll("renamed_here", written);
      const inOrder = (text: string): string =>
        JSON.stringify((JSON.parse(text) as [string[], unknown])[0].sort());
      for (const { name } of one.resolved.model.scenarios)
        expect(inOrder(stepsOf(result.texts, path, name, back))).toBe(
          inOrder(stepsOf(new Map(), path, name)),
        );
    }
  },
);
