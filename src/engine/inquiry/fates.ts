/* What became of an operation in every other system: it irritated, or it was noise, and why (LANGUAGE.md, "Noise"). */
import type { Id } from "../../model/reference.ts";
import type { NamedNumber, NoiseReason, TraceEntry } from "../trace.ts";
import type { Inquiry } from "./inquiry.ts";

type EntryOf<Kind extends TraceEntry["kind"]> = Extract<TraceEntry, { kind: Kind }>;

/** What became of an operation or event for one other. */
export type Fate =
  /** A channel has put it before the system, which has decided or left it undecided; or has brought it to an environment. */
  | {
      readonly kind: "irritated";
      readonly owner: Id;
      readonly coupling: Id;
      readonly channel: number;
      /** The entry of the irritation, or of the arrival; and that of the decision. */
      readonly entry: number;
      readonly decision: number | undefined;
      /** A value of its code, or `undecided`; undefined of an environment. */
      readonly value: string | undefined;
    }
  | {
      readonly kind: "noise";
      readonly owner: Id;
      readonly reason: "not at issue" | "no coupling" | "no channel" | NoiseReason;
      readonly coupling?: Id | undefined;
      readonly channel?: number | undefined;
      readonly entry?: number | undefined;
      readonly values: readonly NamedNumber[];
    }
  /** It has not arrived by the end of the trace. */
  | { readonly kind: "under way"; readonly owner: Id; readonly coupling: Id; readonly channel: number };

/** The fates of an operation or event for one other: one for each channel, or the one reason why there is none. */
export function fatesFor(inquiry: Inquiry, operation: EntryOf<"operation">, owner: Id): readonly Fate[] {
  const { index, history } = inquiry;
  const { issue } = operation;
  if (issue !== undefined && issue !== owner)
    return [{ kind: "noise", owner, reason: "not at issue", values: [] }];
  const couplings = index.couplingsBetween(operation.owner, owner);
  const carrying = index
    .channelsFrom(operation.owner, operation.name)
    .filter(({ channel }) => channel.target.owner === owner);
  if (carrying.length === 0) {
    const reason = couplings.length === 0 ? "no coupling" : "no channel";
    return [{ kind: "noise", owner, reason, coupling: couplings[0]?.id, values: [] }];
  }
  const effects = history.effectsOf(operation.id).flatMap((id) => history.at(id) ?? []);
  return carrying.map(({ coupling, channel }): Fate => {
    const number = coupling.channels.indexOf(channel);
    const effect = effects.find(
      (each): each is EntryOf<"noise" | "irritation" | "arrival"> =>
        (each.kind === "noise" || each.kind === "irritation" || each.kind === "arrival") &&
        each.coupling === coupling.id &&
        each.channel === number,
    );
    const by = { owner, coupling: coupling.id, channel: number };
    if (effect === undefined) return { kind: "under way", ...by };
    if (effect.kind === "noise")
      return { kind: "noise", ...by, reason: effect.reason, entry: effect.id, values: effect.values };
    const decision = history
      .effectsOf(effect.id)
      .map((id) => history.at(id))
      .find((each) => each?.kind === "decision");
    return {
      kind: "irritated",
      ...by,
      entry: effect.id,
      decision: decision?.id,
      value: decision?.kind === "decision" ? decision.value : undefined,
    };
  });
}

/** The fates of an operation or event for everybody but its own system. */
export function fatesOf(inquiry: Inquiry, operation: EntryOf<"operation">): readonly Fate[] {
  const { systems, environments } = inquiry.model;
  return [...systems, ...environments]
    .filter(({ id }) => id !== operation.owner)
    .flatMap(({ id }) => fatesFor(inquiry, operation, id));
}
