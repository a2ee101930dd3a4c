import { listed, quoted } from "../base/words.ts";
import type { Place } from "../base/place.ts";
import type { Coupling, Sensitivity, System } from "../model/model.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";
import { isInEntry, whereStated } from "./support/at_work.ts";
import { textAt } from "./support/edits.ts";
import { lineAfter } from "./support/insertion.ts";
import { carriedBy, channelInto } from "./support/proposal.ts";

interface Facts {
  readonly system: string;
  readonly sensitivity: string;
  /** The first couplings of the system, each with its other side. */
  readonly couplings: readonly { readonly name: string; readonly other: string }[];
  /** A channel that one of them could have, and the last one it has. */
  readonly proposal: Proposal | undefined;
}

interface Proposal {
  readonly coupling: string;
  readonly channel: string;
  readonly lastChannel: Place;
}

export const deaf_sensitivity = defineCheck<Facts>({
  name: "deaf_sensitivity",
  severity: "warning",
  group: "couplings",
  summary: "a sensitivity into which no channel leads",
  fromAbsence: true,
  sources: ["Luhmann 1986, ch. 4", "Luhmann 1997, ch. 1"],
  blindToNumbers: true,

  *detect(context) {
    const { model, index } = context;
    let found = 0;
    for (const system of model.systems) {
      const couplings = index.couplingsOf(system.id).filter(({ left, right }) => left?.id !== right?.id);
      // What a system without any coupling notices is `isolated_system`'s to say.
      if (couplings.length === 0) continue;
      for (const sensitivity of system.sensitivities) {
        const place = whereStated(system, sensitivity, context);
        if (!isInEntry(place, context) || index.channelsInto(system.id, sensitivity.name).length > 0)
          continue;
        found += 1;
        yield {
          place,
          facts: {
            system: called(system, place, context),
            sensitivity: sensitivity.name,
            couplings: couplings.slice(0, 3).map((coupling) => ({
              name: called(coupling, place, context),
              other: otherSide(coupling, system, place, context),
            })),
            proposal: found <= mostAdvised ? proposalFor(system, sensitivity, couplings, context) : undefined,
          },
        };
      }
    }
  },

  words({ system, sensitivity, couplings, proposal }) {
    return {
      message: `nothing can reach \`${system}.${sensitivity}\``,
      label: "no channel leads here",
      why: [
        "a system notices what its couplings translate for it; what no coupling brings stays noise, however sensitive the system is",
      ],
      help: [
        proposal === undefined
          ? `lead a channel into it from what \`${system}\` is coupled with: ${listed(
              couplings.map(({ name, other }) => `${quoted(other)} (by ${quoted(name)})`),
            )}`
          : `\`${proposal.coupling}\` could carry \`${proposal.channel}\``,
      ],
    };
  },

  fixes({ proposal }, context) {
    if (proposal === undefined) return [];
    return [
      {
        title: `add this channel to ${quoted(proposal.coupling)}`,
        certain: false,
        edits: [lineAfter(proposal.lastChannel, proposal.channel, context)],
      },
    ];
  },
});

function otherSide(coupling: Coupling, system: System, place: Place, context: CheckContext): string {
  const other = coupling.left?.id === system.id ? coupling.right : coupling.left;
  return other === undefined ? "" : called(other, place, context);
}

/** For so many findings a channel is proposed. */
const mostAdvised = 100;

/** So many couplings, and operations in each, are looked at for a proposal. */
const mostLookedAt = 20;

/** A channel, in one of the couplings that the system has, from something the other side does that is carried nowhere yet. */
function proposalFor(
  system: System,
  sensitivity: Sensitivity,
  couplings: readonly Coupling[],
  context: CheckContext,
): Proposal | undefined {
  for (const coupling of couplings.slice(0, mostLookedAt)) {
    const { left, right } = coupling;
    const lastChannel = coupling.channels.at(-1)?.place;
    if (left === undefined || right === undefined || lastChannel === undefined) continue;
    if (!isInEntry(coupling.place, context)) continue;
    const [here, there] = left.id === system.id ? [left, right] : [right, left];
    const from = { id: there.id, name: textAt(there.place, context) };
    const to = { id: here.id, name: textAt(here.place, context) };
    for (const carried of carriedBy(there.id, context).slice(0, mostLookedAt)) {
      if (context.index.channelsFrom(there.id, carried.name).length > 0) continue;
      const channel = channelInto(from, carried, to, sensitivity.name, context);
      if (channel === undefined || channel.fit < 0) continue;
      return { coupling: called(coupling, coupling.place, context), channel: channel.text, lastChannel };
    }
  }
  return undefined;
}
