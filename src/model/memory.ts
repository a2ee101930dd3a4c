/*
 * What is kept of a model while it is being written, so that after a change only what it concerns is resolved again. What a
 * declaration becomes depends on itself and on what the others show: their names, their members, the types of these. It
 * does not depend on what is decided in programs, carried by channels or played in scenarios.
 */
import type * as tree from "../syntax/tree.ts";
import type { Declaration, FileScope, ImportUse } from "./declarations.ts";
import type { Inclusion } from "./inclusion.ts";
import type { Allow, ExpectedViolation } from "./model.ts";
import type { KeptPart, SystemOwner } from "./owners.ts";
import { listening } from "./report.ts";
import type { KnownChecks, Room } from "./room.ts";

/** Kept from one resolving of a model to the next, and changed by each. */
export interface Memory {
  shown: Shown | undefined;
  /** Another one whenever something else is shown than before. */
  token: object;
  /** By the node that it begins with. */
  made: Map<object, Made>;
  /** By the member. */
  readonly parts: WeakMap<tree.Node, KeptPart>;
  /** By the system. */
  readonly owners: WeakMap<tree.System, KeptOwner>;
}

export function createMemory(): Memory {
  return { shown: undefined, token: {}, made: new Map(), parts: new WeakMap(), owners: new WeakMap() };
}

/** Something that has been made of nodes, and what else came of it. */
interface Made {
  /** And where its parts stand, as far as that is no node's. */
  readonly nodes: readonly unknown[];
  readonly lowered: unknown;
  readonly used: readonly object[];
  readonly allows: readonly Allow[];
  readonly expectedViolations: readonly ExpectedViolation[];
}

/** The parts that a system has of its members. */
interface KeptOwner {
  readonly members: readonly tree.Node[];
  readonly parts: SystemOwner["parts"];
}

/** All that one declaration can see of the others. */
interface Shown {
  readonly declarations: readonly Declaration[];
  readonly files: readonly FileScope[];
  readonly keys: Room["keys"];
  readonly checks: KnownChecks | undefined;
}

/** Makes something of nodes, or remembers what it has made of the same ones. */
export type Recall = <Lowered>(
  nodes: readonly [object, ...unknown[]],
  make: (room: Room) => Lowered,
) => Lowered;

export interface Recalling {
  readonly recall: Recall;
  /** The same as long as the declarations show each other the same. */
  readonly shown: object | undefined;
}

export function recalling(room: Room, inclusion: Inclusion, memory: Memory | undefined): Recalling {
  if (memory === undefined) return { recall: (_nodes, make) => make(room), shown: undefined };
  const shown: Shown = {
    declarations: inclusion.declarations,
    files: [...room.files.values()],
    keys: room.keys,
    checks: room.checks,
  };
  const isSameShown = memory.shown !== undefined && showsSame(memory.shown, shown);
  const before = isSameShown ? memory.made : new Map<object, Made>();
  const now = new Map<object, Made>();
  memory.shown = shown;
  if (!isSameShown) memory.token = {};
  memory.made = now;
  const uses = new Map<object, ImportUse>();
  for (const { uses: own } of shown.files) for (const use of own) uses.set(keyOf(use), use);

  function recall<Lowered>(nodes: readonly [object, ...unknown[]], make: (room: Room) => Lowered): Lowered {
    const [first] = nodes;
    const known = before.get(first);
    if (known !== undefined && areSame(known.nodes, nodes)) {
      now.set(first, known);
      note(known);
      // Made of these nodes by the same function.
      return known.lowered as Lowered;
    }
    const used = new Set<ImportUse>();
    const allows: Allow[] = [];
    const expectedViolations: ExpectedViolation[] = [];
    const { report, isSilent } = listening(room.report);
    const lowered = make({ ...room, report, used, allows, expectedViolations });
    const made = { nodes, lowered, used: [...used].map(keyOf), allows, expectedViolations };
    note(made);
    // What is reported depends on all that has been reported before.
    if (isSilent()) now.set(first, made);
    return lowered;
  }

  function note({ used, allows, expectedViolations }: Made): void {
    for (const key of used) {
      const use = uses.get(key);
      if (use !== undefined) room.used.add(use);
    }
    room.allows.push(...allows);
    room.expectedViolations.push(...expectedViolations);
  }

  return { recall, shown: memory.token };
}

function keyOf({ statement, item }: ImportUse): object {
  return item ?? statement.node;
}

function areSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length && before.every((one, index) => one === now[index]);
}

function showsSame(before: Shown, now: Shown): boolean {
  if (before.checks !== now.checks || before.files.length !== now.files.length) return false;
  return (
    showTheSame(before.declarations.map(nodeOf), now.declarations.map(nodeOf)) &&
    before.files.every((file, index) => isSameFile(file, now.files[index])) &&
    [...now.keys].every(([file, keys]) => haveSame(before.keys.get(file), keys))
  );
}

function nodeOf({ node }: Declaration): tree.Node {
  return node;
}

function haveSame(before: ReadonlySet<string> | undefined, now: ReadonlySet<string> | undefined): boolean {
  if (before === undefined || now === undefined) return before === now;
  return before.size === now.size && [...now].every((key) => before.has(key));
}

function isSameFile(before: FileScope, now: FileScope | undefined): boolean {
  if (now === undefined || before.file.name !== now.file.name || before.lenient !== now.lenient) return false;
  const importsOf = ({ file }: FileScope): readonly object[] => file.imports.map(({ node }) => node);
  const targetsOf = ({ file }: FileScope): readonly string[] =>
    file.imports.flatMap(({ targets }) => targets);
  return (
    areSame(importsOf(before), importsOf(now)) &&
    targetsOf(before).join("\n") === targetsOf(now).join("\n") &&
    showTheSame(before.declarations.map(nodeOf), now.declarations.map(nodeOf)) &&
    showTheSame(before.extends, now.extends)
  );
}

function showTheSame(before: readonly tree.Node[], now: readonly tree.Node[]): boolean {
  return before.length === now.length && now.every((node, index) => showSame(before[index], node));
}

/** What nothing but the declaration itself looks into. */
const inner: { readonly [Kind in tree.Kind]?: ReadonlySet<string> } = {
  Program: new Set(["body"]),
  Limit: new Set(["when"]),
  Sensitivity: new Set(["when"]),
  Quantity: new Set(["becomes"]),
  Society: new Set(["body"]),
  Coupling: new Set(["body"]),
  Regulation: new Set(["body"]),
  Scenario: new Set(["body"]),
  Property: new Set(["body"]),
  Experiment: new Set(["body"]),
};

/** Whether two nodes show the same to others, wherever they stand. */
function showSame(before: unknown, now: unknown): boolean {
  if (before === now) return true;
  if (typeof before !== "object" || typeof now !== "object" || before === null || now === null) return false;
  if (Array.isArray(before) && Array.isArray(now)) {
    return before.length === now.length && now.every((one, index) => showSame(before[index], one));
  }
  const [first, second] = [before as tree.Node, now as tree.Node];
  if (first.kind !== second.kind) return false;
  const hidden = inner[second.kind];
  const keys = new Set([...Object.keys(first), ...Object.keys(second)]);
  for (const key of keys) {
    if (key === "start" || key === "end" || hidden?.has(key)) continue;
    if (!showSame(first[key as keyof tree.Node], second[key as keyof tree.Node])) return false;
  }
  return true;
}
