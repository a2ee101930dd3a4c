import type { Place } from "../base/place.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import { reaches } from "../flow/reaches.ts";
import type { Coupling, Regulation } from "../model/model.ts";
import type { Id, Ref } from "../model/reference.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { isInEntry } from "./support/at_work.ts";
import { namesIn } from "./support/names.ts";
import { channelProposal } from "./support/new_coupling.ts";
import { carriedBy } from "./support/proposal.ts";
import type { Hop } from "./support/route.ts";
import { routeOf } from "./support/route.ts";

interface Facts {
  readonly regulation: string;
  readonly regulator: string;
  readonly regulated: string;
  /** The hop of the route after which nothing comes back. */
  readonly oneWay: {
    readonly coupling: string;
    readonly from: string;
    readonly to: string;
    readonly place: Place;
  };
  readonly proposal: Fix | undefined;
}

export const no_way_back = defineCheck<Facts>({
  name: "no_way_back",
  severity: "hint",
  group: "regulation",
  summary: "a regulation whose target can never irritate the regulator",
  fromAbsence: true,
  sources: ["Luhmann 1988, ch. 10", "Willke 1995"],
  blindToNumbers: true,

  *detect(context) {
    const { model, flow } = context;
    for (const regulation of model.regulations) {
      const { by, of } = regulation;
      if (by === undefined || of === undefined || by.id === of.id || !isInEntry(regulation.place, context))
        continue;
      const route = routeOf(regulation, context);
      if (route.kind !== "whole" || reaches(flow, of.id, by.id)) continue;
      const oneWay = route.hops.findLast(
        (hop) => !reaches(flow, hop.to, by.id) && comesBack(hop.from, by.id, context),
      );
      if (oneWay === undefined) continue;
      yield { place: of.place, facts: factsOf(regulation, by, of, oneWay, context) };
    }
  },

  words({ regulation, regulator, regulated, oneWay }) {
    const whom =
      oneWay.from === regulator ? `\`${regulator}\`` : `\`${oneWay.from}\`, or \`${regulator}\` itself`;
    return {
      message: `\`${regulator}\` can never learn what \`${regulation}\` does to \`${regulated}\``,
      label: `nothing leads from here back to \`${regulator}\``,
      related: [
        {
          place: oneWay.place,
          message: `leads from \`${oneWay.from}\` to \`${oneWay.to}\`, and nothing leads back`,
        },
      ],
      why: [
        "whoever regulates steers itself by a difference between what is and what should be; without irritation in return it goes on in the dark (Luhmann 1988, ch. 10)",
      ],
      help: [
        `let something that \`${oneWay.to}\` does irritate ${whom}; if it is meant to regulate blindly, nothing is missing`,
      ],
    };
  },

  fixes: ({ proposal }) => (proposal === undefined ? [] : [proposal]),
});

function comesBack(from: Id, regulator: Id, { flow }: CheckContext): boolean {
  return from === regulator || reaches(flow, from, regulator);
}

function factsOf(
  regulation: Regulation,
  by: Ref,
  of: Ref,
  { coupling, from, to }: Hop,
  context: CheckContext,
): Facts {
  const names = namesIn(of.place.file, context);
  return {
    regulation: regulation.name,
    regulator: names(by.id),
    regulated: names(of.id),
    oneWay: { coupling: names(coupling.id), from: names(from), to: names(to), place: coupling.namePlace },
    proposal: proposalFor(coupling, to, from, context),
  };
}

/** A channel back through the same coupling, for something the one does that nothing carries to the other yet. */
function proposalFor(coupling: Coupling, from: Id, to: Id, context: CheckContext): Fix | undefined {
  const { file } = coupling.place;
  const names = namesIn(file, context);
  const carried = carriedBy(from, context);
  const unheard = carried.find(({ name }) => context.index.channelsFrom(from, name).length === 0);
  const operation = (unheard ?? carried[0])?.name;
  if (operation === undefined) return undefined;
  return channelProposal(
    { from: { id: from, name: names(from) }, to: { id: to, name: names(to) }, operation, file },
    context,
  );
}
