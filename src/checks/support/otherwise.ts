/* What is designated where no rule fits. */
import type { Code, System } from "../../model/model.ts";
import { allClauses, decides } from "./programs.ts";

/** The side of the code that no clause designates yet, which would be missing next; else its reflection value. */
export function valueOtherwise({ values }: Code, system: System): string | undefined {
  const designated = new Set(
    allClauses(system).flatMap(({ clause }) => (decides(clause) ? (clause.value?.text ?? []) : [])),
  );
  const open = values.filter(({ name }) => !designated.has(name));
  return (open.length === 1 ? open[0] : values[1])?.name;
}
