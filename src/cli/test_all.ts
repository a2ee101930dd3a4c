/* Testing the models that paths name. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Source } from "../base/source.ts";
import { prepare } from "../runs/prepared.ts";
import type { Coverage, Covered } from "../runs/coverage.ts";
import type { RobustnessOfRun } from "../runs/robustness/robustness.ts";
import { test, type TestedItem, type TestResult } from "../runs/test.ts";
import type { TestedFile } from "../views/test_json.ts";
import { checkEntry, type CheckedEntry, type CheckEntryOptions } from "./check_entry.ts";
import type { Placing } from "./documents/placing.ts";
import { brokenPromises, type Promised } from "./documents/promises.ts";
import type { Entry } from "./entries.ts";
import { internalError } from "./errors.ts";
import type { Failure } from "./failure.ts";
import { inputsOf } from "./inputs.ts";
import { evaluate } from "./ready_models.ts";

export interface TestAllOptions extends CheckEntryOptions {
  /** Only scenarios and properties whose name, or the name of their file, contains this. */
  readonly filter: string | undefined;
  readonly coverage: boolean;
  readonly robust: boolean;
  readonly seed: number | undefined;
}

/** What the tests of several models found. */
export interface TestedAll {
  readonly files: readonly TestedFile[];
  /** The names of the files that they stand in: several can stand in a Markdown file. */
  readonly names: readonly string[];
  readonly passed: number;
  readonly failed: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly silenced: TestResult["silenced"];
  readonly sources: ReadonlyMap<string, Source>;
  readonly failures: readonly Failure[];
  /** All files that were read, for whoever watches them. */
  readonly inputs: ReadonlySet<string>;
}

/**
 * Tests every model; `told` is called with each as soon as it is done. A model with nothing to test is passed over, unless it
 * has errors, which may have cost it what it had, and no other model tells of them.
 */
export function testAll(
  entries: readonly Entry[],
  options: TestAllOptions,
  told: (file: TestedFile) => void,
): TestedAll {
  const files: Tested[] = [];
  const silenced: TestResult["silenced"][number][] = [];
  const sources = new Map<string, Source>();
  const failures: Failure[] = [];
  const inputs = new Set<string>();
  const imported = new Set<string>();
  const broken: Tested[] = [];
  const take = (tested: Tested): void => {
    files.push(tested);
    silenced.push(...tested.silenced);
    told(tested);
  };
  for (const entry of entries) {
    const checked = checkEntry(entry, options);
    if ("message" in checked) {
      failures.push(checked);
      continue;
    }
    for (const model of checked) {
      const { name, result, placing, isWrongAsSaid } = model;
      for (const file of inputsOf(result.model, placing)) inputs.add(file);
      for (const file of result.model.files) if (file.name !== name) imported.add(file.name);
      for (const [file, source] of result.sources) sources.set(file, source);
      if (isWrongAsSaid) {
        silenced.push(...result.silenced);
        if (result.diagnostics.every(({ severity }) => severity !== "error")) continue;
      }
      const tested = testModel(model, options);
      if ("message" in tested) failures.push(tested);
      else if (tested.items.length > 0 || (tested.errors.length > 0 && tested.isTest)) take(tested);
      else if (tested.errors.length > 0) broken.push(tested);
    }
  }
  for (const tested of broken) if (!imported.has(tested.name)) take(tested);
  const items = files.flatMap((file) => file.items);
  const unrun = files.filter(({ errors }) => errors.length > 0).length;
  const passed = items.filter((item) => item.passed).length;
  return {
    files,
    names: [...new Set(files.map(({ file }) => file))],
    passed,
    failed: items.length - passed + unrun,
    diagnostics: files.flatMap(({ errors, items: own }) => [
      ...errors,
      ...own.flatMap(({ diagnostics }) => diagnostics),
    ]),
    silenced,
    sources,
    failures,
    inputs,
  };
}

interface Tested extends TestedFile, Pick<TestResult, "silenced"> {
  /** The name of the file that it stands in. */
  readonly file: string;
  /** Whether it has scenarios or properties that were meant. */
  readonly isTest: boolean;
}

function testModel(
  { name, file, result, placing, block, promised }: CheckedEntry,
  { filter, coverage, robust, seed, levels }: TestAllOptions,
): Tested | Failure {
  const prepared = prepare(result, { evaluate });
  const { errors } = prepared;
  const { scenarios, properties } = result.model;
  const isMeant = matching(filter, name);
  const isTest = [...scenarios, ...properties].some((item) => isMeant(item.name));
  if (errors.length > 0) {
    const told = isTest || isMeant("") ? errors : [];
    return { name, file, items: [], errors: told, coverage: undefined, silenced: [], isTest };
  }
  try {
    const tested = test(prepared, {
      only: isMeant,
      coverage,
      robust,
      seed,
      severities: levels,
    });
    const found = new Set(tested.diagnostics.map(({ check }) => check));
    const items = tested.items.map((item) => placedItem(item, placing, promised));
    return {
      name,
      file,
      items,
      // What only a run can find was perhaps to be found by what is not asked for.
      errors:
        block === undefined || filter !== undefined
          ? []
          : brokenPromises(block, promised, found, levels, true),
      coverage: items.length > 0 ? placedCoverage(tested.coverage, placing) : undefined,
      silenced: tested.silenced.map((one) => ({ ...one, diagnostic: placing.diagnostic(one.diagnostic) })),
      isTest,
    };
  } catch (error) {
    return internalError(error, `it tested \`${name}\``);
  }
}

/** An item with the places of the file that it stands in; it passes if what is found was said to be. */
function placedItem(item: TestedItem, placing: Placing, promised: Promised): TestedItem {
  const diagnostics = item.diagnostics.filter(({ check }) => !promised.checks.has(check));
  const passed = item.passed || diagnostics.every(({ severity }) => severity !== "error");
  return {
    ...item,
    passed,
    place: placing.place(item.place),
    diagnostics: diagnostics.map(placing.diagnostic),
    ...(item.kind === "scenario" &&
      item.robustness !== undefined && { robustness: placedRobustness(item.robustness, placing) }),
  };
}

function placedRobustness(found: RobustnessOfRun, placing: Placing): RobustnessOfRun {
  return {
    ...found,
    verdicts: found.verdicts.map((verdict) => ({
      ...verdict,
      numbers: verdict.numbers.map((varied) => ({
        ...varied,
        number: { ...varied.number, place: placing.place(varied.number.place) },
      })),
    })),
  };
}

function placedCoverage(coverage: Coverage | undefined, placing: Placing): Coverage | undefined {
  const placed = (covered: Covered): Covered => ({ ...covered, place: placing.place(covered.place) });
  return coverage && { clauses: coverage.clauses.map(placed), channels: coverage.channels.map(placed) };
}

function matching(filter: string | undefined, file: string): (name: string) => boolean {
  if (filter === undefined) return () => true;
  const wanted = filter.toLowerCase();
  return (name) => `${file} ${name}`.toLowerCase().includes(wanted);
}
