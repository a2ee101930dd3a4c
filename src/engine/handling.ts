/*
 * What is due is put before each system, its own operations first, then what channels brought, then the step itself; and
 * each system decides on its own state alone. Programs decide which value of the code is designated (Luhmann 1986, ch. 8).
 */
import { less } from "./compare.ts";
import type {
  CompiledChannel,
  CompiledClause,
  CompiledIrritation,
  Condition,
  DecisionList,
} from "./compiled.ts";
import { noteNoise } from "./noise.ts";
import { emit } from "./operating.ts";
import { arrival, emission, type Arrivals, type Emissions } from "./queues.ts";
import { kinds } from "./recorder.ts";
import type { Attempt } from "./violations.ts";
import { set } from "./settling.ts";
import { noArguments, type State } from "./state.ts";

export function handleAll(state: State, past: Emissions, arrivals: Arrivals): void {
  const { layout, happenings, targets, sizes, decidesOnOwn, decidesAlone } = state.compiled;
  arrivals.sort(sizes, state.places);
  if (!decidesOnOwn && !decidesAlone) {
    // Only what channels bring is decided on, and it stands in the order of the systems that it is for.
    arriveAll(state, arrivals, 0, arrivals.count);
    return;
  }
  if (decidesOnOwn) {
    for (let at = 0; at < past.used;) {
      const happening = happenings[past.numbers[at] ?? 0];
      if (happening?.own !== undefined) state.own[happening.owner]?.push(at);
      at += happening?.size ?? 1;
    }
  }
  const { numbers, order, count } = arrivals;
  let next = 0;
  for (let system = 0; system < layout.systems; system += 1) {
    const unplugged = state.unplugged[system] === 1;
    if (decidesOnOwn) handleOwn(state, system, past, unplugged);
    const first = next;
    while (next < count && targets[numbers[order[next] ?? 0] ?? 0] === system) next += 1;
    if (next > first) arriveAll(state, arrivals, first, next);
    if (!unplugged) handleEvery(state, system);
  }
}

/** Puts before a system what it has done itself in the step before. */
function handleOwn(state: State, system: number, { numbers }: Emissions, unplugged: boolean): void {
  const own = state.own[system];
  if (own === undefined || own.length === 0) return;
  if (!unplugged) {
    for (const at of own) {
      const list = state.compiled.happenings[numbers[at] ?? 0]?.own;
      const record = numbers[at + emission.record] ?? -1;
      if (list !== undefined) decideBy(state, list, numbers, at + emission.args, record);
    }
  }
  own.length = 0;
}

/** Puts before systems what stands from one place to another in the order of the arrivals. */
function arriveAll(state: State, arrivals: Arrivals, from: number, to: number): void {
  if (state.shortcuts !== undefined) state.shortcuts.arrive(state, arrivals, from, to);
  else for (let place = from; place < to; place += 1) arriveAt(state, arrivals, arrivals.order[place] ?? 0);
}

/** Puts before a system what stands at a place among the arrivals. */
export function arriveAt(state: State, { numbers }: Arrivals, at: number): void {
  const channel = state.compiled.ranked[numbers[at] ?? 0];
  const record = numbers[at + arrival.record] ?? -1;
  if (channel?.into.kind !== "sensitivity") return;
  if (state.unplugged[channel.target] === 1) noteNoise(state, channel, "unplugged", record);
  else irritate(state, channel, channel.into, numbers, at + arrival.args, record);
}

function handleEvery(state: State, system: number): void {
  const every = state.compiled.everyOf[system];
  if (every === undefined || every.length === 0) return;
  for (const { steps, list } of every) {
    if (state.step % steps === 0) decideBy(state, list, noArguments, 0, -1);
  }
}

/** Puts before a system what a channel has brought, unless its own sensitivity filters it. */
function irritate(
  state: State,
  channel: CompiledChannel,
  { sensitivity, args, asSent }: CompiledIrritation,
  values: Float64Array,
  offset: number,
  record: number,
): void {
  const { recorder } = state;
  const system = channel.target;
  state.args = values;
  state.base = offset;
  const { filter } = sensitivity;
  if (filter !== undefined && !isNoticed(state, filter, sensitivity.sensitivity.name, record)) {
    noteNoise(state, channel, "filtered", record, filter);
    return;
  }
  let irritation = -1;
  if (recorder !== undefined) {
    irritation = recorder.begin(asSent ? kinds.passing : kinds.irritation, record, channel.number);
    if (!asSent) recorder.addAll(values, offset, args.length);
  }
  const value = decideBy(state, sensitivity.list, values, offset, irritation);
  if (value < 0) {
    state.undecided[system] = (state.undecided[system] ?? 0) + 1;
    return;
  }
  state.decided[system] = (state.decided[system] ?? 0) + 1;
  state.resonances[sensitivity.number] = (state.resonances[sensitivity.number] ?? 0) + 1;
  if (state.watching)
    state.watched.get(system)?.note(state.step, channel.number, value, values, offset, args.length);
}

/** Whether the filter of a sensitivity lets something in; one without a result does not. */
function isNoticed(state: State, filter: Condition, name: string, record: number): boolean {
  try {
    return filter.decide(state);
  } catch (error) {
    const attempt = { what: "sensitivity", name, prevented: "condition" } as const;
    state.reporter.faulted(error, state, filter.expression.place, attempt, record);
    return false;
  }
}

/** Lets a list of clauses decide, by the short way if there is one. */
function decideBy(state: State, list: DecisionList, args: Float64Array, base: number, cause: number): number {
  const shortcut = state.shortcuts?.decisions[list.number];
  return shortcut === undefined ? decide(state, list, args, base, cause) : shortcut(state, args, base, cause);
}

/**
 * Lets a list of clauses decide: the one that does designates its value, then has its effects one after another. Gives the
 * number of the value, and -1 where it is left undecided.
 */
export function decide(
  state: State,
  list: DecisionList,
  args: Float64Array,
  base: number,
  cause: number,
): number {
  const { recorder } = state;
  const { system } = list;
  state.args = args;
  state.base = base;
  const clause = choose(state, list, cause);
  if (clause === undefined) {
    // That a step passes, and nothing is decided on it, is nothing to tell.
    if (cause >= 0) recorder?.begin(kinds.indecision, cause, system);
    return -1;
  }
  const decision = recorder?.begin(kinds.decision, cause, clause.number) ?? -1;
  if (clause.value >= 0) state.designated[system] = clause.value;
  for (const effect of clause.effects) {
    if (effect.kind === "assignment") set(state, effect, clause.acting, decision);
    else {
      emit(state, effect.happening, effect.args, decision, -1, clause.acting);
      state.args = args;
      state.base = base;
    }
  }
  return clause.value;
}

/** The clause that decides: the first `when` that holds, else the `choose` that yields most, else the `otherwise`. */
function choose(state: State, list: DecisionList, cause: number): CompiledClause | undefined {
  for (const rule of list.rules) {
    try {
      if (rule.condition.decide(state)) return rule;
    } catch (error) {
      state.reporter.faulted(error, state, rule.clause.place, deciding(rule), cause);
    }
  }
  let best: CompiledClause | undefined;
  let most = -Infinity;
  for (const choice of list.choices) {
    try {
      if (choice.condition !== undefined && !choice.condition.decide(state)) continue;
      const promised = choice.yields.compute(state);
      if (best !== undefined && !less(most, promised)) continue;
      best = choice;
      most = promised;
    } catch (error) {
      state.reporter.faulted(error, state, choice.clause.place, deciding(choice), cause);
    }
  }
  return best ?? list.otherwise;
}

function deciding({ acting }: CompiledClause): Attempt {
  return { ...acting, prevented: "condition" };
}
