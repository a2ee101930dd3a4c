/* Regulations: who attempts to move whom, by which operation, through which couplings, toward what. */
import type * as tree from "../../syntax/tree.ts";
import { lowerOrphanArguments } from "../arguments.ts";
import type { Declaration } from "../declarations.ts";
import { lowerCondition } from "../expressions.ts";
import type { Regulation } from "../model.ts";
import { namedPart } from "../owners.ts";
import { findPart, findRef, peek } from "../paths.ts";
import { placeOf, standpointIn } from "../room.ts";
import type { Room, Standpoint } from "../room.ts";
import { observerSight } from "../sight.ts";
import { doers, doing, findActor, reportForeign } from "./doing.ts";
import type { Actor, Doing } from "./doing.ts";
import { lowerDeclared, ofKind, onlyOne } from "./items.ts";

export function lowerRegulation(room: Room, declaration: Declaration): Regulation | undefined {
  const standpoint = standpointIn(room, declaration.file);
  const { node } = declaration;
  if (node.kind !== "Regulation" || standpoint === undefined) return undefined;
  const items = node.body?.items;
  const only = <Kind extends tree.RegulationBody["items"][number]["kind"]>(kind: Kind, keyword: string) =>
    onlyOne(standpoint, ofKind(items, kind), keyword, declaration);
  const by = only("RegulationBy", "by");
  const of = only("RegulationOf", "of");
  const start = only("StartsWith", "starts with");
  const aim = only("Aim", "aim");
  const through = only("Through", "through");
  const regulator = by && findActor(standpoint, by.system, ["system"], "by");
  return {
    ...lowerDeclared(standpoint, declaration, items),
    kind: "regulation",
    by: regulator?.ref,
    of: of && findActor(standpoint, of.target, doers, "of")?.ref,
    start: start && lowerStart(standpoint, declaration.name, { by, regulator }, start),
    aim: aim && lowerCondition(observerSight(standpoint, declaration.name, "aim"), aim.condition),
    through: through && {
      direct: through.direct,
      couplings: through.couplings.flatMap(
        (path) => findRef(standpoint, path, ["coupling"], "through") ?? [],
      ),
      place: placeOf(standpoint, through),
    },
  };
}

/** The starting operation, which is one of the regulator's own. */
function lowerStart(
  standpoint: Standpoint,
  regulation: string,
  { by, regulator }: { readonly by: tree.RegulationBy | undefined; readonly regulator: Actor | undefined },
  node: tree.StartsWith,
): Doing | undefined {
  const sight = observerSight(standpoint, regulation);
  // What cannot regulate has been reported; that it does not operate follows.
  if (by !== undefined && regulator === undefined && isOf(standpoint, by, node)) {
    lowerOrphanArguments(sight, node.args);
    return undefined;
  }
  const found = findPart(standpoint, node.operation, ["operation", "event"], "starts with");
  if (found === undefined) {
    lowerOrphanArguments(sight, node.args);
    return undefined;
  }
  if (regulator !== undefined && regulator.owner !== found.owner) {
    const thing = namedPart(found.owner, found.part);
    reportForeign(standpoint, regulator.owner, found.name, [thing], "starts with");
  }
  return doing(sight, found, node.args, "starts with", node.operation);
}

/** Whether a regulation starts with something of the one who is said to attempt it. */
function isOf({ scope }: Standpoint, by: tree.RegulationBy, { operation }: tree.StartsWith): boolean {
  if (by.system.kind === "Missing" || operation.kind === "Missing") return false;
  return peek(scope, by.system)?.declaration === peek(scope, operation)?.declaration;
}
