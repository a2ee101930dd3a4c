/* The coupling that is missing: a channel for this operation, in a coupling that there is or in a new one. */
import { quoted } from "../../base/words.ts";
import type { CheckContext } from "../../checks/context.ts";
import { directionOf, knownInstitutions } from "../../checks/support/known_institutions.ts";
import { namesIn } from "../../checks/support/names.ts";
import { channelProposal, newSensitivityProposal, type Crossing } from "../../checks/support/new_coupling.ts";
import { carriedBy, channelsFor } from "../../checks/support/proposal.ts";
import { everyStepOfModel } from "../../checks/support/steps.ts";
import type { Edit, Fix } from "../../diagnostics/diagnostic.ts";
import type { Place } from "../../base/place.ts";
import type { Environment, System } from "../../model/model.ts";
import type { Id } from "../../model/reference.ts";
import {
  isPointedAt,
  refused,
  type Asked,
  type Offer,
  type Refactoring,
  type Refused,
} from "./refactoring.ts";
import {
  contextOf,
  expectationRemoved,
  isOwner,
  nothingNamed,
  ownerNamed,
  partNamed,
} from "./surroundings.ts";

export const couple: Refactoring = {
  name: "couple",
  title: "Let an operation irritate another system, by a coupling",
  applies: "to a perturbation that no channel carries, and to an operation that none carries anywhere",
  usage: "FILE OPERATION SYSTEM, or FILE:LINE",
  examples: ["niklas refactor couple city.sys politics.decree economy", "niklas refactor couple city.sys:53"],
  kind: "rewrite",
  keepsRuns: false,
  find: (asked) => (asked.words.length === 0 ? atPlace(asked) : named(asked)),
};

function atPlace(asked: Asked): readonly Offer[] {
  const { study } = asked;
  const context = contextOf(study);
  const offers: Offer[] = [];
  for (const { scenario, step } of everyStepOfModel(context)) {
    if (step.kind !== "perturb" || step.operation.owner !== step.source.id) continue;
    if (!isPointedAt(step.place, asked)) continue;
    const carried = isCarried(step.source.id, step.operation.name, step.target.id, context);
    if (carried || step.source.id === step.target.id) continue;
    const crossing = crossingOf(step.source.id, step.operation.name, step.target.id, study.entry, context);
    offers.push(...offersFor(crossing, { ...step.place, file: scenario.place.file }, context));
  }
  for (const system of context.model.systems) {
    for (const { name, place } of system.operations) {
      if (!isPointedAt(place, asked) || context.index.channelsFrom(system.id, name).length > 0) continue;
      for (const target of mayNotice(system.id, context))
        offers.push(...offersFor(crossingOf(system.id, name, target, study.entry, context), place, context).slice(0, 1)); // prettier-ignore
    }
  }
  return distinct(offers);
}

/** An offer for a crossing that the scenario asks for several times is made once. */
function distinct(offers: readonly Offer[]): readonly Offer[] {
  return offers.filter(
    ({ words, place }, index) =>
      offers.findIndex(
        (other) => other.words.join(" ") === words.join(" ") && other.place.start === place.start,
      ) === index,
  );
}

function named({ study, words }: Asked): readonly Offer[] | Refused {
  const [operation = "", target, how] = words;
  if (target === undefined)
    return refused("it is not said whom the operation is to irritate", "name the operation and the system: `politics.decree economy`"); // prettier-ignore
  const context = contextOf(study);
  const from = partNamed(operation, study, context);
  if ("reason" in from) return from;
  const to = ownerNamed(target, study, context);
  if (!isOwner(to)) return to;
  const carried = carriedBy(from.owner.id, context).find(({ name }) => name === from.name);
  if (carried === undefined)
    return nothingNamed(
      from.name,
      carriedBy(from.owner.id, context).map(({ name }) => name),
      `among the operations of ${quoted(operation.slice(0, operation.lastIndexOf(".")))}`,
    );
  const trouble = whyNot(from.owner, from.name, to, context);
  if (trouble !== undefined) return trouble;
  const crossing = crossingOf(from.owner.id, from.name, to.id, study.entry, context);
  const offers = offersFor(crossing, from.owner.namePlace, context);
  if (how !== undefined && how !== newWord)
    return refused(`${quoted(how)} is not understood`, `after the system only ${quoted(newWord)} can stand: a sensitivity of its own for the operation`); // prettier-ignore
  const wanted = offers.filter(({ words: all }) => all.includes(newWord) === (how === newWord));
  if (wanted.length > 0) return wanted;
  return offers.length > 0 && how === undefined
    ? offers
    : refused(`there is nothing in ${quoted(target)} that ${quoted(operation)} could change`);
}

function whyNot(
  from: System | Environment,
  operation: string,
  to: System | Environment,
  { index, ...context }: CheckContext,
): Refused | undefined {
  const whole = { index, ...context };
  if (from.id === to.id)
    return refused("a system is not coupled with itself", "what it does is put before it by `on own`");
  if (from.kind !== "system" && to.kind !== "system")
    return refused("a coupling has a system on one side at least");
  const carrying = index
    .channelsFrom(from.id, operation)
    .find(({ channel }) => channel.target.owner === to.id);
  if (carrying === undefined) return undefined;
  const names = namesIn(whole.model.entry, whole);
  return refused(
    `${quoted(names(carrying.coupling.id))} carries ${quoted(`${names(from.id)}.${operation}`)} to ${quoted(names(to.id))} already`,
  );
}

/** The word for a sensitivity of its own, where the system has others that could be irritated. */
const newWord = "new";

function offersFor(crossing: Crossing, place: Place, context: CheckContext): readonly Offer[] {
  const { from, to, operation } = crossing;
  const words = [`${from.name}.${operation}`, to.name];
  const carried = carriedBy(from.id, context).find(({ name }) => name === operation);
  const [fitting] = carried === undefined ? [] : channelsFor(from, carried, to, context);
  const first = channelProposal(crossing, context);
  const offer = (fix: Fix | undefined, all: readonly string[]): readonly Offer[] => {
    if (fix === undefined) return [];
    const edits = () => [...fix.edits, ...noLongerExpected(crossing, context)];
    return [{ title: capital(fix.title), place, words: all, points: "no", preferred: false, edits }];
  };
  if (fitting === undefined) return offer(first, words);
  const own = offer(newSensitivityProposal(crossing, context), [...words, newWord]);
  return [...offer(first, words), ...own];
}

/** Where scenarios show that nothing carries the operation, they would be wrong. */
function noLongerExpected({ from, to, operation }: Crossing, context: CheckContext): readonly Edit[] {
  return [...everyStepOfModel(context)].flatMap(({ step }) =>
    step.kind === "perturb" &&
    step.source.id === from.id &&
    step.target.id === to.id &&
    step.operation.name === operation
      ? expectationRemoved(step, "uncoupled_perturbation", context)
      : [],
  );
}

export function crossingOf(
  from: Id,
  operation: string,
  to: Id,
  file: string,
  context: CheckContext,
): Crossing {
  const names = namesIn(file, context);
  return { from: { id: from, name: names(from) }, to: { id: to, name: names(to) }, operation, file };
}

/** So many systems are offered for an operation that nobody hears of. */
const mostOffered = 3;

/** Whom an operation is likely to irritate: whoever is coupled with the system, or known by the canon to be. */
function mayNotice(id: Id, context: CheckContext): readonly Id[] {
  const { model, index } = context;
  const coupled = index
    .couplingsOf(id)
    .flatMap(({ left, right }) => [left?.id, right?.id].filter((side) => side !== undefined && side !== id));
  const known = model.systems
    .filter(({ id: other, sensitivities }) => other !== id && sensitivities.length > 0)
    .filter(({ id: other }) =>
      knownInstitutions(id, other, context).some((one) => directionOf(one, id, other, context) !== undefined),
    )
    .map(({ id: other }) => other);
  return [...new Set([...coupled.flatMap((side) => side ?? []), ...known])].slice(0, mostOffered);
}

function isCarried(from: Id, operation: string, to: Id, { index }: CheckContext): boolean {
  return index.channelsFrom(from, operation).some(({ channel }) => channel.target.owner === to);
}

export function capital(title: string): string {
  return title.slice(0, 1).toUpperCase() + title.slice(1);
}
