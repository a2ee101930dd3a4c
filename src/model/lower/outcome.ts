/* What an observer expects, claims or measures: a condition, or something that happens to a system. */
import { nearest } from "../../base/near.ts";
import type * as tree from "../../syntax/tree.ts";
import { lowerCondition, lowerExpression } from "../expressions.ts";
import { reportMismatch } from "../fit.ts";
import type { Outcome } from "../model.ts";
import type { Word } from "../reference.ts";
import type { SystemOwner } from "../owners.ts";
import { findPartOf, findRef } from "../paths.ts";
import type { Construct, Wanted } from "../problems.ts";
import { unknownAt } from "../reading.ts";
import { placeOf } from "../room.ts";
import type { Standpoint } from "../room.ts";
import { designatedType, observerSight } from "../sight.ts";
import { findActor, findPartRef } from "./doing.ts";
import { lowerWord } from "./items.ts";

/** Lowers an outcome. A measure may also be a number. */
export function lowerOutcome(
  standpoint: Standpoint,
  node: tree.Outcome | tree.Missing,
  construct: Extract<Construct, "expect" | "property" | "measure">,
  scopeKey: string,
): Outcome | undefined {
  if (node.kind === "Missing") return undefined;
  if (node.happening === undefined) return lowerOutcomeCondition(standpoint, node, construct, scopeKey);
  return lowerHappening(standpoint, node, node.happening);
}

function lowerOutcomeCondition(
  standpoint: Standpoint,
  node: tree.Outcome,
  construct: Extract<Construct, "expect" | "property" | "measure">,
  scopeKey: string,
): Outcome | undefined {
  if (node.subject.kind === "Missing") return undefined;
  const sight = observerSight(standpoint, scopeKey, construct);
  const place = placeOf(standpoint, node);
  if (construct !== "measure") {
    return { kind: "condition", condition: lowerCondition(sight, node.subject), place };
  }
  const condition = lowerExpression(sight, node.subject);
  const { type } = condition;
  if (type.kind === "enumeration" || type.kind === "text") {
    const wanted = { kind: "number" } as const;
    reportMismatch(sight, condition, { kind: "type", use: "measure", wanted, found: type });
  }
  return { kind: "condition", condition, place };
}

function lowerHappening(
  standpoint: Standpoint,
  node: tree.Outcome,
  happening: tree.Happening,
): Outcome | undefined {
  const place = placeOf(standpoint, node);
  switch (happening.kind) {
    case "Resonates":
    case "StaysIndifferent": {
      const kind = happening.kind === "Resonates" ? "resonates" : "stays indifferent";
      const system = lowerSubject(standpoint, node, kind, ["system"]);
      if (system === undefined) return undefined;
      if (happening.to === undefined) return { kind, system: system.ref, place };
      if (happening.to.kind === "Missing") return undefined;
      const to = findPartOf(standpoint, system.owner, happening.to, ["sensitivity"], kind);
      const word = to && lowerWord(standpoint, happening.to);
      return word && { kind, system: system.ref, to: word, place };
    }
    case "Designates": {
      const system = lowerSubject(standpoint, node, "designates", ["system"]);
      const value = lowerWord(standpoint, happening.value);
      if (system === undefined || value === undefined) return undefined;
      if (system.owner.kind === "system") checkDesignated(standpoint, system.owner, value);
      return { kind: "designates", system: system.ref, value, place };
    }
    case "Occurs": {
      const of = lowerOccurring(standpoint, node, "occurs");
      if (of === undefined || happening.count?.kind === "Missing") return undefined;
      if (happening.count === undefined) return { kind: "occurs", of, bound: "at least", count: 1, place };
      const bound = happening.bound === undefined ? "exactly" : (`at ${happening.bound}` as const);
      return { kind: "occurs", of, bound, count: happening.count.value, place };
    }
    case "NeverOccurs": {
      const of = lowerOccurring(standpoint, node, "never occurs");
      return of && { kind: "occurs", of, bound: "exactly", count: 0, place };
    }
    case "IsVerdict": {
      const path = subjectPath(standpoint, node, "is", ["regulation"]);
      const regulation = path && findRef(standpoint, path, ["regulation"], "is");
      if (regulation === undefined || happening.verdict === undefined) return undefined;
      return { kind: "verdict", regulation, verdict: happening.verdict, place };
    }
  }
}

function lowerSubject(
  standpoint: Standpoint,
  node: tree.Outcome,
  construct: string,
  wanted: readonly Wanted[],
) {
  const path = subjectPath(standpoint, node, construct, wanted);
  return path && findActor(standpoint, path, wanted, construct);
}

function lowerOccurring(standpoint: Standpoint, node: tree.Outcome, construct: string) {
  const path = subjectPath(standpoint, node, construct, ["operation", "event", "limit"]);
  return path && findPartRef(standpoint, path, ["operation", "event", "limit"], construct, "bare")?.ref;
}

/** Before a happening stands a name. */
function subjectPath(
  standpoint: Standpoint,
  { subject }: tree.Outcome,
  construct: string,
  wanted: readonly Wanted[],
): tree.NamePath | undefined {
  if (subject.kind === "NamePath") return subject;
  if (subject.kind !== "Missing") {
    const sight = observerSight(standpoint, "");
    reportMismatch(sight, unknownAt(sight, subject), { kind: "not a name", construct, wanted });
  }
  return undefined;
}

/** What is expected to be designated must be a value that the system can designate. */
function checkDesignated(standpoint: Standpoint, system: SystemOwner, value: Word): void {
  const type = designatedType(standpoint.room, system);
  if (system.lenient || type === undefined || type.values.includes(value.text)) return;
  standpoint.room.report.add({
    check: "type_mismatch",
    place: value.place,
    facts: {
      kind: "unlisted value",
      value: value.text,
      values: type.values,
      near: nearest(value.text, type.values),
      code: true,
      declared: system.named,
    },
  });
}
