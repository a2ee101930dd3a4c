/* Imports of which nothing is used. */
import type * as tree from "../syntax/tree.ts";
import type { FileScope, ImportUse } from "./declarations.ts";
import { placeIn } from "../base/place.ts";
import type { Place } from "../base/place.ts";
import type { UnusedImportFacts } from "./problems.ts";
import type { Room } from "./room.ts";

/**
 * Reports what the files imported as a whole bring in and never name. Couplings, regulations and what extends a system
 * act without being named; an import that brings these in is used.
 */
export function reportUnusedImports(room: Room, wholeFiles: ReadonlySet<string>): void {
  for (const scope of room.files.values()) {
    if (!wholeFiles.has(scope.file.name) || scope.file.canonical || !isReadThrough(scope)) continue;
    const unused = new Map<tree.Import, ImportUse[]>();
    for (const use of scope.uses) {
      if (use.meant !== undefined || room.used.has(use) || actsUnnamed(room, use)) continue;
      const others = unused.get(use.statement.node);
      if (others === undefined) unused.set(use.statement.node, [use]);
      else others.push(use);
    }
    for (const [node, uses] of unused) reportStatement(room, scope, node, uses);
  }
}

function actsUnnamed(room: Room, { statement, item }: ImportUse): boolean {
  const imported = item?.name.kind === "Name" ? item.name.text : undefined;
  return statement.targets.some((target) => {
    const scope = room.files.get(target);
    if (scope === undefined) return false;
    if (imported !== undefined) return acts(scope.declared.get(imported)?.node.kind);
    const whole = scope.extends.length > 0 || scope.uses.some((use) => use.item === undefined);
    return whole || scope.declarations.some(({ node }) => acts(node.kind));
  });
}

/** Whether all of the file could be read: what could not may have used any import. */
function isReadThrough({ file }: FileScope): boolean {
  return file.parsed.problems.every(({ check }) => check !== "syntax_error");
}

function acts(kind: tree.Kind | undefined): boolean {
  return kind === "Coupling" || kind === "Regulation" || kind === "Society";
}

function reportStatement(room: Room, scope: FileScope, node: tree.Import, uses: readonly ImportUse[]): void {
  const file = scope.file.name;
  const items = node.kind === "ImportNames" ? node.items : [];
  const whole = uses.length === Math.max(1, items.length);
  for (const { statement, item } of whole ? uses.slice(0, 1) : uses) {
    const local = item?.alias ?? item?.name;
    const name = local?.kind === "Name" && (!whole || items.length === 1) ? local.text : undefined;
    const facts: UnusedImportFacts = {
      specifier: statement.specifier,
      name: whole && node.kind === "ImportFile" ? node.alias?.text : name,
      whole,
      remove: whole || item === undefined ? placeIn(file, node) : withComma(file, items, item),
    };
    const place = item === undefined || whole ? placeIn(file, node) : placeIn(file, item);
    room.report.add({ check: "unused_import", place, facts });
  }
}

/** An item and the comma that parts it from its neighbour: the one before, or for the first the one after. */
function withComma(file: string, items: readonly tree.ImportItem[], item: tree.ImportItem): Place {
  const index = items.indexOf(item);
  const before = items[index - 1];
  const after = items[index + 1];
  if (before !== undefined) return placeIn(file, { start: before.end, end: item.end });
  return placeIn(file, { start: item.start, end: after?.start ?? item.end });
}
