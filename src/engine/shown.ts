/* Values as they are shown to people, by the names under which they were read. */
import type { NamedValue } from "../diagnostics/run_facts.ts";
import type { Frame, Read } from "./frame.ts";
import { shownValue, valueOf } from "./values.ts";
import type { Words } from "./words.ts";

/** What is read at present. */
export function valuesOf(reads: readonly Read[], frame: Frame, words: Words): readonly NamedValue[] {
  return reads.map(({ name, type, compute }) => ({
    name,
    value: shownValue(valueOf(compute(frame), type, words), type),
  }));
}
