/* Systems: all that their own bodies, `extend` and `like` say of them. */
import type * as tree from "../../syntax/tree.ts";
import { collectAllows } from "../allow.ts";
import { lowerCondition, lowerWanted } from "../expressions.ts";
import type {
  Code,
  Citation,
  Expectation,
  Item,
  Limit,
  Operation,
  Performance,
  Program,
  Role,
  Sensitivity,
  Statement,
  System,
} from "../model.ts";
import type { Ref, Word } from "../reference.ts";
import type { Member } from "../members.ts";
import { namedPart, namedParts, partOf } from "../owners.ts";
import type { Layer, Part, SystemOwner } from "../owners.ts";
import { findPartOf, findRef, partsElsewhere } from "../paths.ts";
import type { LimitOnAnotherFacts, Wanted } from "../problems.ts";
import { citationsIn, placeOf, standpointIn } from "../room.ts";
import type { Room, Standpoint } from "../room.ts";
import { initialSight, parameterLayer, partLayer } from "../sight.ts";
import type { Sight } from "../sight.ts";
import { lowerItem, lowerWord } from "./items.ts";
import { lowerProgram } from "./program.ts";

/** What a system can be within, and perform for. */
const homes: readonly Wanted[] = ["system", "society"];
const receivers: readonly Wanted[] = ["system", "environment", "population", "society"];

/** Gathers the parts of a system while its members are gone through. */
interface Gathered {
  readonly functions: Statement[];
  readonly codes: Code[];
  readonly media: Item[];
  readonly contingencies: Statement[];
  readonly reflections: Statement[];
  readonly performances: Performance[];
  readonly roles: Role[];
  readonly sensitivities: Sensitivity[];
  readonly operations: Operation[];
  readonly expectations: Expectation[];
  readonly programs: Program[];
  readonly limits: Limit[];
  readonly citations: Citation[];
}

export function lowerSystem(room: Room, system: SystemOwner): System | undefined {
  const { declaration, node } = system;
  const standpoint = standpointIn(room, declaration.file);
  if (standpoint === undefined) return undefined;
  const gathered: Gathered = {
    functions: [],
    codes: [],
    media: [],
    contingencies: [],
    reflections: [],
    performances: [],
    roles: [],
    sensitivities: [],
    operations: [],
    expectations: [],
    programs: [],
    limits: [],
    citations: [],
  };
  const place = placeOf(standpoint, node);
  const expectations = partLayer(room, system);
  for (const member of system.members) {
    const where = standpointIn(room, member.file);
    if (where !== undefined) lowerMember(where, system, expectations, member, gathered, place);
  }
  return {
    kind: "system",
    id: system.id,
    name: declaration.name,
    label: node.label?.value,
    doc: node.doc?.text,
    place,
    namePlace: declaration.namePlace,
    canonical: declaration.file.canonical,
    systemKind: node.systemKind,
    like: system.circular || !node.like ? undefined : findRef(standpoint, node.like, ["system"], "like"),
    within: node.within.flatMap((path) => findRef(standpoint, path, homes, "within") ?? []),
    bodies: system.bodies,
    ...gathered,
  };
}

function lowerMember(
  standpoint: Standpoint,
  system: SystemOwner,
  expectations: Layer,
  member: Member,
  gathered: Gathered,
  systemPlace: System["place"],
): void {
  const { node } = member;
  switch (node.kind) {
    case "FunctionText":
      gathered.functions.push(...lowerStatement(standpoint, node));
      return;
    case "Contingency":
      gathered.contingencies.push(...lowerStatement(standpoint, node));
      return;
    case "Reflection":
      gathered.reflections.push(...lowerStatement(standpoint, node));
      return;
    case "Code":
      gathered.codes.push(lowerCode(standpoint, node));
      return;
    case "Medium":
      push(gathered.media, lowerItem(standpoint, node));
      return;
    case "Performs": {
      const refs = node.receivers.flatMap((path) => findRef(standpoint, path, receivers, "performs") ?? []);
      for (const statement of lowerStatement(standpoint, node)) {
        gathered.performances.push({ ...statement, receivers: refs satisfies Ref[] });
      }
      return;
    }
    case "Role": {
      const item = lowerItem(standpoint, node);
      push(gathered.roles, item && { ...item, side: node.side });
      return;
    }
    case "Sensitivity":
      push(gathered.sensitivities, lowerSensitivity(standpoint, system, expectations, node));
      return;
    case "Operation": {
      const item = lowerItem(standpoint, node);
      const part = item && partOf(system, item.name, "operation");
      push(gathered.operations, item && { ...item, parameters: part?.parameters ?? [] });
      return;
    }
    case "Expectation":
      push(gathered.expectations, lowerExpectation(standpoint, system, node));
      return;
    case "Program":
      push(gathered.programs, lowerProgram(standpoint, system, expectations, node, member.copied));
      return;
    case "Limit":
      push(gathered.limits, lowerLimit(standpoint, system, expectations, node));
      return;
    case "Cite":
      gathered.citations.push(...citationsIn(standpoint, [node]));
      return;
    case "Allow": {
      const own = member.within.start === systemPlace.start && member.within.file === systemPlace.file;
      collectAllows(standpoint, [node], member.within, own ? undefined : systemPlace);
      return;
    }
  }
}

function push<Value>(values: Value[], value: Value | undefined): void {
  if (value !== undefined) values.push(value);
}

function lowerStatement(
  standpoint: Standpoint,
  node: tree.FunctionText | tree.Contingency | tree.Reflection | tree.Performs,
): readonly Statement[] {
  if (node.text.kind === "Missing") return [];
  return [{ text: node.text.value, place: placeOf(standpoint, node) }];
}

function lowerCode(standpoint: Standpoint, node: tree.Code): Code {
  return {
    secondary: node.secondary,
    values: node.values.flatMap(({ name, label, start, end }) =>
      name.kind === "Missing"
        ? []
        : [{ name: name.text, label: label?.value, place: placeOf(standpoint, { start, end }) }],
    ),
    place: placeOf(standpoint, node),
  };
}

function lowerSensitivity(
  standpoint: Standpoint,
  system: SystemOwner,
  expectations: Layer,
  node: tree.Sensitivity,
): Sensitivity | undefined {
  const item = lowerItem(standpoint, node);
  if (item === undefined) return undefined;
  const part = partOf(system, item.name, "sensitivity");
  const parameters = part?.parameters ?? [];
  if (node.when === undefined) return { ...item, parameters };
  const sight: Sight = {
    ...standpoint,
    viewpoint: { kind: "system", system, construct: "sensitivity" },
    layers: [parameterLayer(parameters, item.name), expectations],
    lenient: system.lenient || part?.open === true,
    scopeKey: `${system.id} ${item.name}`,
  };
  return { ...item, parameters, when: lowerCondition(sight, node.when) };
}

function lowerExpectation(
  standpoint: Standpoint,
  system: SystemOwner,
  node: tree.Expectation,
): Expectation | undefined {
  const item = lowerItem(standpoint, node);
  const part = item && partOf(system, item.name, "expectation");
  if (item === undefined || part === undefined) return undefined;
  const declared = namedPart(system, part);
  const sight = initialSight(standpoint, system, declared, "initial value");
  const initial = lowerWanted(sight, node.initial, { type: part.type, use: "initial value", declared });
  return { ...item, type: part.type, initial, mode: node.mode ?? "cognitive" };
}

function lowerLimit(
  standpoint: Standpoint,
  system: SystemOwner,
  expectations: Layer,
  node: tree.Limit,
): Limit | undefined {
  const item = lowerItem(standpoint, node);
  if (item === undefined) return undefined;
  const operation =
    node.operation.kind === "Missing"
      ? undefined
      : findLimited(standpoint, system, item.name, node.operation);
  const sight: Sight = {
    ...standpoint,
    viewpoint: { kind: "system", system, construct: "limit" },
    layers: [parameterLayer(operation?.part.parameters ?? [], operation?.word.text), expectations],
    lenient: system.lenient || operation?.part.open !== false,
    scopeKey: `${system.id} ${item.name}`,
  };
  return {
    ...item,
    constitutional: node.constitutional,
    operation: operation?.word,
    when: lowerCondition(sight, node.when),
  };
}

/** The own operation that a limit blocks: only a system itself can limit what it does (Teubner 2011). */
function findLimited(
  standpoint: Standpoint,
  system: SystemOwner,
  limit: string,
  name: tree.Name,
): { readonly word: Word; readonly part: Part } | undefined {
  const { room } = standpoint;
  const own = system.parts.has(name.text) || system.lenient;
  const others = own ? [] : partsElsewhere(room, name.text, ["operation", "event"], system);
  if (others.length === 0) {
    const found = findPartOf(standpoint, system, name, ["operation"], "blocks");
    const word = lowerWord(standpoint, name);
    return found && word && { word, part: found.part };
  }
  const facts: LimitOnAnotherFacts = {
    limit,
    system: system.named,
    operation: name.text,
    owners: others,
    own: namedParts(system, "operation"),
  };
  room.report.add({ check: "limit_on_another", place: placeOf(standpoint, name), facts });
  return undefined;
}
