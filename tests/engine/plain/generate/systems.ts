/* Generated systems, environments and populations. */
import type { Dice } from "./dice.ts";
import { condition, expression, probabilityText } from "./expressions.ts";
import type { Plan, PlannedEnvironment, PlannedExpectation, PlannedSystem } from "./plan.ts";
import { anyType, noScope, parameters, parametersText, typeText } from "./types.ts";
import type { Kind, Scope } from "./types.ts";

const names = ["alpha", "beta", "gamma", "delta"];

export function planSystems(dice: Dice): PlannedSystem[] {
  const planned: PlannedSystem[] = [];
  for (const name of names.slice(0, dice.number(1, 4))) planned.push(planSystem(dice, name, planned));
  return planned;
}

function planSystem(dice: Dice, name: string, others: readonly PlannedSystem[]): PlannedSystem {
  const hosts = others.filter(({ head }) => head.startsWith("function system"));
  const within = dice.chance(0.6) ? dice.pick(hosts) : undefined;
  const kind =
    within !== undefined
      ? "organization"
      : (dice.pick(["machine", "function system", "interaction", "movement", "psychic system"]) ?? "machine");
  const codes = [`yes_${name}`, `no_${name}`];
  const secondary = dice.chance(0.3) ? [`high_${name}`, `low_${name}`] : [];
  return {
    kind: "system",
    name,
    head: `${kind} ${name}${within === undefined ? "" : ` within ${within.name}`}`,
    codes: [...codes, ...secondary],
    designates: [...codes, ...secondary, ...(within?.codes ?? [])],
    sensitivities: dice.several(1, 3, (index) => ({
      name: ["heard", "seen", "felt"][index] ?? "",
      parameters: parameters(dice, 3),
    })),
    operations: dice.several(1, 3, (index) => ({
      name: ["speak", "act", "rule"][index] ?? "",
      parameters: parameters(dice, 3),
    })),
    expectations: dice.several(0, 4, (index): PlannedExpectation => {
      const type = expectationType(dice, codes);
      const normative = dice.chance(0.3);
      return { name: `norm_${index}`, type, normative, kept: normative && dice.chance(0.5) };
    }),
    limits: dice.several(0, 3, (index) => `limit_${index}`),
  };
}

/** Some expectations hold a value of the code. */
function expectationType(dice: Dice, codes: readonly string[]): Kind {
  return dice.chance(0.1) ? { kind: "enumeration", values: codes } : anyType(dice);
}

/** An initial value, now and then one that is drawn, or that cannot be had. */
function initial(dice: Dice, type: Kind): string {
  const drawn =
    type.kind === "number" ? "uniform(1, 4)" : type.kind === "boolean" ? "chance(50%)" : undefined;
  return dice.one(
    [8, () => expression(dice, noScope, type, 0)],
    [drawn === undefined ? 0 : 1, () => drawn ?? ""],
    [1, () => expression(dice, { ...noScope, draws: dice.chance(0.5) }, type)],
  );
}

export function systemText(dice: Dice, system: PlannedSystem, programs: string): string {
  const expectations = system.expectations.map(({ name, type, normative }) => {
    const mode = normative ? " normative" : dice.chance(0.3) ? " cognitive" : "";
    return `expectation ${name}: ${typeText(type)} = ${initial(dice, type)}${mode}`;
  });
  const sensitivities = system.sensitivities.map(({ name, parameters: seen }) => {
    const filter = dice.chance(0.3) ? ` when ${condition(dice, scopeOf(system, seen), 1)}` : "";
    return `sensitive to ${name}${parametersText(seen)}${filter}`;
  });
  const [first, second, ...secondary] = system.codes;
  return [
    `${system.head} {`,
    `  code ${first ?? ""} / ${second ?? ""}`,
    ...(secondary.length === 0 ? [] : [`  secondary code ${secondary.join(" / ")}`]),
    ...[
      ...sensitivities,
      ...system.operations.map((each) => `operation ${each.name}${parametersText(each.parameters)}`),
    ].map((line) => `  ${line}`),
    ...[...expectations, ...system.limits.map((name) => limitText(dice, system, name))].map(
      (line) => `  ${line}`,
    ),
    programs,
    "}",
  ].join("\n");
}

/** A limit; a constitutional one reads only what is normative and kept. */
function limitText(dice: Dice, system: PlannedSystem, name: string): string {
  // Several limits often concern the first operation.
  const operation = dice.chance(0.5) ? dice.pick(system.operations) : system.operations[0];
  const constitutional = dice.chance(0.3);
  const scope = scopeOf(system, operation?.parameters ?? []);
  const kept = system.expectations.filter((each) => each.kept).map((each) => each.name);
  const seen = constitutional
    ? {
        ...scope,
        designated: [],
        variables: [
          ...(operation?.parameters ?? []),
          ...scope.variables.filter(({ text }) => kept.includes(text)),
        ],
      }
    : scope;
  const when = dice.chance(0.7) ? `step > 1 and ${sometimes(dice, seen)}` : condition(dice, seen);
  return `limit ${name}${constitutional ? " constitutional" : ""} blocks ${operation?.name ?? ""} when ${when}`;
}

/** A condition that often does not hold. */
function sometimes(dice: Dice, scope: Scope): string {
  return dice.chance(0.5) ? "chance(30%)" : `not (${condition(dice, scope, 1)})`;
}

/** What a system sees of itself and of what is at hand. */
export function scopeOf(system: PlannedSystem, parametersAtHand: Scope["variables"]): Scope {
  const own = system.expectations.map(({ name, type }) => ({ text: name, type }));
  return {
    variables: [...parametersAtHand, ...own],
    draws: true,
    designated: system.designates,
    countable: [],
  };
}

// ── Environments ──────────────────────────────────────────────────────────

export function planEnvironments(dice: Dice): PlannedEnvironment[] {
  const environments = ["field", "crowd"].filter((_, index) => dice.chance(index === 0 ? 0.8 : 0.4));
  return environments.map((name, environment) => ({
    kind: "environment",
    name,
    population: name === "crowd",
    quantities: dice.several(environment === 0 ? 1 : 0, 3, (index) => ({
      name: ["heat", "mood", "calm"][index] ?? "",
      type: anyType(dice),
    })),
    events: dice.several(0, 2, (index) => ({
      name: ["storm", "feast"][index] ?? "",
      parameters: parameters(dice, 2),
    })),
  }));
}

export function environmentText(
  dice: Dice,
  plan: Plan,
  { name, population, quantities, events }: PlannedEnvironment,
): string {
  const variables = quantities.map((quantity) => ({ text: quantity.name, type: quantity.type }));
  const quantityTexts = quantities.map((quantity) => {
    const draws = dice.chance(0.25);
    const becomes = dice.chance(0.35)
      ? ` becomes ${movement(dice, { ...noScope, variables, draws }, quantity.type, quantity.name)}`
      : "";
    if (/\b(?:chance|uniform|normal)\(/u.test(becomes)) plan.restless = true;
    return `  ${quantity.name}: ${typeText(quantity.type)} = ${initial(dice, quantity.type)}${becomes}`;
  });
  const eventTexts = events.map((event) => `  event ${event.name}${parametersText(event.parameters)}`);
  return [
    population ? `population ${name} of 1_000 {` : `environment ${name} {`,
    ...quantityTexts,
    ...eventTexts,
    "}",
  ].join("\n");
}

/** How a quantity moves; often toward something, so that it comes to rest. */
function movement(dice: Dice, scope: Scope, type: Kind, name: string): string {
  if (type.kind === "boolean") {
    return scope.draws ? `chance(${probabilityText(dice, scope)})` : expression(dice, scope, type, 1);
  }
  if (type.kind === "enumeration") return expression(dice, scope, type);
  return dice.one(
    [3, () => `min(${name} + 1, 8)`],
    [2, () => `${name} * 50%`],
    [1, () => `${name} + 1`],
    [1, () => `${name} * 2 - 1`],
    [scope.draws ? 5 : 0, () => dice.pick([`${name} + uniform(-1, 1)`, `normal(${name}, 0.5)`]) ?? ""],
    [3, () => expression(dice, scope, type)],
  );
}
