/* What an observer expects, claims or measures: a condition, or something that happens to a system. */
import { nearest } from "../../base/near.ts";
import type * as tree from "../../syntax/tree.ts";
import { lowerCondition, lowerExpression } from "../expressions.ts";
import { reportMismatch } from "../fit.ts";
import type { Outcome } from "../model.ts";
import type { Word } from "../reference.ts";
import { namedParts } from "../owners.ts";
import type { Owner, SystemOwner } from "../owners.ts";
import { bindingOf, namedDeclaration } from "../declarations.ts";
import { findPartOf, findRef, reportKind } from "../paths.ts";
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
  const { happening, subject } = node;
  if (happening === undefined) return lowerOutcomeCondition(standpoint, node, construct, scopeKey);
  if (subject.kind === "NamePath" || subject.kind === "Missing") {
    return lowerHappening(standpoint, node, happening);
  }
  // Something is expected here, though nobody can know what.
  reportNotAName(standpoint, node, happening);
  const unknown = unknownAt(observerSight(standpoint, scopeKey), node);
  return { kind: "condition", condition: unknown, place: placeOf(standpoint, node) };
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
      if (reportsOther(standpoint, system.owner, happening.to, kind)) return undefined;
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
      const path = subjectPath(node);
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
  const path = subjectPath(node);
  return path && findActor(standpoint, path, wanted, construct);
}

/** `resonates to mass_media`: reports a declaration where something the system is sensitive to is wanted. */
function reportsOther(standpoint: Standpoint, owner: Owner, name: tree.Name, construct: string): boolean {
  const { room, scope } = standpoint;
  const binding = owner.parts.has(name.text) || owner.lenient ? undefined : bindingOf(scope, name.text);
  if (binding === undefined || binding.kind === "lost") return false;
  if (binding.by !== undefined) room.used.add(binding.by);
  const found = binding.kind === "alias" ? binding.named : namedDeclaration(binding.declaration);
  const near = namedParts(owner, "sensitivity");
  reportKind(standpoint, name, found, ["sensitivity"], construct, () => near);
  return true;
}

const occurring = ["operation", "event", "limit"] as const;

function lowerOccurring(standpoint: Standpoint, node: tree.Outcome, construct: string) {
  const path = subjectPath(node);
  return path && findPartRef(standpoint, path, occurring, construct, "bare")?.ref;
}

/** Before a happening stands a name. */
function subjectPath({ subject }: tree.Outcome): tree.NamePath | undefined {
  return subject.kind === "NamePath" ? subject : undefined;
}

function reportNotAName(standpoint: Standpoint, { subject }: tree.Outcome, happening: tree.Happening): void {
  const sight = observerSight(standpoint, "");
  const { construct, wanted } = subjectOf(happening);
  const joint = subject.kind === "Chain" ? subject.operators.at(-1) : undefined;
  const last = subject.kind === "Chain" ? subject.operands.at(-1) : undefined;
  reportMismatch(sight, unknownAt(sight, subject), {
    kind: "not a name",
    construct,
    wanted,
    negated: subject.kind === "Not",
    ...((joint === "and" || joint === "or") &&
      last !== undefined && { joint, last: placeOf(standpoint, last) }),
    outcome: { ...placeOf(standpoint, subject), end: happening.end },
  });
}

/** What a happening is called, and what it is said of. */
function subjectOf({ kind }: tree.Happening): {
  readonly construct: string;
  readonly wanted: readonly Wanted[];
} {
  switch (kind) {
    case "Resonates":
      return { construct: "resonates", wanted: ["system"] };
    case "StaysIndifferent":
      return { construct: "stays indifferent", wanted: ["system"] };
    case "Designates":
      return { construct: "designates", wanted: ["system"] };
    case "Occurs":
      return { construct: "occurs", wanted: occurring };
    case "NeverOccurs":
      return { construct: "never occurs", wanted: occurring };
    case "IsVerdict":
      return { construct: "is", wanted: ["regulation"] };
  }
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
