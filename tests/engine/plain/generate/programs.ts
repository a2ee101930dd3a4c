/* Generated programs. */
import type { Dice } from "./dice.ts";
import { condition, expression } from "./expressions.ts";
import type { Plan, PlannedExpectation, PlannedPart, PlannedSystem } from "./plan.ts";
import { scopeOf } from "./systems.ts";
import { commonParameters } from "./types.ts";
import type { Scope, Variable } from "./types.ts";

interface Trigger {
  readonly text: string;
  readonly parameters: readonly Variable[];
  /** Of an own operation: its number, for what may follow on it. */
  readonly own?: number;
}

/** What the clauses of a program may do. */
interface Means {
  readonly system: PlannedSystem;
  readonly scope: Scope;
  readonly settable: readonly PlannedExpectation[];
  /** What may be emitted without more coming of it in each step. */
  readonly emittable: readonly PlannedPart[];
  /** What may be emitted for a few steps only. */
  readonly forAWhile: readonly PlannedPart[];
  readonly most: number;
}

export function programTexts(dice: Dice, plan: Plan, system: PlannedSystem): string {
  // A sensitivity is seldom left without a program.
  const programs = system.sensitivities
    .filter(() => !dice.chance(0.1))
    .map((sensitivity, index) =>
      programText(dice, plan, system, `handles_${index}`, [onSensitivity(sensitivity)]),
    );
  const more = dice.several(0, 3, (index) => {
    const first = anyTrigger(dice, system);
    const others = dice.chance(0.3) ? dice.several(1, 2, () => anyTrigger(dice, system)) : [];
    const triggers = [first, ...others].filter(
      (trigger, at, all) => all.findIndex(({ text }) => text === trigger.text) === at,
    );
    return programText(dice, plan, system, `also_${index}`, triggers);
  });
  return (dice.chance(0.5) ? [...more, ...programs] : [...programs, ...more]).join("\n");
}

function onSensitivity({ name, parameters }: PlannedPart): Trigger {
  return { text: name, parameters };
}

function anyTrigger(dice: Dice, system: PlannedSystem): Trigger {
  const sensitivity = dice.pick(system.sensitivities);
  const own = dice.number(0, system.operations.length - 1);
  const operation = system.operations[own];
  return dice.one<Trigger>(
    [sensitivity === undefined ? 0 : 4, () => onSensitivity(sensitivity ?? { name: "", parameters: [] })],
    [
      operation === undefined ? 0 : 4,
      () => ({ text: `own ${operation?.name ?? ""}`, parameters: operation?.parameters ?? [], own }),
    ],
    [
      0.6,
      () => ({ text: dice.pick(["every step", "every 2 steps", "every 3 steps"]) ?? "", parameters: [] }),
    ],
  );
}

function programText(
  dice: Dice,
  plan: Plan,
  system: PlannedSystem,
  name: string,
  triggers: readonly Trigger[],
): string {
  if (triggers.some(({ text }) => text.startsWith("every"))) plan.restless = true;
  const amends = system.expectations.filter((each) => each.normative && !each.kept && dice.chance(0.5));
  const lastOwn = Math.max(-1, ...triggers.map(({ own }) => own ?? -1));
  const scope = scopeOf(system, commonParameters(triggers.map(({ parameters }) => parameters)));
  const means: Means = {
    system,
    scope,
    settable: system.expectations.filter((each) => !each.normative || amends.includes(each)),
    emittable: system.operations.slice(lastOwn + 1),
    forAWhile: system.operations.slice(0, lastOwn + 1),
    // What follows on the own operation is as much as what it follows on, or less.
    most: triggers.every(({ own, text }) => own === undefined && !text.startsWith("every")) ? 2 : 1,
  };
  const purpose = dice.chance(0.35);
  const clauses = dice.several(1, 3, (index) =>
    purpose ? choiceText(dice, means, index) : ruleText(dice, means),
  );
  const otherwise = dice.chance(0.6) ? [`otherwise -> ${valueAndEffects(dice, means, means.emittable)}`] : [];
  const head = `program ${name} ${purpose ? "purpose" : "conditional"} on ${triggers.map(({ text }) => text).join(", ")}`;
  const amended = amends.length === 0 ? "" : ` amends ${amends.map((each) => each.name).join(", ")}`;
  return [`  ${head}${amended} {`, ...[...clauses, ...otherwise].map((line) => `    ${line}`), "  }"].join(
    "\n",
  );
}

function ruleText(dice: Dice, means: Means): string {
  const when = condition(dice, means.scope);
  return `when ${conditionAndRest(dice, means, when)}`;
}

function conditionAndRest(dice: Dice, means: Means, when: string): string {
  const forAWhile = means.forAWhile.length > 0 && dice.chance(0.4);
  return forAWhile
    ? `step < 7 and (${when}) -> ${valueAndEffects(dice, means, means.forAWhile)}`
    : `${when} -> ${valueAndEffects(dice, means, means.emittable)}`;
}

function choiceText(dice: Dice, means: Means, index: number): string {
  const yields = expression(dice, means.scope, { kind: "number" });
  const when = dice.chance(0.5) ? ` when ${condition(dice, means.scope, 1)}` : "";
  const { value, effects } = decision(dice, means, means.emittable);
  return `choose option_${index} -> ${value} yields ${yields}${when}${effects}`;
}

function valueAndEffects(dice: Dice, means: Means, emittable: readonly PlannedPart[]): string {
  const { value, effects } = decision(dice, means, emittable);
  return `${value}${effects}`;
}

function decision(
  dice: Dice,
  means: Means,
  emittable: readonly PlannedPart[],
): { readonly value: string; readonly effects: string } {
  const { system } = means;
  if (dice.chance(0.12)) {
    // What is not designated yet has no value that could be set.
    const open = { ...means, scope: { ...means.scope, designated: [] } };
    return { value: "undecided", effects: effectsText(dice.several(0, 2, () => assignment(dice, open))) };
  }
  const value = (dice.chance(0.3) ? dice.pick(system.designates) : dice.pick(system.codes)) ?? "";
  const emits = dice.several(dice.chance(0.4) ? 1 : 0, means.most, () => emission(dice, means, emittable));
  const assignments = dice.several(0, 2, () => assignment(dice, means));
  return {
    value,
    effects: effectsText(dice.chance(0.5) ? [...assignments, ...emits] : [...emits, ...assignments]),
  };
}

function effectsText(effects: readonly (string | undefined)[]): string {
  const written = effects.filter((effect) => effect !== undefined);
  return written.length === 0 ? "" : ` { ${written.join(" ")} }`;
}

function emission(dice: Dice, { scope }: Means, emittable: readonly PlannedPart[]): string | undefined {
  const operation = dice.pick(emittable);
  return operation && `emit ${operation.name}${argumentsText(dice, scope, operation.parameters)}`;
}

/** Arguments for parameters, now and then in another order. */
export function argumentsText(dice: Dice, scope: Scope, parameters: readonly Variable[]): string {
  if (parameters.length === 0) return "";
  const depth = dice.one([3, () => 1], [2, () => 0], [1, () => 2]);
  const args = parameters.map(({ text, type }) => `${text}: ${expression(dice, scope, type, depth)}`);
  return `(${(dice.chance(0.2) ? args.reverse() : args).join(", ")})`;
}

function assignment(dice: Dice, { scope, settable }: Means): string | undefined {
  const expectation = dice.pick(settable);
  if (expectation === undefined) return undefined;
  const { name, type } = expectation;
  const numbers = scope.variables.filter((each) => each.type.kind === "number" && each.text !== name);
  const taken = dice.pick(numbers)?.text;
  const value = dice.one(
    [3, () => expression(dice, scope, type)],
    [type.kind === "number" ? 3 : 0, () => `${name} + ${dice.pick(["1", "0.5", "2"]) ?? "1"}`],
    [type.kind === "number" && taken !== undefined ? 3 : 0, () => taken ?? ""],
  );
  return `${name} := ${value}`;
}
