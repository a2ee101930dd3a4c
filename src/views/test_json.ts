/* What tests of models found, as data. */
import { locator, type Sources } from "../diagnostics/locate.ts";
import { jsonDiagnostic, type JsonDiagnostic } from "../diagnostics/show/json.ts";
import { jsonText } from "../diagnostics/show/json_text.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Coverage, Covered } from "../runs/coverage.ts";
import type { TestedItem } from "../runs/test.ts";
import { robustnessJson, type JsonRobustness } from "./robustness_json.ts";

/** A model and what its tests found; `errors` are those that keep it from being run. */
export interface TestedFile {
  readonly name: string;
  readonly items: readonly TestedItem[];
  readonly errors: readonly Diagnostic[];
  readonly coverage: Coverage | undefined;
}

interface JsonItem {
  readonly kind: TestedItem["kind"];
  readonly name: string;
  readonly passed: boolean;
  readonly runs: number;
  /** Whether every branch of `either` was taken. */
  readonly all: boolean;
  readonly seed?: number;
  readonly steps?: number;
  readonly expectations?: number;
  readonly diagnostics: readonly JsonDiagnostic[];
  readonly robustness?: JsonRobustness;
}

interface JsonCovered {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly times: number;
}

/** Described by `docs/schema/test.schema.json`. */
export interface JsonTestReport {
  readonly version: 1;
  readonly files: readonly {
    readonly name: string;
    readonly errors: readonly JsonDiagnostic[];
    readonly items: readonly JsonItem[];
    readonly coverage?: {
      readonly clauses: readonly JsonCovered[];
      readonly channels: readonly JsonCovered[];
    };
  }[];
  readonly passed: number;
  readonly failed: number;
}

export function renderTestJson(
  files: readonly TestedFile[],
  sources: Sources,
  { passed, failed }: { readonly passed: number; readonly failed: number },
): string {
  const located = locator(sources);
  const one = (diagnostic: Diagnostic): JsonDiagnostic => jsonDiagnostic(diagnostic, located, undefined);
  const covered = ({ name, place, times }: Covered): JsonCovered => ({
    name,
    file: place.file,
    line: located.locate(place).start.line,
    times,
  });
  const report: JsonTestReport = {
    version: 1,
    files: files.map(({ name, items, errors, coverage }) => ({
      name,
      errors: errors.map(one),
      items: items.map((item) => ({
        ...itemOf(item, one),
        ...(item.kind === "scenario" &&
          item.robustness !== undefined && { robustness: robustnessJson(item.robustness, located) }),
      })),
      ...(coverage && {
        coverage: {
          clauses: coverage.clauses.map(covered),
          channels: coverage.channels.map(covered),
        },
      }),
    })),
    passed,
    failed,
  };
  return jsonText(report);
}

function itemOf(item: TestedItem, one: (diagnostic: Diagnostic) => JsonDiagnostic): JsonItem {
  const { kind, name, passed, runs, all, diagnostics } = item;
  return {
    kind,
    name,
    passed,
    runs,
    all,
    ...(item.kind === "scenario" && {
      seed: item.seed,
      steps: item.steps,
      expectations: item.expectations,
    }),
    diagnostics: diagnostics.map(one),
  };
}
