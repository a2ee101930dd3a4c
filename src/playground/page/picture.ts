/* The map of the model beside it. While the text is broken the last one stays, greyed. */
import type { Asking } from "./asking.ts";
import { part } from "./elements.ts";

export interface Picture {
  /** Shows the map of a text, if it is sound, once it has been the last for a moment. */
  readonly show: (text: string, sound: boolean) => void;
}

export function createPicture(asking: Asking): Picture {
  const figure = part("map", HTMLElement);
  const image = part("map-picture", HTMLImageElement);
  let asked = 0;
  let timer = 0;
  const draw = async (text: string): Promise<void> => {
    const own = asked;
    const svg = await asking.ask("map", { text }).catch(() => undefined);
    if (own !== asked) return;
    figure.hidden = svg === undefined;
    // As an image it can neither run anything nor load anything.
    if (svg !== undefined) image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  };
  return {
    show(text, sound) {
      asked += 1;
      clearTimeout(timer);
      figure.classList.toggle("outdated", !sound);
      // Who is typing waits for findings, not for pictures.
      if (sound) timer = window.setTimeout(() => void draw(text), 250);
    },
  };
}
