/*
 * Where a scenario stands, as a number. Two places in it that differ but in how many steps of a `run`, or rounds of a
 * repetition, are over, while more are to come in both, belong to one class: from there the same can happen next. What a
 * move does to a place is an effect, which holds for all places of a class.
 */
import { limits } from "../../base/limits.ts";
import type { Course } from "../course.ts";
import type { Instruction } from "../instructions.ts";
import type { CompiledBlock } from "../scenario.ts";
import { Store } from "./store.ts";

export interface Positions {
  /** Where the course stands. */
  readonly take: () => number;
  readonly restore: (position: number) => void;
  readonly classOf: (position: number) => number;
  /** What has been done since a place, to which the course was taken back, to come to where it stands. */
  readonly effectSince: (position: number) => number;
  /** Where an effect leads from a place of the class in which it was found. */
  readonly after: (position: number, effect: number) => number;
  readonly bytes: () => number;
}

/** Parts of a place: where, steps taken, whether something was done; counters of rounds, then branches. */
const head = 3;
const from = { at: 0, taken: 1, acted: 2 } as const;
/** How far it matters how many rounds or steps are still to come: within a move no more than one of them ends. */
const mostToCome = 2;

/** A repetition around an instruction. */
interface Around {
  readonly counter: number;
  readonly rounds: number;
  /** Whether no round can pass without a step, so that a move cannot end two of them. */
  readonly steps: boolean;
}

export function positionsOf(course: Course): Positions {
  const { counters, chosen, instructions, begun } = course;
  const { list } = instructions;
  const paths = list.flatMap((each) => (each.kind === "either" ? each.step.path : []));
  const around = list.map((_, at) => aroundOf(list, at, course.compiled.restless));
  const isAround = list.map((_, at) => Array.from(counters, (__, counter) => around[at]?.some((each) => each.counter === counter) === true)); // prettier-ignore
  const rounds = counters.length;
  const size = head + rounds + paths.length;
  const places = new Store(size);
  const classes = new Store(size);
  // Of each counter two numbers: whether it is set, and to what or by how much it grows.
  const effects = new Store(head + 1 + rounds * 2 + paths.length);
  const parts = new Int32Array(size);
  const other = new Int32Array(size);
  const effect = new Int32Array(head + 1 + rounds * 2 + paths.length);
  const classNumbers: number[] = [];
  const next: Int32Array[] = [];

  function write(): void {
    parts[from.at] = course.at + 1;
    parts[from.taken] = course.taken + 1;
    parts[from.acted] = course.acted ? 1 : 0;
    const counted = isAround[course.at];
    for (let counter = 0; counter < rounds; counter += 1)
      parts[head + counter] = counted?.[counter] === true ? (counters[counter] ?? 0) : 0;
    for (let path = 0; path < paths.length; path += 1)
      parts[head + rounds + path] = (chosen.get(paths[path] ?? "") ?? -1) + 1;
  }

  function added(): number {
    const number = places.add(parts);
    if (number === classNumbers.length) classNumbers.push(classes.add(classParts()));
    return number;
  }

  /** Of the parts what matters for the next move. */
  function classParts(): Int32Array {
    other.set(parts);
    const at = (parts[from.at] ?? 0) - 1;
    const instruction = list[at];
    if (instruction?.kind === "run") {
      const taken = (parts[from.taken] ?? 0) - 1;
      const most = instruction.step.count ?? limits.settling;
      other[from.taken] = taken < 0 ? 0 : taken === 0 ? 1 : taken < most ? 2 : 3;
    }
    for (const { counter, rounds: all, steps } of around[at] ?? []) {
      const toCome = Math.max(0, all - (parts[head + counter] ?? 0));
      other[head + counter] = steps ? Math.min(toCome, mostToCome) : toCome;
    }
    return other;
  }

  function effectSince(position: number): number {
    write();
    places.read(position, other);
    const taken = parts[from.taken] ?? 0;
    const isSame = parts[from.at] === other[from.at];
    // A `run` that goes on takes one step more; one that begins has taken one.
    const goesOn = isSame && (other[from.taken] ?? 0) > 1 && taken === (other[from.taken] ?? 0) + 1;
    effect[0] = parts[from.at] ?? 0;
    effect[1] = goesOn ? 1 : 0;
    effect[2] = goesOn ? 1 : taken;
    effect[3] = parts[from.acted] ?? 0;
    const counted = isAround[course.at];
    for (let counter = 0; counter < rounds; counter += 1) {
      const before = other[head + counter] ?? 0;
      const after = parts[head + counter] ?? 0;
      const isSet = counted?.[counter] !== true || begun[counter] === 1 || after < before;
      effect[head + 1 + counter * 2] = isSet ? 1 : 0;
      effect[head + 2 + counter * 2] = isSet ? after : after - before;
    }
    for (let path = 0; path < paths.length; path += 1)
      effect[head + 1 + rounds * 2 + path] = parts[head + rounds + path] ?? 0;
    return effects.add(effect);
  }

  function after(position: number, number: number): number {
    let known = next[number];
    if (known === undefined || position >= known.length) {
      const larger = new Int32Array(Math.max(64, position * 2));
      if (known !== undefined) larger.set(known);
      next[number] = known = larger;
    }
    const found = known[position] ?? 0;
    if (found > 0) return found - 1;
    places.read(position, parts);
    effects.read(number, effect);
    parts[from.at] = effect[0] ?? 0;
    parts[from.taken] = effect[1] === 1 ? (parts[from.taken] ?? 0) + 1 : (effect[2] ?? 0);
    parts[from.acted] = effect[3] ?? 0;
    for (let counter = 0; counter < rounds; counter += 1) {
      const value = effect[head + 2 + counter * 2] ?? 0;
      parts[head + counter] =
        effect[head + 1 + counter * 2] === 1 ? value : (parts[head + counter] ?? 0) + value;
    }
    for (let path = 0; path < paths.length; path += 1)
      parts[head + rounds + path] = effect[head + 1 + rounds * 2 + path] ?? 0;
    const reached = added();
    known[position] = reached + 1;
    return reached;
  }

  return {
    take() {
      write();
      return added();
    },
    restore(position) {
      places.read(position, parts);
      course.at = (parts[from.at] ?? 0) - 1;
      course.taken = (parts[from.taken] ?? 0) - 1;
      course.acted = parts[from.acted] === 1;
      for (let counter = 0; counter < rounds; counter += 1) counters[counter] = parts[head + counter] ?? 0;
      begun.fill(0);
      if (chosen.size > 0) chosen.clear();
      for (let path = 0; path < paths.length; path += 1) {
        const branch = parts[head + rounds + path] ?? 0;
        if (branch > 0) chosen.set(paths[path] ?? "", branch - 1);
      }
    },
    classOf: (position) => classNumbers[position] ?? 0,
    effectSince,
    after,
    bytes: () =>
      places.bytes +
      classes.bytes +
      effects.bytes +
      classNumbers.length * 4 +
      next.reduce((sum, known) => sum + known.byteLength, 0),
  };
}

/** The repetitions around an instruction. */
function aroundOf(list: readonly Instruction[], at: number, restless: boolean): readonly Around[] {
  return list.flatMap((round, first): Around[] => {
    if (round.kind !== "round" || at < first || at >= round.over) return [];
    const begins = list[first - 1];
    const block = begins?.kind === "repeat" ? begins.step.block : undefined;
    const steps = block !== undefined && alwaysSteps(block, restless);
    return [{ counter: round.counter, rounds: round.rounds, steps }];
  });
}

/** Whether nobody comes through a block without a step of the run. */
function alwaysSteps({ steps }: CompiledBlock, restless: boolean): boolean {
  return steps.some((step) => {
    switch (step.kind) {
      case "run":
        return step.count === undefined ? !restless : step.count > 0 && step.until === undefined;
      case "either":
        return step.branches.every((branch) => alwaysSteps(branch, restless));
      case "repeat":
        return step.count > 0 && alwaysSteps(step.block, restless);
      default:
        return false;
    }
  });
}
