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

/** The short ways of a model. It takes a moment to make them: who has them already uses them at once. */
export interface ShortcutSource {
  readonly made: () => Shortcuts | undefined;
  readonly make: () => Shortcuts;
}

export function shortcutsOf(compiled: CompiledModel, evaluate: Evaluate): ShortcutSource {
  let made: Shortcuts | undefined;
  return { made: () => made, make: () => (made ??= accelerated(compiled, evaluate)) };
}

function accelerated(compiled: CompiledModel, evaluate: Evaluate): Shortcuts {
  // What the text says is what `generate` wrote: a function of these that gives shortcuts.
  const make = evaluate(generate(compiled)) as (library: typeof runtime, model: CompiledModel) => Shortcuts;
  return make(runtime, compiled);
}
