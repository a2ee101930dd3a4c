import type { Entry } from "../entries.ts";
import type { FencesIn } from "./fence.ts";
import { isDocument } from "./is_document.ts";

/** What finds the blocks of Markdown files, if one of the entries is such a file: else it need not be loaded. */
export async function fencesFor(entries: readonly Entry[]): Promise<FencesIn | undefined> {
  if (!entries.some(({ path }) => isDocument(path))) return undefined;
  const { fencesIn } = await import("./fences.ts");
  return fencesIn;
}
