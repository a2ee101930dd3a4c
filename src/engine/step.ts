/*
 * One step (LANGUAGE.md, section 4). All systems operate at the same time, and none sees what the others do in the same
 * step: what happens is offered to couplings when the step is over, and arrives in a later one. So their order means
 * nothing (Luhmann 1990, Gleichzeitigkeit und Synchronisation).
 */
import { handleAll } from "./handling.ts";
import { hasChanged, offerAll } from "./offering.ts";
import { assignAll, moveAll } from "./settling.ts";
import { noArguments, type State } from "./state.ts";
import { Broken } from "./violations.ts";

/** Takes one step. Throws `Broken` where the run grows beyond a limit. */
export function takeStep(state: State): void {
  const { budgets } = state;
  if (state.step >= budgets.steps) throw new Broken("steps", budgets.steps);
  if (state.events >= budgets.events) throw new Broken("events", budgets.events);
  const past = state.present;
  state.present = state.past;
  state.past = past;
  state.present.clear();

  offerAll(state, past);
  state.step += 1;
  state.recorder?.begins(state.step);
  const arrivals = state.schedule.take(state.step);
  handleAll(state, past, arrivals);
  assignAll(state, arrivals);
  state.events += state.present.count + arrivals.count;
  state.schedule.giveBack(arrivals);
  moveAll(state);
  state.args = noArguments;
}

/** Whether nothing happened in the step taken last, no quantity has changed in it, and nothing is due after it. */
export function isAtRest(state: State): boolean {
  if (state.present.count > 0 || state.schedule.pending > 0) return false;
  for (const slot of state.touched) if (hasChanged(state, slot)) return false;
  return true;
}
