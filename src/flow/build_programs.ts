import type { Limit, Program, System, Trigger } from "../model/model.ts";
import type { Id } from "../model/reference.ts";
import type { FlowBuilder } from "./builder.ts";
import type { FlowCause } from "./flow.ts";
import { readingsOf, readingsOfClause } from "./reads.ts";
import type { Reading } from "./reads.ts";

/**
 * Adds what goes on inside a system: its sensitivities and operations lead to decisions, decisions to what their
 * clauses emit and set, expectations to the decisions and limits that read them.
 */
export function addProgramsOf(system: System, builder: FlowBuilder): void {
  const owner = system.id;
  builder.begin(owner);
  const limits = limitsByOperation(system.limits);
  for (const sensitivity of system.sensitivities) {
    builder.add({ kind: "sensitivity", owner, name: sensitivity.name, sensitivity });
  }
  for (const { name } of system.operations) {
    builder.add({ kind: "operation", owner, name, limits: limits.get(name) ?? [] });
  }
  for (const { name } of system.expectations) builder.add({ kind: "expectation", owner, name });

  const acting = addPrograms(system, builder);
  for (const { name, when } of system.sensitivities) {
    if (when) readingsOf(when, ownReader(builder, owner, builder.find("decision", owner, name)));
  }
  for (const limit of system.limits) {
    const blocked = limit.operation && builder.find("operation", owner, limit.operation.text);
    readingsOf(limit.when, ownReader(builder, owner, blocked, { kind: "limit", limit }));
  }
  const designated = builder.find("designated", owner, "designated");
  if (designated === undefined) return;
  for (const { program, node } of acting) {
    for (const clause of program.clauses) {
      builder.connect(node, designated, { kind: "clause", program, clause });
    }
  }
}

/** Lets what the system expects, or designated last, and what is read of it, lead to its reader. */
function ownReader(
  builder: FlowBuilder,
  owner: Id,
  to: number | undefined,
  cause?: FlowCause,
): (reading: Reading) => void {
  const read = builder.reader(to, cause);
  return (reading) => {
    if (reading.owner !== owner || reading.kind === "quantity") return;
    if (reading.kind === "expectation") read(builder.find("expectation", owner, reading.name));
    else read(builder.add({ kind: "designated", owner, name: "designated" }));
  };
}

/** A program, and the node from which its clauses have their effects. */
interface Acting {
  readonly program: Program;
  readonly node: number;
}

interface Decision {
  readonly node: number;
  readonly programs: Program[];
}

/** What triggers a decision, as a word that no two triggers of a system share. */
function triggerName(trigger: Trigger): string {
  switch (trigger.kind) {
    case "sensitivity":
      return trigger.name;
    case "own":
      return `own ${trigger.operation}`;
    case "every":
      return trigger.steps === 1 ? "every step" : `every ${trigger.steps} steps`;
  }
}

function addPrograms(system: System, builder: FlowBuilder): readonly Acting[] {
  const owner = system.id;
  const acting: Acting[] = [];
  const decisions = new Map<string, Decision>();
  for (const program of system.programs) {
    const triggered = new Map<string, Decision>();
    for (const trigger of program.triggers) {
      const name = triggerName(trigger);
      if (triggered.has(name)) continue;
      let decision = decisions.get(name);
      if (decision === undefined) {
        const programs: Program[] = [];
        const node = builder.add({ kind: "decision", owner, name, trigger, programs });
        decisions.set(name, (decision = { node, programs }));
        builder.connect(triggeringNode(trigger, owner, builder), node, { kind: "trigger" });
      }
      decision.programs.push(program);
      triggered.set(name, decision);
    }
    const node = addProgram(program, owner, [...triggered.values()], builder);
    if (node !== undefined) acting.push({ program, node });
  }
  return acting;
}

function triggeringNode(trigger: Trigger, owner: Id, builder: FlowBuilder): number | undefined {
  switch (trigger.kind) {
    case "sensitivity":
      return builder.find("sensitivity", owner, trigger.name);
    case "own":
      return builder.find("operation", owner, trigger.operation);
    case "every":
      return undefined;
  }
}

/**
 * Adds what a program reads and does, and gives the node from which it acts. A program on several triggers gets
 * one node for all that it reads and one for all that it does, so that triggers and clauses are not multiplied
 * with each other.
 */
function addProgram(
  program: Program,
  owner: Id,
  decisions: readonly Decision[],
  builder: FlowBuilder,
): number | undefined {
  const [only, second] = decisions;
  if (only === undefined) return undefined;
  const { name } = program;
  const shared = second !== undefined;
  const looks = shared ? builder.add({ kind: "readings", owner, name, program }) : only.node;
  const acts = shared ? builder.add({ kind: "effects", owner, name, program }) : only.node;
  const read = ownReader(builder, owner, looks);
  for (const clause of program.clauses) readingsOfClause(clause, read);
  for (const { node } of shared ? decisions : []) {
    builder.connect(looks, node, { kind: "reading" });
    builder.connect(node, acts, { kind: "trigger" });
  }
  addEffects(program, owner, acts, builder);
  return acts;
}

function addEffects(program: Program, owner: Id, from: number, builder: FlowBuilder): void {
  for (const clause of program.clauses) {
    const cause = { kind: "clause", program, clause } as const;
    for (const effect of clause.effects) {
      const to =
        effect.kind === "emit"
          ? builder.find("operation", owner, effect.operation)
          : builder.find("expectation", owner, effect.target.text);
      builder.connect(from, to, cause);
    }
  }
}

function limitsByOperation(limits: readonly Limit[]): ReadonlyMap<string, readonly Limit[]> {
  const byOperation = new Map<string, Limit[]>();
  for (const limit of limits) {
    if (limit.operation === undefined) continue;
    const same = byOperation.get(limit.operation.text);
    if (same) same.push(limit);
    else byOperation.set(limit.operation.text, [limit]);
  }
  return byOperation;
}
