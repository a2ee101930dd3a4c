/* The forms in which a comparison can be had, and the endings of files by which they are known. */
import type { DrawFormat } from "./drawing/formats.ts";
import { formByEnding, pictureEndings } from "./endings.ts";

export const compareFormats = [
  "text",
  "json",
  "markdown",
  "svg",
  "png",
  "dot",
  "mermaid",
  "graphml",
] as const;
export type CompareFormat = (typeof compareFormats)[number];

/** Those that are pictures. */
export type PictureFormat = CompareFormat & DrawFormat;

const endings = [
  ["txt", "text"],
  ["json", "json"],
  ["md", "markdown"],
  ["markdown", "markdown"],
  ...pictureEndings,
] as const;

/** The form that is asked for, or else that of the file it goes to; text where nothing says otherwise. */
export function compareFormatFor(asked: CompareFormat | undefined, file: string | undefined): CompareFormat {
  return asked ?? (file === undefined ? "text" : formByEnding(file, endings, "the comparison is"));
}
