import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "../../src/syntax/parse.ts";
import { contextualKeywords } from "../../src/syntax/tokens.ts";

interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
  readonly description: string;
}

const url = new URL("../../src/vscode/snippets.json", import.meta.url);
const snippets = Object.entries(JSON.parse(readFileSync(url, "utf8")) as Record<string, Snippet>);

/** What stands around a snippet that is no declaration, by the first words in which its places differ. */
const places: Readonly<Record<string, readonly [before: string, after: string]>> = {
  member: ["organization office {", "}"],
  clause: ["organization office { program hearing conditional on claim {", "} }"],
  choice: ["organization office { program hearing purpose on claim {", "} }"],
  channel: ["coupling contact between office and court {", "}"],
  part: ["environment river {", "}"],
  people: ["population people of 10 {", "}"],
  step: ["scenario case {", "}"],
};

const inside: ReadonlyMap<string, readonly string[]> = new Map([
  [
    "member",
    [
      ...["code", "function", "medium", "contingency", "reflection", "performs", "role", "sensitive to"],
      ...["operation", "expectation", "conditional program", "purpose program", "limit", "cite", "allow"],
    ],
  ],
  ["clause", ["when", "otherwise"]],
  ["choice", ["choose"]],
  ["channel", ["channel"]],
  ["part", ["quantity", "event"]],
  ["people", ["included in"]],
  [
    "step",
    [
      ...["emits", "perturb", "given", "change", "unplug", "close a coupling", "open a coupling", "apply"],
      ...["run", "run until", "either", "repeat", "seed", "expect a value", "expect resonance"],
      ...["expect a designation", "expect occurrences", "expect a verdict", "expect a violation"],
    ],
  ],
]);

/** The text that a snippet leaves if nothing is filled in; of several choices the first, or the one given. */
function filled(body: readonly string[], choice = 0): string {
  return body
    .join("\n")
    .replace(/\$\{\d+\|([^|]*)\|\}/g, (_whole, choices: string) => {
      const all = choices.split(",");
      return all[choice % all.length] ?? "";
    })
    .replace(/\$\{\d+:([^}]*)\}/g, "$1")
    .replace(/\$\{?\d+\}?/g, "");
}

test.each(snippets)("%s can be read as it is inserted, with each choice", (name, { body }) => {
  const place = [...inside].find(([, names]) => names.includes(name))?.[0] ?? "";
  const [before, after] = places[place] ?? ["", ""];
  for (let choice = 0; choice < 10; choice += 1) {
    const text = `${before}\n${filled(body, choice)}\n${after}\n`;
    expect(parse({ name: "snippet.sys", text }).problems, text).toEqual([]);
  }
});

test("there is one for each declaration, member and step", () => {
  const all = snippets.map(([, { body }]) => body.join("\n")).join("\n");
  // These stand only within what the others are for, or are what a choice leaves out.
  const within = ["amends", "as", "author", "boolean", "constitutional", "designated", "direct", "every"];
  const rare = [
    "chance",
    "license",
    "like",
    "over",
    "own",
    "per",
    "secondary",
    "steer",
    "step",
    "time",
    "after",
  ];
  const missing = contextualKeywords.filter((word) => !new RegExp(`\\b${word}\\b`).test(all));
  expect(missing.filter((word) => ![...within, ...rare].includes(word))).toEqual([]);
});

test("no two answer to the same word, and each says what it is for", () => {
  const prefixes = snippets.map(([, { prefix }]) => prefix);
  expect(new Set(prefixes).size).toBe(prefixes.length);
  for (const [, { description }] of snippets) expect(description).not.toBe("");
});
