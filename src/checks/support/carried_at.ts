import type { Place } from "../../base/place.ts";
import { contains } from "../../base/place.ts";
import type { NamedParameter } from "../../model/problems.ts";
import type { CheckContext } from "../context.ts";

/** What the channel carries that stands around a place: parameters, and of an environment its quantities. */
export function carriedAt(place: Place, { model, index }: CheckContext): readonly NamedParameter[] {
  const coupling = model.couplings.find(
    (each) => each.place.file === place.file && contains(each.place, place),
  );
  const source = coupling?.channels.find((channel) => contains(channel.place, place))?.source;
  if (source === undefined) return [];
  const { owner, name } = source;
  const parameters = (index.operation(owner, name) ?? index.event(owner, name))?.parameters ?? [];
  const quantities = index.environment(owner)?.quantities ?? [];
  return [...parameters, ...quantities];
}
