/* Programs: on what they are put to work, and by which clauses they decide. */
import type * as tree from "../../syntax/tree.ts";
import { collectAllows } from "../allow.ts";
import { lowerCondition, lowerWanted } from "../expressions.ts";
import type { Clause, Parameter, Program, Trigger } from "../model.ts";
import type { Layer, Part, SystemOwner } from "../owners.ts";
import { findPartOf } from "../paths.ts";
import type { Named } from "../problems.ts";
import { citationsIn, placeOf } from "../room.ts";
import type { Standpoint } from "../room.ts";
import { parameterLayer } from "../sight.ts";
import type { Sight } from "../sight.ts";
import { commonParameters, numberType } from "../types.ts";
import { lowerAmended } from "./amended.ts";
import { lowerEffects } from "./effects.ts";
import { lowerUnnamed, lowerWord } from "./items.ts";

/** Lowers a program; one that is `copied` stands elsewhere, and so do its `allow`s. */
export function lowerProgram(
  standpoint: Standpoint,
  system: SystemOwner,
  expectations: Layer,
  node: tree.Program,
  copied: boolean,
): Program {
  const item = lowerUnnamed(standpoint, node);
  if (!copied) collectAllows(standpoint, node.body?.items, item.place);
  const { triggers, parameters, incomplete } = lowerTriggers(standpoint, system, node);
  const sight: Sight = {
    ...standpoint,
    viewpoint: { kind: "system", system, construct: "program" },
    layers: [parameterLayer(parameters, undefined), expectations],
    lenient: system.lenient || incomplete,
    scopeKey: `${system.id} ${item.name}`,
  };
  return {
    ...item,
    form: node.form,
    triggers,
    amends: lowerAmended(standpoint, system, node),
    clauses: lowerClauses(sight, system, item.name, node),
    citations: citationsIn(standpoint, node.body?.items),
  };
}

interface Triggers {
  readonly triggers: readonly Trigger[];
  /** What all triggers have in common. */
  readonly parameters: readonly Parameter[];
  /** A trigger is missing, so that more may be seen than is known. */
  readonly incomplete: boolean;
}

function lowerTriggers(standpoint: Standpoint, system: SystemOwner, node: tree.Program): Triggers {
  const triggers = new Map<string, Trigger>();
  const lists: (readonly Parameter[])[] = [];
  let incomplete = node.triggers.length === 0;
  for (const trigger of node.triggers) {
    const lowered = lowerTrigger(standpoint, system, trigger);
    if (lowered?.open !== false) incomplete = true;
    if (lowered === undefined) continue;
    const key = keyOf(lowered.trigger);
    const first = triggers.get(key);
    if (first === undefined) {
      triggers.set(key, lowered.trigger);
      lists.push(lowered.parameters);
      continue;
    }
    const second = lowered.trigger.place;
    standpoint.room.report.add({
      check: "duplicate_member",
      place: second,
      facts: { member: "trigger", first: first.place, second, owner: system.named },
    });
  }
  return { triggers: [...triggers.values()], parameters: commonParameters(lists), incomplete };
}

function keyOf(trigger: Trigger): string {
  switch (trigger.kind) {
    case "sensitivity":
      return `sensitivity ${trigger.name}`;
    case "own":
      return `own ${trigger.operation}`;
    case "every":
      return `every ${trigger.steps}`;
  }
}

function lowerTrigger(
  standpoint: Standpoint,
  system: SystemOwner,
  node: tree.Trigger,
): (Pick<Part, "parameters" | "open"> & { readonly trigger: Trigger }) | undefined {
  const place = placeOf(standpoint, node);
  switch (node.kind) {
    case "EveryTrigger": {
      const steps = node.count?.kind === "NumberLiteral" ? node.count.value : 1;
      if (node.count !== undefined && steps < 1) {
        const facts = { kind: "count too small", of: "steps", found: steps, least: 1 } as const;
        standpoint.room.report.add({
          check: "type_mismatch",
          place: placeOf(standpoint, node.count),
          facts,
        });
        return undefined;
      }
      return { trigger: { kind: "every", steps, place }, parameters: [], open: false };
    }
    case "SensitivityTrigger": {
      const part = ownPart(standpoint, system, node.name, "sensitivity", "on");
      if (part === undefined) return undefined;
      const { name, parameters, open } = part;
      return { trigger: { kind: "sensitivity", name, place }, parameters, open };
    }
    case "OwnTrigger": {
      const part = ownPart(standpoint, system, node.name, "operation", "on own");
      if (part === undefined) return undefined;
      const { name, parameters, open } = part;
      return { trigger: { kind: "own", operation: name, place }, parameters, open };
    }
  }
}

function ownPart(
  standpoint: Standpoint,
  system: SystemOwner,
  name: tree.Name | tree.Missing,
  kind: "sensitivity" | "operation",
  construct: string,
): Part | undefined {
  if (name.kind === "Missing") return undefined;
  return findPartOf(standpoint, system, name, [kind], construct)?.part;
}

function lowerClauses(
  sight: Sight,
  system: SystemOwner,
  program: string,
  node: tree.Program,
): readonly Clause[] {
  const choices = new Map<string, Named>();
  return (node.body?.items ?? []).flatMap((item): Clause[] => {
    switch (item.kind) {
      case "Cite":
      case "Allow":
        return [];
      case "Rule":
        return [
          {
            kind: "rule",
            when: lowerCondition(sight, item.when),
            value: lowerWord(sight, item.value),
            effects: lowerEffects(sight, system, program, item.effects),
            place: placeOf(sight, item),
          },
        ];
      case "Choice":
        checkChoiceName(sight, choices, item);
        return [
          {
            kind: "choice",
            name: item.name.kind === "Name" ? item.name.text : undefined,
            when: item.when && lowerCondition(sight, item.when),
            yields: lowerWanted(sight, item.yields, { type: numberType, use: "yields" }),
            value: lowerWord(sight, item.value),
            effects: lowerEffects(sight, system, program, item.effects),
            place: placeOf(sight, item),
          },
        ];
      case "Otherwise":
        return [
          {
            kind: "otherwise",
            value: lowerWord(sight, item.value),
            effects: lowerEffects(sight, system, program, item.effects),
            place: placeOf(sight, item),
          },
        ];
    }
  });
}

function checkChoiceName(sight: Sight, choices: Map<string, Named>, node: tree.Choice): void {
  if (node.name.kind === "Missing") return;
  const name = node.name.text;
  const place = placeOf(sight, node.name);
  const first = choices.get(name);
  if (first === undefined) choices.set(name, { name, what: "choice", place });
  else {
    const facts = { name, what: "choice", first, by: "declaration" } as const;
    sight.room.report.add({ check: "duplicate_name", place, facts });
  }
}
