/*
 * The numbers of a model that rest on no source: where they stand, and what they are called. A number is sourced if the
 * declaration or the program that it stands in, or for a member of a system the body, cites a work; what the header of the model cites
 * says what the whole is about, and makes no number known.
 */
import { contains, type Place } from "../../base/place.ts";
import type { CheckResult } from "../../checks/apply.ts";
import type { Expression, Type } from "../../model/expression.ts";
import { partsOf } from "../../model/expression_parts.ts";
import type {
  Argument,
  Block,
  Citation,
  Effect,
  Model,
  Parameter,
  Scenario,
  System,
} from "../../model/model.ts";
import type { ModelIndex } from "../../model/lookup.ts";
import type { NameOf } from "../../flow/describe.ts";

export interface LooseNumber {
  /** Of the number in the text, the sign of percent with it. */
  readonly place: Place;
  readonly value: number;
  /** `economy.alarm` of an initial value; else where it stands: `law.legislation`, `constitution`, `evaded`. */
  readonly name: string;
  /** Whether it is the whole initial value of an expectation or quantity. */
  readonly isInitial: boolean;
  /** Whether it is written as a percentage. */
  readonly percent: boolean;
  readonly unit: string | undefined;
  /** Bounds within which it has to stay. */
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/**
 * The unsourced numbers that a run of the scenario may read. Not among them: what an aim, an `expect` or an `until` says, delays,
 * counts and bounds; noughts, which ten percent do not move; and the ones of formulas, as in `1 - share`.
 */
export function looseNumbers(
  { model, sources }: Pick<CheckResult, "model" | "sources">,
  index: ModelIndex,
  names: NameOf,
  scenario: Scenario | undefined,
): readonly LooseNumber[] {
  const canon = new Set(model.files.filter(({ canonical }) => canonical).map(({ name }) => name));
  const found = new Map<string, LooseNumber>();
  const isPercentage = ({ file, start, end }: Place): boolean =>
    sources.get(file)?.text.slice(start, end).endsWith("%") === true;

  function add(expression: Expression | undefined, name: string, type?: Type, isInitial = false): void {
    if (expression === undefined || canon.has(expression.place.file)) return;
    const range = type?.kind === "number" ? type : undefined;
    gather(expression, false, true);

    function gather(part: Expression, inFormula: boolean, isWhole: boolean): void {
      if (part.kind === "number") {
        if (part.value === 0 || (inFormula && part.value === 1)) return;
        const { place, value } = part;
        found.set(`${place.file} ${place.start}`, {
          place,
          value,
          name,
          isInitial: isInitial && isWhole,
          percent: isPercentage(place),
          unit: isWhole ? range?.unit : undefined,
          low: isWhole ? range?.low : undefined,
          high: isWhole ? range?.high : undefined,
        });
        return;
      }
      if (part.kind === "power") {
        gather(part.base, true, false);
        return;
      }
      const formula = part.kind === "chain" && part.operators[0] !== "and" && part.operators[0] !== "or";
      for (const each of partsOf(part))
        gather(each, formula || (inFormula && part.kind === "negative"), false);
    }
  }

  function addArguments(
    args: readonly Argument[],
    parameters: readonly Parameter[] | undefined,
    name: string,
  ): void {
    for (const arg of args)
      add(arg.value, name, parameters?.find((parameter) => parameter.name === arg.name.text)?.type);
  }

  function addEffects(effects: readonly Effect[], system: System, name: string): void {
    for (const effect of effects) {
      if (effect.kind === "emit")
        addArguments(effect.args, index.operation(system.id, effect.operation)?.parameters, name);
      else add(effect.value, name, index.expectation(system.id, effect.target.text)?.type);
    }
  }

  for (const system of model.systems) {
    const called = names(system.id);
    const isSourced = (place: Place): boolean =>
      system.bodies.some(
        (body) => within(body, place) && system.citations.some((cite) => within(body, cite.place)),
      );
    for (const { name, initial, type, place } of system.expectations)
      if (!isSourced(place)) add(initial, `${called}.${name}`, type, true);
    for (const { name, when, place } of system.sensitivities)
      if (!isSourced(place)) add(when, `${called}.${name}`);
    for (const { name, when, place } of system.limits) if (!isSourced(place)) add(when, `${called}.${name}`);
    for (const program of system.programs) {
      if (isSourced(program.place) || program.citations.length > 0) continue;
      for (const { when, yields, effects } of program.clauses) {
        add(when, `${called}.${program.name}`);
        add(yields, `${called}.${program.name}`);
        addEffects(effects, system, `${called}.${program.name}`);
      }
    }
  }
  for (const { id, quantities, citations } of model.environments) {
    if (isCited(citations)) continue;
    for (const { name, type, initial, becomes } of quantities) {
      add(initial, `${names(id)}.${name}`, type, true);
      add(becomes, `${names(id)}.${name}`, type);
    }
  }
  for (const { id, channels, citations } of model.couplings) {
    if (isCited(citations)) continue;
    for (const { when, chance, target } of channels) {
      add(when, names(id));
      add(chance, names(id), { kind: "number", low: 0, high: 1 });
      if (target.kind === "sensitivity")
        addArguments(target.args, index.sensitivity(target.owner, target.name)?.parameters, names(id));
      else
        for (const { target: quantity, value } of target.assignments)
          add(value, names(id), index.quantity(target.owner, quantity.text)?.type);
    }
  }
  for (const { id, start, citations } of model.regulations) {
    if (start === undefined || isCited(citations)) continue;
    addArguments(
      start.args,
      index.operation(start.operation.owner, start.operation.name)?.parameters,
      names(id),
    );
  }
  for (const each of withLikes(scenario, model))
    if (!isCited(each.citations)) addBlock(each.block, each.name);
  return [...found.values()];

  function addBlock({ steps }: Block, name: string): void {
    for (const step of steps) {
      switch (step.kind) {
        case "emits":
        case "perturb":
          addArguments(
            step.args,
            index.operation(step.operation.owner, step.operation.name)?.parameters,
            name,
          );
          break;
        case "given":
        case "change": {
          const { owner, name: part } = step.part;
          add(step.value, name, (index.expectation(owner, part) ?? index.quantity(owner, part))?.type);
          break;
        }
        case "either":
          for (const branch of step.branches) addBlock(branch, name);
          break;
        case "repeat":
          addBlock(step.block, name);
          break;
        default:
      }
    }
  }
}

function isCited(citations: readonly Citation[]): boolean {
  return citations.length > 0;
}

function within(outer: Place, inner: Place): boolean {
  return outer.file === inner.file && contains(outer, inner);
}

/** A scenario, and those that it is like. */
function withLikes(scenario: Scenario | undefined, model: Model): readonly Scenario[] {
  const all = [...model.scenarios, ...(model.importedScenarios ?? [])];
  const found: Scenario[] = [];
  let next = scenario;
  while (next !== undefined && !found.includes(next)) {
    found.push(next);
    const like = next.like?.id;
    next = like === undefined ? undefined : all.find(({ id }) => id === like);
  }
  return found;
}
