/* Scenarios: their steps in order, a line each; those of a block between lines that begin and end it. */
import type { Place } from "../../base/place.ts";
import type { Block, Scenario, Step } from "../../model/model.ts";
import type { Described } from "./described.ts";
import { declaredTable, line } from "./describe_system.ts";
import {
  describeBy,
  fact,
  lineByKind,
  parts,
  place,
  toldElsewhere,
  type Table,
  type Tables,
} from "./table.ts";
import type { Naming, Wording } from "./wording.ts";

export function describeScenario(scenario: Scenario, naming: Naming, wording: Wording): Described {
  const { id } = scenario;
  const table: Table<Scenario> = {
    ...declaredTable,
    kind: toldElsewhere,
    like: fact("like", (like) => like && wording.ref(like)),
    block: parts((block) => linesOf(block, wording)),
  };
  return describeBy({ kind: "scenario", name: naming.called(id), places: [scenario.place] }, scenario, table);
}

function linesOf(block: Block, wording: Wording, indent = ""): readonly Described[] {
  const inner = `${indent}  `;
  const at = (where: Place, text: string): Described => line("step", where, `${indent}${text}`);
  return block.steps.flatMap((step): readonly Described[] => {
    switch (step.kind) {
      case "either":
        return [
          ...step.branches.flatMap((branch, index) => [
            at(branch.place, index === 0 ? "either {" : "} or {"),
            ...linesOf(branch, wording, inner),
          ]),
          at(step.place, "}"),
        ];
      case "repeat":
        return [
          at(step.place, `${stepText(step, wording)} {`),
          ...linesOf(step.block, wording, inner),
          at(step.place, "}"),
        ];
      default:
        return [at(step.place, stepText(step, wording))];
    }
  });
}

/** A step as the language writes it. */
export function stepText(step: Step, wording: Wording): string {
  const { ref, part, args, expression, outcome } = wording;
  const kind = fact<string>("", (text) => text);
  const setting = <Kind extends "given" | "change">(sign: string): Table<Extract<Step, { kind: Kind }>> => {
    const table: Table<Extract<Step, { kind: "given" }>> = {
      kind,
      part: fact("", part),
      value: fact("", (value) => `${sign} ${expression(value)}`),
      place,
    };
    return table as Table<Extract<Step, { kind: Kind }>>;
  };
  const tables: Tables<Step> = {
    emits: {
      kind: toldElsewhere,
      operation: fact("", (one) => part(one).replace(".", " emits ")),
      args: fact("", (all) => args(all)),
      place,
    },
    perturb: {
      kind,
      keywordPlace: place,
      target: fact("", ref),
      source: fact("", (source) => `from ${ref(source)}`),
      operation: fact("", ({ name }) => `with ${name}`),
      args: fact("", (all) => args(all)),
      place,
    },
    given: setting<"given">("="),
    change: setting<"change">("to"),
    steer: {
      kind,
      part: fact("", part),
      value: fact("", (value) => `to ${expression(value)}`),
      by: fact("", (by) => `by ${ref(by)}`),
      place,
    },
    unplug: { kind, system: fact("", ref), place },
    close: { kind, coupling: fact("", ref), place },
    open: { kind, coupling: fact("", ref), place },
    apply: { kind, regulation: fact("", ref), place },
    run: {
      kind,
      count: fact("", (count) => (count === undefined ? undefined : `${count} steps`)),
      until: fact("", (until) => until && `until ${expression(until)}`),
      place,
    },
    either: { kind, branches: toldElsewhere, place },
    repeat: { kind, count: fact("", (count) => `${count} times`), block: toldElsewhere, place },
    seed: { kind, seed: fact("", String), place },
    expect: { kind, outcome: fact("", outcome), place },
    "expect violation": { kind, check: fact("", ({ text }) => text), place },
  };
  return lineByKind(step, tables);
}
