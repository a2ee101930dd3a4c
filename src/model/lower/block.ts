/* The steps of a scenario, and the blocks in which they stand. */
import type { Place } from "../../base/place.ts";
import type * as tree from "../../syntax/tree.ts";
import { collectAllows, isKnown } from "../allow.ts";
import type { Declaration } from "../declarations.ts";
import { lowerCondition, lowerWanted } from "../expressions.ts";
import type { Block, Step } from "../model.ts";
import { namedPart } from "../owners.ts";
import { findRef } from "../paths.ts";
import type { Use } from "../problems.ts";
import { partKey, type PartRef } from "../reference.ts";
import { placeOf } from "../room.ts";
import type { Standpoint } from "../room.ts";
import { observerSight } from "../sight.ts";
import { unknownType } from "../types.ts";
import { doers, findActor, findPartRef, lowerDoing } from "./doing.ts";
import { lowerWord } from "./items.ts";
import { lowerOutcome } from "./outcome.ts";

/** The standpoint of a scenario, and what has come before in it. */
export interface Course {
  readonly standpoint: Standpoint;
  readonly declaration: Declaration;
  /** The first step with which something happens; assumptions stand before it. */
  happened: Place | undefined;
  seed: Place | undefined;
  /** What has been assumed on the way here, by part. */
  given: ReadonlyMap<string, Place>;
}

/** Lowers a block; `place` is what an `expect violation` at its head covers. */
export function lowerBlock(course: Course, node: tree.Block, place: Place): Block {
  const steps: Step[] = [];
  let before: Place | undefined;
  for (const item of node.items) {
    if (item.kind === "Cite" || item.kind === "Allow") continue;
    const step = lowerStep(course, item, before ?? place);
    if (step !== undefined) steps.push(step);
    if (item.kind === "Expect") continue;
    before = placeOf(course.standpoint, item);
    if (item.kind !== "Given" && item.kind !== "Seed") course.happened ??= before;
  }
  return { steps, place: placeOf(course.standpoint, node) };
}

function lowerInnerBlock(course: Course, node: tree.Block): Block {
  const place = placeOf(course.standpoint, node);
  collectAllows(course.standpoint, node.items, place);
  return lowerBlock(course, node, place);
}

/** Lowers a step; `covered` is the place that an `expect violation` here speaks of. */
function lowerStep(course: Course, node: tree.Step, covered: Place): Step | undefined {
  const { standpoint, declaration } = course;
  const place = placeOf(standpoint, node);
  const sight = observerSight(standpoint, declaration.name);
  switch (node.kind) {
    case "Emission": {
      const actor = findActor(standpoint, node.system, doers, "emits");
      const done = lowerDoing(sight, actor?.owner, node.operation, node.args, "emits");
      return done && { kind: "emits", ...done, place };
    }
    case "Perturbation": {
      const target = findActor(standpoint, node.target, doers, "perturb");
      const source = findActor(standpoint, node.source, doers, "from");
      const done = lowerDoing(sight, source?.owner, node.operation, node.args, "perturb");
      if (target === undefined || source === undefined || done === undefined) return undefined;
      const keywordPlace = placeOf(standpoint, node.keyword);
      return { kind: "perturb", keywordPlace, target: target.ref, source: source.ref, ...done, place };
    }
    case "Given": {
      checkAssumption(course, node, "given");
      const set = lowerSetting(course, node, "given");
      if (set !== undefined) assume(course, set.part, place);
      return set && { kind: "given", ...set, place };
    }
    case "Change": {
      const set = lowerSetting(course, node, "change");
      return set && { kind: "change", ...set, place };
    }
    case "Steer": {
      const set = lowerSetting(course, node, "steer");
      const by = findRef(standpoint, node.by, ["system"], "by");
      return set && by && { kind: "steer", ...set, by, place };
    }
    case "Unplug": {
      const system = findRef(standpoint, node.system, ["system"], "unplug");
      return system && { kind: "unplug", system, place };
    }
    case "Close":
    case "Open": {
      const kind = node.kind === "Close" ? "close" : "open";
      const coupling = findRef(standpoint, node.coupling, ["coupling"], kind);
      return coupling && { kind, coupling, place };
    }
    case "Apply": {
      const regulation = findRef(standpoint, node.regulation, ["regulation"], "apply");
      return regulation && { kind: "apply", regulation, place };
    }
    case "Run":
      return lowerRun(course, node, place);
    case "Either": {
      const { happened, given } = course;
      const branches = node.branches.map((branch) => {
        course.happened = happened;
        course.given = given;
        return lowerInnerBlock(course, branch);
      });
      course.happened = happened;
      course.given = given;
      return { kind: "either", branches, place };
    }
    case "Repeat": {
      // What stands in the block comes after what the round before has done.
      course.happened ??= place;
      const block = node.body && lowerInnerBlock(course, node.body);
      const count = lowerCount(course, node.count, "times");
      return block && count !== undefined ? { kind: "repeat", count, block, place } : undefined;
    }
    case "Seed": {
      checkAssumption(course, node, "seed");
      if (course.seed !== undefined) {
        const facts = { member: "seed", first: course.seed, second: place };
        standpoint.room.report.add({ check: "duplicate_member", place, facts });
      }
      course.seed ??= place;
      return node.count.kind === "Missing" ? undefined : { kind: "seed", seed: node.count.value, place };
    }
    case "Expect":
      return lowerExpect(course, node, covered);
  }
}

function lowerExpect(course: Course, node: tree.Expect, covered: Place): Step | undefined {
  const { standpoint, declaration } = course;
  const place = placeOf(standpoint, node);
  const { outcome } = node;
  if (outcome.kind !== "ExpectViolation") {
    const lowered = lowerOutcome(standpoint, outcome, "expect", declaration.name);
    return lowered && { kind: "expect", outcome: lowered, place };
  }
  const check = lowerWord(standpoint, outcome.check);
  if (check === undefined || !isKnown(standpoint, check, "expect violation")) return undefined;
  standpoint.room.expectedViolations.push({ check, place, scope: covered });
  return { kind: "expect violation", check, place };
}

function lowerRun(course: Course, node: tree.Run, place: Place): Step | undefined {
  const { standpoint, declaration } = course;
  const until =
    node.until && lowerCondition(observerSight(standpoint, declaration.name, "until"), node.until);
  if (node.count === undefined) return { kind: "run", until, place };
  const count = lowerCount(course, node.count, "steps");
  return count === undefined ? undefined : { kind: "run", count, until, place };
}

function lowerCount(
  { standpoint }: Course,
  node: tree.NumberLiteral | tree.Missing,
  of: "steps" | "times",
): number | undefined {
  if (node.kind === "Missing") return undefined;
  if (node.value >= 1) return node.value;
  const facts = { kind: "count too small", of, found: node.value, least: 1 } as const;
  standpoint.room.report.add({ check: "type_mismatch", place: placeOf(standpoint, node), facts });
  return undefined;
}

/** `given`, `change` and `steer`: which part is set, and to what. */
function lowerSetting(
  { standpoint, declaration }: Course,
  node: tree.Given | tree.Change | tree.Steer,
  use: Extract<Use, "given" | "change" | "steer">,
) {
  const found = findPartRef(standpoint, node.part, ["expectation", "quantity"], use);
  const value = lowerWanted(observerSight(standpoint, declaration.name), node.value, {
    type: found?.part.type ?? unknownType,
    use,
    declared: found && namedPart(found.owner, found.part),
  });
  return found && { part: found.ref, value };
}

/** A second assumption about one part would leave open which of the two holds. */
function assume(course: Course, part: PartRef, place: Place): void {
  const key = partKey(part);
  const first = course.given.get(key);
  if (first === undefined) {
    course.given = new Map([...course.given, [key, place]]);
    return;
  }
  const { declaration, standpoint } = course;
  const owner = { name: declaration.name, what: declaration.what, place: declaration.namePlace };
  const facts = { member: "given", part: `${part.owner}.${part.name}`, first, second: place, owner };
  standpoint.room.report.add({ check: "duplicate_member", place, facts });
}

/** What is assumed is assumed before anything happens. */
function checkAssumption({ standpoint, happened }: Course, node: tree.Node, step: "given" | "seed"): void {
  if (happened === undefined) return;
  const place = placeOf(standpoint, node);
  standpoint.room.report.add({ check: "late_assumption", place, facts: { step, after: happened } });
}
