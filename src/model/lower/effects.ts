/* What a clause does: emits operations of its own system, and sets expectations of its own. */
import type * as tree from "../../syntax/tree.ts";
import { lowerArguments, lowerOrphanArguments } from "../arguments.ts";
import { lowerWanted } from "../expressions.ts";
import type { Effect } from "../model.ts";
import { namedPart, namedParts, partOf } from "../owners.ts";
import type { Owner, Part, PartKind, SystemOwner } from "../owners.ts";
import { reportKind, reportUnknownPart } from "../paths.ts";
import type { OperatesElsewhereFacts } from "../problems.ts";
import { placeOf } from "../room.ts";
import type { Room } from "../room.ts";
import type { Sight } from "../sight.ts";
import { among } from "../surroundings.ts";
import { unknownType } from "../types.ts";

export function lowerEffects(
  sight: Sight,
  system: SystemOwner,
  program: string,
  node: tree.Effects | undefined,
): readonly Effect[] {
  return (node?.items ?? []).flatMap((item) =>
    item.kind === "Emit"
      ? (lowerEmit(sight, system, program, item) ?? [])
      : (lowerAssignment(sight, system, program, item) ?? []),
  );
}

function lowerEmit(sight: Sight, system: SystemOwner, program: string, node: tree.Emit): Effect | undefined {
  const name = node.operation;
  const operation = name.kind === "Name" ? partOf(system, name.text, "operation") : undefined;
  if (name.kind === "Missing" || operation === undefined) {
    if (name.kind === "Name") reportNotOwn(sight, system, program, name, "operation");
    lowerOrphanArguments(sight, node.args);
    return undefined;
  }
  const callee = {
    named: namedPart(system, operation),
    parameters: operation.parameters,
    open: operation.open,
  };
  const args = lowerArguments(sight, node.args, callee, "emit", name);
  return { kind: "emit", operation: operation.name, args, place: placeOf(sight, node) };
}

function lowerAssignment(
  sight: Sight,
  system: SystemOwner,
  program: string,
  node: tree.Assignment,
): Effect | undefined {
  const name = node.target;
  const expectation = name.kind === "Name" ? partOf(system, name.text, "expectation") : undefined;
  const value = lowerWanted(sight, node.value, {
    type: expectation?.type ?? unknownType,
    use: "assignment",
    declared: expectation && namedPart(system, expectation),
  });
  if (name.kind === "Missing") return undefined;
  if (expectation === undefined) {
    reportNotOwn(sight, system, program, name, "expectation");
    return undefined;
  }
  const target = { text: name.text, place: placeOf(sight, name) };
  return { kind: "assignment", target, value, place: placeOf(sight, node) };
}

/** Reports the name of what is no operation or expectation of the own system: another's, of another kind, or unknown. */
function reportNotOwn(
  sight: Sight,
  system: SystemOwner,
  program: string,
  name: tree.Name,
  wanted: "operation" | "expectation",
): void {
  const { room } = sight;
  const [own] = system.parts.get(name.text) ?? [];
  const seen = sight.layers.map((layer) => layer.get(name.text)).find((found) => found?.kind === "parameter");
  const found = own === undefined ? seen?.named : namedPart(system, own);
  if (found !== undefined) {
    const near = () => among(name.text, namedParts(system, wanted)).near;
    reportKind(sight, name, found, [wanted], wanted === "operation" ? "emit" : ":=", near);
    return;
  }
  const elsewhere =
    wanted === "operation" ? (["operation", "event"] as const) : (["expectation", "quantity"] as const);
  const other = system.lenient ? undefined : firstElsewhere(room, name.text, elsewhere);
  if (other === undefined) {
    reportUnknownPart(sight, system, name, [wanted]);
    return;
  }
  const facts: OperatesElsewhereFacts = {
    kind: wanted === "operation" ? "emit" : "assignment",
    system: system.named,
    program,
    thing: namedPart(other.owner, other.part),
    owner: other.owner.named,
    own: room.report.described(() => namedParts(system, wanted), []),
  };
  room.report.add({ check: "operates_elsewhere", place: placeOf(sight, name), facts });
}

/** The first that has a part of this name. */
export function firstElsewhere(
  room: Room,
  name: string,
  kinds: readonly PartKind[],
): { readonly owner: Owner; readonly part: Part } | undefined {
  for (const owner of room.partOwners().get(name) ?? []) {
    const part = partOf(owner, name, ...kinds);
    if (part !== undefined) return { owner, part };
  }
  return undefined;
}
