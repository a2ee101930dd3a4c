/*
 * Models that can be run: small, of everything that the language has, in which the checks find no errors. What may go wrong
 * while a run lasts (divisions by nothing, values out of bounds, delays that are none) does go wrong in some of them.
 */
import fc from "fast-check";
import { couplingTexts } from "./plain/generate/couplings.ts";
import { diceOf, tapeRange } from "./plain/generate/dice.ts";
import { propertyTexts, regulationTexts } from "./plain/generate/observing.ts";
import type { Plan, PlannedSystem } from "./plain/generate/plan.ts";
import { programTexts } from "./plain/generate/programs.ts";
import { scenarioTexts } from "./plain/generate/scenarios.ts";
import { environmentText, planEnvironments, planSystems, systemText } from "./plain/generate/systems.ts";

/** Choices for one part of a model. With the numbers of a tape a model shrinks: nothing stands for the simplest. */
function tape(most: number): fc.Arbitrary<number[]> {
  return fc.noBias(fc.array(fc.nat(tapeRange - 1), { maxLength: most, size: "max" }));
}

export const runnableModel: fc.Arbitrary<string> = fc
  .tuple(tape(400), tape(6_000), tape(2_000), tape(2_000), tape(2_000))
  .map(modelText);

type Tape = readonly number[];

function modelText([shape, insides, between, aims, cases]: readonly [Tape, Tape, Tape, Tape, Tape]): string {
  const dice = diceOf(shape);
  const systems = planSystems(dice);
  const copy = dice.chance(0.4) ? copyOf(systems) : undefined;
  const plan: Plan = {
    systems: copy === undefined ? systems : [...systems, copy],
    environments: planEnvironments(dice),
    channels: [],
    couplings: [],
    regulations: [],
    restless: false,
  };
  const inner = diceOf(insides);
  const environments = plan.environments.map((environment) => environmentText(inner, plan, environment));
  const bodies = systems.map((system) => systemText(inner, system, programTexts(inner, plan, system)));
  const copied = copy === undefined ? [] : [copy.head];
  const couplings = couplingTexts(diceOf(between), plan);
  const observer = diceOf(aims);
  const regulations = regulationTexts(observer, plan);
  const { texts, applied } = scenarioTexts(diceOf(cases), plan);
  const properties = propertyTexts(observer, plan, applied);
  const head = dice.chance(0.5) ? ["model generated"] : [];
  return `${[...head, ...environments, ...bodies, ...copied, ...couplings, ...regulations, ...texts, ...properties].join("\n\n")}\n`;
}

/** A machine with all that another has. */
function copyOf(systems: readonly PlannedSystem[]): PlannedSystem | undefined {
  const [first] = systems;
  if (first === undefined || first.head !== `machine ${first.name}`) return undefined;
  return { ...first, name: "echo", head: `machine echo like ${first.name}` };
}
