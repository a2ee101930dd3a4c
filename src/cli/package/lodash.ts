/*
 * The functions of Lodash that the parser generator calls, by what JavaScript has itself; what is built
 * has these in the place of Lodash. They do the same for what the generator gives them (lists, plain objects, names
 * without dots), start several times as fast, and look for nothing of Node.
 */

type Values = readonly unknown[] | Readonly<Record<string, unknown>> | string | null | undefined;
type Each = (value: unknown, key: unknown, all: unknown) => unknown;

function valuesOf(all: Values): readonly unknown[] {
  if (Array.isArray(all)) return all;
  if (typeof all === "string") return [...all];
  return all === null || all === undefined ? [] : Object.values(all);
}

/** A function as it is; the name of a property stands for reading it. */
function eachOf(each: Each | string): Each {
  if (typeof each === "function") return each;
  return (value) => (typeof value === "object" && value !== null ? Reflect.get(value, each) : undefined);
}

export const isArray = Array.isArray;
export const isUndefined = (value: unknown): boolean => value === undefined;
export const isString = (value: unknown): boolean => typeof value === "string";
export const isFunction = (value: unknown): boolean => typeof value === "function";
export const isRegExp = (value: unknown): boolean => value instanceof RegExp;
export const isObject = (value: unknown): boolean =>
  (typeof value === "object" && value !== null) || typeof value === "function";
export const isEmpty = (all: Values): boolean => valuesOf(all).length === 0;
export const has = (all: object | null | undefined, key: string): boolean =>
  all !== null && all !== undefined && Object.hasOwn(all, key);

export const noop = (): void => {};
export const identity = (value: unknown): unknown => value;
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Stops where `each` gives `false`. */
export function forEach(all: Values, each: Each): Values {
  if (Array.isArray(all)) {
    for (let index = 0; index < all.length; index += 1) if (each(all[index], index, all) === false) break;
  } else if (typeof all === "object" && all !== null) {
    for (const key of Object.keys(all)) if (each(Reflect.get(all, key), key, all) === false) break;
  }
  return all;
}

export function map(all: Values, each: Each | string): unknown[] {
  const result: unknown[] = [];
  const made = eachOf(each);
  forEach(all, (value, key) => {
    result.push(made(value, key, all));
  });
  return result;
}

export function reduce(
  all: Values,
  each: (sum: unknown, value: unknown, key: unknown) => unknown,
  start: unknown,
): unknown {
  let sum = start;
  forEach(all, (value, key) => {
    sum = each(sum, value, key);
  });
  return sum;
}

export const flatMap = (all: Values, each: Each | string): unknown[] => map(all, each).flat();
export const filter = (all: Values, each: Each): unknown[] =>
  valuesOf(all).filter((value, index) => each(value, index, all));
export const reject = (all: Values, each: Each): unknown[] =>
  valuesOf(all).filter((value, index) => !each(value, index, all));
export const find = (all: Values, each: Each): unknown =>
  valuesOf(all).find((value, index) => each(value, index, all));
export const some = (all: Values, each: Each): boolean =>
  valuesOf(all).some((value, index) => each(value, index, all));
export const every = (all: Values, each: Each): boolean =>
  valuesOf(all).every((value, index) => each(value, index, all));
export const includes = (all: Values, value: unknown): boolean => valuesOf(all).includes(value);
export const indexOf = (all: readonly unknown[], value: unknown): number => all.indexOf(value);

export const values = (all: Values): readonly unknown[] => valuesOf(all);
export const keys = (all: object | null | undefined): string[] =>
  all === null || all === undefined ? [] : Object.keys(all);
export const first = (all: readonly unknown[] | undefined): unknown => all?.[0];
export const last = (all: readonly unknown[] | undefined): unknown => all?.at(-1);
export const drop = (all: readonly unknown[], count = 1): unknown[] => all.slice(count);
export const dropRight = (all: readonly unknown[], count = 1): unknown[] =>
  all.slice(0, Math.max(0, all.length - count));
export const flatten = (all: readonly unknown[] | undefined): unknown[] => all?.flat() ?? [];
export const compact = (all: readonly unknown[]): unknown[] => all.filter(Boolean);
export const uniq = (all: readonly unknown[]): unknown[] => [...new Set(all)];

export function difference(all: readonly unknown[], ...others: readonly (readonly unknown[])[]): unknown[] {
  const without = new Set(others.flat());
  return all.filter((value) => !without.has(value));
}

export const assign = Object.assign;
export const clone = (all: unknown): unknown =>
  Array.isArray(all) ? [...all] : typeof all === "object" && all !== null ? { ...all } : all;
/** Gives the very object where there is nothing to leave out: the generator only copies from what it gets. */
export function pickBy(all: Readonly<Record<string, unknown>>, each: Each): object {
  for (const out in all) {
    if (each(all[out], out, all)) continue;
    const picked: Record<string, unknown> = {};
    for (const key in all) if (each(all[key], key, all)) picked[key] = all[key];
    return picked;
  }
  return all;
}
export const defaults = (all: object, ...others: readonly object[]): object =>
  Object.assign(all, ...[...others].reverse(), { ...all });

export function groupBy(all: Values, each: Each | string): object {
  const groups = new Map<string, unknown[]>();
  const keyOf = eachOf(each);
  forEach(all, (value, index) => {
    const key = String(keyOf(value, index, all));
    groups.set(key, [...(groups.get(key) ?? []), value]);
  });
  return Object.fromEntries(groups);
}
