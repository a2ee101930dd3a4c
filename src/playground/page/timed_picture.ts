/*
 * A picture with a mark on a step. It is an image, into which nothing can be drawn: the mark lies over it, where the picture says
 * that its time lies.
 */
import type { TimeAxis } from "../../views/pictures/run/time_axis.ts";
import type { Picture, PictureTime } from "../picture.ts";
import { button, element, fill, part } from "./elements.ts";
import { put } from "./viewer.ts";

export interface PictureFrame {
  readonly show: (picture: Picture) => void;
  /** Words in the place of the picture. */
  readonly say: (words: string) => void;
  readonly at: (step: number) => void;
  /** How wide a picture can be that is to be seen as a whole. */
  readonly room: () => number;
}

export interface PictureFrameOptions {
  /** Of the panel in which it stands. */
  readonly id: string;
  readonly caption: string;
  /** A step has been pointed at. */
  readonly goTo: (step: number) => void;
  readonly enlarge: () => void;
  readonly save: () => void;
}

/** Narrower ones are not drawn, and broader ones are harder to read. */
const widths = { least: 320, most: 960 } as const;

export function createTimedPicture({ id, caption, goTo, enlarge, save }: PictureFrameOptions): PictureFrame {
  const panel = part(id, HTMLElement);
  const words = element("p", { class: "faint" });
  const image = element("img", { id: `${id}-picture`, alt: "" });
  const sheet = element("div", { class: "timed" }, image);
  const frame = element(
    "figure",
    { hidden: true },
    element(
      "figcaption",
      {},
      element("span", {}, caption),
      button("Enlarge", enlarge),
      button("Download", save),
    ),
    sheet,
  );
  fill(panel, words, frame);
  let time: PictureTime | undefined;
  let step = 0;
  let marks: readonly HTMLElement[] = [];

  function place(): void {
    if (time === undefined) return;
    const { axes } = time;
    for (const [number, mark] of marks.entries()) {
      const axis = axes[number];
      if (axis !== undefined) lay(mark, axis, time, step);
    }
  }

  image.addEventListener("click", ({ offsetX, offsetY }) => {
    if (time === undefined) return;
    const scale = time.width / image.clientWidth;
    const found = stepAt(time, offsetX * scale, offsetY * scale);
    if (found !== undefined) goTo(found);
  });

  return {
    show(picture) {
      ({ time } = picture);
      marks = (time?.axes ?? []).map(() => element("div", { class: "mark" }));
      fill(sheet, image, ...marks);
      sheet.classList.toggle("whole", time !== undefined);
      put(picture, image);
      place();
      frame.hidden = false;
      words.hidden = true;
    },
    say(text) {
      fill(words, text);
      words.hidden = false;
      frame.hidden = true;
    },
    at(next) {
      step = next;
      place();
    },
    room: () => Math.min(widths.most, Math.max(widths.least, words.clientWidth)),
  };
}

/** Over the room that a step has on an axis, in parts of the picture: it may be shown smaller than it is. */
function lay(
  { style }: HTMLElement,
  { left, right, top, bottom }: TimeAxis,
  { width, height, steps }: PictureTime,
  step: number,
): void {
  const room = (right - left) / (steps + 1);
  style.left = `${(100 * (left + step * room)) / width}%`;
  style.width = `${(100 * room) / width}%`;
  style.top = `${(100 * top) / height}%`;
  style.height = `${(100 * (bottom - top)) / height}%`;
}

/** The step at a place of the picture; undefined beside its axes. */
function stepAt({ axes, steps }: PictureTime, x: number, y: number): number | undefined {
  // Below an axis stand the numbers of its steps.
  const below = 24;
  const axis = axes.find(
    ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom + below,
  );
  if (axis === undefined) return undefined;
  const { left, right } = axis;
  return Math.min(steps, Math.floor(((x - left) / (right - left)) * (steps + 1)));
}
