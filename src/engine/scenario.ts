/* Scenarios made ready to run: what they are `like` goes before their own, names have become numbers. */
import type { Place } from "../base/place.ts";
import type { Expression } from "../model/expression.ts";
import type { Argument, Block, Model, Regulation, Scenario, Step } from "../model/model.ts";
import type { Id, PartRef } from "../model/reference.ts";
import { boundsOf, compileArguments, computed } from "./compiler.ts";
import type { CompiledArgument, CompiledModel, CompiledValue } from "./compiled.ts";
import type { Decide } from "./frame.ts";
import { compileOutcome, type CompiledOutcome } from "./outcome.ts";

export interface CompiledScenario {
  readonly scenario: Scenario;
  /** What the scenario says; 1 if it says nothing. */
  readonly seed: number;
  /** Those it is `like`, the farthest first, and its own. */
  readonly blocks: readonly CompiledBlock[];
  /** Regulations that some step of it applies. */
  readonly applied: ReadonlySet<Id>;
  /** The owners that these are to move: what they decide on is noted. */
  readonly targets: readonly number[];
}

export interface CompiledBlock {
  readonly block: Block;
  readonly steps: readonly CompiledStep[];
}

interface StepOf<Kind extends string> {
  readonly kind: Kind;
  readonly step: Step;
  /** `decree.3`, in a block `decree.3.1`: what the trace calls it, and what names the places that draw in it. */
  readonly path: string;
}

export type CompiledStep =
  | (StepOf<"emits" | "perturb" | "apply"> & {
      readonly happening: number;
      readonly args: readonly CompiledArgument[];
      /** The owner that alone is at issue; -1: everybody. */
      readonly issue: number;
      readonly regulation: Id | undefined;
    })
  | (StepOf<"given"> & { readonly value: CompiledValue })
  | (StepOf<"change"> & { readonly value: CompiledValue })
  | StepOf<"steer">
  | (StepOf<"unplug"> & { readonly system: number })
  | (StepOf<"close" | "open"> & { readonly coupling: number })
  | (StepOf<"run"> & { readonly count: number | undefined; readonly until: Condition | undefined })
  | (StepOf<"either"> & { readonly place: number; readonly branches: readonly CompiledBlock[] })
  | (StepOf<"repeat"> & { readonly count: number; readonly block: CompiledBlock })
  | (StepOf<"expect"> & { readonly outcome: CompiledOutcome; readonly place: Place })
  /** What says something about the text, and does nothing in a run: `seed`, `expect violation`. */
  | StepOf<"remark">;

interface Condition {
  readonly decide: Decide;
  readonly expression: Expression;
}

/** The scenarios that a scenario does first, the farthest first, and itself. Circles of `like` have been cut. */
export function chainOf(model: Model, scenario: Scenario): readonly Scenario[] {
  const all = new Map(
    [...model.scenarios, ...(model.importedScenarios ?? [])].map((each) => [each.id, each]),
  );
  const chain: Scenario[] = [];
  for (
    let next: Scenario | undefined = scenario;
    next !== undefined && !chain.includes(next);
    next = next.like && all.get(next.like.id)
  ) {
    chain.unshift(next);
  }
  return chain;
}

export function compileScenario(compiled: CompiledModel, scenario: Scenario): CompiledScenario {
  const { model } = compiled;
  const chain = chainOf(model, scenario);
  const seeds = chain.flatMap(({ block }) => seedsIn(block));
  const applied = new Set<Id>();
  const compiler: Compiler = {
    compiled,
    regulations: new Map(model.regulations.map((regulation) => [regulation.id, regulation])),
    applied,
  };
  const blocks = chain.map(({ id, block }) => compileBlock(compiler, block, id));
  const targets = [...applied].flatMap((id) => compiler.regulations.get(id)?.of?.id ?? []);
  return {
    scenario,
    seed: seeds.at(-1) ?? 1,
    blocks,
    applied,
    targets: [...new Set(targets)].map(compiled.layout.owner),
  };
}

function seedsIn(block: Block): readonly number[] {
  return block.steps.flatMap((step) =>
    step.kind === "seed" ? [step.seed] : step.kind === "either" ? step.branches.flatMap(seedsIn) : [],
  );
}

interface Compiler {
  readonly compiled: CompiledModel;
  readonly regulations: ReadonlyMap<Id, Regulation>;
  readonly applied: Set<Id>;
}

/** What a step is called by its number in a block. */
export function inBlock(block: string, step: number): string {
  return `${block}.${step}`;
}

/** What a branch of an `either` is called. */
export function inBranch(either: string, branch: number): string {
  return `${either}.${branch}`;
}

function compileBlock(compiler: Compiler, block: Block, path: string): CompiledBlock {
  return {
    block,
    steps: block.steps.map((step, index) => compileStep(compiler, step, inBlock(path, index))),
  };
}

function compileStep(compiler: Compiler, step: Step, path: string): CompiledStep {
  const { compiled } = compiler;
  const { layout, observer } = compiled;
  const remark: CompiledStep = { kind: "remark", step, path };
  switch (step.kind) {
    case "emits":
    case "perturb": {
      const issue = step.kind === "perturb" ? layout.owner(step.target.id) : -1;
      const doing = compileDoing(compiled, step.operation, step.args, path);
      return { kind: step.kind, step, path, ...doing, issue, regulation: undefined };
    }
    case "apply": {
      const { id } = step.regulation;
      const start = compiler.regulations.get(id)?.start;
      compiler.applied.add(id);
      if (start === undefined) return remark;
      const doing = compileDoing(compiled, start.operation, start.args, `${id}/starts with`);
      return { kind: "apply", step, path, ...doing, issue: -1, regulation: id };
    }
    case "given":
    case "change": {
      const slot = layout.slots[layout.slot(step.part.owner, step.part.name)];
      if (slot === undefined) return remark;
      // Only quantities are changed: with an expectation it is an attempt at steering, which has been reported.
      if (step.kind === "change" && slot.kind === "expectation") return { kind: "steer", step, path };
      const value = {
        slot,
        bounds: boundsOf(slot.type),
        ...computed(step.value, observer.scope(`${path}/value`)),
        place: step.value.place,
      };
      return { kind: step.kind, step, path, value };
    }
    case "steer":
      return { kind: "steer", step, path };
    case "unplug":
      return { kind: "unplug", step, path, system: layout.system(step.system.id) };
    case "close":
    case "open":
      return { kind: step.kind, step, path, coupling: compiled.couplings.get(step.coupling.id) ?? -1 };
    case "run": {
      const until = step.until && {
        decide: observer.condition(step.until, `${path}/until`),
        expression: step.until,
      };
      return { kind: "run", step, path, count: step.count, until };
    }
    case "either": {
      const branches = step.branches.map((branch, index) =>
        compileBlock(compiler, branch, inBranch(path, index)),
      );
      return { kind: "either", step, path, place: observer.place(path), branches };
    }
    case "repeat":
      return {
        kind: "repeat",
        step,
        path,
        count: step.count,
        block: compileBlock(compiler, step.block, path),
      };
    case "expect": {
      const outcome = compileOutcome(compiled, step.outcome, path);
      return { kind: "expect", step, path, outcome, place: step.outcome.place };
    }
    case "seed":
    case "expect violation":
      return remark;
  }
}

/** An operation with its arguments, which see everything. */
function compileDoing(
  { layout, observer }: CompiledModel,
  operation: PartRef,
  args: readonly Argument[],
  place: string,
): { readonly happening: number; readonly args: readonly CompiledArgument[] } {
  const happening = layout.happening(operation.owner, operation.name);
  const parameters = layout.happenings[happening]?.parameters ?? [];
  return { happening, args: compileArguments(args, parameters, observer.scope, place) };
}
