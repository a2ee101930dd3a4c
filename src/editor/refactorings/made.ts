/*
 * A change, made in thought: laid out, and looked at again. What could not be read afterwards, or would have an error that
 * it has not now, is not offered to anybody.
 */
import { quoted } from "../../base/words.ts";
import type { Edit } from "../../diagnostics/diagnostic.ts";
import { applyEdits } from "../../diagnostics/edits.ts";
import { checks } from "../../index.ts";
import type { RenameOptions } from "../rename.ts";
import { textOf, type Study } from "../study.ts";
import { laidOut } from "./laid_out.ts";
import { isRefused, refused, type Offer, type Refused } from "./refactoring.ts";

export interface Made {
  readonly edits: readonly Edit[];
  /** The new text of each file that changes. */
  readonly texts: ReadonlyMap<string, string>;
}

/** The edits of an offer, laid out and proved; or why it cannot be made. */
export function made(offer: Offer, study: Study, { studies, restudy }: RenameOptions): Made | Refused {
  const wanted = offer.edits();
  if (isRefused(wanted)) return wanted;
  const edits: Edit[] = [];
  const texts = new Map<string, string>();
  for (const file of new Set(wanted.map(({ place }) => place.file))) {
    const one = [study, ...studies].find(({ resolved }) => resolved.sources.has(file));
    if (one === undefined || isCanonical(one, file))
      return refused(`${quoted(file)} would have to be changed, which comes with Niklas`);
    const source = { name: file, text: textOf(one, file) };
    const inFile = laidOut(
      source,
      wanted.filter(({ place }) => place.file === file),
    );
    edits.push(...inFile);
    texts.set(file, applyEdits(source.text, inFile));
  }
  const after = restudy(study.entry, texts);
  if (after === undefined) return refused(`${quoted(study.entry)} can no longer be read`);
  const trouble = newError(study, after);
  return trouble === undefined ? { edits, texts } : refused(`it would make an error: ${trouble}`);
}

function isCanonical({ resolved }: Study, file: string): boolean {
  return resolved.model.files.some(({ canonical, name }) => canonical && name === file);
}

/** The message of an error that was not there before, or not so often. */
function newError(before: Study, after: Study): string | undefined {
  const [old, now] = [errorsOf(before), errorsOf(after)];
  const counts = new Map<string, number>();
  for (const { check } of old) counts.set(check, (counts.get(check) ?? 0) + 1);
  // What is left out of a model hides what follows from absence: when it is mended, that comes to light.
  const hidden = old.some(({ check }) => hiding.has(check));
  for (const { check, message } of now) {
    const left = (counts.get(check) ?? 0) - 1;
    if (left < 0 && !(hidden && fromAbsence.has(check))) return message;
    counts.set(check, left);
  }
  return undefined;
}

const hiding = new Set(
  checks.filter(({ leavesOut, group }) => leavesOut === true || group === "reading").map(({ name }) => name),
);
const fromAbsence = new Set(
  checks.filter((check) => check.fromAbsence !== undefined).map(({ name }) => name),
);

function errorsOf(study: Study) {
  return study.checked().diagnostics.filter(({ severity }) => severity === "error");
}
