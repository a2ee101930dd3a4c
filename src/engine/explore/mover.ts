/*
 * A course that is taken to a state and makes from there every move there is: until a step has been taken, or a branch was
 * chosen and another is to be chosen. What is held against every run is looked at on the way.
 */
import { contains } from "../../base/place.ts";
import type { CompiledModel } from "../compiled.ts";
import { Course } from "../course.ts";
import type { CompiledScenario } from "../scenario.ts";
import type { State } from "../state.ts";
import { rootOf } from "../streams.ts";
import { Broken } from "../violations.ts";
import { choosing, drawnFor, Groups, mostChoices, type Choice } from "./choosing.ts";
import { isSoInState, watchOver } from "./claims.ts";
import { Continuum, mostMoves, TooManyMoves, type Expect, type ExploreOptions } from "./explored.ts";
import { whatMatters, type Matters } from "./matters.ts";
import { lookingAt, type Looking } from "./looks.ts";
import type { Moves } from "./moves.ts";
import { positionsOf, type Positions } from "./positions.ts";
import { Questions, type Write } from "./questions.ts";
import { besides } from "./reached.ts";
import { Sightings } from "./sightings.ts";
import { snapshotsOf, type Snapshots } from "./snapshot.ts";
import { Store } from "./store.ts";

/** What a move shows first. `claim`: by number, of the properties, then of the expectations. */
export type Shows =
  | { readonly kind: "violated" | "held" | "failed"; readonly claim: number }
  | { readonly kind: "wrong" }
  | { readonly kind: "broken"; readonly by: Broken };

export interface Mover {
  readonly course: Course;
  readonly matters: Matters;
  readonly watch: ReturnType<typeof watchOver>;
  readonly positions: Positions;
  readonly snapshots: Snapshots;
  readonly data: Store;
  readonly sightings: Sightings;
  readonly expects: readonly Expect[];
  /** The beginning, before anything. */
  readonly first: () => Standing;
  /** Makes every move from a state, and puts them into the list. */
  readonly all: (position: number, data: number) => void;
  /** What is chosen in the likeliest move from a state that leads to another one. */
  readonly choicesTo: (from: Standing, to: Standing) => readonly Choice[];
  /** How many bytes is taken by what is known of moves. */
  readonly bytes: () => number;
  /** Takes the course to a state. */
  readonly takeTo: (to: Standing) => void;
  /** Whether anything was left open. */
  readonly isOpen: { alternatives: boolean; chances: boolean };
}

/** Where a scenario stands, and what everything is like. */
export type Standing = readonly [position: number, data: number];

/** `shows` is told what a move shows, with what was chosen in it so far, and whether a step was taken in it. */
export function moverOf(
  compiled: CompiledModel,
  scenario: CompiledScenario,
  { properties }: Pick<ExploreOptions, "properties">,
  moves: Moves,
  shows: (shown: Shows, made: readonly Choice[], stepped: boolean) => void,
): Mover {
  let looking: Looking | undefined;
  const open = choosing((branch, of, isUnlikely) => looking?.chosen(branch, of, isUnlikely));
  const { made } = open;
  const sightings = new Sightings(compiled);
  const watch = watchOver(compiled, properties);
  const failing: number[] = [];
  const isOpen = { alternatives: false, chances: false };
  let before = 0;
  let isFirst = false;
  let isTelling = true;
  let wrong = 0;
  const groups = new Groups();
  let beginning = -1;
  /** The state that is being asked about. */
  let asked: Standing = [0, 0];

  const course: Course = new Course(
    compiled,
    // Nothing is compared with a run without some regulation, so that no answers need be noted.
    { ...scenario, targets: [] },
    {
      root: rootOf(0),
      traced: false,
      recorder: sightings,
      choose: (_, branches) => open.choose(branches),
      decide(_place, _step, probability) {
        if (probability === undefined) throw new Continuum();
        return drawnFor(open.toss(probability), probability);
      },
    },
    { moment: look, expect: lookAtExpectation, isExpected: ({ check }) => isExpected(check) },
  );
  const { list } = course.instructions;
  const expects = list.flatMap((each) =>
    each.kind === "act" && each.step.kind === "expect" ? [each.step] : [],
  );
  const matters = whatMatters(compiled, scenario, list);
  const positions = positionsOf(course);
  const snapshots = snapshotsOf(course, matters, watch.bits);
  const store = new Store(snapshots.parts, besides);
  const parts = new Int32Array(snapshots.parts);
  const taken = new Int32Array(snapshots.parts);
  const questions = new Questions(store, learn);

  function tell(shown: Shows): void {
    if (isTelling) shows(shown, made, course.state.step > before);
  }

  function look(state: State): void {
    for (const [claim, { look: isViolated }] of watch.all.entries()) if (isViolated(state)) violates(claim);
  }

  function violates(claim: number): void {
    failing.push(claim);
    tell({ kind: "violated", claim });
  }

  function lookAtExpectation(step: Expect): void {
    if (step.outcome.outcome.kind === "verdict") return;
    const claim = watch.all.length + expects.indexOf(step);
    const holds = isSoInState(step.outcome, course.state);
    if (!holds) failing.push(claim);
    tell({ kind: holds ? "held" : "failed", claim });
  }

  /** Whether an `expect violation` speaks of where the course stands, or of a block around it. */
  function isExpected(check: string): boolean {
    const instruction = list[course.at];
    if (instruction === undefined || !("step" in instruction)) return false;
    const { place } = instruction.step.step;
    return compiled.model.expectedViolations.some(
      (each) => each.check.text === check && each.scope.file === place.file && contains(each.scope, place),
    );
  }

  function restore(position: number): void {
    positions.restore(position);
    snapshots.restore(parts);
    watch.resume(course.state);
    before = course.state.step;
    isFirst = course.at < 0;
    failing.length = 0;
  }

  /** Whether a step was taken; undefined: the run is over. */
  function go(): boolean | undefined {
    try {
      while (course.advance()) {
        const stepped = course.state.step > before;
        if (isFirst) sightings.sees(course.state.values);
        if (stepped || made.length >= mostChoices) return stepped;
        if (made.length > 0 && list[course.at]?.kind === "either") return false;
      }
      for (const [claim, { end }] of watch.all.entries()) if (end()) violates(claim);
      return undefined;
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
      tell({ kind: "broken", by: error });
      for (const own of course.state.own) own.length = 0;
      return undefined;
    }
  }

  function note(): void {
    for (const { kind } of made) {
      if (kind === "either") isOpen.alternatives = true;
      else isOpen.chances = true;
    }
    for (; wrong < course.reporter.reported.length; wrong += 1) tell({ kind: "wrong" });
  }

  /** What everything is like now. */
  function keep(): number {
    watch.keep(course.state);
    snapshots.take(taken);
    return store.add(taken);
  }

  function headNow(stepped: boolean | undefined, position: number): number {
    const effect = stepped === undefined ? 0 : positions.effectSince(position);
    return moves.headOf({ stepped, effect, ...groups.of(made), failing });
  }

  /** Makes every move that begins with some branches, and says what it looks at and what it changes. */
  function learn(branches: readonly number[]): void {
    const [position, data] = asked;
    const kind = positions.classOf(position);
    const watching = (looking ??= lookingAt(course.state, snapshots));
    let ways = 0;
    store.read(data, parts);
    open.begin(branches);
    do {
      restore(position);
      watching.begin();
      const stepped = go();
      watching.end();
      note();
      const writes: Write[] = [];
      if (stepped !== undefined) {
        keep();
        for (const part of new Set([0, ...watching.set]))
          if (part > 0 || taken[part] !== parts[part]) writes.push([part, taken[part] ?? 0]);
      }
      questions.add(kind, data, watching.looks, headNow(stepped, position), writes);
      if ((ways += 1) > mostMoves) throw new TooManyMoves();
    } while (open.next());
  }

  return {
    course,
    matters,
    watch,
    positions,
    snapshots,
    data: store,
    sightings,
    expects,
    isOpen,
    bytes: () => questions.bytes,
    first() {
      beginning = positions.take();
      return [beginning, keep()];
    },
    all(position, data) {
      // At the beginning everything is set that has not been looked at.
      if (questions.isKept && position !== beginning) {
        asked = [position, data];
        questions.all(positions.classOf(position), data, moves);
        return;
      }
      store.read(data, parts);
      moves.begin();
      open.begin();
      do {
        restore(position);
        const stepped = go();
        note();
        moves.add(headNow(stepped, position), stepped === undefined ? 0 : keep());
        if (moves.count > mostMoves) throw new TooManyMoves();
      } while (open.next());
    },
    takeTo([position, data]) {
      store.read(data, parts);
      restore(position);
    },
    choicesTo(from, [position, data]) {
      let found: readonly Choice[] = [];
      let most = -1;
      isTelling = false;
      store.read(from[1], parts);
      open.begin();
      do {
        restore(from[0]);
        const stepped = go();
        const likely = made.reduce((product, { probability }) => product * probability, 1);
        if (
          stepped === undefined ||
          likely <= most ||
          positions.after(from[0], positions.effectSince(from[0])) !== position ||
          keep() !== data
        )
          continue;
        found = [...made];
        most = likely;
      } while (open.next());
      isTelling = true;
      return found;
    },
  };
}
