/* Generated couplings and their channels. */
import type { Dice } from "./dice.ts";
import { condition, expression, probabilityText } from "./expressions.ts";
import type { Plan, PlannedEnvironment, PlannedPart, PlannedSystem } from "./plan.ts";
import { argumentsText } from "./programs.ts";
import { noScope } from "./types.ts";
import type { Scope, Variable } from "./types.ts";

type Side = PlannedSystem | PlannedEnvironment;

interface Source {
  readonly what: "operation" | "event" | "quantity";
  readonly name: string;
  readonly scope: Scope;
}

export function couplingTexts(dice: Dice, plan: Plan): string[] {
  const pairs = pairsOf(plan);
  if (pairs.length === 0) return [];
  return dice.several(1, 5, (index) => couplingText(dice, plan, pairs, `link_${index}`));
}

function pairsOf({ systems, environments }: Plan): (readonly [Side, Side])[] {
  const inner = systems.flatMap((left, index) =>
    systems.slice(index + 1).map((right): [Side, Side] => [left, right]),
  );
  const outer = systems.flatMap((right) => environments.map((left): [Side, Side] => [left, right]));
  return [...inner, ...outer];
}

function couplingText(
  dice: Dice,
  plan: Plan,
  pairs: readonly (readonly [Side, Side])[],
  name: string,
): string {
  const [left, right] = dice.pick(pairs) ?? [];
  if (left === undefined || right === undefined) return "";
  plan.couplings.push(name);
  const channels = dice.several(1, 3, () => {
    const [from, to] = dice.chance(0.4) ? [right, left] : [left, right];
    return channelText(dice, plan, name, from, to);
  });
  const [first, second] = dice.chance(0.3) ? [right, left] : [left, right];
  return [`coupling ${name} between ${first.name} and ${second.name} {`, ...channels.flat(), "}"].join("\n");
}

function channelText(dice: Dice, plan: Plan, coupling: string, from: Side, to: Side): string[] {
  const source = dice.pick(sourcesOf(from));
  const target = source && targetText(dice, to, source.scope);
  if (source === undefined || target === undefined) return [];
  plan.channels.push({
    coupling,
    source: { owner: from.name, name: source.name, what: source.what },
    target: to.name,
  });
  // What runs in a circle among systems must not grow from step to step.
  const order = (side: Side): number => plan.systems.findIndex(({ name }) => name === side.name);
  const back = from.kind === "system" && to.kind === "system" && order(from) > order(to);
  const options = optionTexts(dice, source.scope, back);
  return [`  ${from.name}.${source.name} -> ${[target, ...options].join(" ")}`];
}

function sourcesOf(side: Side): Source[] {
  if (side.kind === "system") {
    return side.operations.map(({ name, parameters }) => ({
      what: "operation",
      name,
      scope: seeing(parameters),
    }));
  }
  const quantities = side.quantities.map(({ name, type }): Variable => ({ text: name, type }));
  return [
    ...side.quantities.map(({ name }): Source => ({ what: "quantity", name, scope: seeing(quantities) })),
    ...side.events.map(({ name, parameters }): Source => ({
      what: "event",
      name,
      scope: seeing([...parameters, ...quantities]),
    })),
  ];
}

function seeing(variables: readonly Variable[]): Scope {
  return { ...noScope, variables, draws: true };
}

function targetText(dice: Dice, to: Side, scope: Scope): string | undefined {
  if (to.kind === "system") {
    const sensitivity: PlannedPart | undefined = dice.pick(to.sensitivities);
    return (
      sensitivity && `${to.name}.${sensitivity.name}${argumentsText(dice, scope, sensitivity.parameters)}`
    );
  }
  const quantities = to.quantities.map(({ name, type }): Variable => ({ text: name, type }));
  const both: Scope = { ...scope, variables: [...scope.variables, ...quantities] };
  const assignments = dice.several(1, 2, () => {
    const quantity = dice.pick(quantities);
    return quantity && `${quantity.text} := ${expression(dice, both, quantity.type)}`;
  });
  const written = assignments.filter((assignment) => assignment !== undefined);
  return written.length === 0 ? undefined : `${to.name} { ${written.join(" ")} }`;
}

function optionTexts(dice: Dice, scope: Scope, back: boolean): string[] {
  const options: string[] = [];
  if (dice.chance(0.3)) options.push(`when ${condition(dice, scope)}`);
  if (dice.chance(0.25)) options.push(`with chance ${probabilityText(dice, scope)}`);
  if (back || dice.chance(0.25)) options.push(`at most ${capacityText(dice, scope)} per step`);
  if (dice.chance(0.35)) options.push(`after ${delayText(dice, scope)} steps`);
  return dice.chance(0.4) ? options.reverse() : options;
}

function capacityText(dice: Dice, scope: Scope): string {
  return dice.one(
    [3, () => String(dice.number(1, 3))],
    [1, () => "1.5"],
    [2, () => `min(3, ${expression(dice, scope, { kind: "number" }, 1)})`],
  );
}

/** A delay, now and then one that is none; one that can be none other is an error. */
function delayText(dice: Dice, scope: Scope): string {
  const variable = dice.pick(scope.variables.filter(({ type }) => type.kind === "number"))?.text;
  return dice.one(
    [4, () => String(dice.number(1, 3))],
    [2, () => "1 + floor(uniform(0, 3))"],
    [1, () => "floor(uniform(-1, 4))"],
    [1, () => `min(4, step / 2)`],
    [variable === undefined ? 0 : 2, () => `max(1, min(4, round(${variable ?? ""})))`],
    [variable === undefined ? 0 : 2, () => `min(4, ${variable ?? ""})`],
    [variable === undefined ? 0 : 1, () => `min(4, 2 / ${variable ?? ""})`],
    [variable === undefined ? 0 : 1, () => `mod(${variable ?? ""}, 3)`],
  );
}
