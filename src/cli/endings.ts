/* The endings of files by which forms are known. */
import { listed, quoted } from "../base/words.ts";
import { UsageError } from "./failure.ts";

/** Of pictures. */
export const pictureEndings = [
  ["svg", "svg"],
  ["png", "png"],
  ["dot", "dot"],
  ["gv", "dot"],
  ["mmd", "mermaid"],
  ["mermaid", "mermaid"],
  ["graphml", "graphml"],
] as const;

/**
 * The form of which a file's ending speaks. Throws `UsageError` for a name that says nothing of it; `what` is what is to be written, as in
 * “the picture is”.
 */
export function formByEnding<Form extends string>(
  file: string,
  endings: readonly (readonly [ending: string, form: Form])[],
  what: string,
): Form {
  const ending = /\.([^./\\]+)$/u.exec(file)?.[1]?.toLowerCase();
  const form = endings.find(([one]) => one === ending)?.[1];
  if (form !== undefined) return form;
  throw new UsageError(
    `the name ${quoted(file)} does not say in which form ${what} wanted`,
    `it can end in ${listed(
      endings.map(([one]) => quoted(`.${one}`)),
      "or",
    )}, or ${quoted("--format")} says it`,
  );
}
