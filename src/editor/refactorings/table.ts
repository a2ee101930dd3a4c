/* All refactorings, in the order in which they are offered. */
import { addOperation, addSensitivity } from "./add_part.ts";
import { addOtherwise } from "./add_otherwise.ts";
import { addProgram } from "./add_program.ts";
import { couple } from "./couple.ts";
import { extractTranslation } from "./extract_translation.ts";
import { markSecondary } from "./mark_secondary.ts";
import { mend } from "./mend.ts";
import type { Refactoring } from "./refactoring.ts";
import { regulate } from "./regulate.ts";
import { renameName } from "./rename_name.ts";
import { silence } from "./silence.ts";

export const refactorings: readonly Refactoring[] = [
  couple,
  addSensitivity,
  addOperation,
  addProgram,
  addOtherwise,
  markSecondary,
  regulate,
  extractTranslation,
  renameName,
  mend,
  silence,
];

export function refactoringNamed(name: string): Refactoring | undefined {
  return refactorings.find((one) => one.name === name);
}
