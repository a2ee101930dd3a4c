/* The forms in which a picture can be had, and the endings of files by which they are known. */
import { formByEnding, pictureEndings } from "../endings.ts";

export const drawFormats = ["svg", "png", "dot", "mermaid", "graphml", "json", "csv"] as const;
export type DrawFormat = (typeof drawFormats)[number];

const endings = [...pictureEndings, ["json", "json"], ["csv", "csv"]] as const;

/** The form that is asked for, or else that of the file it goes to; SVG where nothing says otherwise. */
export function formatFor(asked: DrawFormat | undefined, file: string | undefined): DrawFormat {
  return asked ?? (file === undefined ? "svg" : formByEnding(file, endings, "the picture is"));
}
