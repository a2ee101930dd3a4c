/* From a model to one that is ready to run. */
import { restless } from "../flow/restless.ts";
import type { Expression } from "../model/expression.ts";
import type { Model } from "../model/model.ts";
import type { Id } from "../model/reference.ts";
import { compileChannels } from "./compile_channels.ts";
import { compileEvery, compileHappenings, compileSensitivities } from "./compile_programs.ts";
import type { CompiledChannel, CompiledModel, CompiledValue } from "./compiled.ts";
import { boundsOf, computed, drawingPlaces, numbering, scopesWith, type Compiler } from "./compiler.ts";
import { compileCondition, compileNumber } from "./expressions.ts";
import { layoutOf } from "./layout.ts";
import { readsOf } from "./reads.ts";

/** Compiles a model in which nothing is wrong; what is missing in one that has errors counts as nothing. */
export function compile(model: Model): CompiledModel {
  const compiler: Compiler = {
    model,
    layout: layoutOf(model),
    places: drawingPlaces(),
    clauseNumbers: numbering(),
    clauses: [],
    lists: [],
  };
  const { layout, places, clauses, lists } = compiler;
  const sensitivities = compileSensitivities(compiler);
  const channels = compileChannels(compiler, sensitivities);
  const ofHappenings = new Map<number, CompiledChannel[]>();
  const ofSlots = new Map<number, CompiledChannel[]>();
  for (const channel of channels) {
    const { kind, owner, name } = channel.channel.source;
    if (kind === "quantity") add(ofSlots, layout.slot(owner, name), channel);
    else add(ofHappenings, layout.happening(owner, name), channel);
  }
  const happenings = compileHappenings(compiler, ofHappenings);
  const ranked = [...channels].sort((a, b) => a.rank - b.rank);
  const every = compileEvery(compiler);
  const scopeAt = scopesWith(compiler, [], true);
  return {
    model,
    layout,
    keys: places.keys,
    initial: compileInitial(compiler),
    happenings,
    sensitivities: [...sensitivities.values()].reduce((sum, own) => sum + own.size, 0),
    sensitivityOf: (system, name) => sensitivities.get(system)?.get(name)?.number ?? -1,
    channels,
    ranked,
    targets: Int32Array.from(ranked, ({ target }) => target),
    numbers: Int32Array.from(ranked, ({ number }) => number),
    sizes: Int32Array.from(ranked, ({ size }) => size),
    channelsFrom: ofSlots,
    couplings: new Map(model.couplings.map(({ id }, number) => [id, number])),
    every,
    everyOf: Array.from({ length: layout.systems }, (_, system) =>
      every.filter(({ list }) => list.system === system),
    ),
    clauses,
    lists,
    becomes: compileBecomes(compiler),
    decidesOnOwn: happenings.some(({ own }) => own !== undefined),
    decidesAlone: every.length > 0,
    assigns: channels.some(({ into }) => into.kind === "quantities"),
    restless: restless(model).length > 0,
    observer: {
      number: (expression, place) => compileNumber(expression, scopeAt(place)()),
      condition: (expression, place) => compileCondition(expression, scopeAt(place)()),
      reads: (expression) => readsOf(expression, scopeAt("")()),
      scope: scopeAt,
      place: places.number,
    },
  };
}

function add<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function compileInitial(compiler: Compiler): readonly CompiledValue[] {
  const { systems, environments } = compiler.model;
  return [
    ...systems.flatMap(({ id, expectations }) =>
      expectations.map(({ name, initial }) => compileValue(compiler, id, name, initial, "initial")),
    ),
    ...environments.flatMap(({ id, quantities }) =>
      quantities.map(({ name, initial }) => compileValue(compiler, id, name, initial, "initial")),
    ),
  ].flatMap((value) => value ?? []);
}

function compileBecomes(compiler: Compiler): readonly CompiledValue[] {
  return compiler.model.environments.flatMap(({ id, quantities }) =>
    quantities.flatMap(({ name, becomes }) =>
      becomes === undefined ? [] : (compileValue(compiler, id, name, becomes, "becomes") ?? []),
    ),
  );
}

function compileValue(
  compiler: Compiler,
  owner: Id,
  name: string,
  expression: Expression,
  what: "initial" | "becomes",
): CompiledValue | undefined {
  const slot = compiler.layout.slots[compiler.layout.slot(owner, name)];
  if (slot === undefined) return undefined;
  const value = computed(expression, scopesWith(compiler, [])(`${owner}/${name}/${what}`));
  return { slot, bounds: boundsOf(slot.type), ...value, place: expression.place };
}
