/* What brings something from one system (or environment) into another, as the model has it. */
import type { NameOf } from "../../flow/describe.ts";
import type { Channel, Coupling } from "../../model/model.ts";
import type { Id } from "../../model/reference.ts";
import type { CheckContext } from "../context.ts";

/** So many couplings, and channels of each, are looked at for one finding. */
const mostLookedAt = 40;

export interface Carrier {
  readonly coupling: Coupling;
  readonly channel: Channel;
}

/** The first channels from the one into the other, in the order of the model. */
export function carriersBetween(from: Id, to: Id, { index }: CheckContext): readonly Carrier[] {
  return index
    .couplingsBetween(from, to)
    .slice(0, mostLookedAt)
    .flatMap((coupling) => coupling.channels.slice(0, mostLookedAt).map((channel) => ({ coupling, channel })))
    .filter(({ channel }) => channel.source.owner === from && channel.target.owner === to);
}

/** `law.enacted`, or `city` of a channel that assigns, in the names of a file. */
export function targetName({ target }: Channel, names: NameOf): string {
  const owner = names(target.owner);
  return target.kind === "sensitivity" ? `${owner}.${target.name}` : owner;
}

/** `politics.bill`. */
export function sourceName({ source }: Channel, names: NameOf): string {
  return `${names(source.owner)}.${source.name}`;
}
