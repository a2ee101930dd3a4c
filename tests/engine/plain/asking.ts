/* What tests ask of the plain interpreter. */
import { expect } from "vitest";
import type { TraceEntry } from "../../../src/engine/trace.ts";
import { check } from "../../../src/index.ts";
import { interpret } from "./interpret.ts";
import type { PlainOptions, PlainRun } from "./interpret.ts";

/** The last scenario of a model without errors, or the one named. */
export function run(text: string, options: PlainOptions & { readonly scenario?: string } = {}): PlainRun {
  const { model, diagnostics } = check(text);
  expect(diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual(
    [],
  );
  const scenario = model.scenarios.find(({ id }) => id === options.scenario) ?? model.scenarios.at(-1);
  if (scenario === undefined) throw new Error("there is no scenario");
  return interpret(model, scenario, options);
}

export function allHold({ expectations }: PlainRun): boolean {
  return expectations.length > 0 && expectations.every(({ holds }) => holds);
}

export function entriesOf<Kind extends TraceEntry["kind"]>(
  { trace }: PlainRun,
  kind: Kind,
): Extract<TraceEntry, { kind: Kind }>[] {
  return trace.entries.flatMap((entry) => (isOf(entry, kind) ? [entry] : []));
}

function isOf<Kind extends TraceEntry["kind"]>(
  entry: TraceEntry,
  kind: Kind,
): entry is Extract<TraceEntry, { kind: Kind }> {
  return entry.kind === kind;
}

/** What the violations of a run are, and when. */
export function violationsOf(result: PlainRun): string[] {
  return entriesOf(result, "violation").map(({ check: name, about, step }) => `${step} ${name} ${about}`);
}

export function decisionsOf(result: PlainRun): string[] {
  return entriesOf(result, "decision").map(
    ({ step, program, clause, value }) => `${step} ${program ?? "-"} ${clause ?? "-"} ${value}`,
  );
}

export function noiseOf(result: PlainRun): string[] {
  return entriesOf(result, "noise").map(({ step, owner, reason }) => `${step} ${owner} ${reason}`);
}

/** A sender whose every `send(x)` is put before a receiver with these members. */
export function receiver(members: string, scenario: string, options = ""): string {
  return `
machine sender { code on / off operation send(x: number) }
machine receiver {
  code yes / no
  sensitive to got(x: number)
  ${members}
}
coupling line between sender and receiver { sender.send -> receiver.got(x: x) ${options} }
scenario s { ${scenario} }`;
}
