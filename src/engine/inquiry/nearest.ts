/*
 * The nearest run in which a disappointed expectation is met: one number of the scenario, of a regulation's start, or one
 * initial value that has to do with it is another, by as little as possible. Found by playing, not by reasoning.
 */
import type { Place } from "../../base/place.ts";
import type { NearestRun } from "../../diagnostics/run_facts.ts";
import type { Expression, Type } from "../../model/expression.ts";
import type { CompiledModel } from "../compiled.ts";
import { play, type Expected, type Played } from "../play.ts";
import type { CompiledBlock, CompiledScenario, CompiledStep } from "../scenario.ts";
import { shownNumber, shownValue, valueOf } from "../values.ts";

/** So much is played in search of one run: runs, and the steps and events of all. */
const mostRuns = 400;
const mostSteps = 50_000;
const mostEvents = 200_000;
/** So many numbers are tried. */
const mostNumbers = 12;

/** Something that can be another value: where it is written, what it is, and the scenario with another in its place. */
interface Changeable {
  readonly name: string;
  readonly value: number;
  readonly type: Type;
  readonly place: Place | undefined;
  readonly instead: (value: number) => {
    readonly scenario: CompiledScenario;
    readonly varied: ReadonlyMap<number, number>;
  };
}

/**
 * A run nearby in which an expectation is met, no other that was met is disappointed, and nothing else goes wrong; undefined if
 * none is found.
 * `hasToDo` says which initial values are tried, by their full names.
 */
export function nearestRun(
  played: Played,
  expected: Expected,
  hasToDo: (name: string) => boolean,
  checkpoint: (() => void) | undefined,
): NearestRun | undefined {
  const { compiled, scenario } = played.course;
  const order = played.expectations.indexOf(expected);
  const steps = played.course.state.step;
  const wasMet = played.expectations.map(({ holds }) => holds);
  const wasRight = played.course.reporter.reported.length;
  let runs = 0;
  let taken = 0;
  let happened = 0;

  function isMet({ instead }: Changeable, value: number): boolean | undefined {
    if (runs >= mostRuns || taken > mostSteps || happened > mostEvents) return undefined;
    runs += 1;
    const other = instead(value);
    const { expectations, broken, course } = play(compiled, other.scenario, {
      seed: played.seed,
      traced: false,
      varied: other.varied,
      budgets: { steps: steps * 2 + 10, events: 100_000 },
      checkpoint,
    });
    taken += 1 + course.state.step + expectations.length;
    happened += course.state.events;
    return (
      !broken &&
      course.reporter.reported.length <= wasRight &&
      expectations[order]?.holds === true &&
      wasMet.every((held, index) => !held || expectations[index]?.holds === true)
    );
  }

  let best: { readonly change: NearestRun["changes"][number]; readonly effort: number } | undefined;
  for (const changeable of changeables(compiled, scenario, hasToDo).slice(0, mostNumbers)) {
    const to = nearestValue(changeable, (value) => isMet(changeable, value));
    if (to === undefined) continue;
    const { name, value, type, place } = changeable;
    const effort = type.kind === "number" ? Math.abs(to - value) / Math.max(1, Math.abs(value)) : 1;
    if (best !== undefined && best.effort <= effort) continue;
    const shown = (number: number): string => shownValue(valueOf(number, type, compiled.layout.words), type);
    best = { change: { name, from: shown(value), to: shown(to), place }, effort };
  }
  return best && { changes: [best.change] };
}

// ── What can be another ───────────────────────────────────────────────────

function changeables(
  compiled: CompiledModel,
  scenario: CompiledScenario,
  hasToDo: (name: string) => boolean,
): readonly Changeable[] {
  const found: Changeable[] = [];
  const visit = (block: CompiledBlock): void => {
    for (const step of block.steps) {
      if (step.kind === "either") step.branches.forEach(visit);
      else if (step.kind === "repeat") visit(step.block);
      else found.push(...changeablesOfStep(compiled, scenario, step));
    }
  };
  scenario.blocks.forEach(visit);
  const given = new Set(found.map(({ name }) => name));
  const initial = initialValues(compiled, scenario).filter(({ name }) => hasToDo(name) && !given.has(name));
  return [...found, ...initial];
}

function changeablesOfStep(
  { layout }: CompiledModel,
  scenario: CompiledScenario,
  step: CompiledStep,
): readonly Changeable[] {
  const replaced = (other: CompiledStep) => ({
    scenario: withStep(scenario, step, other),
    varied: new Map(),
  });
  switch (step.kind) {
    case "emits":
    case "perturb":
    case "apply":
      return step.args.flatMap((argument, index) => {
        const value = literalOf(argument.expression, layout.words);
        if (value === undefined) return [];
        return [
          {
            name: argument.parameter.name,
            value,
            type: argument.parameter.type,
            place: argument.expression.place,
            instead: (number: number) =>
              replaced({ ...step, args: step.args.with(index, { ...argument, compute: () => number }) }),
          },
        ];
      });
    case "given":
    case "change": {
      const value = literalOf(step.value.expression, layout.words);
      if (value === undefined) return [];
      const { slot, expression } = step.value;
      return [
        {
          name: slot.called,
          value,
          type: slot.type,
          place: expression.place,
          instead: (number) => replaced({ ...step, value: { ...step.value, compute: () => number } }),
        },
      ];
    }
    default:
      return [];
  }
}

/** Initial values that the model writes down as they are. */
function initialValues(
  { initial, layout }: CompiledModel,
  scenario: CompiledScenario,
): readonly Changeable[] {
  return initial.flatMap(({ slot, expression }) => {
    const value = literalOf(expression, layout.words);
    if (value === undefined) return [];
    return [
      {
        name: slot.called,
        value,
        type: slot.type,
        place: expression.place,
        instead: (number: number) => ({ scenario, varied: new Map([[slot.number, number]]) }),
      },
    ];
  });
}

/** The value of an expression that is written as nothing else. */
function literalOf(expression: Expression, words: CompiledModel["layout"]["words"]): number | undefined {
  switch (expression.kind) {
    case "number":
      return expression.value;
    case "negative":
      return expression.operand.kind === "number" ? -expression.operand.value : undefined;
    case "boolean":
      return Number(expression.value);
    case "value":
      return words.number(expression.value);
    default:
      return undefined;
  }
}

function withStep(scenario: CompiledScenario, step: CompiledStep, other: CompiledStep): CompiledScenario {
  const inBlock = (block: CompiledBlock): CompiledBlock => ({
    ...block,
    steps: block.steps.map((each): CompiledStep => {
      if (each === step) return other;
      if (each.kind === "either") return { ...each, branches: each.branches.map(inBlock) };
      return each.kind === "repeat" ? { ...each, block: inBlock(each.block) } : each;
    }),
  });
  return { ...scenario, blocks: scenario.blocks.map(inBlock) };
}

// ── The nearest value ─────────────────────────────────────────────────────

/** By so many of its unit a number is moved, until something is met. */
const reaches = [1, 2, 3, 5, 10, 20, 30, 50, 100, 200, 500, 1_000, 5_000, 20_000, 100_000];
const halvings = 20;

/** The value nearest to that of something for which a run is as it should be; undefined if none is found. */
function nearestValue(
  { value, type }: Changeable,
  isMet: (value: number) => boolean | undefined,
): number | undefined {
  if (type.kind === "boolean") return isMet(1 - value) === true ? 1 - value : undefined;
  if (type.kind !== "number") return undefined;
  const low = type.low ?? -Infinity;
  const high = type.high ?? Infinity;
  const unit = unitOf(value);
  const directions = [1, -1].map((sign) => ({ sign, reached: value, ended: false }));
  for (const reach of reaches) {
    for (const direction of directions) {
      if (direction.ended) continue;
      const wanted = value + direction.sign * reach * unit;
      const next = Math.max(low, Math.min(high, wanted));
      direction.ended = next !== wanted;
      if (next === direction.reached) continue;
      const met = isMet(next);
      if (met === undefined) return undefined;
      if (met)
        return betweenNumbers(direction.reached, next, Number.isInteger(value) ? 1 : unit / 100, isMet);
      direction.reached = next;
    }
  }
  return undefined;
}

/** A tenth of the power of ten below a number, or 1 if that is more and the number is a whole one. */
function unitOf(value: number): number {
  if (value === 0) return 1;
  // `Math.log10` may differ between machines; how a number is written does not.
  const exponent = Number(value.toExponential().split("e")[1]);
  const unit = Number(`1e${exponent - 1}`);
  return Number.isInteger(value) ? Math.max(1, unit) : unit;
}

/** The number nearest to `from`, where it is not met, for which it is, as `to` is; as round as it can be. */
function betweenNumbers(
  from: number,
  to: number,
  unit: number,
  isMet: (value: number) => boolean | undefined,
): number {
  let failing = from;
  let meeting = to;
  for (let halving = 0; halving < halvings && Math.abs(meeting - failing) > unit; halving += 1) {
    const middle = rounded((failing + meeting) / 2, unit);
    if (middle === failing || middle === meeting) break;
    if (isMet(middle) === true) meeting = middle;
    else failing = middle;
  }
  return meeting;
}

function rounded(value: number, unit: number): number {
  return Number(shownNumber(Math.round(value / unit) * unit));
}
