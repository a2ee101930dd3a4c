/*
 * A system operates, or an environment lets an event happen. A limit of the system blocks its own operation before it
 * happens: self-limitation, the only control that does not come from outside (Teubner 2011).
 */
import { limits } from "../base/limits.ts";
import type { CompiledArgument, CompiledHappening, CompiledLimit } from "./compiled.ts";
import { kinds, prevented } from "./recorder.ts";
import { emission } from "./queues.ts";
import type { Attempt } from "./violations.ts";
import { fits } from "./settling.ts";
import type { State } from "./state.ts";
import { Broken } from "./violations.ts";

/**
 * Lets an operation or event happen, unless something prevents it. `issue`: the owner that alone is at issue, or -1.
 * Afterwards another thing may be at hand.
 */
export function emit(
  state: State,
  number: number,
  args: readonly CompiledArgument[],
  cause: number,
  issue: number,
  attempt: Attempt,
): void {
  const happening = state.compiled.happenings[number];
  if (happening === undefined) return;
  const { present, recorder } = state;
  present.room(happening.size);
  const start = present.used + emission.args;
  if (!putArguments(state, happening, args, start, cause, attempt)) return;
  if (isBlocked(state, happening, start, args.length, cause)) return;
  let record = -1;
  if (recorder !== undefined) {
    if (issue < 0) record = recorder.begin(kinds.operation, cause, number);
    else {
      record = recorder.begin(kinds.partial, cause, number);
      recorder.add(issue);
    }
    recorder.addAll(present.numbers, start, args.length);
  }
  state.counts[number] = (state.counts[number] ?? 0) + 1;
  present.numbers[present.used + emission.happening] = number;
  present.numbers[present.used + emission.issue] = issue;
  present.numbers[present.used + emission.record] = record;
  present.used += happening.size;
  present.count += 1;
  if (present.count > limits.operationsPerStep)
    throw new Broken("operations in one step", limits.operationsPerStep);
}

/** Computes the arguments of what is to happen; false if that cannot be, which is reported. */
function putArguments(
  state: State,
  { happening, number }: CompiledHappening,
  args: readonly CompiledArgument[],
  start: number,
  cause: number,
  attempt: Attempt,
): boolean {
  const { recorder, reporter } = state;
  const { numbers } = state.present;
  for (const [index, argument] of args.entries()) {
    try {
      numbers[start + index] = argument.compute(state);
    } catch (error) {
      reporter.faulted(error, state, argument.expression.place, attempt, cause);
      recorder?.begin(kinds.blocked, cause, number);
      recorder?.add(prevented.fault);
      return false;
    }
  }
  for (const [index, argument] of args.entries()) {
    const value = numbers[start + index] ?? 0;
    if (argument.bounds === undefined || fits(value, argument.bounds)) continue;
    reporter.outsideArgument(argument, value, happening.name, attempt, state.step, cause);
    recorder?.begin(kinds.blocked, cause, number);
    recorder?.add(prevented.bounds);
    return false;
  }
  return true;
}

/** Whether the system is unplugged, or a limit of its own blocks the operation; the first that does is counted. */
function isBlocked(
  state: State,
  { limits: own, number, happening, owner }: CompiledHappening,
  start: number,
  count: number,
  cause: number,
): boolean {
  const { recorder, present } = state;
  if (happening.kind === "operation" && state.unplugged[owner] === 1) {
    recorder?.begin(kinds.blocked, cause, number);
    recorder?.add(prevented.unplugged);
    recorder?.addAll(present.numbers, start, count);
    return true;
  }
  if (own.length === 0) return false;
  state.args = present.numbers;
  state.base = start;
  for (const limit of own) {
    if (!holds(state, limit, cause)) continue;
    state.counts[limit.counter] = (state.counts[limit.counter] ?? 0) + 1;
    if (recorder !== undefined) {
      recorder.begin(kinds.blocked, cause, number);
      recorder.add(limit.counter);
      recorder.addAll(present.numbers, start, count);
      for (const { compute } of limit.reads()) recorder.add(compute(state));
    }
    return true;
  }
  return false;
}

/** Whether a limit holds; one without a result does not. */
function holds(state: State, { limit, decide, expression }: CompiledLimit, cause: number): boolean {
  try {
    return decide(state);
  } catch (error) {
    const attempt = { what: "limit", name: limit.name, prevented: "condition" } as const;
    state.reporter.faulted(error, state, expression.place, attempt, cause);
    return false;
  }
}
