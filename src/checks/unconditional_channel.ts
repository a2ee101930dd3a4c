import type { Place } from "../base/place.ts";
import { quoted } from "../base/words.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";
import { after } from "./support/insertion.ts";
import { institutionOf, isKnownBetween, knownInstitutions } from "./support/known_institutions.ts";
import { conditionFor } from "./support/proposal.ts";

interface Facts {
  readonly coupling: string;
  readonly source: string;
  readonly target: string;
  /** What the channel carries: `law.judgment`. */
  readonly carried: string;
  readonly place: Place;
  /** A condition in the terms of what is carried, as ` when cost > 0`; empty if it has no parameter. */
  readonly condition: string;
  /** What the canon says of this institution, or of the first it knows between the two. */
  readonly known: { readonly title: string; readonly condition: string } | undefined;
}

export const unconditional_channel = defineCheck<Facts>({
  name: "unconditional_channel",
  severity: "warning",
  group: "couplings",
  summary: "a channel between two function systems that carries without a condition",
  fromAbsence: true,
  sources: ["Luhmann 1993, ch. 10", "Luhmann 1997, ch. 1"],
  blindToNumbers: true,

  *detect(context) {
    const { model, index } = context;
    for (const coupling of model.couplings) {
      for (const channel of coupling.channels) {
        if (channel.when !== undefined) continue;
        const source = index.system(channel.source.owner);
        const target = index.system(channel.target.owner);
        if (source?.systemKind !== "function system" || target?.systemKind !== "function system") continue;
        if (source.id === target.id) continue;
        const operation = index.operation(source.id, channel.source.name);
        const own = institutionOf(coupling);
        const known =
          own !== undefined && isKnownBetween(own, source.id, target.id, context)
            ? own
            : knownInstitutions(source.id, target.id, context)[0];
        yield {
          place: channel.place,
          facts: {
            coupling: called(coupling, channel.place, context),
            source: called(source, channel.place, context),
            target: called(target, channel.place, context),
            carried: `${called(source, channel.place, context)}.${channel.source.name}`,
            place: channel.place,
            condition: conditionFor(source.id, target.id, operation?.parameters ?? [], context),
            known: known && { title: known.title, condition: known.condition },
          },
        };
      }
    }
  },

  words({ coupling, source, target, carried, condition, known }) {
    const example = condition === "" ? "" : `, such as \`${condition.trim()}\``;
    return {
      message: `\`${coupling}\` carries every \`${carried}\` into \`${target}\``,
      label: "no condition",
      why: [
        "a coupling conditions: it lets through a few things and shuts out the rest, or the one system would be at the mercy of the other",
      ],
      help: [
        known === undefined
          ? `say with \`when\` which \`${carried}\` is to irritate \`${target}\`${example}`
          : `say with \`when\` which \`${carried}\` is to irritate \`${target}\`${example}; for ${known.title} that is when ${known.condition}`,
        ...(condition === ""
          ? [
              `for the condition to have something to ask for, give \`${carried}\` a parameter in \`${source}\``,
            ]
          : []),
      ],
    };
  },

  fixes({ condition, place }) {
    if (condition === "") return [];
    return [
      {
        title: `add the condition ${quoted(condition.trim())}`,
        certain: false,
        edits: [{ place: after(place), text: condition }],
      },
    ];
  },
});
