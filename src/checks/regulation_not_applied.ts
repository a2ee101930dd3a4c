import type { Place } from "../base/place.ts";
import { listed, quoted } from "../base/words.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import type { Outcome, Scenario, Step } from "../model/model.ts";
import type { Id } from "../model/reference.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import type { Course } from "./support/course.ts";
import { everyCourse } from "./support/course.ts";
import { textAt } from "./support/edits.ts";
import { indentationOf } from "./support/insertion.ts";

interface Facts {
  readonly regulation: string;
  /** Who asks for the verdict: an `expect` of a scenario, a measure of an experiment, a property. */
  readonly asks: "scenario" | "experiment" | "property";
  /** The scenario in which it is not applied; undefined: in none. */
  readonly scenario: string | undefined;
  /** The regulations that have been applied, one of which may be meant. */
  readonly applied: readonly string[];
  /** Where the scenario applies it, too late. */
  readonly later: Place | undefined;
  /** The scenarios that do apply it. */
  readonly elsewhere: readonly string[];
  readonly refPlace: Place;
  /** The step that asks; only of a scenario. */
  readonly stepPlace: Place | undefined;
}

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
    const appliedIn = new Map<Id, ReadonlySet<Id>>();
    for (const { scenario, own, steps, end } of everyCourse(applications, context)) {
      appliedIn.set(scenario.id, end);
      if (!own) continue;
      for (const { step, state } of steps) {
        const verdict = step.kind === "expect" ? verdictOf(step.outcome) : undefined;
        if (verdict === undefined || state.has(verdict.regulation.id)) continue;
        const later = steps.find(({ step: other }) => applies(other, verdict.regulation.id))?.step.place;
        const base = factsOf(verdict, "scenario", scenario, state, context);
        yield { place: verdict.regulation.place, facts: { ...base, later, stepPlace: step.place } };
      }
    }
    const nowhere: ReadonlySet<Id> = new Set();
    for (const { scenario: ref, measures } of model.experiments) {
      const applied = ref && appliedIn.get(ref.id);
      const scenario = ref && context.index.declared(ref.id);
      if (applied === undefined || scenario?.kind !== "scenario") continue;
      for (const { outcome } of measures) {
        const verdict = verdictOf(outcome);
        if (verdict === undefined || applied.has(verdict.regulation.id)) continue;
        const facts = factsOf(verdict, "experiment", scenario, applied, context);
        yield { place: verdict.regulation.place, facts };
      }
    }
    if (model.scenarios.length === 0) return;
    const everApplied = new Set([...new Set(appliedIn.values())].flatMap((applied) => [...applied]));
    for (const { claim } of model.properties) {
      const verdict =
        claim?.kind === "eventually" || claim?.kind === "after" ? verdictOf(claim.outcome) : undefined;
      if (verdict === undefined || everApplied.has(verdict.regulation.id)) continue;
      const facts = factsOf(verdict, "property", undefined, nowhere, context);
      yield { place: verdict.regulation.place, facts };
    }
  },

  words({ regulation, asks, scenario, applied, later, elsewhere }) {
    const verdict = "a verdict compares the run with the same run without what the regulation starts";
    const example = `apply ${regulation}`;
    return {
      message:
        asks === "property"
          ? `no scenario applies \`${regulation}\`, so there is no verdict on it`
          : later !== undefined
            ? `\`${regulation}\` has not been applied yet, so there is no verdict on it`
            : `\`${scenario ?? ""}\` does not apply \`${regulation}\`, so there is no verdict on it`,
      label: `there is no \`${example}\` before this`,
      related: later === undefined ? [] : [{ place: later, message: "it is applied only here" }],
      why: [`${verdict}; where it has started nothing, there is nothing to compare`],
      help: [
        asks === "scenario"
          ? `write \`${example}\` and \`run\` before it`
          : asks === "experiment"
            ? `write \`${example}\` and \`run\` in \`${scenario ?? ""}\`${elsewhere.length === 0 ? "" : `, or vary ${listed(elsewhere.slice(0, 3).map(quoted), "or")}, where it is applied`}`
            : `write \`${example}\` and \`run\` in a scenario`,
        ...(applied.length > 0
          ? [`what has been applied here is ${listed(applied.slice(0, 3).map(quoted))}`]
          : []),
      ],
    };
  },

  fixes({ regulation, asks, applied, refPlace, stepPlace }, context) {
    const [other, ...others] = applied;
    const fixes: Fix[] = [];
    if (other !== undefined && others.length === 0) {
      fixes.push({
        title: `ask for ${quoted(other)}, which has been applied`,
        certain: false,
        edits: [{ place: refPlace, text: other }],
      });
    }
    if (asks === "scenario" && stepPlace !== undefined) {
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
const applications: Course<ReadonlySet<Id>> = {
  start: new Set(),
  after: (applied, step) =>
    step.kind === "apply" && !applied.has(step.regulation.id)
      ? new Set([...applied, step.regulation.id])
      : applied,
  joined: (courses) => {
    const [first, ...others] = courses;
    if (first !== undefined && others.every((other) => other === first)) return first;
    return new Set(courses.flatMap((applied) => [...applied]));
  },
};

function verdictOf(outcome: Outcome): Verdict | undefined {
  return outcome.kind === "verdict" ? outcome : undefined;
}

function applies(step: Step, regulation: Id): boolean {
  return step.kind === "apply" && step.regulation.id === regulation;
}

function factsOf(
  { regulation }: Verdict,
  asks: Facts["asks"],
  scenario: Scenario | undefined,
  applied: ReadonlySet<Id>,
  context: CheckContext,
): Facts {
  const { model, index } = context;
  const name = (id: Id): string => index.declared(id)?.name ?? id;
  const applying = model.scenarios.filter(({ block }) =>
    block.steps.some((step) => applies(step, regulation.id)),
  );
  return {
    regulation: name(regulation.id),
    asks,
    scenario: scenario?.name,
    applied: [...applied].map(name),
    later: undefined,
    elsewhere: applying.map((each) => each.name),
    refPlace: regulation.place,
    stepPlace: undefined,
  };
}
