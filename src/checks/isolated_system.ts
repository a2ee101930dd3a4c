import { listed, quoted } from "../base/words.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import type { System } from "../model/model.ts";
import type { Id } from "../model/reference.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { isAtWork, isInEntry } from "./support/at_work.ts";
import { knownInstitutions } from "./support/known_institutions.ts";
import { channelProposal } from "./support/new_coupling.ts";
import { namesIn } from "./support/names.ts";
import type { Side } from "./support/proposal.ts";
import { carriedBy, channelsFor } from "./support/proposal.ts";
import { everyStepOfModel } from "./support/steps.ts";
import { isModelled, whereWritten } from "./support/systems.ts";

interface Facts {
  readonly system: string;
  /** The other systems and environments of the model. */
  readonly others: readonly string[];
  /** What the canon knows to couple it with one of them. */
  readonly institutions: readonly {
    readonly other: string;
    readonly title: string;
    readonly condition: string;
  }[];
  readonly proposal: Fix | undefined;
}

export const isolated_system = defineCheck<Facts>({
  name: "isolated_system",
  severity: "warning",
  group: "whole",
  summary: "a system that nothing couples with any other",
  fromAbsence: true,
  sources: ["Luhmann 1997, ch. 1", "Luhmann 1997, ch. 4"],
  blindToNumbers: true,

  *detect(context) {
    const { model, index } = context;
    // A model without any coupling is a sketch of its systems.
    if (model.couplings.length === 0) return;
    const elsewhere = connectedOtherwise(context);
    for (const system of model.systems) {
      if (!isModelled(system) || elsewhere.has(system.id)) continue;
      if (index.couplingsOf(system.id).length > 0) continue;
      const place = whereWritten(system, context);
      if (!isInEntry(place, context)) continue;
      yield { place, facts: factsOf(system, place.file, context) };
    }
  },

  words({ system, others, institutions }) {
    const [first] = institutions;
    return {
      message: `nothing couples \`${system}\` with any other system`,
      label: "no coupling names it",
      why: [
        "closed in its operations, a system depends all the more on couplings: without them it has no occasion to decide, and what it decides is noise to all others (Luhmann 1997, ch. 1)",
      ],
      help:
        first === undefined
          ? [
              others.length === 0
                ? `couple \`${system}\` with another system, or leave it out`
                : `couple \`${system}\` with ${listed(others.slice(0, 4).map(quoted), "or")}, or leave it out`,
            ]
          : institutions
              .slice(0, 3)
              .map(
                ({ other, title, condition }) =>
                  `${quoted(system)} and ${quoted(other)} are coupled by ${title}, which carries when ${condition}`,
              ),
    };
  },

  fixes: ({ proposal }) => (proposal === undefined ? [] : [proposal]),
});

/**
 * What has no coupling of its own, and needs none here: what others are `like` or `within`, and what a perturbation,
 * a steering or a regulation is about, which checks of their own report.
 */
function connectedOtherwise(context: CheckContext): ReadonlySet<Id> {
  const { model } = context;
  const ids = new Set<Id>();
  const add = (ref: { readonly id: Id } | undefined): void => {
    if (ref !== undefined) ids.add(ref.id);
  };
  for (const { id, like, within } of model.systems) {
    [like, ...within].forEach((ref) => (ref?.id === id ? undefined : add(ref)));
  }
  for (const { by, of } of model.regulations) [by, of].forEach(add);
  for (const { step } of everyStepOfModel(context)) {
    if (step.kind === "perturb") [step.source, step.target].forEach(add);
    if (step.kind === "steer") ids.add(step.by.id).add(step.part.owner);
  }
  return ids;
}

function factsOf(system: System, file: string, context: CheckContext): Facts {
  const others = firstOthers(system, context);
  const names = namesIn(file, context);
  const known = others.flatMap((other) =>
    knownInstitutions(system.id, other.id, context)
      .slice(0, 1)
      .map(({ title, condition }) => ({ id: other.id, other: names(other.id), title, condition })),
  );
  const environments = context.model.environments
    .slice(0, mostOthers)
    .filter(({ place }) => place.file === file);
  const partners = [...known, ...environments, ...others].map(({ id }) => id);
  return {
    system: names(system.id),
    others: [...others, ...environments].map(({ id }) => names(id)),
    institutions: known.map(({ other, title, condition }) => ({ other, title, condition })),
    proposal: firstProposal(system.id, [...new Set(partners)], file, context),
  };
}

/** So many others are looked at: the first that are coupled with something; only if none is, those that are alone, too. */
const mostOthers = 50;

function firstOthers(system: System, context: CheckContext): readonly System[] {
  const coupled: System[] = [];
  const alone: System[] = [];
  for (const other of context.model.systems) {
    if (coupled.length === mostOthers) break;
    if (other.id === system.id || !isAtWork(other, context)) continue;
    (context.index.couplingsOf(other.id).length > 0 ? coupled : alone).push(other);
  }
  return coupled.length > 0 ? coupled : alone.slice(0, mostOthers);
}

const mostTried = 8;

/** A channel that fits, out of the system or into it, with the first partner that has one. */
function firstProposal(
  system: Id,
  partners: readonly Id[],
  file: string,
  context: CheckContext,
): Fix | undefined {
  const names = namesIn(file, context);
  const sideOf = (id: Id): Side => ({ id, name: names(id) });
  for (const partner of partners.slice(0, mostTried)) {
    for (const [from, to] of [
      [system, partner],
      [partner, system],
    ] as const) {
      const fitting = carriedBy(from, context).find((carried) => {
        const [best] = channelsFor(sideOf(from), carried, sideOf(to), context);
        return best !== undefined && best.fit >= 0;
      });
      if (fitting === undefined) continue;
      const crossing = { from: sideOf(from), to: sideOf(to), operation: fitting.name, file };
      const fix = channelProposal(crossing, context);
      if (fix !== undefined) return fix;
    }
  }
  return undefined;
}
