import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The page of a check, in Markdown. `name` is that of one of our checks, not what somebody typed. */
export function pageOf(name: string): string {
  // The pages lie beside the folder of the command line, in the package as in the sources.
  return readFileSync(join(import.meta.dirname, "../checks", `${name}.md`), "utf8");
}
