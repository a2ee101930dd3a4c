import type { Place } from "../base/place.ts";
import type { Argument, Channel } from "../model/model.ts";
import { defineCheck } from "./context.ts";
import { removal } from "./support/edits.ts";
import { sameExpression } from "./support/same_expression.ts";

interface Facts {
  /** What is carried, and into what: `law.judgment`, `economy.credit_cost`. */
  readonly from: string;
  readonly to: string;
  readonly coupling: string;
  readonly first: { readonly coupling: string; readonly place: Place };
  readonly place: Place;
}

export const duplicate_channel = defineCheck<Facts>({
  name: "duplicate_channel",
  severity: "warning",
  group: "couplings",
  summary: "two channels that carry the same under the same condition",
  sources: ["Luhmann 1993, ch. 10"],

  *detect({ model, index }) {
    const alike = new Map<string, { readonly coupling: string; readonly channel: Channel }[]>();
    for (const coupling of model.couplings) {
      for (const channel of coupling.channels) {
        const into = channel.target.kind === "sensitivity" ? channel.target.name : "";
        const key = JSON.stringify([channel.source.owner, channel.source.name, channel.target.owner, into]);
        const known = alike.get(key) ?? [];
        alike.set(key, known);
        const first = known.find((each) => carriesTheSame(each.channel, channel));
        known.push({ coupling: coupling.name, channel });
        if (first === undefined) continue;
        const target = index.declared(channel.target.owner)?.name ?? channel.target.owner;
        const source = index.declared(channel.source.owner)?.name ?? channel.source.owner;
        yield {
          place: channel.place,
          facts: {
            from: `${source}.${channel.source.name}`,
            to: channel.target.kind === "sensitivity" ? `${target}.${channel.target.name}` : target,
            coupling: coupling.name,
            first: { coupling: first.coupling, place: first.channel.place },
            place: channel.place,
          },
        };
      }
    }
  },

  words({ from, to, coupling, first }) {
    const elsewhere = first.coupling === coupling ? "" : ` by \`${first.coupling}\``;
    return {
      message: `\`${from}\` is carried into \`${to}\` twice`,
      label: "the same once more",
      related: [{ place: first.place, message: `carried already${elsewhere}` }],
      why: ["one event irritates once; two channels for it under one condition count it double"],
      help: ["leave out one of the two, or say under which other condition the second carries"],
    };
  },

  fixes({ place }, context) {
    return [{ title: "remove this channel", certain: false, edits: [removal(place, context)] }];
  },
});

/** The same into the same under the same condition at the same time. Chance and capacity do not make it another. */
function carriesTheSame(a: Channel, b: Channel): boolean {
  return sameTarget(a, b) && sameExpression(a.when, b.when) && sameExpression(a.delay, b.delay);
}

function sameTarget({ target: a }: Channel, { target: b }: Channel): boolean {
  if (a.owner !== b.owner) return false;
  if (a.kind === "sensitivity")
    return b.kind === "sensitivity" && a.name === b.name && sameArguments(a.args, b.args);
  return (
    b.kind === "quantities" &&
    a.assignments.length === b.assignments.length &&
    a.assignments.every((one, index) => {
      const other = b.assignments[index];
      return other?.target.text === one.target.text && sameExpression(one.value, other.value);
    })
  );
}

function sameArguments(a: readonly Argument[], b: readonly Argument[]): boolean {
  return (
    a.length === b.length &&
    a.every((one) => sameExpression(one.value, b.find((other) => other.name.text === one.name.text)?.value))
  );
}
