/*
 * What runs of scenarios have shown, for the lines that they are about. Nothing runs by itself: a model that is opened or
 * changed is only read.
 */
import type { Place } from "../base/place.ts";
import { counted, quoted } from "../base/words.ts";
import { prepare, run, type RunResult } from "../index.ts";
import { childrenOf } from "../syntax/walk.ts";
import type * as tree from "../syntax/tree.ts";
import { functionParameters } from "./functions.ts";
import { textOf, type Study } from "./study.ts";

/** Whoever waits in an editor does not wait for long. */
const budget = { steps: 100_000, events: 2_000_000, entries: 400_000 } as const;

export type Ran =
  | { readonly kind: "ran"; readonly result: RunResult }
  | { readonly kind: "not ready"; readonly reason: string };

/** Plays a scenario of the file that the study is of. */
export function runScenario(study: Study, scenario: string): Ran {
  const prepared = prepare(study.checked());
  const [error] = prepared.errors;
  if (error !== undefined) return { kind: "not ready", reason: `the model has errors: ${error.message}` };
  if (!study.resolved.model.scenarios.some(({ name }) => name === scenario))
    return { kind: "not ready", reason: `there is no scenario ${quoted(scenario)}` };
  return { kind: "ran", result: run(prepared, { scenario, budget }) };
}

/** What came of a run, in a line. */
export function summaryOf({ scenario, expectations, verdicts, steps, broken }: RunResult): string {
  const held = expectations.filter(({ holds }) => holds).length;
  const said = [
    expectations.length === 0 ? counted(steps, "step") : `${held} of ${expectations.length} as expected`,
    ...verdicts.map(({ regulation, verdict }) => `${regulation} is ${verdict}`),
    ...(broken ? ["broken off, since it goes on for too long"] : []),
  ];
  return `${scenario}: ${said.join("; ")}`;
}

export interface Lens {
  readonly place: Place;
  readonly title: string;
  readonly command:
    | { readonly kind: "run"; readonly scenario: string }
    | { readonly kind: "why"; readonly scenario: string; readonly subject: string }
    | undefined;
}

/** What can be done with the scenarios of a file, and what came of each `expect` the last time. */
export function lensesIn(study: Study, results: ReadonlyMap<string, RunResult>): readonly Lens[] {
  const { entry, resolved } = study;
  return resolved.model.scenarios.flatMap((scenario): Lens[] => {
    const { name, namePlace } = scenario;
    const result = results.get(name);
    const runs: Lens = { place: namePlace, title: "Run", command: { kind: "run", scenario: name } };
    if (result === undefined) return [runs];
    const outcomes = result.expectations
      .filter(({ place }) => place.file === entry)
      .flatMap(({ place, holds }): Lens[] => {
        const subject = subjectAt(study, place);
        return [
          { place, title: holds ? "✓ as expected" : "✗ not as expected", command: undefined },
          ...(subject === undefined
            ? []
            : [{ place, title: "Why", command: { kind: "why", scenario: name, subject } } as const]),
        ];
      });
    return [runs, ...outcomes];
  });
}

/** What an expectation is about: the first that it names. */
function subjectAt({ resolved }: Study, { file, start, end }: Place): string | undefined {
  let node: tree.Node | undefined = resolved.parsed.get(file)?.tree;
  while (node !== undefined) {
    if (node.kind === "NamePath") return node.names.map(({ text }) => text).join(".");
    const children = childrenOf(node);
    node =
      children.find((child) => child.start <= start && end <= child.end) ??
      children.find((child) => child.start >= start && child.end <= end);
  }
  return undefined;
}

export interface Hint {
  readonly file: string;
  readonly offset: number;
  readonly text: string;
  readonly side: "before" | "after";
}

/** What a value is for, where only its place says so; the last verdict on each regulation that is applied. */
export function hintsIn(
  study: Study,
  file: string,
  results: ReadonlyMap<string, RunResult>,
): readonly Hint[] {
  const hints: Hint[] = [];
  const root = resolvedTree(study, file);
  const verdicts = new Map(
    [...results.values()].flatMap((result) =>
      result.verdicts.map((one) => [`${result.scenario}\n${one.regulation}`, one.verdict] as const),
    ),
  );
  const pending: { readonly node: tree.Node; readonly scenario: string | undefined }[] =
    root === undefined ? [] : [{ node: root, scenario: undefined }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node } = next;
    const scenario = node.kind === "Scenario" && node.name.kind === "Name" ? node.name.text : next.scenario;
    if (node.kind === "Call") {
      const parameters = functionParameters.get(node.name.text) ?? [];
      if (parameters.length === node.args.items.length && parameters.length > 1 && !parameters.includes("…"))
        node.args.items.forEach(({ start, kind }, index) => {
          if (kind !== "Missing")
            hints.push({ file, offset: start, text: `${parameters[index] ?? ""}:`, side: "before" });
        });
    }
    if (node.kind === "Apply" && node.regulation.kind === "NamePath") {
      const written = textOf(study, file).slice(node.regulation.start, node.regulation.end);
      const verdict = verdicts.get(`${scenario ?? ""}\n${written}`);
      if (verdict !== undefined)
        hints.push({ file, offset: node.regulation.end, text: verdict, side: "after" });
    }
    for (const child of childrenOf(node)) pending.push({ node: child, scenario });
  }
  return hints.sort((a, b) => a.offset - b.offset);
}

function resolvedTree({ resolved }: Study, file: string): tree.Node | undefined {
  return resolved.parsed.get(file)?.tree;
}
