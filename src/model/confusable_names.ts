/* Names that look alike and are not the same: a letter of another script, a digit for a letter (UTS #39). */
import { later } from "../base/later.ts";
import { confusables } from "./confusables.ts";
import { namedDeclaration } from "./declarations.ts";
import { namedPart } from "./owners.ts";
import type { Named } from "./problems.ts";
import type { Room } from "./room.ts";

/** What each character looks like, where it looks like another; read when it is first needed. */
const prototypes = later(readPrototypes);

/** Reports, in each file and each system or environment, declared names that look like one declared before. */
export function reportConfusableNames(room: Room): void {
  for (const scope of room.files.values()) {
    if (scope.file.canonical) continue;
    const imported: Named[] = [];
    for (const [name, binding] of scope.names) {
      if (binding.kind === "alias") imported.push(binding.named);
      if (binding.kind !== "declaration" || binding.by === undefined) continue;
      imported.push({ ...namedDeclaration(binding.declaration), name });
    }
    const { declarations } = scope;
    if (imported.length === 0 && !anyAlike(declarations.map(({ name }) => name))) continue;
    reportAmong(room, [...imported, ...declarations.map(namedDeclaration)], scope.file.name);
  }
  for (const owner of room.ownersById.values()) {
    if (!anyAlike(owner.parts.keys())) continue;
    const parts = [...owner.parts.values()].flat().map((part) => namedPart(owner, part));
    reportAmong(room, parts, undefined);
  }
}

/** Whether two of the names look alike, perhaps since they are the same. */
function anyAlike(names: Iterable<string>): boolean {
  const skeletons = new Set<string>();
  let count = 0;
  for (const name of names) {
    skeletons.add(skeletonOf(name));
    count += 1;
  }
  return skeletons.size < count;
}

/** `file`: where a name has to be declared to be reported; undefined: wherever it is. */
function reportAmong(room: Room, names: readonly Named[], file: string | undefined): void {
  const bySkeleton = new Map<string, Named>();
  for (const named of names) {
    const skeleton = skeletonOf(named.name);
    const other = bySkeleton.get(skeleton);
    if (other === undefined) bySkeleton.set(skeleton, named);
    else if (other.name !== named.name && named.place !== undefined) {
      if (file !== undefined && named.place.file !== file) continue;
      room.report.add({ check: "confusable_name", place: named.place, facts: { name: named.name, other } });
    }
  }
}

function readPrototypes(): ReadonlyMap<string, string> {
  const prototypes = new Map<string, string>();
  for (const group of confusables.split(" ")) {
    const [lookalikes, target] = group.split(":");
    for (const character of lookalikes ?? "") prototypes.set(character, target ?? character);
  }
  return prototypes;
}

/** What a name looks like: two names look alike if they have one skeleton. */
function skeletonOf(name: string): string {
  // Most names are made of letters that look like nothing but themselves.
  if (/^[a-zA-HJ-Z2-9_]*$/.test(name)) return name;
  const known = prototypes();
  let skeleton = "";
  for (const character of name.normalize("NFD")) skeleton += known.get(character) ?? character;
  return skeleton.normalize("NFD");
}
