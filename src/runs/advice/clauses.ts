/* Program clauses that decide and do not carry on, and irritations that nothing decides on. */
import { clauseAdded, memberAdded, textAt } from "../../checks/support/edits.ts";
import { primaryCode } from "../../checks/support/codes.ts";
import { anyValueOf } from "../../checks/support/proposal.ts";
import { freeName } from "../../checks/support/template.ts";
import type { Edit } from "../../diagnostics/diagnostic.ts";
import type { TraceEntry } from "../../engine/trace.ts";
import type { Type } from "../../model/expression.ts";
import { everyExpression } from "../../model/expression_parts.ts";
import type { Clause, Emit, Operation, Parameter, Program, System } from "../../model/model.ts";
import { sizes, type Change } from "./change.ts";
import type { Ground } from "./ground.ts";

type EntryOf<Kind extends TraceEntry["kind"]> = Extract<TraceEntry, { kind: Kind }>;

/** What a clause can hand on: the parameters of what it decides on, and the system's own expectations. */
interface AtHand {
  readonly parameters: readonly Parameter[];
  readonly system: System;
}

export function clauseChanges(ground: Ground): readonly Change[] {
  const { context, inquiry, relevance, entries } = ground;
  const seen = new Set<string>();
  return entries.flatMap((entry): readonly Change[] => {
    if (entry.kind !== "decision") return [];
    const system = context.index.system(entry.owner);
    const cause = entry.cause === undefined ? undefined : inquiry.history.at(entry.cause);
    if (system === undefined) return [];
    const on = cause !== undefined && "name" in cause ? cause.name : "";
    const key = `${entry.owner} ${on} ${entry.program ?? ""} ${entry.clause ?? ""}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const atHand: AtHand = { parameters: parametersOf(cause, ground), system };
    return system.operations
      .filter(
        ({ name }) =>
          relevance.operation(system.id, name) && !(cause?.kind === "operation" && cause.name === name),
      )
      .flatMap((operation) => emitting(entry, operation, atHand, on, ground));
  });
}

function parametersOf(cause: TraceEntry | undefined, { context: { index } }: Ground): readonly Parameter[] {
  if (cause?.kind === "irritation") return index.sensitivity(cause.owner, cause.name)?.parameters ?? [];
  if (cause?.kind === "operation") return index.operation(cause.owner, cause.name)?.parameters ?? [];
  return [];
}

function emitting(
  entry: EntryOf<"decision">,
  operation: Operation,
  atHand: AtHand,
  on: string,
  { context, inquiry }: Ground,
): readonly Change[] {
  const { system } = atHand;
  const { args, madeUp } = argumentsFor(operation, atHand, (emit) =>
    emit.args.map(({ name, value }) => `${name.text}: ${textAt(value.place, context)}`),
  );
  const call = `${operation.name}${args === "" ? "" : `(${args})`}`;
  const clause = inquiry.places.clause(entry.owner, entry.program, entry.clause);
  const owner = inquiry.names(system.id);
  const facts = (program: string, value: string, isNew: "emission" | "clause" | "program") =>
    ({
      kind: "clause",
      program: `${owner}.${program}`,
      value,
      emits: `${owner}.${call}`,
      isNew,
      on: `${owner}.${on}`,
      madeUp,
    }) as const;
  const extra = madeUp.length * sizes.madeUp;
  if (clause !== undefined && entry.program !== undefined) {
    const emits = clause.effects.some(
      (effect) => effect.kind === "emit" && effect.operation === operation.name,
    );
    // What is left open cannot be answered by an operation.
    if (emits || clause.value === undefined || clause.value.text === "undecided") return [];
    const edit = emissionAdded(clause, call, (place) => textAt(place, context));
    const change = {
      facts: facts(entry.program, clause.value.text, "emission"),
      size: sizes.emission + extra,
      edits: [edit],
    };
    return [change];
  }
  if (entry.program !== undefined || on === "") return [];
  const [positive] = primaryCode(system)?.values ?? [];
  if (positive === undefined) return [];
  const program = context.index.programsOn(system.id, on).findLast(({ form }) => form === "conditional");
  if (program !== undefined && !hasOtherwise(program)) {
    const edit = clauseAdded(program, `otherwise -> ${positive.name} { emit ${call} }`, context);
    const change = { facts: facts(program.name, positive.name, "clause"), size: sizes.clause + extra };
    return edit === undefined ? [] : [{ ...change, edits: [edit] }];
  }
  if (program !== undefined || context.index.sensitivity(system.id, on) === undefined) return [];
  const name = freeName(`on_${on}`, (taken) => context.index.program(system.id, taken) !== undefined);
  const lines = [
    `program ${name} conditional on ${on} {`,
    `  otherwise -> ${positive.name} { emit ${call} }`,
    "}",
  ];
  const edit = memberAdded(system, lines, context);
  const change = { facts: facts(name, positive.name, "program"), size: sizes.program + extra };
  return edit === undefined ? [] : [{ ...change, edits: [edit] }];
}

function hasOtherwise({ clauses }: Program): boolean {
  return clauses.some(({ kind }) => kind === "otherwise");
}

/** At the end of what the clause does already, else behind the value. */
function emissionAdded(clause: Clause, call: string, textOf: (place: Clause["place"]) => string): Edit {
  const { file, start, end } = clause.place;
  const text = textOf(clause.place);
  if (!text.endsWith("}")) return { place: { file, start: end, end }, text: ` { emit ${call} }` };
  const inner = text.slice(0, -1).trimEnd();
  const at = start + inner.length;
  const last = clause.effects.at(-1)?.place;
  // On a line of its own, where what the clause does stands on lines of its own.
  const [, indent] =
    last === undefined ? [] : (/\n([ \t]*)[^\n]*$/u.exec(text.slice(0, last.start - start + 1)) ?? []);
  const ownLine = /\n[ \t]*\}$/u.test(text) && indent !== undefined;
  return { place: { file, start: at, end: at }, text: ownLine ? `\n${indent}emit ${call}` : ` emit ${call}` };
}

/**
 * The arguments of an operation, as another clause of the system gives them if it reads nothing but what is at hand here, else
 * each by name, by unit, by type; what nothing fits is made up.
 */
function argumentsFor(
  { name, parameters }: Operation,
  atHand: AtHand,
  written: (emit: Emit) => readonly string[],
): { readonly args: string; readonly madeUp: readonly string[] } {
  const { system } = atHand;
  const known = new Set(atHand.parameters.map((parameter) => parameter.name));
  const like = system.programs
    .flatMap(({ clauses }) => clauses.flatMap(({ effects }) => effects))
    .find(
      (effect): effect is Emit =>
        effect.kind === "emit" &&
        effect.operation === name &&
        effect.args.every(({ value }) =>
          [...everyExpression(value)].every((part) => part.kind !== "parameter" || known.has(part.name)),
        ),
    );
  if (like !== undefined) return { args: written(like).join(", "), madeUp: [] };
  const offered = [...atHand.parameters, ...system.expectations];
  const madeUp: string[] = [];
  const args = parameters.map((wanted) => {
    const fitting = offered
      .map((each) => ({ each, fit: fitOf(each, wanted) }))
      .reduce((best, next) => (next.fit > best.fit ? next : best), { each: { name: "" }, fit: 0 });
    if (fitting.fit > 0) return `${wanted.name}: ${fitting.each.name}`;
    const value = anyValueOf(wanted.type);
    madeUp.push(`${wanted.name}: ${value}`);
    return `${wanted.name}: ${value}`;
  });
  return { args: args.join(", "), madeUp };
}

type Valued = { readonly name: string; readonly type: Type };

function fitOf(offered: Valued, wanted: Valued): number {
  if (offered.type.kind !== wanted.type.kind) return 0;
  if (offered.type.kind === "enumeration" && wanted.type.kind === "enumeration") {
    const { values } = wanted.type;
    if (!offered.type.values.every((value) => values.includes(value))) return 0;
  }
  const units = [offered.type, wanted.type].map((type) => (type.kind === "number" ? type.unit : undefined));
  if (units[0] !== units[1] && units[0] !== undefined && units[1] !== undefined) return 0;
  return offered.name === wanted.name ? 3 : units[0] !== undefined && units[0] === units[1] ? 2 : 1;
}
