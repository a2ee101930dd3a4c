/* A picture as the page shows it: the text of an SVG, and what it shows in words. */
import type { TimedPicture } from "../views/pictures/run/time_axis.ts";

export interface Picture {
  readonly svg: string;
  readonly words: string;
  /** Where its time lies, if it has one. */
  readonly time?: PictureTime | undefined;
}

export type PictureTime = Omit<TimedPicture, "svg">;

/** The words are those that the picture has for whoever cannot see it: as an image, it keeps them to itself. */
export function pictureOf(svg: string): Picture {
  return { svg, words: `${textOf(svg, "title")}. ${textOf(svg, "desc")}`.trim() };
}

export function timedPictureOf({ svg, ...time }: TimedPicture): Picture {
  return { ...pictureOf(svg), time };
}

/** The first text of an element, written as our pictures write it: of the picture itself, since that comes first. */
function textOf(svg: string, name: "title" | "desc"): string {
  const [, text = ""] = new RegExp(`<${name}>([^<]*)</${name}>`).exec(svg) ?? [];
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
