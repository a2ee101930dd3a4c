/* Experiments: what is varied, how often is run, and what is measured. */
import type * as tree from "../../syntax/tree.ts";
import type { Declaration } from "../declarations.ts";
import type { Expression } from "../expression.ts";
import { lowerWanted } from "../expressions.ts";
import { constantOf } from "../fit.ts";
import type { Experiment, Measure, Variation } from "../model.ts";
import { namedPart } from "../owners.ts";
import { findRef } from "../paths.ts";
import type { Named } from "../problems.ts";
import { partKey } from "../reference.ts";
import { placeOf, standpointIn } from "../room.ts";
import type { Room, Standpoint } from "../room.ts";
import { observerSight } from "../sight.ts";
import { unknownType } from "../types.ts";
import { findPartRef } from "./doing.ts";
import { lowerDeclared, lowerItem, ofKind, onlyOne } from "./items.ts";
import { lowerOutcome } from "./outcome.ts";

export function lowerExperiment(room: Room, declaration: Declaration): Experiment | undefined {
  const standpoint = standpointIn(room, declaration.file);
  const { node } = declaration;
  if (node.kind !== "Experiment" || standpoint === undefined) return undefined;
  const items = node.body?.items ?? [];
  const runs = onlyOne(standpoint, ofKind(items, "Runs"), "runs", declaration);
  const measures = new Map<string, Named>();
  return {
    ...lowerDeclared(standpoint, declaration, items),
    kind: "experiment",
    scenario: findRef(standpoint, node.scenario, ["scenario"], "of"),
    variations: lowerVariations(standpoint, declaration, items),
    runs: runs === undefined ? 1 : lowerRuns(standpoint, runs),
    measures: ofKind(items, "Measure").flatMap(
      (item) => lowerMeasure(standpoint, declaration.name, measures, item) ?? [],
    ),
  };
}

/** What is varied; the first of two variations of one part counts. */
function lowerVariations(
  standpoint: Standpoint,
  declaration: Declaration,
  items: readonly tree.Node[],
): readonly Variation[] {
  const variations = new Map<string, Variation>();
  for (const item of items) {
    if (item.kind !== "VaryRange" && item.kind !== "VaryOver") continue;
    const variation = lowerVariation(standpoint, declaration.name, item);
    if (variation === undefined) continue;
    const { part, place: second } = variation;
    const key = partKey(part);
    const first = variations.get(key);
    if (first === undefined) variations.set(key, variation);
    else {
      const owner = { name: declaration.name, what: declaration.what, place: declaration.namePlace };
      const facts = { member: "vary", part: `${part.owner}.${part.name}`, first: first.place, second, owner };
      standpoint.room.report.add({ check: "duplicate_member", place: second, facts });
    }
  }
  return [...variations.values()];
}

function lowerRuns(standpoint: Standpoint, node: tree.Runs): number {
  if (node.count.kind === "Missing") return 1;
  if (node.count.value >= 1) return node.count.value;
  const facts = { kind: "count too small", of: "runs", found: node.count.value, least: 1 } as const;
  standpoint.room.report.add({ check: "type_mismatch", place: placeOf(standpoint, node.count), facts });
  return 1;
}

function lowerVariation(
  standpoint: Standpoint,
  experiment: string,
  node: tree.VaryRange | tree.VaryOver,
): Variation | undefined {
  const found = findPartRef(standpoint, node.part, ["expectation", "quantity"], "vary");
  const sight = observerSight(standpoint, experiment, "vary");
  const type = found?.part.type ?? unknownType;
  const declared = found && namedPart(found.owner, found.part);
  const place = placeOf(standpoint, node);
  const lower = (value: tree.Expression) => lowerWanted(sight, value, { type, use: "vary", declared });
  if (node.kind === "VaryOver") {
    const values = node.values.kind === "Missing" ? [] : node.values.items.map(lower);
    return found && { kind: "over", part: found.ref, values, place };
  }
  if (found !== undefined && type.kind !== "number" && type.kind !== "unknown") {
    const wanted = { kind: "number" } as const;
    const thing = namedPart(found.owner, found.part);
    standpoint.room.report.add({
      check: "type_mismatch",
      place: placeOf(standpoint, node.part),
      facts: { kind: "type", use: "vary", wanted, found: type, thing },
    });
    return undefined;
  }
  const from = lower(node.from);
  const to = lower(node.to);
  // A distance has the unit of what it is between, not its bounds. Only numbers have distances.
  const unit = type.kind === "number" ? type.unit : undefined;
  const by = lowerWanted(sight, node.by, { type: { kind: "number", unit }, use: "vary", declared });
  checkVariation(standpoint, from, to, by);
  return found && { kind: "range", part: found.ref, from, to, by, place };
}

/** Where all three are numbers, they must lead from the one to the other. */
function checkVariation(standpoint: Standpoint, first: Expression, last: Expression, each: Expression): void {
  const [from, to, by] = [first, last, each].map(constantOf);
  if (from === undefined || to === undefined || by === undefined) return;
  if (by !== 0 && (to - from) * by >= 0) return;
  const facts = { kind: "endless variation", from, to, by } as const;
  standpoint.room.report.add({ check: "type_mismatch", place: each.place, facts });
}

function lowerMeasure(
  standpoint: Standpoint,
  experiment: string,
  measures: Map<string, Named>,
  node: tree.Measure,
): Measure | undefined {
  const item = lowerItem(standpoint, node);
  const outcome = lowerOutcome(standpoint, node.outcome, "measure", experiment);
  if (item === undefined) return undefined;
  const first = measures.get(item.name);
  if (first !== undefined) {
    const facts = { name: item.name, what: "measure", first, by: "declaration" } as const;
    standpoint.room.report.add({ check: "duplicate_name", place: item.namePlace, facts });
    return undefined;
  }
  measures.set(item.name, { name: item.name, what: "measure", place: item.namePlace });
  return outcome && { ...item, outcome };
}
