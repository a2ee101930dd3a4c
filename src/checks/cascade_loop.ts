import type { Place } from "../base/place.ts";
import { listed, quoted } from "../base/words.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import { undampedCircles } from "../flow/circles.ts";
import { describeWay } from "../flow/describe.ts";
import type { NameOf } from "../flow/describe.ts";
import type { FlowNode, Way } from "../flow/flow.ts";
import type { Expression } from "../model/expression.ts";
import type { Assignment, Channel } from "../model/model.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { isInEntry } from "./support/at_work.ts";
import { after } from "./support/insertion.ts";
import { namesIn } from "./support/names.ts";
import { anyValueOf } from "./support/proposal.ts";

interface ChannelOnCircle {
  readonly coupling: string;
  readonly carried: string;
  readonly place: Place;
}

interface Facts {
  /** The circle, from an operation, event or quantity back to it. */
  readonly line: string;
  readonly owners: readonly string[];
  readonly channels: readonly ChannelOnCircle[];
  /** A condition in the terms of what the first channel carries: ` when size > 1`; empty if it has no number. */
  readonly condition: string;
}

export const cascade_loop = defineCheck<Facts>({
  name: "cascade_loop",
  severity: "warning",
  group: "whole",
  summary: "a circle of clauses and channels that nothing damps",
  fromAbsence: true,
  sources: ["Luhmann 1986, ch. 17"],
  blindToNumbers: true,

  *detect(context) {
    for (const undamped of undampedCircles(context.flow)) {
      if (!goesOnInQuantities(undamped, context)) continue;
      const facts = factsOf(undamped, namesIn(context.model.entry, context), context);
      const place = facts.channels.map((channel) => channel.place).find((each) => isInEntry(each, context));
      if (place !== undefined) yield { place, facts };
    }
  },

  words({ line, owners, channels }) {
    const [first, ...others] = channels;
    return {
      message: `${listed(owners.map(quoted))} set each other off without end`,
      label: "from here it comes back, and nothing on the way can stop it",
      related: others
        .slice(0, 4)
        .map(({ coupling, place }) => ({ place, message: `\`${coupling}\` carries every one on` })),
      why: [
        "what little moves one system can move another much: where each answers whatever the other does, society stirs itself up by its own resonance (Luhmann 1986, ch. 17)",
      ],
      help: [
        `the circle: ${line}`,
        `damp it somewhere: a condition or \`at most 1 per step\` on ${quoted(first?.coupling ?? "")}, a \`limit\` in one of the systems, or a clause that answers nothing (\`otherwise -> …\` without an \`emit\`)`,
      ],
    };
  },

  fixes({ channels, condition }) {
    const [first] = channels;
    if (first === undefined) return [];
    const options = condition === "" ? [] : [condition];
    return [...options, " with chance 50%"].map((option): Fix => ({
      title: `let \`${first.coupling}\` carry less: ${quoted(option.trim())}`,
      certain: false,
      edits: [{ place: after(first.place), text: option }],
    }));
  },
});

function factsOf(way: Way, names: NameOf, context: CheckContext): Facts {
  const { flow } = context;
  const { line, owners } = describeWay(flow, way, names);
  const channels = way.flatMap(({ from }): readonly (ChannelOnCircle & { readonly channel: Channel })[] => {
    const node = flow.nodes[from];
    if (node?.kind !== "channel") return [];
    const { coupling, channel } = node;
    const carried = `${names(channel.source.owner)}.${channel.source.name}`;
    return [{ coupling: names(coupling.id), carried, place: channel.place, channel }];
  });
  return {
    line,
    owners: owners.map(names),
    channels: channels.map(({ coupling, carried, place }) => ({ coupling, carried, place })),
    condition: conditionFor(channels[0]?.channel, context),
  };
}

function conditionFor(channel: Channel | undefined, { index }: CheckContext): string {
  if (channel === undefined) return "";
  const { kind, owner, name } = channel.source;
  const operation = kind === "event" ? index.event(owner, name) : index.operation(owner, name);
  const measured = operation?.parameters.find(({ type }) => type.kind === "number");
  return measured === undefined ? "" : ` when ${measured.name} > ${anyValueOf(measured.type)}`;
}

/**
 * Whether a quantity on the circle changes each time. A channel from it fires only if it does; and a quantity with
 * bounds, or one that is set to something else than more or less of itself, comes to rest sooner or later.
 */
function goesOnInQuantities(way: Way, { flow }: CheckContext): boolean {
  return way.every(({ from, to }) => {
    const channel = flow.nodes[from];
    const quantity = flow.nodes[to];
    if (quantity?.kind !== "quantity" || channel?.kind !== "channel") return true;
    const { target } = channel.channel;
    const assignments = target.kind === "quantities" ? target.assignments : [];
    return assignments.some((assignment) => movesOn(assignment, quantity));
  });
}

function movesOn({ target, value }: Assignment, { owner, name }: FlowNode): boolean {
  if (target.text !== name || value.kind !== "chain") return false;
  const isItself = (operand: Expression): boolean =>
    operand.kind === "quantity" &&
    operand.owner === owner &&
    operand.name === name &&
    operand.type.kind === "number" &&
    operand.type.low === undefined &&
    operand.type.high === undefined;
  return (
    value.operands.some(isItself) && value.operators.every((operator) => operator === "+" || operator === "-")
  );
}
