/* All channels of a model, in the order of declaration, with the names of the places where they draw. */
import type { Channel, Model } from "../../../src/model/model.ts";
import type { PlacedChannel } from "./run.ts";

export function channelsOf(model: Model): PlacedChannel[] {
  return model.couplings.flatMap((coupling) => {
    const before = new Map<string, number>();
    return coupling.channels.map((channel, index) => {
      const text = `${coupling.id}/${wayOf(channel)}`;
      const same = before.get(text) ?? 0;
      before.set(text, same + 1);
      return { coupling, index, channel, base: same === 0 ? text : `${text} ${same}` };
    });
  });
}

function wayOf({ source, target }: Channel): string {
  const way = `${source.owner}.${source.name} -> ${target.owner}`;
  return target.kind === "sensitivity" ? `${way}.${target.name}` : way;
}
