/* The forms in which a picture can be had, and the endings of files by which they are known. */
import { listed, quoted } from "../../base/words.ts";
import { UsageError } from "../failure.ts";

export const drawFormats = ["svg", "png", "dot", "mermaid", "graphml", "json", "csv"] as const;
export type DrawFormat = (typeof drawFormats)[number];

const endings: ReadonlyMap<string, DrawFormat> = new Map<string, DrawFormat>([
  ["svg", "svg"],
  ["png", "png"],
  ["dot", "dot"],
  ["gv", "dot"],
  ["mmd", "mermaid"],
  ["mermaid", "mermaid"],
  ["graphml", "graphml"],
  ["json", "json"],
  ["csv", "csv"],
]);

/** The form that is asked for, or else that of the file it goes to; SVG where nothing says otherwise. */
export function formatFor(asked: DrawFormat | undefined, file: string | undefined): DrawFormat {
  if (asked !== undefined) return asked;
  if (file === undefined) return "svg";
  const ending = /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase();
  const format = ending === undefined ? undefined : endings.get(ending);
  if (format !== undefined) return format;
  throw new UsageError(
    `the name ${quoted(file)} does not say in which form the picture is wanted`,
    `it can end in ${listed(
      [...endings.keys()].map((one) => quoted(`.${one}`)),
      "or",
    )}, or ${quoted("--format")} says it`,
  );
}
