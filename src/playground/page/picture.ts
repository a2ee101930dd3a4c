/* The map of the model beside it. While the text is broken the last one stays, greyed. */
import type { Asking } from "./asking.ts";
import { part } from "./elements.ts";

export interface Picture {
  /** Shows the map of a text, if it is sound and the last that was asked for. */
  readonly show: (text: string, sound: boolean) => Promise<void>;
}

export function createPicture(asking: Asking): Picture {
  const figure = part("map", HTMLElement);
  const image = part("map-picture", HTMLImageElement);
  let asked = 0;
  return {
    async show(text, sound) {
      asked += 1;
      const own = asked;
      figure.classList.toggle("outdated", !sound);
      if (!sound) return;
      const svg = await asking.ask("map", { text }).catch(() => undefined);
      if (own !== asked) return;
      figure.hidden = svg === undefined;
      // As an image it can neither run anything nor load anything.
      if (svg !== undefined) image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
    },
  };
}
