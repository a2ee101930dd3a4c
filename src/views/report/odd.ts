import type { Document } from "./document.ts";
import type { ReportInput } from "./input.ts";
import { reportOf } from "./contents.ts";
export function oddOf(input: ReportInput): Document {
  return reportOf(input);
}
