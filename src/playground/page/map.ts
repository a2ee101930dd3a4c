/* The map of the model beside it. While the text is broken the last one stays, greyed. */
import type { Picture } from "../picture.ts";
import { fileNameOf, type Work } from "../work.ts";
import type { Asking } from "./asking.ts";
import { part } from "./elements.ts";
import { downloadPicture, put, type Viewer } from "./viewer.ts";

export interface MapPane {
  /** Shows the map of a work, if it is sound, once it has been the last for a moment. */
  readonly show: (work: Work, sound: boolean) => void;
}

export interface MapOptions {
  readonly asking: Asking;
  /** Its own worker: an engine that takes long keeps nobody from writing on. */
  readonly drawing: Asking<"draw">;
  readonly viewer: Viewer;
}

/** A map is made smaller to be seen as a whole, but not so small that it cannot be read. */
const smallest = 0.7;

function keepLegible({ svg }: Picture, { style }: HTMLImageElement): void {
  const [, width, height] = /^<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  style.minWidth = `${Number(width ?? 0) * smallest}px`;
  style.minHeight = `${Number(height ?? 0) * smallest}px`;
}

export function createMap({ asking, drawing, viewer }: MapOptions): MapPane {
  const figure = part("map", HTMLElement);
  const image = part("map-picture", HTMLImageElement);
  let asked = 0;
  let timer = 0;
  /** Of which asking the drawer draws. */
  let drawn: number | undefined;
  let shown: { readonly picture: Picture; readonly name: string } | undefined;

  /** The picture of a work; undefined if none can be had, or there is a later one by now. */
  async function pictureOf(work: Work, own: number): Promise<Picture | undefined> {
    try {
      const graph = await asking.ask("map", { work });
      if (own !== asked) return undefined;
      // Nobody waits for the map of an earlier text.
      if (drawn !== undefined) drawing.stop();
      drawn = own;
      return await drawing.ask("draw", { graph });
    } catch {
      return undefined;
    } finally {
      if (drawn === own) drawn = undefined;
    }
  }

  async function draw(work: Work): Promise<void> {
    const own = asked;
    const picture = await pictureOf(work, own);
    if (own !== asked) return;
    figure.hidden = picture === undefined;
    figure.classList.remove("outdated");
    shown = picture && { picture, name: `${fileNameOf(work)}-map` };
    if (picture === undefined) return;
    put(picture, image);
    keepLegible(picture, image);
  }

  part("map-large", HTMLButtonElement).addEventListener("click", () => {
    if (shown !== undefined) viewer.show(shown.picture, shown.name);
  });
  part("map-download", HTMLButtonElement).addEventListener("click", () => {
    if (shown !== undefined) downloadPicture(shown.picture, shown.name);
  });

  return {
    show(work, sound) {
      asked += 1;
      clearTimeout(timer);
      if (!sound) figure.classList.add("outdated");
      // Who is typing waits for findings, not for pictures.
      else timer = window.setTimeout(() => void draw(work), 250);
    },
  };
}
