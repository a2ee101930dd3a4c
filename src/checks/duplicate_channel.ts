import type { Place } from "../base/place.ts";
import type { Channel } from "../model/model.ts";
import { defineCheck } from "./context.ts";
import { namesIn } from "./support/names.ts";
import { removal } from "./support/edits.ts";
import { keyOf } from "./support/expression_key.ts";

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

  *detect(context) {
    const firsts = new Map<string, { readonly coupling: string; readonly place: Place }>();
    for (const coupling of context.model.couplings) {
      for (const channel of coupling.channels) {
        const key = keyOfChannel(channel);
        const first = key === undefined ? undefined : firsts.get(key);
        if (key !== undefined && first === undefined) {
          firsts.set(key, { coupling: coupling.name, place: channel.place });
        }
        if (first === undefined) continue;
        const names = namesIn(channel.place.file, context);
        const target = names(channel.target.owner);
        const source = names(channel.source.owner);
        yield {
          place: channel.place,
          facts: {
            from: `${source}.${channel.source.name}`,
            to: channel.target.kind === "sensitivity" ? `${target}.${channel.target.name}` : target,
            coupling: names(coupling.id),
            first,
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

/**
 * What a channel carries into what, with which arguments, under which condition and when, as a key. Chance and
 * capacity do not make it another. Undefined where chance decides in it: every place draws for itself.
 */
function keyOfChannel({ source, target, when, delay }: Channel): string | undefined {
  const said =
    target.kind === "sensitivity"
      ? [...target.args]
          .sort((a, b) => (a.name.text < b.name.text ? -1 : 1))
          .map(({ name, value }) => [name.text, keyOf(value)])
      : target.assignments.map(({ target: quantity, value }) => [quantity.text, keyOf(value)]);
  const options = [when, delay].map((option) => (option === undefined ? "" : keyOf(option)));
  if ([...said.map(([, value]) => value), ...options].includes(undefined)) return undefined;
  const into = target.kind === "sensitivity" ? target.name : "";
  return JSON.stringify([source.owner, source.name, target.owner, into, said, options]);
}
