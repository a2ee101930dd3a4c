/*
 * What is due is put before each system, its own operations first, then what channels brought, then the step itself; and
 * each system decides on its own state alone. Programs decide which value of the code is designated (Luhmann 1986, ch. 8).
 */
import { less } from "./compare.ts";
import type { CompiledChannel, CompiledClause, Condition, DecisionList } from "./compiled.ts";
import { noteNoise } from "./noise.ts";
import { emit } from "./operating.ts";
import type { Arrivals, Emissions } from "./queues.ts";
import { kinds } from "./recorder.ts";
import type { Attempt } from "./violations.ts";
import { set } from "./settling.ts";
import { noArguments, type State } from "./state.ts";

export function handleAll(state: State, past: Emissions, arrivals: Arrivals | undefined): void {
  const { layout, happenings, ranked, decidesOnOwn } = state.compiled;
  if (decidesOnOwn) {
    for (let index = 0; index < past.count; index += 1) {
      const happening = happenings[past.happenings[index] ?? 0];
      if (happening?.own !== undefined) state.own[happening.owner]?.push(index);
    }
  }
  arrivals?.sort(state.places);
  let next = 0;
  for (let system = 0; system < layout.systems; system += 1) {
    const unplugged = state.unplugged[system] === 1;
    if (decidesOnOwn) handleOwn(state, system, past, unplugged);
    // Arrivals stand in the order of the systems that they are for.
    for (; arrivals !== undefined && next < arrivals.count; next += 1) {
      const entry = arrivals.order[next] ?? 0;
      const channel = ranked[arrivals.ranks[entry] ?? 0];
      if (channel === undefined || channel.target !== system) break;
      if (unplugged) noteNoise(state, channel, "unplugged", arrivals.records[entry] ?? -1);
      else irritate(state, channel, system, arrivals, entry);
    }
    if (!unplugged) handleEvery(state, system);
  }
}

/** Puts before a system what it has done itself in the step before. */
function handleOwn(state: State, system: number, past: Emissions, unplugged: boolean): void {
  const own = state.own[system];
  if (own === undefined || own.length === 0) return;
  if (!unplugged) {
    for (const index of own) {
      const list = state.compiled.happenings[past.happenings[index] ?? 0]?.own;
      const offset = past.offsets[index] ?? 0;
      if (list !== undefined)
        decide(state, system, list, past.args.values, offset, past.records[index] ?? -1);
    }
  }
  own.length = 0;
}

function handleEvery(state: State, system: number): void {
  const every = state.every[system];
  if (every === undefined || every.length === 0) return;
  for (const { steps, list } of every) {
    if (state.step % steps === 0) decide(state, system, list, noArguments, 0, -1);
  }
}

/** Puts before a system what a channel has brought, unless its own sensitivity filters it. */
function irritate(
  state: State,
  channel: CompiledChannel,
  system: number,
  arrivals: Arrivals,
  entry: number,
): void {
  if (channel.into.kind !== "sensitivity") return;
  const { sensitivity, args } = channel.into;
  const { recorder } = state;
  const record = arrivals.records[entry] ?? -1;
  const { values } = arrivals.args;
  const offset = arrivals.offsets[entry] ?? 0;
  state.args = values;
  state.base = offset;
  const { filter } = sensitivity;
  if (filter !== undefined && !isNoticed(state, filter, sensitivity.sensitivity.name, record)) {
    noteNoise(state, channel, "filtered", record, filter);
    return;
  }
  let irritation = -1;
  if (recorder !== undefined) {
    irritation = recorder.begin(kinds.irritation, state.step, record, channel.number);
    recorder.addAll(values, offset, args.length);
  }
  const value = decide(state, system, sensitivity.list, values, offset, irritation);
  if (value < 0) {
    state.undecided[system] = (state.undecided[system] ?? 0) + 1;
    return;
  }
  state.decided[system] = (state.decided[system] ?? 0) + 1;
  state.resonances[sensitivity.number] = (state.resonances[sensitivity.number] ?? 0) + 1;
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

/**
 * Lets a list of clauses decide: the one that does designates its value, then has its effects one after another. Gives the
 * number of the value, and -1 where it is left undecided.
 */
function decide(
  state: State,
  system: number,
  list: DecisionList,
  args: Float64Array,
  base: number,
  cause: number,
): number {
  const { recorder } = state;
  state.args = args;
  state.base = base;
  const clause = choose(state, list, cause);
  if (clause === undefined) {
    // That a step passes, and nothing is decided on it, is nothing to tell.
    if (cause >= 0) recorder?.begin(kinds.decision, state.step, cause, system, -1);
    return -1;
  }
  const decision = recorder?.begin(kinds.decision, state.step, cause, system, clause.number) ?? -1;
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
      const promised = choice.yields(state);
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
