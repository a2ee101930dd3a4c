/* From a model to one that is ready to run. */
import { later } from "../base/later.ts";
import type { Expression, Type } from "../model/expression.ts";
import type { Argument, Channel, Clause, Model, Parameter, Program, System } from "../model/model.ts";
import type { Id } from "../model/reference.ts";
import { restless } from "../flow/restless.ts";
import type {
  Bounds,
  ClauseOf,
  CompiledArgument,
  CompiledChannel,
  CompiledChoice,
  CompiledClause,
  CompiledEffect,
  CompiledEvery,
  CompiledHappening,
  CompiledModel,
  CompiledRule,
  CompiledSensitivity,
  CompiledValue,
  Condition,
  DecisionList,
} from "./compiled.ts";
import { compileCondition, compileNumber, compileProbability } from "./expressions.ts";
import type { Scope } from "./frame.ts";
import { readsOf } from "./reads.ts";
import { layoutOf, type Layout } from "./layout.ts";
import { placeKeys, type PlaceKey } from "./streams.ts";

/** Compiles a model in which nothing is wrong; what is missing in one that has errors counts as nothing. */
export function compile(model: Model): CompiledModel {
  const layout = layoutOf(model);
  const places = drawingPlaces();
  const compiler: Compiler = { model, layout, places, clauseNumbers: numbering(), clauses: [] };
  const sensitivities = compileSensitivities(compiler);
  const channels = compileChannels(compiler, sensitivities);
  const channelsFrom = new Map<number, CompiledChannel[]>();
  const channelsOf = new Map<number, CompiledChannel[]>();
  for (const channel of channels) {
    const { source } = channel.channel;
    const quantity = source.kind === "quantity";
    const number = quantity
      ? layout.slot(source.owner, source.name)
      : layout.happening(source.owner, source.name);
    add(quantity ? channelsFrom : channelsOf, number, channel);
  }
  const scope = scopeIn(compiler, [], true);
  const happenings = compileHappenings(compiler, channelsOf);
  return {
    model,
    layout,
    keys: places.keys,
    initial: compileInitial(compiler),
    happenings,
    decidesOnOwn: happenings.some(({ own }) => own !== undefined),
    assigns: channels.some(({ into }) => into.kind === "quantities"),
    sensitivities: [...sensitivities.values()].reduce((sum, own) => sum + own.size, 0),
    sensitivityOf: (system, name) => sensitivities.get(system)?.get(name)?.number ?? -1,
    clauses: compiler.clauses,
    channels,
    ranked: [...channels].sort((a, b) => a.rank - b.rank),
    channelsFrom,
    couplings: new Map(model.couplings.map(({ id }, number) => [id, number])),
    every: compileEvery(compiler),
    becomes: compileBecomes(compiler),
    restless: restless(model).length > 0,
    observer: {
      number: (expression, place) => compileNumber(expression, scope(place)),
      condition: (expression, place) => compileCondition(expression, scope(place)),
      reads: (expression) => readsOf(expression, scope("")),
      place: places.number,
    },
  };
}

interface Compiler {
  readonly model: Model;
  readonly layout: Layout;
  readonly places: DrawingPlaces;
  /** Numbers for clauses, by where they stand: one that several triggers lead to is one clause. */
  readonly clauseNumbers: (key: string) => number;
  readonly clauses: ClauseOf[];
}

/** Gives each key a number of its own, from 0. */
function numbering(): (key: string) => number {
  const numbers = new Map<string, number>();
  return (key) => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
}

interface DrawingPlaces {
  /** The number of the place of this name. */
  readonly number: (name: string) => number;
  readonly keys: () => readonly PlaceKey[];
}

function drawingPlaces(): DrawingPlaces {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  let keys: readonly PlaceKey[] = [];
  return {
    number(name) {
      const known = numbers.get(name);
      if (known !== undefined) return known;
      numbers.set(name, names.length);
      names.push(name);
      return names.length - 1;
    },
    keys: () => (keys.length === names.length ? keys : (keys = placeKeys(names))),
  };
}

/** The scope of expressions with these parameters at hand; calls that draw are told apart by their order. */
function scopeIn(
  { layout, places }: Compiler,
  parameters: readonly Parameter[],
  observer = false,
): (place: string) => Scope {
  const offsets = new Map(parameters.map(({ name }, offset) => [name, offset]));
  return (place) => {
    let drawing = 0;
    return {
      layout,
      parameters: offsets,
      observer,
      drawing: () => places.number(`${place}/${(drawing += 1)}`),
    };
  };
}

export function boundsOf(type: Type): Bounds | undefined {
  if (type.kind !== "number" || (type.low === undefined && type.high === undefined)) return undefined;
  return { low: type.low ?? -Infinity, high: type.high ?? Infinity };
}

function add<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

// ── Values ────────────────────────────────────────────────────────────────

function compileInitial(compiler: Compiler): readonly CompiledValue[] {
  const { model } = compiler;
  return [
    ...model.systems.flatMap(({ id, expectations }) =>
      expectations.map(({ name, initial }) => compileValue(compiler, id, name, initial, "initial")),
    ),
    ...model.environments.flatMap(({ id, quantities }) =>
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
  const scope = scopeIn(compiler, [])(`${owner}/${name}/${what}`);
  return { slot, bounds: boundsOf(slot.type), compute: compileNumber(expression, scope), expression };
}

// ── Decisions ─────────────────────────────────────────────────────────────

function compileSensitivities(compiler: Compiler): ReadonlyMap<Id, ReadonlyMap<string, CompiledSensitivity>> {
  const all = new Map<Id, ReadonlyMap<string, CompiledSensitivity>>();
  let number = 0;
  for (const system of compiler.model.systems) {
    const own = new Map<string, CompiledSensitivity>();
    for (const sensitivity of system.sensitivities) {
      const { name, parameters, when } = sensitivity;
      const scope = scopeIn(compiler, parameters);
      own.set(name, {
        number,
        system,
        sensitivity,
        filter: when && conditioned(when, scope(`${system.id}/sensitive to ${name}`)),
        list: compileList(compiler, system, parameters, (program) =>
          program.triggers.some((trigger) => trigger.kind === "sensitivity" && trigger.name === name),
        ),
      });
      number += 1;
    }
    all.set(system.id, own);
  }
  return all;
}

/** The programs of a system on one trigger as one list. */
function compileList(
  compiler: Compiler,
  system: System,
  parameters: readonly Parameter[],
  isOn: (program: Program) => boolean,
): DecisionList {
  const rules: CompiledRule[] = [];
  const choices: CompiledChoice[] = [];
  let otherwise: CompiledClause | undefined;
  for (const program of system.programs.filter(isOn)) {
    program.clauses.forEach((clause, index) => {
      const place = `${system.id}/${program.name}/${index}`;
      const scope = scopeIn(compiler, parameters);
      const compiled = compileClause(compiler, system, program, clause, index, parameters);
      const when = clause.when && conditioned(clause.when, scope(`${place}/when`));
      switch (clause.kind) {
        case "rule":
          if (when !== undefined) rules.push({ ...compiled, condition: when });
          break;
        case "choice":
          choices.push({
            ...compiled,
            condition: when,
            yields:
              clause.yields === undefined ? () => 0 : compileNumber(clause.yields, scope(`${place}/yields`)),
          });
          break;
        case "otherwise":
          otherwise ??= compiled;
      }
    });
  }
  return { rules, choices, otherwise };
}

function compileClause(
  compiler: Compiler,
  system: System,
  program: Program,
  clause: Clause,
  index: number,
  parameters: readonly Parameter[],
): CompiledClause {
  const { layout } = compiler;
  const place = `${system.id}/${program.name}/${index}`;
  const scope = scopeIn(compiler, parameters);
  const effects = clause.effects.flatMap((effect, order): CompiledEffect[] => {
    const name = `${place}/effect ${order}`;
    if (effect.kind === "emit") {
      const happening = layout.happening(system.id, effect.operation);
      const of = layout.happenings[happening]?.parameters ?? [];
      const args = compileArguments(effect.args, of, scope, name);
      return happening < 0 ? [] : [{ kind: "emit", happening, args }];
    }
    const slot = layout.slots[layout.slot(system.id, effect.target.text)];
    if (slot === undefined) return [];
    const compute = compileNumber(effect.value, scope(name));
    const bounds = boundsOf(slot.type);
    return [{ kind: "assignment", slot, bounds, compute, expression: effect.value, assignment: effect }];
  });
  const value = clause.value?.text;
  const number = compiler.clauseNumbers(place);
  compiler.clauses[number] = { system, program, clause, index };
  return {
    program,
    clause,
    index,
    number,
    acting: { what: "clause", name: program.name, prevented: "effect" },
    value: value === undefined || value === "undecided" ? -1 : layout.words.number(value),
    effects,
  };
}

/** The arguments in the order of the parameters. One that is missing has been reported; it counts as nothing. */
function compileArguments(
  args: readonly Argument[],
  parameters: readonly Parameter[],
  scope: (place: string) => Scope,
  place: string,
): readonly CompiledArgument[] {
  return parameters.flatMap((parameter) => {
    const argument = args.find(({ name }) => name.text === parameter.name);
    if (argument === undefined) return [];
    const compute = compileNumber(argument.value, scope(`${place}/${parameter.name}`));
    return [{ parameter, bounds: boundsOf(parameter.type), compute, argument }];
  });
}

function compileEvery(compiler: Compiler): readonly CompiledEvery[] {
  return compiler.model.systems.flatMap((system, number) => {
    const steps = new Set(
      system.programs.flatMap(({ triggers }) =>
        triggers.flatMap((trigger) => (trigger.kind === "every" ? [trigger.steps] : [])),
      ),
    );
    return [...steps].map((each) => ({
      system: number,
      steps: each,
      list: compileList(compiler, system, [], ({ triggers }) =>
        triggers.some((trigger) => trigger.kind === "every" && trigger.steps === each),
      ),
    }));
  });
}

function compileHappenings(
  compiler: Compiler,
  channelsOf: ReadonlyMap<number, readonly CompiledChannel[]>,
): readonly CompiledHappening[] {
  const { model, layout } = compiler;
  const systems = new Map(model.systems.map((system) => [system.id, system]));
  return layout.happenings.map((happening): CompiledHappening => {
    const { number, owner, name, parameters, kind } = happening;
    const system = systems.get(owner);
    const isOn = ({ triggers }: Program) =>
      triggers.some((trigger) => trigger.kind === "own" && trigger.operation === name);
    const limits = (system?.limits ?? []).filter(({ operation }) => operation?.text === name);
    return {
      happening,
      number,
      owner: layout.owner(owner),
      bounds: parameters.map(({ type }) => boundsOf(type)),
      channels: channelsOf.get(number) ?? [],
      limits: limits.map((limit) => ({
        limit,
        counter: layout.limit(owner, limit.name),
        ...conditioned(limit.when, scopeIn(compiler, parameters)(`${owner}/limit ${limit.name}`)),
      })),
      own:
        kind === "operation" && system?.programs.some(isOn)
          ? compileList(compiler, system, parameters, isOn)
          : undefined,
    };
  });
}

// ── Channels ──────────────────────────────────────────────────────────────

function compileChannels(
  compiler: Compiler,
  sensitivities: ReadonlyMap<Id, ReadonlyMap<string, CompiledSensitivity>>,
): readonly CompiledChannel[] {
  const channels: Omit<CompiledChannel, "rank">[] = [];
  compiler.model.couplings.forEach((coupling, couplingNumber) => {
    const seen = numbering();
    const times = new Map<number, number>();
    coupling.channels.forEach((channel, index) => {
      const path = `${channel.source.owner}.${channel.source.name} -> ${channel.target.owner}`;
      const goal = channel.target.kind === "sensitivity" ? `.${channel.target.name}` : "";
      const among = seen(path + goal);
      const time = times.get(among) ?? 0;
      times.set(among, time + 1);
      const place = `${coupling.id}/${path}${goal}${time === 0 ? "" : ` ${time}`}`;
      const into = compileTarget(compiler, channel, sensitivities, place);
      if (into === undefined) return;
      channels.push({
        number: channels.length,
        coupling,
        couplingNumber,
        channel,
        index,
        target: compiler.layout.owner(channel.target.owner),
        goal: channel.target.kind === "sensitivity" ? channel.target.name : channel.target.owner,
        acting: { what: "channel", name: coupling.name, prevented: "effect" },
        ...compileOptions(compiler, channel, place),
        into,
      });
    });
  });
  const { systems } = compiler.layout;
  const place = ({ target }: { readonly target: number }) => Math.min(target, systems);
  const ranked = [...channels].sort((a, b) => place(a) - place(b) || a.number - b.number);
  const ranks = new Map(ranked.map((channel, rank) => [channel, rank]));
  return channels.map((channel) => ({ ...channel, rank: ranks.get(channel) ?? 0 }));
}

/** What the expressions of a channel have at hand: the parameters of the operation or event. */
function carriedBy({ layout }: Compiler, { source }: Channel): readonly Parameter[] {
  if (source.kind === "quantity") return [];
  return layout.happenings[layout.happening(source.owner, source.name)]?.parameters ?? [];
}

function compileOptions(
  compiler: Compiler,
  channel: Channel,
  place: string,
): Pick<CompiledChannel, "condition" | "chance" | "capacity" | "delay"> {
  const scope = scopeIn(compiler, carriedBy(compiler, channel));
  const number = (expression: Expression | undefined, name: string) =>
    expression && compileNumber(expression, scope(`${place}/${name}`));
  return {
    condition: channel.when && conditioned(channel.when, scope(`${place}/when`)),
    chance: channel.chance && {
      probability: compileProbability(channel.chance, scope(`${place}/probability`)),
      place: compiler.places.number(`${place}/chance`),
    },
    capacity: number(channel.capacity, "capacity"),
    delay: number(channel.delay, "delay"),
  };
}

/** A condition, and what it reads where somebody asks. */
function conditioned(condition: Expression, scope: Scope): Condition {
  return {
    decide: compileCondition(condition, scope),
    reads: later(() => readsOf(condition, scope)),
    expression: condition,
  };
}

function compileTarget(
  compiler: Compiler,
  channel: Channel,
  sensitivities: ReadonlyMap<Id, ReadonlyMap<string, CompiledSensitivity>>,
  place: string,
): CompiledChannel["into"] | undefined {
  const { layout } = compiler;
  const { target } = channel;
  const carried = carriedBy(compiler, channel);
  const scope = scopeIn(compiler, carried);
  if (target.kind === "sensitivity") {
    const sensitivity = sensitivities.get(target.owner)?.get(target.name);
    if (sensitivity === undefined) return undefined;
    const { parameters } = sensitivity.sensitivity;
    return {
      kind: "sensitivity",
      sensitivity,
      args: compileArguments(target.args, parameters, scope, `${place}/argument`),
    };
  }
  return {
    kind: "quantities",
    carried: carried.length,
    assignments: target.assignments.flatMap((assignment, order) => {
      const slot = layout.slots[layout.slot(target.owner, assignment.target.text)];
      if (slot === undefined) return [];
      const compute = compileNumber(assignment.value, scope(`${place}/assignment ${order}`));
      return [{ slot, bounds: boundsOf(slot.type), compute, expression: assignment.value, assignment }];
    }),
  };
}
