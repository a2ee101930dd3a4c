import { later } from "../base/later.ts";
import type { Place } from "../base/place.ts";
import { listed, quoted } from "../base/words.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import type { Model, Outcome, Scenario } from "../model/model.ts";
import type { Id } from "../model/reference.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import type { Course, StepInCourse } from "./support/course.ts";
import { everyCourse } from "./support/course.ts";
import { quotedText, textAt } from "./support/edits.ts";
import { movedAfter } from "./support/moved_step.ts";
import type { Growing } from "./support/growing.ts";
import { firstItems, grown, holds, nothingYet, union } from "./support/growing.ts";
import { indentationOf } from "./support/insertion.ts";
import { namesIn } from "./support/names.ts";
import { everyStepTaken } from "./support/steps.ts";

interface Facts {
  readonly regulation: string;
  /** Who asks for the verdict: an `expect` of a scenario, a measure of an experiment, a property. */
  readonly asks: "scenario" | "experiment" | "property";
  /** The scenario in which it is not applied; undefined: in none. */
  readonly scenario: string | undefined;
  /** The first regulations that have been applied, one of which may be meant. */
  readonly applied: readonly string[];
  /** Where the scenario applies it, too late, and the `run` that follows there. */
  readonly later: Place | undefined;
  readonly laterRun?: Place | undefined;
  /** The first scenarios that do apply it. */
  readonly elsewhere: readonly string[];
  readonly refPlace: Place;
  /** The step that asks; only of a scenario. */
  readonly stepPlace: Place | undefined;
}

/** So many regulations, and scenarios, are named. */
const mostNamed = 3;

type Verdict = Extract<Outcome, { kind: "verdict" }>;

export const regulation_not_applied = defineCheck<Facts>({
  name: "regulation_not_applied",
  severity: "error",
  group: "regulation",
  summary: "a verdict on a regulation that cannot have been applied",
  fromAbsence: true,
  sources: [],

  *detect(context) {
    const { model } = context;
    const appliedIn = new Map<Id, Growing<Id>>();
    const applying = later(() => scenariosApplying(model));
    for (const { scenario, own, steps, end } of everyCourse(applications, context)) {
      appliedIn.set(scenario.id, end);
      if (!own) continue;
      const applied = later(() => firstApplications(steps));
      for (const { step, state } of steps) {
        const verdict = step.kind === "expect" ? verdictOf(step.outcome) : undefined;
        if (verdict === undefined || holds(state, verdict.regulation.id)) continue;
        const base = factsOf(verdict, "scenario", scenario, state, applying(), context);
        const tooLate = applied().get(verdict.regulation.id);
        const facts = {
          ...base,
          later: tooLate?.apply,
          laterRun: tooLate?.run,
          stepPlace: step.place,
        };
        yield { place: verdict.regulation.place, facts };
      }
    }
    for (const { scenario: ref, measures } of model.experiments) {
      const applied = ref && appliedIn.get(ref.id);
      const scenario = ref && context.index.declared(ref.id);
      if (applied === undefined || scenario?.kind !== "scenario") continue;
      for (const { outcome } of measures) {
        const verdict = verdictOf(outcome);
        if (verdict === undefined || holds(applied, verdict.regulation.id)) continue;
        const facts = factsOf(verdict, "experiment", scenario, applied, applying(), context);
        yield { place: verdict.regulation.place, facts };
      }
    }
    if (model.scenarios.length === 0) return;
    const everApplied = new Set<Id>();
    for (const step of everyStepTaken(context))
      if (step.kind === "apply") everApplied.add(step.regulation.id);
    for (const { claim } of model.properties) {
      const verdict =
        claim?.kind === "eventually" || claim?.kind === "after" ? verdictOf(claim.outcome) : undefined;
      if (verdict === undefined || everApplied.has(verdict.regulation.id)) continue;
      const facts = factsOf(verdict, "property", undefined, nothingYet(), applying(), context);
      yield { place: verdict.regulation.place, facts };
    }
  },

  words({ regulation, asks, scenario, applied, later: tooLate, elsewhere }) {
    const verdict = "a verdict compares the run with the same run without what the regulation starts";
    const example = `apply ${regulation}`;
    return {
      message:
        asks === "property"
          ? `no scenario applies \`${regulation}\`, so there is no verdict on it`
          : tooLate !== undefined
            ? `\`${regulation}\` has not been applied yet, so there is no verdict on it`
            : `\`${scenario ?? ""}\` does not apply \`${regulation}\`, so there is no verdict on it`,
      label: `there is no \`${example}\` before this`,
      related: tooLate === undefined ? [] : [{ place: tooLate, message: "it is applied only here" }],
      why: [`${verdict}; where it has started nothing, there is nothing to compare`],
      help: [
        asks === "scenario"
          ? tooLate === undefined
            ? `write \`${example}\` and \`run\` before it`
            : `write it after \`${example}\` and a \`run\``
          : asks === "experiment"
            ? `write \`${example}\` and \`run\` in \`${scenario ?? ""}\`${elsewhere.length === 0 ? "" : `, or vary ${listed(elsewhere.slice(0, 3).map(quoted), "or")}, where it is applied`}`
            : `write \`${example}\` and \`run\` in a scenario`,
        ...(applied.length > 0
          ? [`what has been applied here is ${listed(applied.slice(0, 3).map(quoted))}`]
          : []),
      ],
    };
  },

  fixes({ regulation, asks, applied, later: tooLate, laterRun, refPlace, stepPlace }, context) {
    const [other, ...others] = applied;
    const fixes: Fix[] = [];
    if (other !== undefined && others.length === 0) {
      fixes.push({
        title: `ask for ${quoted(other)}, which has been applied`,
        certain: false,
        edits: [{ place: refPlace, text: other }],
      });
    }
    const moved = stepPlace && laterRun && movedAfter(stepPlace, laterRun, context);
    if (moved !== undefined && laterRun !== undefined) {
      fixes.push({ title: `write it after ${quotedText(laterRun, context)}`, certain: false, edits: moved });
    } else if (asks === "scenario" && stepPlace !== undefined && tooLate === undefined) {
      const indentation = indentationOf(stepPlace, context);
      const expect = textAt(stepPlace, context);
      fixes.push({
        title: `apply ${quoted(regulation)} and run before it`,
        certain: false,
        edits: [
          {
            place: stepPlace,
            text: `apply ${textAt(refPlace, context)}\n${indentation}run\n${indentation}${expect}`,
          },
        ],
      });
    }
    return fixes;
  },
});

/** The regulations that can have been applied. */
const applications: Course<Growing<Id>> = {
  start: nothingYet(),
  after: (applied, step) => (step.kind === "apply" ? grown(applied, step.regulation.id) : applied),
  joined: union,
};

/** Where a regulation is applied, and where steps are taken after that. */
interface Application {
  readonly apply: Place;
  readonly run: Place | undefined;
}

/** For each regulation that the steps apply, where they do so first. */
function firstApplications(steps: readonly StepInCourse<Growing<Id>>[]): ReadonlyMap<Id, Application> {
  const first = new Map<Id, Application>();
  let run: Place | undefined;
  for (const { step } of [...steps].reverse()) {
    if (step.kind === "run") run = step.place;
    if (step.kind === "apply") first.set(step.regulation.id, { apply: step.place, run });
  }
  return first;
}

/** For each regulation the first scenarios that apply it outright. */
function scenariosApplying({ scenarios }: Model): ReadonlyMap<Id, readonly string[]> {
  const applying = new Map<Id, string[]>();
  for (const { name, block } of scenarios) {
    for (const step of block.steps) {
      if (step.kind !== "apply") continue;
      const names = applying.get(step.regulation.id);
      if (names === undefined) applying.set(step.regulation.id, [name]);
      else if (names.length < mostNamed && names.at(-1) !== name) names.push(name);
    }
  }
  return applying;
}

function verdictOf(outcome: Outcome): Verdict | undefined {
  return outcome.kind === "verdict" ? outcome : undefined;
}

function factsOf(
  { regulation }: Verdict,
  asks: Facts["asks"],
  scenario: Scenario | undefined,
  applied: Growing<Id>,
  applying: ReadonlyMap<Id, readonly string[]>,
  context: CheckContext,
): Facts {
  const name = namesIn(regulation.place.file, context);
  return {
    regulation: name(regulation.id),
    asks,
    scenario: scenario?.name,
    applied: firstItems(applied, mostNamed).map(name),
    later: undefined,
    elsewhere: applying.get(regulation.id) ?? [],
    refPlace: regulation.place,
    stepPlace: undefined,
  };
}
