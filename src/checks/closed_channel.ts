import type { Place } from "../base/place.ts";
import { listed, quoted } from "../base/words.ts";
import type { Finding } from "../diagnostics/define.ts";
import type { Fix, Related } from "../diagnostics/diagnostic.ts";
import type { ChannelOf } from "../model/lookup.ts";
import type { Expression } from "../model/expression.ts";
import type { Argument, Scenario } from "../model/model.ts";
import type { PartRef } from "../model/reference.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import type { Closed } from "./support/closed_couplings.ts";
import { followClosed } from "./support/closed_couplings.ts";
import { quotedText, textAt } from "./support/edits.ts";
import { everyExpression } from "../model/expression_parts.ts";
import { before, indentationOf } from "./support/insertion.ts";
import type { Assumptions } from "./support/assumptions.ts";
import { nothingAssumed, withRange } from "./support/assumptions.ts";
import { called, namesIn } from "./support/names.ts";
import { neverHolds, rangeOf } from "./support/ranges.ts";
import type { StepOfKind } from "./support/steps.ts";
import { everyStep } from "./support/steps.ts";

interface Facts {
  /** `politics.bill` */
  readonly operation: string;
  /** What the operation was to reach, each once. */
  readonly targets: readonly string[];
  readonly barriers: readonly Barrier[];
  readonly stepPlace: Place;
}

/** Why a channel does not carry. */
type Barrier =
  | { readonly kind: "closed"; readonly coupling: string; readonly place: Place }
  | {
      readonly kind: "condition";
      readonly coupling: string;
      /** As written, in backquotes. */
      readonly condition: string;
      readonly place: Place;
      /** The arguments it reads, as given: `limit: -5`. */
      readonly given: readonly string[];
    };

export const closed_channel = defineCheck<Facts>({
  name: "closed_channel",
  severity: "warning",
  group: "couplings",
  summary: "a step whose channels are all closed, or whose conditions are not met by the arguments given",
  fromAbsence: true,
  sources: ["Luhmann 1993, ch. 10"],

  detect(context) {
    const findings: Finding<Facts>[] = [];
    const indifferent = new Set(context.model.scenarios.filter(expectsIndifference));
    followClosed(context, (scenario, step, closed) => {
      if ((step.kind !== "perturb" && step.kind !== "emits") || indifferent.has(scenario)) return;
      // An operation that its own system takes up is not meant for others alone.
      if (step.kind === "emits" && isTakenUp(step.operation, context)) return;
      const channels = channelsOf(step, context);
      const barriers = channels.flatMap((each) => barrierOf(each, step, closed, context) ?? []);
      if (channels.length === 0 || barriers.length < channels.length) return;
      const name = namesIn(step.place.file, context);
      findings.push({
        place: step.operation.place,
        facts: {
          operation: `${name(step.operation.owner)}.${step.operation.name}`,
          targets: [...new Set(channels.map(({ channel }) => name(channel.target.owner)))],
          barriers,
          stepPlace: step.place,
        },
      });
    });
    return findings;
  },

  words({ operation, targets, barriers }) {
    const first = barriers[0];
    const couplings = listed([...new Set(barriers.map((barrier) => quoted(barrier.coupling)))]);
    const allClosed = barriers.every((barrier) => barrier.kind === "closed");
    return {
      message: `\`${operation}\` does not get through to ${listed(targets.map(quoted), "or")} here`,
      label: allClosed
        ? `${couplings} ${barriers.length === 1 ? "is" : "are"} closed`
        : `${couplings}: the condition does not hold`,
      related: barriers.slice(0, 4).map(noteOn),
      why: [
        "a coupling carries under its conditions alone; what does not meet them is noise, and irritates nobody",
      ],
      help: [
        first?.kind === "condition"
          ? `give arguments for which ${first.condition} holds, or expect the silence: \`expect ${targets[0] ?? ""} stays indifferent\``
          : `put \`open ${first?.coupling ?? ""}\` before it, or expect the silence: \`expect ${targets[0] ?? ""} stays indifferent\``,
      ],
    };
  },

  fixes({ barriers, stepPlace }, context) {
    const first = barriers[0];
    if (barriers.length !== 1 || first?.kind !== "closed") return [];
    const fix: Fix = {
      title: `open ${quoted(first.coupling)} before it`,
      certain: false,
      edits: [
        {
          place: before(stepPlace),
          text: `open ${first.coupling}\n${indentationOf(stepPlace, context)}`,
        },
      ],
    };
    return [fix];
  },
});

/** A scenario that expects somebody to stay indifferent shows what does not get through, and means to. */
function expectsIndifference(scenario: Scenario): boolean {
  for (const step of everyStep(scenario.block)) {
    if (step.kind === "expect" && step.outcome.kind === "stays indifferent") return true;
  }
  return false;
}

/** The channels at issue: of a perturbation those into its target, of an emission all. */
function channelsOf(
  step: StepOfKind<"perturb"> | StepOfKind<"emits">,
  { index }: CheckContext,
): readonly ChannelOf[] {
  return index
    .channelsFrom(step.operation.owner, step.operation.name)
    .filter(({ channel }) => step.kind === "emits" || channel.target.owner === step.target.id);
}

function barrierOf(
  { coupling, channel }: ChannelOf,
  { args, place }: StepOfKind<"perturb"> | StepOfKind<"emits">,
  closed: Closed,
  context: CheckContext,
): Barrier | undefined {
  const closedAt = closed.get(coupling.id);
  if (closedAt !== undefined)
    return { kind: "closed", coupling: called(coupling, place, context), place: closedAt };
  const { when } = channel;
  if (when === undefined || !neverHolds(when, withArguments(when, args))) return undefined;
  const read = new Set(
    [...everyExpression(when)].flatMap((part) => (part.kind === "parameter" ? [part.name] : [])),
  );
  return {
    kind: "condition",
    coupling: called(coupling, place, context),
    condition: quotedText(when.place, context),
    place: when.place,
    given: args
      .filter((arg) => read.has(arg.name.text))
      .map((arg) => `${arg.name.text}: ${textAt(arg.value.place, context)}`),
  };
}

/** What the arguments of a step say about the parameters that a condition reads. */
function withArguments(condition: Expression, args: readonly Argument[]): Assumptions {
  let assumptions = nothingAssumed;
  for (const part of everyExpression(condition)) {
    if (part.kind !== "parameter") continue;
    const arg = args.find((each) => each.name.text === part.name);
    if (arg !== undefined) assumptions = withRange(part, rangeOf(arg.value), assumptions);
  }
  return assumptions;
}

function noteOn(barrier: Barrier): Related {
  switch (barrier.kind) {
    case "closed":
      return { place: barrier.place, message: `\`${barrier.coupling}\` is closed from here on` };
    case "condition":
      return {
        place: barrier.place,
        message:
          barrier.given.length === 0
            ? "the channel carries only if this holds, and it never does"
            : `the channel carries only if this holds, and the step gives ${listed(barrier.given.map(quoted))}`,
      };
  }
}

/** Whether a program of the system is put on by its own operation. */
function isTakenUp({ owner, name }: PartRef, { index }: CheckContext): boolean {
  const programs = index.system(owner)?.programs ?? [];
  return programs.some(({ triggers }) =>
    triggers.some((trigger) => trigger.kind === "own" && trigger.operation === name),
  );
}
