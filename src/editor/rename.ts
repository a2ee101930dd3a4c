/*
 * Renaming. Whether a new name would break something is not guessed at: the texts are changed in thought, read again, and
 * must say the same as before.
 */
import { placeIn, type Place } from "../base/place.ts";
import { quoted } from "../base/words.ts";
import { applyEdits } from "../diagnostics/edits.ts";
import type { Diagnostic, Edit } from "../diagnostics/diagnostic.ts";
import { isCanonicalSystem } from "../model/canon/systems.ts";
import { isWord } from "../syntax/bodies.ts";
import { scan } from "../syntax/scan.ts";
import { referencesTo } from "./definition.ts";
import { occurrencesOf } from "./occurrences.ts";
import { textOf, type Study } from "./study.ts";
import type { NamedSymbol, Occurrence } from "./symbols.ts";

export type Renaming =
  | { readonly kind: "renamed"; readonly edits: readonly Edit[] }
  /** Why not, in a sentence. */
  | { readonly kind: "refused"; readonly reason: string };

export interface RenameOptions {
  /** The models that may name it, that of the text in which it is renamed among them. */
  readonly studies: readonly Study[];
  /** Reads a model again, with other texts for some of its files. */
  readonly restudy: (entry: string, texts: ReadonlyMap<string, string>) => Study | undefined;
}

/** What can be renamed at an offset: the place of the name, and the name. */
export function renameableAt(
  study: Study,
  file: string,
  offset: number,
): { readonly place: Place; readonly name: string } | { readonly reason: string } {
  const found = occurrencesOf(study).at(file, offset);
  if (found === undefined) return { reason: "there is no name here that can be changed" };
  if (isForeign(found.symbol, study) && found.written === found.symbol.name) {
    const { name } = found.symbol;
    return {
      reason: `${quoted(name)} belongs to the canon: import it under another name, with ${quoted("as")}`,
    };
  }
  return { place: found.place, name: found.written };
}

export function rename(
  study: Study,
  { file, offset, name }: { readonly file: string; readonly offset: number; readonly name: string },
  { studies, restudy }: RenameOptions,
): Renaming {
  const found = occurrencesOf(study).at(file, offset);
  const able = renameableAt(study, file, offset);
  if (found === undefined || "reason" in able)
    return refused("reason" in able ? able.reason : "there is no name here");
  const given = name.normalize("NFC");
  if (given === found.written) return { kind: "renamed", edits: [] };
  if (!isName(given)) return refused(`${quoted(name)} is no name`);
  if ("systemKind" in found.symbol.node && isCanonicalSystem(given))
    return refused(`${quoted(given)} is a system of the canon, with a code of its own`);
  const edits = placesOf(found, studies).map((place) => ({ place, text: given }));
  const texts = new Map<string, string>();
  for (const file of new Set(edits.map(({ place }) => place.file))) {
    const one = studies.find(({ resolved }) => resolved.sources.has(file));
    const inFile = edits.filter(({ place }) => place.file === file);
    if (one !== undefined) texts.set(file, applyEdits(textOf(one, file), inFile));
  }
  for (const before of studies) {
    if (![...texts.keys()].some((file) => before.resolved.sources.has(file))) continue;
    const after = restudy(before.entry, texts);
    const trouble = after === undefined ? "a file cannot be read" : troubleIn(before, after, edits);
    if (trouble !== undefined) return refused(`${quoted(given)} cannot be the name: ${trouble}`);
  }
  return { kind: "renamed", edits };
}

function refused(reason: string): Renaming {
  return { kind: "refused", reason };
}

/** Of a thing, everywhere; of the name that an import gives it, in its file alone. */
function placesOf({ symbol, written, place }: Occurrence, studies: readonly Study[]): readonly Place[] {
  const own = written === symbol.name;
  return referencesTo(symbol, studies)
    .filter((one) => one.written === written && (own || one.place.file === place.file))
    .map((one) => one.place);
}

function isForeign({ place }: NamedSymbol, { resolved }: Study): boolean {
  return resolved.model.files.some((file) => file.canonical && file.name === place.file);
}

function isName(text: string): boolean {
  const { tokens, problems } = scan({ name: "", text });
  return tokens.length === 1 && problems.length === 0 && isWord(tokens[0]) && tokens[0]?.image === text;
}

/** What would be otherwise than before: a finding, or what a name stands for. */
function troubleIn(before: Study, after: Study, edits: readonly Edit[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { check } of findings(before)) counts.set(check, (counts.get(check) ?? 0) + 1);
  for (const { check, message } of findings(after)) {
    const left = (counts.get(check) ?? 0) - 1;
    if (left < 0) return message;
    counts.set(check, left);
  }
  const move = mover(edits);
  for (const [file] of before.resolved.sources) {
    const [old, now] = [occurrencesOf(before).in(file), occurrencesOf(after).in(file)];
    const same =
      old.length === now.length &&
      old.every(({ place, symbol }, index) => {
        const other = now[index];
        return (
          other !== undefined &&
          startOf(move(place)) === startOf(other.place) &&
          startOf(move(symbol.place)) === startOf(other.symbol.place)
        );
      });
    if (!same) return "something would come to mean something else";
  }
  return undefined;
}

function findings(study: Study): readonly Diagnostic[] {
  return study.checked().diagnostics;
}

function startOf({ file, start }: Place): string {
  return `${file}\n${start}`;
}

/** Where the start of a place lies after the edits, which do not overlap. */
function mover(edits: readonly Edit[]): (place: Place) => Place {
  return (place) => {
    let by = 0;
    for (const edit of edits) {
      if (edit.place.file === place.file && edit.place.end <= place.start)
        by += edit.text.length - (edit.place.end - edit.place.start);
    }
    return placeIn(place.file, { start: place.start + by, end: place.end + by });
  };
}
