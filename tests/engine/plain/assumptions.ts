/*
 * How a scenario begins. "A scenario `like` another does that one's steps first." "`given S.x = e` … stands before anything
 * happens; … with `like` the other scenario's hold too, an own one wins".
 */
import type { Block, Model, Scenario, Step } from "../../../src/model/model.ts";
import { partKey } from "../../../src/model/reference.ts";
import { evaluate, withoutFault } from "./evaluate.ts";
import { head, violate, write } from "./run.ts";
import type { Run } from "./run.ts";
import { set } from "./setting.ts";

interface Assumption {
  readonly given: Extract<Step, { kind: "given" }>;
  readonly path: string;
}

/** The scenarios whose steps are done, the farthest first. */
export function chainOf(model: Model, scenario: Scenario): Scenario[] {
  const all = [...model.scenarios, ...(model.importedScenarios ?? [])];
  const other = all.find(({ id }) => id === scenario.like?.id);
  return other === undefined ? [scenario] : [...chainOf(model, other), scenario];
}

/** "`seed` may stand once, before anything happens in a scenario; without it the seed is 1." An own one wins. */
export function seedOf(model: Model, scenario: Scenario): number {
  const seeds = chainOf(model, scenario).flatMap(({ block }) =>
    block.steps.flatMap((step) => (step.kind === "seed" ? [step.seed] : [])),
  );
  return seeds.at(-1) ?? 1;
}

export function makeAssumptions(run: Run): void {
  const byScenario = chainOf(run.model, run.scenario).map(({ id, block }) => assumptionsOf(run, block, id));
  for (const [index, assumptions] of byScenario.entries()) {
    const later = byScenario.slice(index + 1).flat();
    for (const { given, path } of assumptions) {
      const key = partKey(given.part);
      if (later.some((other) => partKey(other.given.part) === key)) continue;
      const act = write(run, { ...head(run, undefined), kind: "act", act: "given", path });
      const value = withoutFault(() => evaluate(run, given.value, `${path}/value`));
      if (value === undefined) violate(run, "not_a_number", run.scenario.name, act);
      else set(run, given.part.owner, given.part.name, value, act);
    }
  }
}

/** The `given`s at the head of a block; those of a branch, if an `either` stands there. */
function assumptionsOf(run: Run, block: Block, path: string): Assumption[] {
  const assumptions: Assumption[] = [];
  for (const [index, step] of block.steps.entries()) {
    const here = `${path}.${index}`;
    if (step.kind === "given") assumptions.push({ given: step, path: here });
    else if (step.kind === "either") {
      const branch = chooseBranch(run, here, step.branches.length);
      run.chosenAhead.set(here, branch);
      const chosen = step.branches[branch];
      return chosen === undefined
        ? assumptions
        : [...assumptions, ...assumptionsOf(run, chosen, `${here}.${branch}`)];
    } else if (step.kind !== "seed" && step.kind !== "expect" && step.kind !== "expect violation") break;
  }
  return assumptions;
}

/** "`either … or …` are alternatives: a run takes the branch the seed gives", or what is prescribed. */
export function chooseBranch(run: Run, path: string, branches: number): number {
  const prescribed = run.choices[run.branches.length];
  const branch = prescribed ?? Math.floor(run.chance(path, run.step) * branches);
  run.branches.push(branch);
  return branch;
}
