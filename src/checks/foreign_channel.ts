import type { Place } from "../base/place.ts";
import { listed, quoted } from "../base/words.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";
import { removal, textAt } from "./support/edits.ts";
import { after, indentationOf } from "./support/insertion.ts";

interface Facts {
  readonly coupling: string;
  readonly left: string;
  readonly right: string;
  /** The two between which the channel runs. */
  readonly from: string;
  readonly to: string;
  readonly leftPlace: Place;
  readonly rightPlace: Place;
  readonly channelPlace: Place;
  readonly channelText: string;
  /** Couplings between the two, where the channel would be at home. */
  readonly homes: readonly { readonly name: string; readonly lastChannel: Place | undefined }[];
}

export const foreign_channel = defineCheck<Facts>({
  name: "foreign_channel",
  severity: "error",
  group: "couplings",
  summary: "a channel whose ends are not the two that its coupling couples",
  sources: ["Luhmann 1997, ch. 1", "Luhmann 1993, ch. 10"],

  *detect(context) {
    const { model, index } = context;
    for (const coupling of model.couplings) {
      const { left, right } = coupling;
      if (left === undefined || right === undefined || left.id === right.id) continue;
      for (const channel of coupling.channels) {
        const from = channel.source.owner;
        const to = channel.target.owner;
        if (from !== to && [from, to].every((id) => id === left.id || id === right.id)) continue;
        const atHome = from === left.id || from === right.id;
        const place = atHome ? channel.target.place : channel.source.place;
        yield {
          place,
          facts: {
            coupling: called(coupling, place, context),
            left: called(left, place, context),
            right: called(right, place, context),
            from: called({ id: from }, place, context),
            to: called({ id: to }, place, context),
            leftPlace: left.place,
            rightPlace: right.place,
            channelPlace: channel.place,
            channelText: textAt(channel.place, context),
            homes:
              from === to
                ? []
                : index
                    .couplingsBetween(from, to)
                    .filter((each) => each.id !== coupling.id)
                    .map((each) => ({
                      name: called(each, place, context),
                      lastChannel: each.channels.at(-1)?.place,
                    })),
          },
        };
      }
    }
  },

  words({ coupling, left, right, from, to, leftPlace, rightPlace, homes }) {
    const within = from === to;
    return {
      message: within
        ? `a channel of \`${coupling}\` leads from \`${from}\` back to \`${from}\``
        : `\`${coupling}\` couples \`${left}\` and \`${right}\`, this channel runs from \`${from}\` to \`${to}\``,
      label: within ? `\`${from}\` is at both ends` : `outside of what \`${coupling}\` couples`,
      related: [
        { place: leftPlace, message: "one side of the coupling" },
        { place: rightPlace, message: "its other side" },
      ],
      why: [
        "a coupling holds between two, and carries what happens on one side to the other; what it does not couple stays noise to it",
      ],
      help: within
        ? [`for what \`${from}\` does with its own operations, write a program \`on own …\``]
        : homes.length > 0
          ? [
              `move the channel to ${listed(
                homes.map((home) => quoted(home.name)),
                "or",
              )}, which couples \`${from}\` and \`${to}\``,
            ]
          : [`give it a coupling of its own: \`coupling … between ${from} and ${to} { … }\``],
    };
  },

  fixes({ homes, channelPlace, channelText }, context) {
    const home = homes[0];
    if (home?.lastChannel === undefined) return [];
    const fix: Fix = {
      title: `move the channel to ${quoted(home.name)}`,
      certain: false,
      edits: [
        removal(channelPlace, context),
        {
          place: after(home.lastChannel),
          text: `\n${indentationOf(home.lastChannel, context)}${channelText}`,
        },
      ],
    };
    return [fix];
  },
});
