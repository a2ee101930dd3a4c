/* Text in, model and problems out: what the tests of this folder have in common. */
import { expect } from "vitest";
import type { Host } from "../../src/model/host.ts";
import type { Model } from "../../src/model/model.ts";
import type { ModelProblem } from "../../src/model/problems.ts";
import { resolve } from "../../src/model/resolve.ts";
import type { Resolved, ResolveOptions } from "../../src/model/resolve.ts";

/** Files by name; `.sys` may be left out where they are imported. What begins with `../` leads outside. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export const entryName = "entry.sys";

export function hostOf(files: Files): Host {
  const contents = new Map(Object.entries(files));
  return {
    locate(specifier) {
      if (specifier.startsWith("../")) return { kind: "outside", root: "project" };
      const tried = [specifier, `${specifier}.sys`];
      const name = tried.find((one) => contents.has(one) || one === entryName);
      return name === undefined ? { kind: "not_found", tried, near: [] } : { kind: "found", name };
    },
    read(name) {
      const content = contents.get(name);
      return content === undefined
        ? { kind: "unreadable", reason: "it is a folder" }
        : { kind: "read", content };
    },
  };
}

export function resolveText(text: string, files: Files = {}, options: ResolveOptions = {}): Resolved {
  return resolve({ name: entryName, text }, hostOf({ ...files, [entryName]: text }), options);
}

/** The model of a text in which nothing is wrong. */
export function modelOf(text: string, files: Files = {}, options: ResolveOptions = {}): Model {
  const { model, problems } = resolveText(text, files, options);
  expect(problems).toEqual([]);
  return model;
}

/** A problem as tests look at it: `at` is the text at its place. */
export interface Seen {
  readonly check: string;
  readonly at: string;
  readonly facts: unknown;
}

export function problemsOf(text: string, files: Files = {}, options: ResolveOptions = {}): readonly Seen[] {
  const { problems, sources } = resolveText(text, files, options);
  return problems.map(({ check, place, facts }) => ({
    check,
    at: sources.get(place.file)?.text.slice(place.start, place.end) ?? "",
    facts,
  }));
}

/** Checks and places of what is wrong: `unknown_name lwa`. */
export function found(text: string, files: Files = {}, options: ResolveOptions = {}): readonly string[] {
  return problemsOf(text, files, options).map(({ check, at }) => `${check} ${at}`);
}

type FactsOf<Check> = Extract<ModelProblem, { check: Check }>["facts"];

/** The facts of the one problem that a text has, which is of this check. */
export function factsOf<Check extends ModelProblem["check"]>(
  check: Check,
  text: string,
  files: Files = {},
  options: ResolveOptions = {},
): FactsOf<Check> {
  const { problems } = resolveText(text, files, options);
  expect(problems.map((problem) => problem.check)).toEqual([check]);
  // The facts of a problem are those of its check.
  return problems[0]?.facts as FactsOf<Check>;
}

/** What a place says, in the files given. */
export function textAt(
  text: string,
  place: { readonly start: number; readonly end: number } | undefined,
): string {
  return place === undefined ? "" : text.slice(place.start, place.end);
}

/** A system with a program in which `body` stands, and an irritation with `parameters`. */
export function inProgram(body: string, parameters = "amount: number", members = ""): string {
  return `machine thermostat {
  code cold / warm
  sensitive to reading(${parameters})
  operation heat(power: number)
  ${members}
  program regulate conditional on reading { ${body} }
}
`;
}
