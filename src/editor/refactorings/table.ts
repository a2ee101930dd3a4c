/* All refactorings, in the order in which they are offered. */
import { addOperation, addSensitivity } from "./add_part.ts";
import { addOtherwise } from "./add_otherwise.ts";
import { addProgram } from "./add_program.ts";
import { couple } from "./couple.ts";
import { extractTranslation } from "./extract_translation.ts";
import { markSecondary } from "./mark_secondary.ts";
import { mend } from "./mend.ts";
import { isRefused, type Asked, type Offer, type Refactoring } from "./refactoring.ts";
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

/** A refactoring, and a change of its kind that can be made. */
export interface Offered {
  readonly refactoring: Refactoring;
  readonly offer: Offer;
}

/** All that can be done at a place; what several would do in the same way, once. */
export function offeredAt(asked: Asked, kinds?: readonly Refactoring["kind"][]): readonly Offered[] {
  const seen = new Set<string>();
  return refactorings.flatMap((refactoring) => {
    if (kinds !== undefined && !kinds.includes(refactoring.kind)) return [];
    const offers = refactoring.find({ ...asked, words: [] });
    if (isRefused(offers)) return [];
    return offers.flatMap((offer): readonly Offered[] => {
      const edits = offer.edits();
      if (isRefused(edits)) return [];
      const key = JSON.stringify(edits);
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ refactoring, offer }];
    });
  });
}
