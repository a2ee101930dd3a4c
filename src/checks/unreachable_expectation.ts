import type { Place } from "../base/place.ts";
import { listed, quoted } from "../base/words.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import type { Id } from "../model/reference.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { isInEntry } from "./support/at_work.ts";
import { unmovedAim } from "./support/aims.ts";
import { textAt } from "./support/edits.ts";
import type { Goal } from "./support/goals.ts";
import { goalOf } from "./support/goals.ts";
import { indentationOf } from "./support/insertion.ts";
import { called, namesIn } from "./support/names.ts";
import { routeOf } from "./support/route.ts";
import { anyArguments } from "./support/routes.ts";
import type { StepOfKind } from "./support/steps.ts";
import type { Occasions } from "./support/unreached.ts";
import { canBeSetOff, happeningAnyway, occasionsFor, occasionsOf } from "./support/unreached.ts";

interface Facts {
  readonly kind: "resonates" | "designates" | "occurs" | "aim";
  /** What is expected: `economy.credit_cost`, `economy`, `law.judgment`; of an aim the regulation. */
  readonly thing: string;
  /** The operations and events that lead there, with how a scenario lets them happen. */
  readonly occasions: readonly { readonly name: string; readonly step: string }[];
  /** What an aim reads, and what sets it. */
  readonly read: readonly { readonly name: string; readonly setBy: readonly string[] }[];
  /** The operation with which the regulation starts. */
  readonly start: string;
  readonly stepPlace: Place | undefined;
}

export const unreachable_expectation = defineCheck<Facts>({
  name: "unreachable_expectation",
  severity: "warning",
  group: "whole",
  summary: "an expectation or aim that nothing which happens can ever lead to",
  fromAbsence: true,
  sources: ["Luhmann 1984, ch. 1", "Luhmann 1993, ch. 10"],
  blindToNumbers: true,

  *detect(context) {
    const anyway = happeningAnyway(context.flow);
    for (const scenario of context.model.scenarios) {
      const occasions = occasionsOf(scenario, context);
      const excused = reportedOtherwise(occasions, context);
      for (const { step, time } of occasions.steps) {
        if (step.kind !== "expect") continue;
        const goal = goalOf(step.outcome, context);
        if (goal === undefined || goal.nodes.length === 0 || excused.has(goal.owner)) continue;
        if (canBeSetOff(goal.nodes, time, occasions, anyway, context.flow)) continue;
        yield { place: step.outcome.place, facts: factsOfStep(goal, step, context) };
      }
    }
    for (const regulation of context.model.regulations) {
      const { aim } = regulation;
      if (aim === undefined || !isInEntry(aim.place, context)) continue;
      const unmoved = unmovedAim(regulation, aim, context);
      if (unmoved === undefined) continue;
      const facts: Facts = {
        kind: "aim",
        thing: called(regulation, aim.place, context),
        occasions: [],
        stepPlace: undefined,
        ...unmoved,
      };
      yield { place: aim.place, facts };
    }
  },

  words({ kind, thing, occasions, read, start }) {
    if (kind === "aim") {
      const names = listed(read.map(({ name }) => quoted(name)));
      const setBy = read.flatMap((each) => each.setBy);
      return {
        message: `\`${thing}\` aims at ${names}, which nothing that it starts can change`,
        label: `\`${start}\` does not lead here`,
        why: [
          "a regulation can move only what its operations irritate, step by step; what no clause, channel or quantity connects with them stays as it is (Luhmann 1993, ch. 10)",
        ],
        help: [
          setBy.length > 0
            ? `${names} ${read.length === 1 ? "is" : "are"} set by ${listed(setBy.slice(0, 3))}: lead the route there, or aim at what the route moves`
            : `let a program set ${names} on what the route brings, or aim at what the route moves`,
        ],
      };
    }
    const [first] = occasions;
    return {
      message: messageOf(kind, thing),
      label: "nothing that has happened by now leads here",
      why: [
        "a system notices only what a coupling brings to it, and a coupling brings only what has happened (Luhmann 1984, ch. 1)",
      ],
      help: [
        first === undefined
          ? `nothing in the model leads to ${quoted(thing)}: let a channel or a program bring it about`
          : `${listed(
              occasions.map(({ name }) => quoted(name)),
              "or",
            )} would lead here: write ${quoted(first.step)} and \`run\` before it`,
      ],
    };
  },

  fixes({ occasions, stepPlace }, context) {
    if (stepPlace === undefined) return [];
    const indentation = indentationOf(stepPlace, context);
    const expect = textAt(stepPlace, context);
    return occasions.slice(0, 1).map(({ step }): Fix => ({
      title: `let it happen: ${quoted(step)}`,
      certain: false,
      edits: [{ place: stepPlace, text: `${step}\n${indentation}run\n${indentation}${expect}` }],
    }));
  },
});

function messageOf(kind: Facts["kind"], thing: string): string {
  switch (kind) {
    case "resonates":
      return `nothing that happens here can reach \`${thing}\``;
    case "designates":
      return `nothing that happens here gives \`${thing}\` an occasion to designate this`;
    case "occurs":
    case "aim":
      return `nothing that happens here can lead to \`${thing}\``;
  }
}

/**
 * Those of whom it has been said otherwise why nothing reaches them: targets of a perturbation that nothing carries,
 * of a steering, of a regulation without a route.
 */
function reportedOtherwise({ steps }: Occasions, context: CheckContext): ReadonlySet<Id> {
  const excused = new Set<Id>();
  for (const { step } of steps) {
    if (step.kind === "steer" || step.kind === "change") excused.add(step.part.owner);
    if (step.kind === "perturb") {
      const { operation, target } = step;
      const channels = context.index.channelsFrom(operation.owner, operation.name);
      if (!channels.some(({ channel }) => channel.target.owner === target.id)) excused.add(target.id);
    }
    if (step.kind === "apply") {
      const regulation = context.index.regulation(step.regulation.id);
      const target = regulation?.of?.id;
      if (regulation === undefined || target === undefined) continue;
      const route = routeOf(regulation, context);
      if (route.kind !== "whole" || route.gaps.length > 0) excused.add(target);
    }
  }
  return excused;
}

const mostOccasions = 3;

function factsOfStep({ kind, thing, nodes }: Goal, step: StepOfKind<"expect">, context: CheckContext): Facts {
  const { flow, index } = context;
  const names = namesIn(step.place.file, context);
  const occasions = occasionsFor(nodes, mostOccasions, flow).flatMap((number) => {
    const node = flow.nodes[number];
    if (node === undefined) return [];
    const { owner, name } = node;
    const begun = node.kind === "event" ? index.event(owner, name) : index.operation(owner, name);
    const step = `${names(owner)} emits ${name}${anyArguments(begun?.parameters ?? [])}`;
    return [{ name: `${names(owner)}.${name}`, step }];
  });
  return { kind, thing, occasions, read: [], start: "", stepPlace: step.place };
}
