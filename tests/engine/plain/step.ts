/* LANGUAGE.md, "One step". */
import { handle } from "./handling.ts";
import { hasChanged, offerAll } from "./offering.ts";
import { keyOf } from "./run.ts";
import type { Run, UnderWay } from "./run.ts";
import { assignArrivals, moveQuantities } from "./settling.ts";

export function takeStep(run: Run): void {
  offerAll(run);
  const happened = run.emissions;
  run.emissions = [];
  run.step += 1;
  const due = ordered(run.underWay.filter((each) => each.due === run.step));
  run.underWay = run.underWay.filter((each) => each.due !== run.step);
  for (const system of run.model.systems) {
    const arrivals = due.filter(({ order }) => run.channels[order]?.channel.target.owner === system.id);
    handle(run, system, happened, arrivals);
  }
  assignArrivals(run, due);
  moveQuantities(run);
}

/** "ordered by declaration of channel, then by emission" */
function ordered(arrivals: readonly UnderWay[]): UnderWay[] {
  // What was taken up earlier stands earlier, and sorting keeps the order of equals.
  return [...arrivals].sort((left, right) => left.order - right.order);
}

/** "the first in which no operation took place and no quantity changed, and after which nothing is due" */
export function isAtRest(run: Run): boolean {
  const changed = run.model.environments.some(({ id, quantities }) =>
    quantities.some(({ name }) => hasChanged(run, keyOf(id, name))),
  );
  return run.emissions.length === 0 && !changed && run.underWay.length === 0;
}
