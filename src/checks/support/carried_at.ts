import type { Place } from "../../base/place.ts";
import { contains } from "../../base/place.ts";
import type { Named, NamedParameter } from "../../model/problems.ts";
import type { CheckContext } from "../context.ts";

/** So many channels into one sensitivity are looked at. */
const mostLookedAt = 1000;

/**
 * What the channel carries that leads into a sensitivity from around a place: parameters, and of an environment its
 * quantities. Empty if there is no such channel.
 */
export function carriedInto(
  { name, owner }: Named,
  place: Place,
  { index }: CheckContext,
): readonly NamedParameter[] {
  const source = index
    .channelsInto(owner ?? "", name)
    .slice(0, mostLookedAt)
    .find(({ channel }) => channel.place.file === place.file && contains(channel.place, place))
    ?.channel.source;
  if (source === undefined) return [];
  const parameters =
    (index.operation(source.owner, source.name) ?? index.event(source.owner, source.name))?.parameters ?? [];
  return [...parameters, ...(index.environment(source.owner)?.quantities ?? [])];
}
