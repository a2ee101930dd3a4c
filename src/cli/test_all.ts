/* Testing the models that paths name. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Source } from "../base/source.ts";
import { prepare } from "../runs/prepared.ts";
import { test, type TestResult } from "../runs/test.ts";
import type { TestedFile } from "../views/test_json.ts";
import { checkEntry, type CheckEntryOptions } from "./check_entry.ts";
import type { Entry } from "./entries.ts";
import { internalError } from "./errors.ts";
import type { Failure } from "./failure.ts";
import { evaluate } from "./one_model.ts";

export interface TestAllOptions extends CheckEntryOptions {
  /** Only scenarios and properties whose name, or the name of their file, contains this. */
  readonly filter: string | undefined;
  readonly coverage: boolean;
  readonly seed: number | undefined;
}

/** What the tests of several models found. */
export interface TestedAll {
  readonly files: readonly TestedFile[];
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
  const files: TestedFile[] = [];
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
    const { name, result } = checked;
    for (const file of result.model.files) {
      if (file.canonical) continue;
      inputs.add(file.name);
      if (file.name !== name) imported.add(file.name);
      for (const bibliography of file.bibliographies)
        if (bibliography.file !== undefined) inputs.add(bibliography.file);
    }
    for (const [file, source] of result.sources) sources.set(file, source);
    const tested = testModel(name, prepare(result, { evaluate }), options);
    if ("message" in tested) failures.push(tested);
    else if (tested.items.length > 0 || (tested.errors.length > 0 && tested.isTest)) take(tested);
    else if (tested.errors.length > 0) broken.push(tested);
  }
  for (const tested of broken) if (!imported.has(tested.name)) take(tested);
  const items = files.flatMap((file) => file.items);
  const unrun = files.filter(({ errors }) => errors.length > 0).length;
  const passed = items.filter((item) => item.passed).length;
  return {
    files,
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
  /** Whether it has scenarios or properties that were meant. */
  readonly isTest: boolean;
}

function testModel(
  name: string,
  prepared: ReturnType<typeof prepare>,
  { filter, coverage, seed, levels }: TestAllOptions,
): Tested | Failure {
  const { errors, checked } = prepared;
  const { scenarios, properties } = checked.model;
  const isMeant = matching(filter, name);
  const isTest = [...scenarios, ...properties].some((item) => isMeant(item.name));
  if (errors.length > 0) {
    const told = isTest || isMeant("") ? errors : [];
    return { name, items: [], errors: told, coverage: undefined, silenced: [], isTest };
  }
  try {
    const {
      items,
      coverage: counted,
      silenced,
    } = test(prepared, {
      only: isMeant,
      coverage,
      seed,
      severities: levels,
    });
    return { name, items, errors: [], coverage: items.length > 0 ? counted : undefined, silenced, isTest };
  } catch (error) {
    return internalError(error, `it tested \`${name}\``);
  }
}

function matching(filter: string | undefined, file: string): (name: string) => boolean {
  if (filter === undefined) return () => true;
  const wanted = filter.toLowerCase();
  return (name) => `${file} ${name}`.toLowerCase().includes(wanted);
}
