/* What all that is compiled has in common: where expressions stand, and how they are made ready. */
import { later } from "../base/later.ts";
import type { Expression, Type } from "../model/expression.ts";
import type { Argument, Model, Parameter } from "../model/model.ts";
import type { Bounds, ClauseOf, CompiledArgument, Computed, Condition, DecisionList } from "./compiled.ts";
import { compileCondition, compileNumber } from "./expressions.ts";
import type { Scope } from "./frame.ts";
import type { Layout } from "./layout.ts";
import { readsOf } from "./reads.ts";
import { placeKeys, type PlaceKey } from "./streams.ts";

export interface Compiler {
  readonly model: Model;
  readonly layout: Layout;
  readonly places: DrawingPlaces;
  /** Numbers for clauses, by where they stand: one that several triggers lead to is one clause. */
  readonly clauseNumbers: (key: string) => number;
  readonly clauses: ClauseOf[];
  readonly lists: DecisionList[];
}

/** Gives each key a number of its own, from 0. */
export function numbering(): (key: string) => number {
  const numbers = new Map<string, number>();
  return (key) => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
}

// ── Places that draw ──────────────────────────────────────────────────────

export interface DrawingPlaces {
  /** The number of the place of this name. */
  readonly number: (name: string) => number;
  readonly keys: () => readonly PlaceKey[];
}

export function drawingPlaces(): DrawingPlaces {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  let keys: readonly PlaceKey[] = [];
  return {
    number(name) {
      const known = numbers.get(name);
      if (known !== undefined) return known;
      numbers.set(name, names.length);
      names.push(name);
      return names.length - 1;
    },
    keys: () => (keys.length === names.length ? keys : (keys = placeKeys(names))),
  };
}

// ── Scopes ────────────────────────────────────────────────────────────────

/** Gives the expression of a name its scope, always as for the first time. */
export type ScopeAt = (place: string) => () => Scope;

/** The scopes of expressions with these parameters at hand; calls that draw are told apart by their order in one. */
export function scopesWith(
  { layout, places }: Compiler,
  parameters: readonly Parameter[],
  observer = false,
): ScopeAt {
  const offsets = new Map(parameters.map(({ name }, offset) => [name, offset]));
  return (place) => () => {
    let drawing = 0;
    return {
      layout,
      parameters: offsets,
      observer,
      drawing: () => places.number(`${place}/${(drawing += 1)}`),
    };
  };
}

// ── Expressions ───────────────────────────────────────────────────────────

export function computed(expression: Expression, scope: () => Scope): Computed {
  return { expression, compute: compileNumber(expression, scope()), scope };
}

export function conditioned(expression: Expression, scope: () => Scope): Condition {
  return {
    expression,
    decide: compileCondition(expression, scope()),
    scope,
    reads: later(() => readsOf(expression, scope())),
  };
}

/** The arguments in the order of the parameters. One that is missing has been reported; it counts as nothing. */
export function compileArguments(
  args: readonly Argument[],
  parameters: readonly Parameter[],
  scopeAt: ScopeAt,
  place: string,
): readonly CompiledArgument[] {
  return parameters.flatMap((parameter) => {
    const argument = args.find(({ name }) => name.text === parameter.name);
    if (argument === undefined) return [];
    const bounds = boundsOf(parameter.type);
    return [{ parameter, bounds, ...computed(argument.value, scopeAt(`${place}/${parameter.name}`)) }];
  });
}

export function boundsOf(type: Type): Bounds | undefined {
  if (type.kind !== "number" || (type.low === undefined && type.high === undefined)) return undefined;
  return { low: type.low ?? -Infinity, high: type.high ?? Infinity };
}
