import { quoted } from "../base/words.ts";
import type { Influences } from "../flow/influences.ts";
import { reachableFrom } from "../base/graph.ts";
import type { System } from "../model/model.ts";
import type { Id } from "../model/reference.ts";
import type { NameOf } from "../flow/describe.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { called, namesIn } from "./support/names.ts";
import { isInEntry } from "./support/at_work.ts";
import { knownInstitutions } from "./support/known_institutions.ts";
import { whereWritten } from "./support/systems.ts";

interface Facts {
  readonly system: string;
  /** Its share in the shortest ways between the others, from 0 to 1. */
  readonly share: number;
  /** Pairs that reach each other only through it although the canon knows what couples them. */
  readonly missing: readonly { readonly one: string; readonly other: string; readonly title: string }[];
}

/** In a smaller model one system is easily in the middle. */
const fewestSystems = 5;
const fewestPairs = 6;
const largestShare = 0.6;

export const hub = defineCheck<Facts>({
  name: "hub",
  severity: "hint",
  group: "whole",
  summary: "one system on most of the ways between the others",
  fromAbsence: true,
  sources: ["Luhmann 1997, ch. 4", "Luhmann 1986, ch. 16"],
  blindToNumbers: true,

  *detect(context) {
    const { index } = context;
    const all = context.shared.influences();
    if (all.shares === undefined) return;
    const systems = all.members
      .flatMap((id) => index.system(id) ?? [])
      .filter(({ id }) => index.couplingsOf(id).length > 0);
    if (systems.length < fewestSystems) return;
    for (const system of systems) {
      const share = all.shares.get(system.id) ?? 0;
      if (share <= largestShare || pairsWithout(system.id, all) < fewestPairs) continue;
      const place = whereWritten(system, context);
      if (!isInEntry(place, context)) continue;
      yield {
        place,
        facts: {
          system: called(system, place, context),
          share,
          missing: missingBeside(system, systems, namesIn(place.file, context), context),
        },
      };
    }
  },

  words({ system, share, missing }) {
    return {
      message: `most ways between the other systems lead through \`${system}\``,
      label: `on ${Math.round(share * 100)}% of the shortest ways`,
      why: [
        "functionally differentiated society has no top and no centre: each system is coupled with several others, and none stands for the whole (Luhmann 1997, ch. 4)",
      ],
      help:
        missing.length === 0
          ? [
              `couple some of the others with each other; if it is the point that \`${system}\` stands in the middle, nothing is missing`,
            ]
          : missing
              .slice(0, 3)
              .map(
                ({ one, other, title }) =>
                  `${quoted(one)} and ${quoted(other)} can be coupled directly, by ${title}`,
              ),
    };
  },
});

/** The ordered pairs of others of which one leads to the other. */
function pairsWithout(id: Id, { members, influences: all }: Influences): number {
  const numbers = new Map(members.map((member, number) => [member, number]));
  const graph: number[][] = members.map(() => []);
  for (const { from, to } of all) {
    const target = numbers.get(to);
    if (target !== undefined) graph[numbers.get(from) ?? -1]?.push(target);
  }
  const self = numbers.get(id);
  return members.reduce((pairs, member, number) => {
    if (member === id) return pairs;
    const reached = [...reachableFrom(graph, [number])];
    return pairs + reached.filter((target) => target !== number && target !== self).length;
  }, 0);
}

function missingBeside(
  system: System,
  systems: readonly System[],
  names: NameOf,
  context: CheckContext,
): Facts["missing"] {
  const others = systems.filter(
    (other) => other.id !== system.id && context.index.couplingsBetween(other.id, system.id).length > 0,
  );
  return others.flatMap((one, position) =>
    others.slice(position + 1).flatMap((other) => {
      if (context.index.couplingsBetween(one.id, other.id).length > 0) return [];
      const [known] = knownInstitutions(one.id, other.id, context);
      return known === undefined ? [] : [{ one: names(one.id), other: names(other.id), title: known.title }];
    }),
  );
}
