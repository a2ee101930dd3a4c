/* The short ways of a model (`generate.ts`) as functions, where the host can make functions of a text. */
import { equal, less } from "./compare.ts";
import type { CompiledModel } from "./compiled.ts";
import { generate } from "./generate.ts";
import { arriveAt, decide } from "./handling.ts";
import { exp, ln, modulo, power, round } from "./mathematics.ts";
import { offer, offerAt } from "./offering.ts";
import { emit } from "./operating.ts";
import { set } from "./settling.ts";
import type { Shortcuts } from "./state.ts";

/** Makes what a text of JavaScript says: `(text) => new Function(`return ${text}`)()`. */
export type Evaluate = (text: string) => unknown;

/** Thrown where there is no result. */
const none = {};

function fail(): never {
  throw none;
}

const runtime = {
  less,
  equal,
  fail,
  none,
  modulo,
  round,
  power,
  exp,
  ln,
  offer,
  offerAt,
  arriveAt,
  decide,
  set,
  emit,
};

/** The short ways of a model, for runs with a trace and without. It takes a moment to make them: who has them already uses them at once. */
export interface ShortcutSource {
  readonly made: (traced: boolean) => Shortcuts | undefined;
  /** Undefined where none can be made: everything goes the general way. */
  readonly make: (traced: boolean) => Shortcuts | undefined;
}

export function shortcutsOf(compiled: CompiledModel, evaluate: Evaluate): ShortcutSource {
  const made = new Map<boolean, Shortcuts | undefined>();
  return {
    made: (traced) => made.get(traced),
    make(traced) {
      if (!made.has(traced)) made.set(traced, accelerated(compiled, traced, evaluate));
      return made.get(traced);
    },
  };
}

/**
 * What keeps functions from being made, and is no mistake: a page whose policy forbids it, and a text or a number that the
 * host does not take. By name, since the host may be another realm with errors of its own.
 */
const refusals: ReadonlySet<unknown> = new Set(["EvalError", "SyntaxError", "RangeError"]);

function accelerated(compiled: CompiledModel, traced: boolean, evaluate: Evaluate): Shortcuts | undefined {
  try {
    // What the text says is what `generate` wrote: a function of these that gives shortcuts.
    const make = evaluate(generate(compiled, traced)) as (
      library: typeof runtime,
      model: CompiledModel,
    ) => Shortcuts;
    return make(runtime, compiled);
  } catch (error) {
    if (typeof error === "object" && error !== null && "name" in error && refusals.has(error.name))
      return undefined;
    throw error;
  }
}
