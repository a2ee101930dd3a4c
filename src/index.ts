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
export { UnfittingChoices } from "./runs/choices.ts";
export { explore, exploring } from "./runs/explore.ts";
export { judgedOf } from "./runs/judged.ts";
export { playShown } from "./runs/told.ts";
export type {
  Done,
  ExploredExpectation,
  ExploredProperty,
  ExploredVerdict,
  ExploreOptions,
  ExploreResult,
  FoundBy,
  Shown,
  Wrong,
} from "./runs/explored.ts";
export type { Judged } from "./runs/judged.ts";
export type { NeverHad, NeverOccurring } from "./runs/never.ts";
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

// Two models, or two versions of one, held against each other.
export { compare } from "./runs/comparison/compare.ts";
export { renderComparison } from "./views/comparison/text.ts";
export { renderComparisonMarkdown } from "./views/comparison/markdown.ts";
export { renderComparisonJson } from "./views/comparison/json.ts";
export type {
  CompareOptions,
  Comparison,
  ModelCompared,
  PropertyDecided,
  PropertyDifference,
} from "./runs/comparison/compare.ts";
export type { Cascade, CascadesCompared } from "./runs/comparison/cascades.ts";
export type { ThingKind } from "./runs/comparison/described.ts";
export type { Difference, FactDifference, Renaming } from "./runs/comparison/difference.ts";
export type { FindingDifference } from "./runs/comparison/findings.ts";
export type { Outcomes, ScenarioAlone, ScenarioDifference } from "./runs/comparison/outcomes.ts";
export type { Paired } from "./runs/comparison/paired.ts";
export type { ShortestRun, ShortestRuns } from "./runs/comparison/shortest_run.ts";
export type { WayDifference, WaysCompared } from "./runs/comparison/ways.ts";
export type { ComparisonTextOptions } from "./views/comparison/text.ts";
export type { PageOptions as ComparisonPageOptions } from "./views/comparison/parts.ts";

// What chance and mathematics are in a run, for models that are programs: the same draws and the same bits everywhere.
export { createStreams, placeKeys, rootOf } from "./engine/streams.ts";
export { exp, ln, power } from "./engine/mathematics.ts";
export type { PlaceKey, Root, Streams } from "./engine/streams.ts";

// What rests on which numbers, and what would make a regulation effective that is not.
export { robustness } from "./runs/robustness/robustness.ts";
export { advise, NoAdvice, UnknownRegulation } from "./runs/advice/advise.ts";
export type { Advice, Proposal, Searched, Tried } from "./runs/advice/advice.ts";
export type { AdviseOptions } from "./runs/advice/advise.ts";
export type { Change, ChangeFacts, ConditionOf, KnownInstitution, OtherValue } from "./runs/advice/change.ts";
export type { Irritated, OtherVerdict, SideEffects } from "./runs/advice/side_effects.ts";
export type { LooseNumber } from "./runs/robustness/loose_numbers.ts";
export type * from "./runs/robustness/robustness.ts";

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
  Difference as MeasuredDifference,
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
export { renderExplored, renderNever } from "./views/explore_text.ts";
export { renderExploredJson } from "./views/explore_json.ts";
export { renderWhy } from "./views/why_text.ts";
export { storyOf } from "./views/story.ts";
export { renderAdvice } from "./views/advice/advice_text.ts";
export { renderAdviceJson } from "./views/advice/advice_json.ts";
export { renderRobustness } from "./views/robustness_text.ts";
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
