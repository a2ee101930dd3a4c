/* What a channel that is moved into another coupling takes along, and what names the coupling. */
import { contains } from "../../base/place.ts";
import { quoted } from "../../base/words.ts";
import type { CheckContext } from "../../checks/context.ts";
import { indentationOf } from "../../checks/support/insertion.ts";
import { everyStepOfModel } from "../../checks/support/steps.ts";
import type { Edit } from "../../diagnostics/diagnostic.ts";
import type { Expression } from "../../model/expression.ts";
import { everyExpression } from "../../model/expression_parts.ts";
import type { Channel, Coupling } from "../../model/model.ts";
import type { Ref } from "../../model/reference.ts";
import { referencesTo } from "../definition.ts";
import type { Occurrences } from "../occurrences.ts";
import { refused, type Asked, type Refused } from "./refactoring.ts";

export interface Move {
  readonly coupling: Coupling;
  readonly channel: Channel;
  /** The coupling that it gets. */
  readonly name: string;
  /** Where the new coupling stands. */
  readonly side: "before" | "after";
}

/** Whether a channel draws: its place in the coupling says what. */
export function draws({ when, chance, capacity, delay, target }: Channel): boolean {
  if (chance !== undefined) return true;
  const values = target.kind === "sensitivity" ? target.args : target.assignments;
  const all = [when, capacity, delay, ...values.map(({ value }) => value)];
  return all.some((one) => one !== undefined && drawsIn(one));
}

function drawsIn(expression: Expression): boolean {
  return [...everyExpression(expression)].some(
    (part) => part.kind === "call" && ["chance", "uniform", "normal"].includes(part.function),
  );
}

/** On which side of its coupling a channel can stand without passing another that leads to the same end. */
export function movedPast({ channels }: Coupling, channel: Channel): Move["side"] | undefined {
  const index = channels.indexOf(channel);
  const passes = (others: readonly Channel[]): boolean =>
    others.some(({ target }) => target.owner === channel.target.owner);
  if (!passes(channels.slice(index + 1))) return "after";
  return passes(channels.slice(0, index)) ? undefined : "before";
}

/** Whatever names the coupling, and means its channels, means the new one, too. */
export function referencesChanged(
  move: Move,
  occurrences: Occurrences,
  { study, studies }: Asked,
  context: CheckContext,
): readonly Edit[] | Refused {
  const { coupling, channel, name } = move;
  const symbol = occurrences.at(study.entry, coupling.namePlace.start)?.symbol;
  const elsewhere = symbol && referencesTo(symbol, studies).find(({ place }) => place.file !== study.entry);
  if (elsewhere !== undefined)
    return refused(`${quoted(elsewhere.place.file)} names ${quoted(coupling.name)}, and would have to name the new one, too`); // prettier-ignore
  const edits: Edit[] = [];
  const isIt = (ref: Ref): boolean => ref.id === coupling.id;
  for (const { step } of everyStepOfModel(context)) {
    if ((step.kind !== "close" && step.kind !== "open") || !isIt(step.coupling)) continue;
    if (
      context.model.expectedViolations.some(
        ({ scope }) => contains(scope, step.place) && contains(step.place, scope),
      )
    )
      return refused(
        `after ${quoted(`${step.kind} ${coupling.name}`)} a violation is expected, of one step and not of two`,
      );
    const { place } = step;
    edits.push({
      place: { ...place, start: place.end },
      text: `\n${indentationOf(place, context)}${step.kind} ${name}`,
    });
  }
  for (const regulation of context.model.regulations) {
    const route = context.shared.route(regulation);
    if (route.kind !== "whole") continue;
    for (const { ref, channels } of route.hops) {
      if (isIt(ref) && channels.every((one) => one === channel)) edits.push({ place: ref.place, text: name });
    }
  }
  for (const { claim } of context.model.properties) {
    for (const ref of claim?.kind === "reaches" ? claim.through : []) {
      if (isIt(ref)) edits.push({ place: { ...ref.place, start: ref.place.end }, text: `, ${name}` });
    }
  }
  return edits;
}
