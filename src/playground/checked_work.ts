/* The model that a work is, as it is run: apart from the work itself, since the page need not know how models are checked. */
import type { CheckResult } from "../checks/apply.ts";
import { check, memoryHost, type ReadBibliography } from "../index.ts";
import { textsOf, type Work } from "./work.ts";

/** Checked as the command line would check its first file. */
export function checkedWork(work: Work, readBibliography: ReadBibliography | undefined): CheckResult {
  const [first] = work;
  const host = memoryHost(textsOf(work));
  return check(first, { host, ...(readBibliography && { readBibliography }) });
}
