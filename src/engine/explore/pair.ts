/*
 * A run of a scenario and the same run without what a regulation starts, side by side: two courses that are taken to a state and make
 * from there every move there is, as one does by itself (`mover.ts`).
 */
import { verdicts as allVerdicts, type Verdict } from "../../diagnostics/run_facts.ts";
import type { Regulation } from "../../model/model.ts";
import { compileAim, lookAt } from "../aim.ts";
import { comparing } from "../answers.ts";
import type { CompiledModel } from "../compiled.ts";
import { Course } from "../course.ts";
import { Fault } from "../frame.ts";
import type { CompiledScenario } from "../scenario.ts";
import type { State } from "../state.ts";
import { rootOf } from "../streams.ts";
import { verdictBetween } from "../verdicts.ts";
import { choosing, Groups, mostChoices, type Choice } from "./choosing.ts";
import { isSoInState, watchOver, type Watch } from "./claims.ts";
import { leadsTo } from "./edges.ts";
import { mostMoves, type Expect, type ExploreOptions } from "./explored.ts";
import { whatMatters } from "./matters.ts";
import type { Moves } from "./moves.ts";
import { positionsOf } from "./positions.ts";
import { snapshotsOf } from "./snapshot.ts";
import { Store } from "./store.ts";
import { tossedBeside } from "./tosses.ts";

export interface PairsOptions extends Pick<ExploreOptions, "states" | "checkpoint"> {
  readonly regulation: Regulation;
  /** Those that ask for a verdict on it. */
  readonly properties: ExploreOptions["properties"];
}

/** Parts of a state that stand before those of the two runs. */
const head = 5;
const from = { position: 0, without: 1, seen: 2, net: 3, netWithout: 4 } as const;
const seen = { applied: 1, differ: 2 } as const;

/** Thrown where there are too many states or moves. */
export class TooManyPairs {}

export interface Pair {
  readonly watch: Watch;
  /** The expectations that ask for a verdict on the regulation. */
  readonly expects: readonly Expect[];
  /** The claim of the first verdict, and that the regulation is not applied. */
  readonly verdictClaim: number;
  readonly unappliedClaim: number;
  /** The beginning, before anything, which has the number 0. */
  readonly first: () => number;
  readonly isLeftToChance: () => boolean;
  /** Tells of every move from a state where it leads, what kind of move it is, and what is chosen in it. */
  readonly all: (
    state: number,
    tellMove: (to: number, headNumber: number, stepped: boolean, made: readonly Choice[]) => void,
  ) => void;
}

/** Two courses that are taken to a state, and make from there every move there is. `shows`: that a claim holds, or fails. */
export function pairOf(
  compiled: CompiledModel,
  given: CompiledScenario,
  { regulation, properties }: PairsOptions,
  moves: Moves,
  shows: (claim: number, holds: boolean, made: readonly Choice[], stepped: boolean) => void,
): Pair {
  const target = regulation.of === undefined ? -1 : compiled.layout.owner(regulation.of.id);
  const aim = regulation.aim && compileAim(regulation.aim, compiled.observer, `${regulation.id}/aim`);
  const scenario = { ...given, targets: target < 0 ? [] : [target] };
  const open = choosing();
  const { made } = open;
  const tosses = tossedBeside(open);
  const watch = watchOver(compiled, properties, () => verdictNow());
  const groups = new Groups();
  const failing: number[] = [];
  let before = 0;
  let differ = false;
  let leftToChance = false;

  const course: Course = new Course(
    compiled,
    scenario,
    {
      root: rootOf(0),
      traced: false,
      choose: (_, branches) => open.choose(branches),
      decide: (place, step, probability) => tosses.decide(place, step, probability),
      decideBeside: () => (place, step, probability) => tosses.decideBeside(place, step, probability),
    },
    { moment: look, expect: lookAtExpectation },
  );
  const without = course.without(regulation.id);
  const answers = course.state.watched.get(target);
  const answersWithout = without.state.watched.get(target);
  const { list } = course.instructions;
  const expects: readonly Expect[] = list.flatMap((each) => {
    if (each.kind !== "act" || each.step.kind !== "expect") return [];
    const { outcome } = each.step.outcome;
    return outcome.kind === "verdict" && outcome.regulation.id === regulation.id ? [each.step] : [];
  });
  const verdictClaim = properties.length + expects.length;
  const unappliedClaim = verdictClaim + allVerdicts.length;

  const matters = whatMatters(compiled, given, list);
  const [positions, positionsWithout] = [positionsOf(course), positionsOf(without)];
  const snapshots = snapshotsOf(course, matters, watch.bits);
  const snapshotsWithout = snapshotsOf(without, matters, new Uint8Array(0));
  const { parts } = snapshots;
  const store = new Store(head + parts * 2);
  const row = new Int32Array(head + parts * 2);
  const ofCourse = row.subarray(head, head + parts);
  const ofWithout = row.subarray(head + parts);
  const taken = new Int32Array(row.length);

  /** Lets the run without the regulation come as far as the other, and notes whether the two have answered otherwise. */
  function catchUp(): void {
    if (without.at < 0 && course.at >= 0) without.advance();
    without.catchUp();
    if (answers === undefined || answersWithout === undefined) return;
    differ ||= !comparing(answers, answersWithout)();
    // Whoever answers in a step in which the other does not has answered otherwise for good: what is past need not be kept.
    answers.clear();
    answersWithout.clear();
  }

  function verdictNow(): Verdict {
    if (!course.applied.has(regulation.id)) return "indifferent";
    catchUp();
    return verdictBetween({
      withIt: course.state,
      without: without.state,
      target,
      answersTheSame: () => answers !== undefined && !differ,
      aim: () => aim && [aimed(course.state), aimed(without.state)],
    });
  }

  function aimed(state: State) {
    if (aim === undefined) throw new Error("there is no aim");
    return lookAt(aim, state, (error) => {
      if (!(error instanceof Fault)) throw error;
    });
  }

  function tell(claim: number, holds: boolean): void {
    if (!holds) failing.push(claim);
    shows(claim, holds, made, course.state.step > before);
  }

  function look(state: State): void {
    for (const [claim, { look: isViolated }] of watch.all.entries())
      if (isViolated(state)) tell(claim, false);
  }

  function lookAtExpectation(step: Expect): void {
    const number = expects.indexOf(step);
    if (number >= 0)
      tell(
        properties.length + number,
        isSoInState(step.outcome, course.state, () => verdictNow()),
      );
  }

  /** Whether a step was taken; undefined: the runs are over. */
  function go(): boolean | undefined {
    while (course.advance()) {
      catchUp();
      const stepped = course.state.step > before;
      if (stepped || made.length >= mostChoices) return stepped;
      if (made.length > 0 && list[course.at]?.kind === "either") return false;
    }
    for (const [claim, { end }] of watch.all.entries()) if (end()) tell(claim, false);
    if (course.applied.has(regulation.id)) tell(verdictClaim + allVerdicts.indexOf(verdictNow()), false);
    else tell(unappliedClaim, false);
    return undefined;
  }

  function keep(): number {
    watch.keep(course.state);
    snapshots.take(taken.subarray(head, head + parts));
    snapshotsWithout.take(taken.subarray(head + parts));
    taken[from.position] = positions.take();
    taken[from.without] = positionsWithout.take();
    taken[from.seen] = (course.applied.has(regulation.id) ? seen.applied : 0) | (differ ? seen.differ : 0);
    taken[from.net] = netOf(course.state, target);
    taken[from.netWithout] = netOf(without.state, target);
    return store.add(taken);
  }

  function restore(state: number): void {
    store.read(state, row);
    positions.restore(row[from.position] ?? 0);
    positionsWithout.restore(row[from.without] ?? 0);
    snapshots.restore(ofCourse);
    snapshotsWithout.restore(ofWithout);
    const known = row[from.seen] ?? 0;
    course.applied.clear();
    if ((known & seen.applied) !== 0) course.applied.add(regulation.id);
    differ = (known & seen.differ) !== 0;
    restoreNet(course.state, target, row[from.net] ?? 0);
    restoreNet(without.state, target, row[from.netWithout] ?? 0);
    answers?.clear();
    answersWithout?.clear();
    watch.resume(course.state);
    tosses.forget();
    before = course.state.step;
    failing.length = 0;
  }

  return {
    watch,
    expects,
    verdictClaim,
    unappliedClaim,
    first: keep,
    isLeftToChance: () => leftToChance,
    all(
      state: number,
      tellMove: (to: number, headNumber: number, stepped: boolean, made: readonly Choice[]) => void,
    ): void {
      let ways = 0;
      open.begin();
      do {
        restore(state);
        const stepped = go();
        leftToChance ||= made.some(({ kind }) => kind !== "either");
        const headNumber = moves.headOf({ stepped, effect: 0, ...groups.of(made), failing });
        tellMove(stepped === undefined ? leadsTo.end : keep(), headNumber, stepped === true, made);
        if ((ways += 1) > mostMoves) throw new TooManyPairs();
      } while (open.next());
    },
  };
}

/** On how many more irritations a system has left open than it has decided, written as a number from 0 on. */
function netOf({ decided, undecided }: State, system: number): number {
  if (system < 0) return 0;
  const net = (undecided[system] ?? 0) - (decided[system] ?? 0);
  return net >= 0 ? net * 2 : -net * 2 - 1;
}

/** Sets both counts to what has this difference; whether any was decided on has been set before. */
function restoreNet({ decided, undecided }: State, system: number, written: number): void {
  if (system < 0) return;
  const net = written % 2 === 0 ? written / 2 : -(written + 1) / 2;
  const least = (decided[system] ?? 0) > 0 ? 1 : 0;
  decided[system] = Math.max(least, -net);
  undecided[system] = (decided[system] ?? 0) + net;
}
