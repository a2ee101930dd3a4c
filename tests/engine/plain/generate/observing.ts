/* Generated regulations, outcomes and properties. */
import type { Dice } from "./dice.ts";
import { condition } from "./expressions.ts";
import { countable, doings, observed } from "./plan.ts";
import type { Plan } from "./plan.ts";
import { argumentsText } from "./programs.ts";
import type { Scope } from "./types.ts";

/** What an observer sees. */
export function observerScope(plan: Plan, draws: boolean): Scope {
  return { variables: observed(plan), draws, designated: [], countable: countable(plan) };
}

export function regulationTexts(dice: Dice, plan: Plan): string[] {
  const routes = routesOf(plan);
  if (routes.length === 0) return [];
  return dice.several(0, 3, (index) => {
    const route = dice.pick(routes);
    const start = plan.systems
      .find(({ name }) => name === route?.by)
      ?.operations.find(({ name }) => name === route?.operation);
    if (route === undefined || start === undefined) return "";
    const name = `reform_${index}`;
    plan.regulations.push(name);
    return [
      `regulation ${name} {`,
      `  by ${route.by}`,
      `  of ${route.of}`,
      `  starts with ${route.by}.${start.name}${argumentsText(dice, observerScope(plan, dice.chance(0.7)), start.parameters)}`,
      `  through ${route.through.join(", ")}`,
      `  aim ${aimText(dice, plan, route.of)}`,
      "}",
    ].join("\n");
  });
}

interface Route {
  readonly by: string;
  readonly operation: string;
  readonly of: string;
  readonly through: readonly string[];
}

/** Ways of one or two couplings from an operation to another system or an environment. */
function routesOf({ channels, systems }: Plan): Route[] {
  const first = channels.filter(({ source }) => source.what === "operation");
  return first.flatMap(({ source, target, coupling }) => {
    const begun = { by: source.owner, operation: source.name };
    const direct: Route = { ...begun, of: target, through: [coupling] };
    if (!systems.some(({ name }) => name === target)) return [direct];
    const further = first
      .filter((next) => next.source.owner === target && next.target !== source.owner)
      .map((next): Route => ({ ...begun, of: next.target, through: [coupling, next.coupling] }));
    return [direct, ...further];
  });
}

/** An aim is often a comparison of numbers of the target, alone or with others. */
function aimText(dice: Dice, plan: Plan, target: string): string {
  const scope = observerScope(plan, false);
  const numbers = scope.variables.filter(({ type }) => type.kind === "number");
  const own = numbers.filter(({ text }) => text.startsWith(`${target}.`));
  const number = (dice.chance(0.8) ? dice.pick(own) : dice.pick(numbers))?.text;
  const counted = dice.pick(scope.countable.filter((text) => text.startsWith(`${target}.`)));
  const operator = (): string => dice.pick(["<=", ">=", "<", ">", "=", "!="]) ?? "";
  const compared = (): string =>
    counted !== undefined && dice.chance(0.5)
      ? `count(${counted}) ${operator()} ${dice.number(1, 3)}`
      : `${number ?? "step"} ${operator()} ${dice.number(0, 6)}`;
  return dice.one(
    [4, compared],
    [2, () => `${compared()} and ${condition(dice, scope, 1)}`.replace(/ and (.*\bor\b.*)$/u, " and ($1)")],
    [2, () => `${compared()} or ${condition(dice, scope, 1)}`],
    [1, () => `not (${compared()})`],
    [2, () => condition(dice, scope)],
  );
}

/** What can be expected of systems, operations and regulations. `applied`: those that can have been applied. */
export function outcomeText(dice: Dice, plan: Plan, applied: readonly string[]): string {
  const system = dice.pick(plan.systems);
  const sensitivity = dice.pick(system?.sensitivities ?? [])?.name;
  const to = sensitivity !== undefined && dice.chance(0.5) ? ` to ${sensitivity}` : "";
  const counted = dice.pick(countable(plan));
  const regulation = dice.pick(applied);
  const verdicts = ["effective", "ineffective", "backfiring", "indifferent", "disintegrating"];
  return dice.one(
    [3, () => condition(dice, observerScope(plan, false))],
    [system === undefined ? 0 : 1, () => `${system?.name ?? ""} resonates${to}`],
    [system === undefined ? 0 : 1, () => `${system?.name ?? ""} stays indifferent${to}`],
    [
      system === undefined ? 0 : 1,
      () => `${system?.name ?? ""} designates ${dice.pick(system?.designates ?? []) ?? ""}`,
    ],
    [counted === undefined ? 0 : 2, () => `${counted ?? ""} ${occursText(dice)}`],
    [regulation === undefined ? 0 : 3, () => `${regulation ?? ""} is ${dice.pick(verdicts) ?? ""}`],
  );
}

function occursText(dice: Dice): string {
  const times = dice.number(0, 4);
  return dice.one(
    [1, () => "occurs"],
    [1, () => "never occurs"],
    [1, () => `occurs ${times} times`],
    [1, () => `occurs at least ${times} times`],
    [1, () => `occurs at most ${times} times`],
  );
}

export function propertyTexts(dice: Dice, plan: Plan, applied: readonly string[]): string[] {
  const scope = observerScope(plan, false);
  const doing = (): string => {
    const done = dice.pick(doings(plan));
    return done === undefined ? "" : `${done.owner}.${done.part.name}`;
  };
  return dice.several(0, 4, (index) => {
    const claim = dice.one(
      [2, () => `always ${condition(dice, scope)}`],
      [2, () => `never ${condition(dice, scope)}`],
      [2, () => `eventually ${outcomeText(dice, plan, dice.chance(0.1) ? applied : [])}`],
      [2, () => `after ${doing()} eventually ${outcomeText(dice, plan, dice.chance(0.1) ? applied : [])}`],
    );
    return `property claim_${index} { ${claim} }`;
  });
}
