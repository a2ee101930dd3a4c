/* Channels that the canon knows between two systems and the model lacks, from what has happened to what could notice it. */
import type { CheckContext } from "../../checks/context.ts";
import { textAt } from "../../checks/support/edits.ts";
import { before, lineAfter } from "../../checks/support/insertion.ts";
import { institutionOf } from "../../checks/support/known_institutions.ts";
import { namesIn } from "../../checks/support/names.ts";
import { newName, placeForCoupling } from "../../checks/support/new_declaration.ts";
import { carriedBy, channelInto } from "../../checks/support/proposal.ts";
import type { Edit } from "../../diagnostics/diagnostic.ts";
import { folded } from "../../model/canon/names.ts";
import type { Coupling } from "../../model/model.ts";
import type { Id } from "../../model/reference.ts";
import { sizes, type Change, type KnownInstitution } from "./change.ts";
import type { Ground } from "./ground.ts";
import { directionsBetween, type KnownDirection } from "./institutions.ts";

/** For each operation that occurred and each system that the canon knows to be coupled with its own. */
export function channelChanges(ground: Ground): readonly Change[] {
  const { context, entries } = ground;
  const changes: Change[] = [];
  const seen = new Set<string>();
  for (const entry of entries) {
    if (entry.kind !== "operation" || context.index.operation(entry.owner, entry.name) === undefined)
      continue;
    const key = `${entry.owner}\n${entry.name}`;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const { id } of context.model.systems) {
      const known = directionsBetween(entry.owner, id, context);
      if (known.length > 0) changes.push(...channelsFrom(entry.owner, entry.name, id, known, ground));
    }
  }
  return changes;
}

function channelsFrom(
  owner: Id,
  operation: string,
  to: Id,
  known: readonly KnownDirection[],
  { context, relevance }: Ground,
): readonly Change[] {
  const { index, model } = context;
  const home = index.couplingsBetween(owner, to).find(({ place }) => textAt(place, context).endsWith("}"));
  // A channel is written in the file in which its coupling stands, and in the names of that file.
  const names = namesIn(home?.place.file ?? model.entry, context);
  const called = namesIn(model.entry, context);
  const carried = carriedBy(owner, context).find(({ name }) => name === operation);
  if (carried === undefined) return [];
  const [from, target] = [owner, to].map((id) => ({ id, name: names(id) }));
  if (from === undefined || target === undefined) return [];
  return (index.system(to)?.sensitivities ?? []).flatMap(({ name }): readonly Change[] => {
    if (!relevance.sensitivity(to, name)) return [];
    const isThere = index
      .channelsFrom(owner, operation)
      .some(
        ({ channel }) =>
          channel.target.owner === to &&
          channel.target.kind === "sensitivity" &&
          channel.target.name === name,
      );
    if (isThere) return [];
    const channel = channelInto(from, carried, target, name, context);
    // An argument that has to be made up says that the one does not fit the other.
    if (channel === undefined || channel.fit < 0) return [];
    const institution = bestOf(known, operation, name, home);
    const coupling = home?.name ?? newName(institution.name, context);
    const edit =
      home === undefined
        ? newCoupling(coupling, from.name, target.name, institution, channel.text, context)
        : inCoupling(home, channel.text, context);
    if (edit === undefined) return [];
    const strange = institution.operationNamed
      ? institution.sensitivityNamed
        ? 0
        : sizes.otherEnd
      : institution.sensitivityNamed
        ? sizes.otherEnd
        : sizes.otherEnds;
    return [
      {
        facts: {
          kind: "channel",
          operation: `${called(owner)}.${operation}`,
          sensitivity: `${called(to)}.${name}`,
          coupling: home === undefined ? coupling : called(home.id),
          isNew: home === undefined,
          institution,
        },
        size: (home === undefined ? sizes.coupling : sizes.channel) + strange,
        edits: [edit],
      },
    ];
  });
}

/** The institution that is nearest to what is to be carried: by the coupling that there is, else by the names of both ends. */
function bestOf(
  known: readonly KnownDirection[],
  operation: string,
  sensitivity: string,
  home: Coupling | undefined,
): KnownInstitution {
  const homely = home && institutionOf(home);
  const facts = known.map(({ institution, direction }) => ({
    name: institution.name,
    title: institution.title,
    carries: direction.carries,
    condition: institution.condition,
    source: institution.source,
    operationNamed: folded(direction.operation) === folded(operation),
    sensitivityNamed: folded(direction.sensitivity) === folded(sensitivity),
  }));
  const rank = ({ name, operationNamed, sensitivityNamed }: KnownInstitution): number =>
    (name === homely?.name ? 4 : 0) + (operationNamed ? 1 : 0) + (sensitivityNamed ? 1 : 0);
  return facts.reduce((best, each) => (rank(each) > rank(best) ? each : best));
}

function inCoupling(home: Coupling, channel: string, context: CheckContext): Edit {
  const last = home.channels.at(-1)?.place;
  if (last !== undefined) return lineAfter(last, channel, context);
  const { file, end } = home.place;
  return { place: before({ file, start: end - 1, end }), text: `\n  ${channel}\n` };
}

function newCoupling(
  name: string,
  from: string,
  to: string,
  { condition }: KnownInstitution,
  channel: string,
  context: CheckContext,
): Edit | undefined {
  const place = placeForCoupling(context.model.entry, context);
  const comment = (condition.match(/.{1,84}(?=\s|$)/gu) ?? []).map((line) => line.trim());
  const lines = [
    `coupling ${name} between ${from} and ${to} {`,
    ...comment.map((line, number) => `  // ${number === 0 ? "it carries when " : ""}${line}`),
    `  ${channel}`,
    "}",
  ];
  return place && { place, text: `\n\n${lines.join("\n")}` };
}
