/* Bibliographies, read by a library that is only loaded when there is one. */
import type { ReadBibliography } from "../model/loaded.ts";

/**
 * Does some work that may come upon bibliographies; if it does, the work is done once more with what reads them. The
 * work must leave nothing behind but its result.
 */
export async function withBibliographies<Result>(work: (read: ReadBibliography) => Result): Promise<Result> {
  let wanted = false;
  const result = work(() => {
    wanted = true;
    return { kind: "read", entries: [] };
  });
  if (!wanted) return result;
  const { readBibliography } = await import("../model/bibliography.ts");
  return work(readBibliography);
}
