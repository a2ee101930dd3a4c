import { expect, test } from "vitest";
import { functionParameters } from "../../src/editor/functions.ts";
import { irritatedBy, irritates, stationAt } from "../../src/editor/hierarchy.ts";
import { linksIn } from "../../src/editor/links.ts";
import { hintsIn, lensesIn, runScenario, summaryOf } from "../../src/editor/runs.ts";
import { semanticTokensIn } from "../../src/editor/semantic_tokens.ts";
import { signatureAt } from "../../src/editor/signature.ts";
import type { RunResult } from "../../src/index.ts";
import { functionNames } from "../../src/model/calls.ts";
import { exampleFiles } from "../support/examples.ts";
import { at, marked } from "./marked.ts";

const cap = exampleFiles.get("house_prices/price_cap.sys") ?? "";

test("each name has a kind for its colour", () => {
  const { study, file, textAt } = marked(at(cap, "model"));
  const tokens = semanticTokensIn(study, file).map(
    ({ place, type, modifiers }) => `${textAt(place)} ${[type, ...modifiers].join(" ")}`,
  );
  expect(tokens).toContain("law class defaultLibrary");
  expect(tokens).toContain("lending_limit variable declaration readonly");
  expect(tokens).toContain("enacted event");
  expect(tokens).toContain("judgment method declaration");
  expect(tokens).toContain("lawful enumMember defaultLibrary");
  expect(tokens).toContain("credit_rules macro");
  expect(tokens).toContain("constitution interface declaration");
});

test("what is to be given is shown where arguments are written", () => {
  const shown = (text: string, found: string) => {
    const { study, file, offset } = marked(at(text, found));
    const signature = signatureAt(study, file, offset);
    return signature && `${signature.label} ${signature.active}`;
  };
  expect(shown(cap, "-> law.enacted(")).toBe("enacted(limit: number) 0");
  expect(shown(cap, "emit judgment(cost: ")).toBe("judgment(cost: number) 0");
  expect(shown(cap, "starts with politics.bill(")).toBe("bill(limit: number) 0");
  expect(shown(cap, "with decree(")).toBe("decree(cap: number) 0");
  const two = `machine a { operation op(one: number in 0..9, two: one of (x, y)) }\nscenario s { a emits op(two: x, one: `;
  expect(shown(`${two}1) }`, "two: x")).toBe("op(one: number in 0..9, two: one of (x, y)) 1");
  expect(shown(two, "one: ")).toBe(undefined);
  expect(shown(`${two}normal(1, `, "normal(1, ")).toBe("normal(mean, deviation) 1");
});

test("all functions have names for what they are given", () => {
  expect([...functionParameters.keys()].sort()).toEqual([...functionNames].sort());
});

test("what irritates what is followed a step at a time", () => {
  const { study, file, offset } = marked(at(cap, "law.enacted"));
  const station = stationAt(study, file, offset);
  if (station === undefined) throw new Error("there is no station");
  const said = (passages: ReturnType<typeof irritates>) =>
    passages.map(({ station: { label }, by }) => `${label} by ${by}`);
  expect(said(irritatedBy(study, station))).toEqual(["politics.bill by constitution"]);
  const further = irritates(study, station);
  expect(said(further)).toEqual(["law.judgment by legislation"]);
  const [next] = further;
  if (next === undefined) throw new Error("it goes no further");
  expect(said(irritates(study, next.station))).toEqual(["economy.credit_cost by contract"]);
  expect(said(irritatedBy(study, next.station))).toEqual(["law.enacted by legislation"]);
});

test("imports and bibliographies are links, the canon is none", () => {
  const { study, file, textAt } = marked({
    "m.sys": `import law from "canon"\nimport "./part"\nbibliography "b.bib"\nextend law {}‸\n`,
    "part.sys": "machine part {}\n",
    "b.bib": "",
  });
  expect(linksIn(study, file).map(({ place, file }) => [textAt(place), file])).toEqual([
    ['"./part"', "part.sys"],
    ['"b.bib"', "b.bib"],
  ]);
});

test("a scenario can be run, and what came of it stands beside its lines", () => {
  const { study, file, textAt } = marked(at(cap, "model"));
  const none = new Map<string, RunResult>();
  const titles = (results: ReadonlyMap<string, RunResult>) =>
    lensesIn(study, results).map(({ place, title }) => `${textAt(place)}: ${title}`);
  expect(titles(none)).toEqual(["decree: Run", "reflexive_law: Run"]);
  const ran = runScenario(study, "reflexive_law");
  if (ran.kind !== "ran") throw new Error(ran.reason);
  expect(summaryOf(ran.result)).toBe("reflexive_law: 2 of 2 as expected; credit_rules is effective");
  const results = new Map([["reflexive_law", ran.result]]);
  expect(titles(results).slice(2, 4)).toEqual([
    "economy resonates to credit_cost: ✓ as expected",
    "economy resonates to credit_cost: Why",
  ]);
  expect(lensesIn(study, results)[3]?.command).toEqual({
    kind: "why",
    scenario: "reflexive_law",
    subject: "economy",
  });
  expect(hintsIn(study, file, results).map(({ text }) => text)).toEqual(["effective"]);
});

test("a model with errors is not run, and the reason said", () => {
  const { study } = marked("‸scenario s { unplug nobody }\n");
  expect(runScenario(study, "s")).toMatchObject({
    kind: "not ready",
    reason: expect.stringContaining("nobody"),
  });
  const other = marked("‸machine a { code x / y }\n");
  expect(runScenario(other.study, "s").kind).toBe("not ready");
});

test("what a function is given is said before each value", () => {
  const { study, file } = marked("‸environment e { x: number = normal(3, 1) }\n");
  expect(hintsIn(study, file, new Map()).map(({ text }) => text)).toEqual(["mean:", "deviation:"]);
});
