/*
 * "(2) In the new step, irritations due now are put before each system: own operations first, then those from channels,
 * ordered by declaration of channel, then by emission, then `every`. (3) Every system that is not unplugged handles its
 * own in that order, on its own state alone."
 */
import type { System } from "../../../src/model/model.ts";
import { carryOut, clausesOn, decidingClause } from "./deciding.ts";
import { evaluate, nothing, withoutFault } from "./evaluate.ts";
import { readBy } from "./reads.ts";
import { head, named, violate, write } from "./run.ts";
import type { Emission, Run, UnderWay } from "./run.ts";
import { truthIn } from "./values.ts";

/** A system handles what is put before it; `happened` is what happened in the step before. */
export function handle(
  run: Run,
  system: System,
  happened: readonly Emission[],
  arrivals: readonly UnderWay[],
): void {
  if (!run.unplugged.has(system.id)) handleOwn(run, system, happened);
  for (const arrival of arrivals) handleArrival(run, system, arrival);
  if (!run.unplugged.has(system.id)) handleEvery(run, system);
}

/** "`on own op`: the system's own operation is put before it again in the next step." */
function handleOwn(run: Run, system: System, happened: readonly Emission[]): void {
  for (const { owner, name, args, entry } of happened) {
    if (owner !== system.id) continue;
    const clauses = clausesOn(system, (trigger) => trigger.kind === "own" && trigger.operation === name);
    if (clauses.length === 0) continue;
    carryOut(run, system, decidingClause(run, system, clauses, args, entry), args, entry);
  }
}

function handleArrival(run: Run, system: System, { order, args, cause }: UnderWay): void {
  const placed = run.channels[order];
  if (placed?.channel.target.kind !== "sensitivity") return;
  const { name } = placed.channel.target;
  const sensitivity = system.sensitivities.find((each) => each.name === name);
  if (sensitivity === undefined) return;
  const part = { owner: system.id, name, coupling: placed.coupling.id, channel: placed.index };
  // "what is under way to it becomes noise"
  if (run.unplugged.has(system.id)) {
    write(run, { ...head(run, cause), kind: "noise", ...part, reason: "unplugged", values: [] });
    return;
  }
  // "filtered by the system's own sensitivity"; a fault counts as false.
  const { when, parameters } = sensitivity;
  if (when !== undefined) {
    const holds = withoutFault(() => truthIn(evaluate(run, when, `${system.id}/sensitive to ${name}`, args)));
    if (holds === undefined) violate(run, "not_a_number", name, cause);
    if (holds !== true) {
      const values = readBy(run, when, args);
      write(run, { ...head(run, cause), kind: "noise", ...part, reason: "filtered", values });
      return;
    }
  }
  const told = named(parameters, args);
  const irritation = write(run, { ...head(run, cause), kind: "irritation", ...part, args: told });
  const clauses = clausesOn(system, (trigger) => trigger.kind === "sensitivity" && trigger.name === name);
  const clause = decidingClause(run, system, clauses, args, irritation);
  const answer = { owner: system.id, sensitivity: name, step: run.step, order, args };
  // "Where nothing decides, the irritation stays *undecided*, which the trace says."
  const value = carryOut(run, system, clause, args, irritation);
  run.answers.push({ ...answer, value });
}

/** "`on every step` and `on every N steps`: in each step whose number N divides." */
function handleEvery(run: Run, system: System): void {
  const periods = system.programs.flatMap(({ triggers }) =>
    triggers.flatMap((trigger) => (trigger.kind === "every" ? [trigger.steps] : [])),
  );
  for (const period of new Set(periods)) {
    if (run.step % period !== 0) continue;
    const clauses = clausesOn(system, (trigger) => trigger.kind === "every" && trigger.steps === period);
    const clause = decidingClause(run, system, clauses, nothing, undefined);
    // A trigger whose list decides nothing writes nothing: there is no irritation that could stay undecided.
    if (clause !== undefined) carryOut(run, system, clause, nothing, undefined);
  }
}
