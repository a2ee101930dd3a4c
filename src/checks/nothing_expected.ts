import { laterOf } from "../base/later.ts";
import type { Place } from "../base/place.ts";
import { quoted } from "../base/words.ts";
import type { Edit } from "../diagnostics/diagnostic.ts";
import type { Scenario, Step } from "../model/model.ts";
import type { Id } from "../model/reference.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import type { Course } from "./support/course.ts";
import { everyCourse } from "./support/course.ts";
import { after, indentationOf } from "./support/insertion.ts";
import { namesIn } from "./support/names.ts";
import { everyStep } from "./support/steps.ts";

interface Facts {
  readonly scenario: string;
  /** What could be expected of it: `expect economy resonates`. */
  readonly example: string | undefined;
  readonly edit: Edit | undefined;
}

export const nothing_expected = defineCheck<Facts>({
  name: "nothing_expected",
  severity: "hint",
  group: "scenarios",
  summary: "a scenario that expects nothing",
  fromAbsence: true,
  sources: [],

  *detect(context) {
    const { model } = context;
    // Where a property is claimed of every run, every scenario says what is expected of it.
    if (model.properties.some(({ claim }) => claim !== undefined && claim.kind !== "reaches")) return;
    const exampleIn = laterOf((scenario: Scenario) => exampleFromSteps(scenario, context));
    const measured = new Set(model.experiments.flatMap(({ scenario }) => scenario?.id ?? []));
    for (const { scenario, own, end } of everyCourse(expecting, context)) {
      if (!own || end || measured.has(scenario.id)) continue;
      const example = exampleFor(scenario, exampleIn, context);
      const last = scenario.block.steps.at(-1)?.place;
      yield {
        place: scenario.namePlace,
        facts: {
          scenario: scenario.name,
          example,
          edit: example !== undefined && last !== undefined ? insertion(last, example, context) : undefined,
        },
      };
    }
  },

  words({ scenario, example }) {
    return {
      message: `\`${scenario}\` expects nothing, so no run can disappoint it`,
      label: "no `expect`",
      why: [
        "one learns from a scenario where it turns out otherwise than expected; whoever expects nothing learns nothing",
      ],
      help: [
        example === undefined
          ? "let something happen, `run`, and say with `expect` what should come of it"
          : `say what should come of it, such as ${quoted(example)}`,
      ],
    };
  },

  fixes({ example, edit }) {
    if (example === undefined || edit === undefined) return [];
    return [{ title: `add ${quoted(example)}`, certain: false, edits: [edit] }];
  },
});

/** Whether anything has been expected so far. */
const expecting: Course<boolean> = {
  start: false,
  after: (before, { kind }) => before || kind === "expect" || kind === "expect violation",
  joined: (courses) => courses.includes(true),
};

/** What could be expected of the scenario, or of the one it is like, if it does nothing of that kind itself. */
function exampleFor(
  scenario: Scenario,
  exampleIn: (scenario: Scenario) => string | undefined,
  { index }: CheckContext,
): string | undefined {
  const own = exampleIn(scenario);
  const like = own === undefined && scenario.like ? index.declared(scenario.like.id) : undefined;
  return like?.kind === "scenario" ? exampleIn(like) : own;
}

/** What the last thing done in the scenario could be expected to do to those whom it irritates. */
function exampleFromSteps(scenario: Scenario, context: CheckContext): string | undefined {
  const { index } = context;
  const name = namesIn(scenario.place.file, context);
  const resonance = (id: Id): string | undefined =>
    index.system(id) === undefined ? undefined : `expect ${name(id)} resonates`;
  const answered = (step: Step): string | undefined => {
    switch (step.kind) {
      case "perturb": {
        const channels = index.channelsFrom(step.operation.owner, step.operation.name);
        return channels.some(({ channel }) => channel.target.owner === step.target.id)
          ? resonance(step.target.id)
          : `expect ${name(step.target.id)} stays indifferent`;
      }
      case "emits":
      case "change": {
        const part = step.kind === "emits" ? step.operation : step.part;
        const [first] = index.channelsFrom(part.owner, part.name);
        return first && resonance(first.channel.target.owner);
      }
      case "apply":
        return `expect ${name(step.regulation.id)} is effective`;
      case "unplug":
        return `expect ${name(step.system.id)} stays indifferent`;
      default:
        return undefined;
    }
  };
  for (const step of [...everyStep(scenario.block)].reverse()) {
    const example = answered(step);
    if (example !== undefined) return example;
  }
  return undefined;
}

function insertion(last: Place, example: string, context: CheckContext): Edit {
  return { place: after(last), text: `\n${indentationOf(last, context)}${example}` };
}
