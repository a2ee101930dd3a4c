/* What can be done about what is found: the fixes of the findings, and to silence them with a reason. */
import type { Place } from "../base/place.ts";
import type { Diagnostic, Edit } from "../diagnostics/diagnostic.ts";
import { quoted } from "../base/words.ts";
import { silencingEdit } from "./silencing.ts";
import type { Study } from "./study.ts";

export interface Action {
  readonly title: string;
  /** The finding that it is about. */
  readonly diagnostic: Diagnostic;
  readonly edits: readonly Edit[];
  /** The one to take without looking. */
  readonly preferred: boolean;
}

/** What can be done about these findings. */
export function actionsFor(study: Study, diagnostics: readonly Diagnostic[]): readonly Action[] {
  return diagnostics.flatMap((diagnostic): Action[] => {
    const first = diagnostic.fixes.find(({ certain }) => certain);
    const fixes = diagnostic.fixes.map((fix) => ({
      title: fix.title,
      diagnostic,
      edits: fix.edits,
      preferred: fix === first,
    }));
    const silence = silencing(study, diagnostic);
    return silence === undefined ? fixes : [...fixes, silence];
  });
}

/** Findings that a stretch touches. */
export function touching(
  diagnostics: readonly Diagnostic[],
  { file, start, end }: Place,
): readonly Diagnostic[] {
  return diagnostics.filter(({ place }) => place.file === file && place.start <= end && start <= place.end);
}

/** What stands for the reason until the modeller says it. */
export const unsaidReason = "why this is meant";

function silencing(study: Study, diagnostic: Diagnostic): Action | undefined {
  const edit = silencingEdit(study, diagnostic, unsaidReason);
  return (
    edit && {
      title: `Silence ${quoted(diagnostic.check)} here, with a reason`,
      diagnostic,
      edits: [edit],
      preferred: false,
    }
  );
}
