/*
 * "(4) Assignments due now are made, in the same order; then quantities with `becomes` move, all from the values they have
 * then."
 */
import { parametersOf } from "./emitting.ts";
import { evaluate, withoutFault } from "./evaluate.ts";
import { head, keyOf, named, violate, write } from "./run.ts";
import type { Run, UnderWay } from "./run.ts";
import { set, store } from "./setting.ts";
import { fits } from "./values.ts";

/** "assignments when they arrive, one after another" */
export function assignArrivals(run: Run, arrivals: readonly UnderWay[]): void {
  for (const { order, args, cause } of arrivals) {
    const placed = run.channels[order];
    if (placed?.channel.target.kind !== "quantities") continue;
    const { coupling, index, base } = placed;
    const { source, target } = placed.channel;
    const { owner, assignments } = placed.channel.target;
    const told = source.kind === "quantity" ? [] : named(parametersOf(run, source.owner, source.name), args);
    const from = { coupling: coupling.id, channel: index };
    const arrival = write(run, { ...head(run, cause), kind: "arrival", owner, ...from, args: told });
    run.answers.push({
      owner: target.owner,
      sensitivity: undefined,
      step: run.step,
      order,
      args,
      value: "assigned",
    });
    for (const [number, { target: quantity, value }] of assignments.entries()) {
      const place = `${base}/assignment ${number}`;
      const computed = withoutFault(() => evaluate(run, value, place, args));
      if (computed === undefined) violate(run, "not_a_number", coupling.name, arrival);
      else set(run, owner, quantity.text, computed, arrival);
    }
  }
}

/** All are computed first, then all move. */
export function moveQuantities(run: Run): void {
  const moves = run.model.environments.flatMap(({ id, quantities }) =>
    quantities.flatMap(({ name, type, becomes }) => {
      if (becomes === undefined) return [];
      const value = withoutFault(() => evaluate(run, becomes, `${id}/${name}/becomes`));
      if (value === undefined) violate(run, "not_a_number", keyOf(id, name));
      else if (!fits(value, type)) violate(run, "out_of_bounds", keyOf(id, name));
      else return [{ owner: id, name, value }];
      return [];
    }),
  );
  for (const { owner, name, value } of moves) store(run, owner, name, value, undefined);
}
