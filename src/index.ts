/**
 * Niklas: models of society in the sense of Niklas Luhmann's systems theory, read, checked and run.
 *
 *     text → parse → resolve → check → prepare → run, test → why
 *
 * Everything here is a function of its arguments: nothing reads a file, a clock or the network. Files that a model
 * imports come through the `host` that the caller hands in. `docs/embedding.md` shows it at work.
 */
import type { Source } from "./base/source.ts";
import { applyChecks, type CheckOptions as ApplyOptions, type CheckResult } from "./checks/apply.ts";
import { checks } from "./checks/list.ts";
import { noFiles, type Host } from "./model/host.ts";
import type { ReadBibliography } from "./model/loaded.ts";
import { resolve } from "./model/resolve.ts";
import type { KnownChecks } from "./model/room.ts";

export interface CheckOptions extends ApplyOptions {
  /** Where imports come from; without it a model can import the canon alone. */
  readonly host?: Host;
  /**
   * How a bibliography is read: `readBibliography` of `niklas/bibliography`. Without it citations are not looked up.
   * It is handed in because the library for BibTeX takes longer to load than most models take to check.
   */
  readonly readBibliography?: ReadBibliography;
}

/**
 * The names that `allow` and `expect violation` may name; what is found in reading the text cannot be allowed. For
 * those who call `resolve` themselves.
 */
export const knownChecks: KnownChecks = {
  names: new Set(checks.map(({ name }) => name)),
  ofLanguage: new Set(checks.filter(({ group }) => group === "reading").map(({ name }) => name)),
};

/**
 * Checks a model: reads it and what it imports, resolves its names, and looks for what contradicts the theory.
 *
 * A mere text is checked under the name `model.sys`. The result holds every finding, sorted by file and place, what
 * the model silenced itself, the resolved model, and all texts that were read.
 *
 * Whatever the texts say, it does not throw: what goes beyond the `limits` is a finding too. It takes time and memory
 * in proportion to the length of the texts. It is synchronous; `options.checkpoint` can end it early, and what that,
 * the host or `readBibliography` throws, it throws.
 */
export function check(model: Source | string, options: CheckOptions = {}): CheckResult {
  const source = typeof model === "string" ? { name: "model.sys", text: model } : model;
  const resolved = resolve(source, options.host ?? noFiles, {
    checks: knownChecks,
    readBibliography: options.readBibliography,
    checkpoint: options.checkpoint,
  });
  return applyChecks(resolved, options);
}

// Running: a checked model is made ready once, and run any number of times.
export { prepare, UnknownScenario } from "./runs/prepared.ts";
export { run, runInTurns } from "./runs/run.ts";
export { start } from "./runs/start.ts";
export { test } from "./runs/test.ts";
export { UnknownSubject } from "./runs/subjects.ts";
export { fatesIn, NoTrace, why } from "./runs/why.ts";
export { NotATrace, readTraces, traceLines } from "./runs/trace_lines.ts";
export type { Prepared, PrepareOptions } from "./runs/prepared.ts";
export type {
  AimResult,
  ExpectationResult,
  RunBudget,
  RunOptions,
  RunResult,
  VerdictResult,
} from "./runs/run.ts";
export type { Stepping } from "./runs/start.ts";
export type { Coverage, Covered } from "./runs/coverage.ts";
export type { TestedItem, TestedProperty, TestedScenario, TestOptions, TestResult } from "./runs/test.ts";
export type { EndLine, HeadLine, TraceLine } from "./runs/trace_lines.ts";
export type { Explanation, Link, Possibility } from "./engine/inquiry/why.ts";
export type { Fate } from "./engine/inquiry/fates.ts";
export type * from "./engine/trace.ts";
export type { Value } from "./engine/values.ts";
export type * from "./diagnostics/run_facts.ts";

// Experiments: a scenario run over and over, for all that is varied.
export { experiment } from "./runs/experiment/experiment.ts";
export { ExperimentRefused } from "./runs/experiment/refused.ts";
export { renderExperiment } from "./views/experiment/text.ts";
export { experimentJson } from "./views/experiment/json.ts";
export type { DesignChoice } from "./runs/experiment/design_choice.ts";
export type { ExperimentOptions } from "./runs/experiment/experiment.ts";
export type { Factor, Manifest, MeasuredAs, Reading } from "./runs/experiment/manifest.ts";
export type {
  Basis,
  Difference,
  ExperimentResult,
  MeasureResult,
  Summary as MeasureSummary,
  VariantResult,
} from "./runs/experiment/results.ts";
export type { Sensitivity } from "./runs/experiment/sensitivities.ts";
export type { Estimate, Interval } from "./runs/experiment/statistics.ts";
export type { ExperimentTextOptions } from "./views/experiment/text.ts";

// How runs are shown.
export { renderRun } from "./views/run_text.ts";
export { renderWhy } from "./views/why_text.ts";
export { storyOf } from "./views/story.ts";
export type { StoryLine, StoryOptions, StoryPart } from "./views/story.ts";

// The stages, for those who want what lies between text and findings.
export { parse } from "./syntax/parse.ts";
export { resolve } from "./model/resolve.ts";
export { buildFlow } from "./flow/build.ts";
export { indexModel } from "./model/lookup.ts";
export { applyChecks, checks };
export { groups } from "./diagnostics/define.ts";
export type { CheckResult } from "./checks/apply.ts";
export type { Comment, Parsed } from "./syntax/parse.ts";
export type { ResolveOptions, Resolved } from "./model/resolve.ts";
export type { KnownChecks };
export type { Flow } from "./flow/flow.ts";
export type { ModelIndex } from "./model/lookup.ts";
export type { AnyCheck, CheckContext } from "./checks/context.ts";
export type * from "./model/expression.ts";
export type * from "./model/model.ts";
export type * from "./model/reference.ts";
export type * as tree from "./syntax/tree.ts";

// Texts, places, limits.
export { lineStartsOf, positionAt } from "./base/source.ts";
export { limits } from "./base/limits.ts";
export type { LineStarts, Position, Source } from "./base/source.ts";
export type { Place, Span } from "./base/place.ts";

// Where imports come from.
export { memoryHost } from "./model/memory_host.ts";
export { noFiles };
export type { FileUse, Host, Located, ReadOutcome } from "./model/host.ts";
export type { BibliographyOutcome, ReadBibliography } from "./model/loaded.ts";

// Findings: what they are, how they are mended, how they are shown.
export { applyCertainFixes, applyEdits } from "./diagnostics/edits.ts";
export { summarize } from "./diagnostics/sort.ts";
export { renderText, summaryLine } from "./diagnostics/show/text.ts";
export { jsonReport, renderJson } from "./diagnostics/show/json.ts";
export { renderSarif } from "./diagnostics/show/sarif.ts";
export { renderGithub } from "./diagnostics/show/github.ts";
export { renderJunit } from "./diagnostics/show/junit.ts";
export type { Diagnostic, Edit, Fix, Related, Severity, Silenced, Words } from "./diagnostics/diagnostic.ts";
export type { Check, Finding, Group, Problem } from "./diagnostics/define.ts";
export type { Sources } from "./diagnostics/locate.ts";
export type { AppliedFix, FixOutcome } from "./diagnostics/edits.ts";
export type { Summary } from "./diagnostics/sort.ts";
export type { TextOptions } from "./diagnostics/show/text.ts";
export type { JsonDiagnostic, JsonFix, JsonOptions, JsonRange, JsonReport } from "./diagnostics/show/json.ts";
export type { SarifNotification, SarifOptions } from "./diagnostics/show/sarif.ts";
export type { RulePage } from "./diagnostics/show/sarif_rules.ts";
export type { JunitOptions } from "./diagnostics/show/junit.ts";
