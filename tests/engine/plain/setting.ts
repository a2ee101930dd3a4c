/* How an expectation or a quantity gets its values: LANGUAGE.md, "Expectations" and "Values". */
import type { Value } from "../../../src/engine/values.ts";
import type { Type } from "../../../src/model/expression.ts";
import type { Expectation, Quantity } from "../../../src/model/model.ts";
import { evaluate, withoutFault } from "./evaluate.ts";
import { head, keyOf, violate, write } from "./run.ts";
import type { Run } from "./run.ts";
import { fits, same, standIn } from "./values.ts";

interface Settable {
  readonly owner: string;
  readonly part: Expectation | Quantity;
}

/** All expectations and quantities, in the order of the model. */
export function settables(run: Run): Settable[] {
  return [
    ...run.model.systems.flatMap(({ id, expectations }) => expectations.map((part) => ({ owner: id, part }))),
    ...run.model.environments.flatMap(({ id, quantities }) =>
      quantities.map((part) => ({ owner: id, part })),
    ),
  ];
}

/**
 * Initial values. One that is no number, or lies out of its bounds, is a violation as any other; there being no old value
 * to keep, the value of the type nearest to nothing stands in.
 */
export function setInitialValues(run: Run): void {
  for (const { owner, part } of settables(run)) {
    const key = keyOf(owner, part.name);
    const value = withoutFault(() => evaluate(run, part.initial, `${owner}/${part.name}/initial`));
    if (value === undefined) violate(run, "not_a_number", key);
    else if (!fits(value, part.type)) violate(run, "out_of_bounds", key);
    const begun = value !== undefined && fits(value, part.type) ? value : standIn(part.type);
    run.values.set(key, begun);
    run.initial.push({ owner, name: part.name, value: begun });
  }
}

function typeOf(run: Run, owner: string, name: string): Type {
  const found = settables(run).find((each) => each.owner === owner && each.part.name === name);
  if (found === undefined) throw new Error(`there is no ${owner}.${name}`);
  return found.part.type;
}

/**
 * "A value outside its `in` bounds is the run-time violation `out_of_bounds` …: the expectation or quantity keeps its old
 * value … and the run goes on." "setting one to the value it has is no change".
 */
export function set(run: Run, owner: string, name: string, value: Value, cause: number | undefined): void {
  if (!fits(value, typeOf(run, owner, name))) {
    violate(run, "out_of_bounds", keyOf(owner, name), cause);
    return;
  }
  store(run, owner, name, value, cause);
}

/** Stores a value within bounds; only a change is written down. */
export function store(run: Run, owner: string, name: string, value: Value, cause: number | undefined): void {
  const key = keyOf(owner, name);
  const from = run.values.get(key);
  run.values.set(key, value);
  if (from === undefined || same(from, value)) return;
  const entry = write(run, { ...head(run, cause), kind: "value", owner, name, from, to: value });
  run.lastChange.set(key, entry);
}
