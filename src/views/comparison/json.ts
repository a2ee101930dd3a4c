/* A comparison as data: all that is otherwise, word by word. Described by `docs/schema/comparison.schema.json`. */
import type { Place } from "../../base/place.ts";
import { locator, type Locator } from "../../diagnostics/locate.ts";
import { jsonText } from "../../diagnostics/show/json_text.ts";
import type { Comparison, ModelCompared } from "../../runs/comparison/compare.ts";
import type { Difference, FactDifference } from "../../runs/comparison/difference.ts";
import type { FindingDifference } from "../../runs/comparison/findings.ts";
import type { Moment } from "../../runs/comparison/moments.ts";
import type { ShortestRun, ShortestRuns } from "../../runs/comparison/shortest_run.ts";
import type { Sides } from "./parts.ts";

/** `files`: how the user calls the two. */
export function renderComparisonJson(comparison: Comparison, files: Sides): string {
  const { first, second, verdict, differences, renamings, findings } = comparison;
  const { ways, outcomes, properties, shortest, cascades, experiments } = comparison;
  const sides: Located = { first: locator(first.checked.sources), second: locator(second.checked.sources) };
  return jsonText({
    version: 1,
    verdict,
    first: headOf(first, files.first),
    second: headOf(second, files.second),
    ways,
    // What has not been played can have no outcomes: that is not the same as none that differ.
    outcomes: outcomes ?? null,
    properties,
    shortest: shortest === undefined ? null : shortestOf(shortest),
    cascades: cascades ?? null,
    findings: findings.map((one) => findingOf(one, sides)),
    differences: differences.map((one) => differenceOf(one, sides)),
    renamings: renamings.map(({ of, owner, from, to }) => ({ of, owner, first: from, second: to })),
    experiments,
  });
}

interface Located {
  readonly first: Locator;
  readonly second: Locator;
}

function headOf({ model: { name, label }, errors }: ModelCompared, file: string) {
  return { file, name, label, errors };
}

/** Undefined for what stands in no file that is known by its name: a block of a document. */
function lineOf(place: Place | undefined, located: Locator) {
  if (place === undefined || located.text(place.file) === undefined) return undefined;
  return { file: place.file, line: located.locate(place).start.line };
}

function findingOf({ place, ...finding }: FindingDifference, sides: Located) {
  return { ...finding, ...lineOf(place, sides[finding.in]) };
}

function shortestOf({ scenarios, first, second, looked, seeds, mostMoments }: ShortestRuns) {
  return {
    scenarios,
    first: first && runOf(first),
    second: second && runOf(second),
    looked,
    seeds,
    mostMoments,
  };
}

function runOf({ scenario, before, then, next, instead, branches, run, again }: ShortestRun) {
  return {
    scenario,
    seed: run.seed,
    branches,
    before: before.map(momentOf),
    then: momentOf(then),
    next: next && momentOf(next),
    instead: instead.map(momentOf),
    again,
  };
}

function momentOf({ step, happenings }: Moment) {
  return { step, happenings: happenings.map(({ text }) => text) };
}

interface JsonDifference {
  readonly change: Difference["change"];
  readonly of: string;
  readonly name: string;
  readonly first: ReturnType<typeof lineOf>;
  readonly second: ReturnType<typeof lineOf>;
  readonly facts: readonly JsonFact[];
  readonly words: readonly JsonFact[];
  readonly parts: readonly JsonDifference[];
}
interface JsonFact {
  readonly name: string;
  readonly first: string | undefined;
  readonly second: string | undefined;
}

function differenceOf(
  { change, of, name, from, to, facts, words, parts }: Difference,
  sides: Located,
): JsonDifference {
  return {
    change,
    of,
    name,
    first: lineOf(from, sides.first),
    second: lineOf(to, sides.second),
    facts: facts.map(factOf),
    words: words.map(factOf),
    parts: parts.map((part) => differenceOf(part, sides)),
  };
}

function factOf({ name, from, to }: FactDifference): JsonFact {
  return { name, first: from, second: to };
}
