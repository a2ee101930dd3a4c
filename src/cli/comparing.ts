/* The forms in which a comparison can be had, and the endings of files by which they are known. */
import { listed, quoted } from "../base/words.ts";
import type { DrawFormat } from "./drawing/formats.ts";
import { UsageError } from "./failure.ts";

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

const endings: ReadonlyMap<string, CompareFormat> = new Map<string, CompareFormat>([
  ["txt", "text"],
  ["json", "json"],
  ["md", "markdown"],
  ["markdown", "markdown"],
  ["svg", "svg"],
  ["png", "png"],
  ["dot", "dot"],
  ["gv", "dot"],
  ["mmd", "mermaid"],
  ["mermaid", "mermaid"],
  ["graphml", "graphml"],
]);

/** The form that is asked for, or else that of the file it goes to; text where nothing says otherwise. */
export function compareFormatFor(asked: CompareFormat | undefined, file: string | undefined): CompareFormat {
  if (asked !== undefined) return asked;
  if (file === undefined) return "text";
  const ending = /\.([^./\\]+)$/u.exec(file)?.[1]?.toLowerCase();
  const format = ending === undefined ? undefined : endings.get(ending);
  if (format !== undefined) return format;
  throw new UsageError(
    `the name ${quoted(file)} does not say in which form the comparison is wanted`,
    `it can end in ${listed(
      [...endings.keys()].map((one) => quoted(`.${one}`)),
      "or",
    )}, or ${quoted("--format")} says it`,
  );
}
