/* Finds the things of a model by id and name. Built once from the model, never changed. */
import { later, laterOf } from "../base/later.ts";
import { isCanonicalSystem } from "./canon/systems.ts";
import type {
  AnyDeclared,
  Channel,
  Coupling,
  Environment,
  Event,
  Expectation,
  Limit,
  Model,
  Operation,
  Program,
  Quantity,
  Regulation,
  Role,
  Sensitivity,
  System,
} from "./model.ts";
import type { Id } from "./reference.ts";

/** A channel and the coupling it belongs to. */
export interface ChannelOf {
  readonly coupling: Coupling;
  readonly channel: Channel;
}

export interface ModelIndex {
  readonly declared: (id: Id) => AnyDeclared | undefined;
  readonly system: (id: Id) => System | undefined;
  readonly environment: (id: Id) => Environment | undefined;
  readonly coupling: (id: Id) => Coupling | undefined;
  readonly regulation: (id: Id) => Regulation | undefined;
  readonly operation: (owner: Id, name: string) => Operation | undefined;
  readonly limit: (owner: Id, name: string) => Limit | undefined;
  readonly sensitivity: (owner: Id, name: string) => Sensitivity | undefined;
  readonly expectation: (owner: Id, name: string) => Expectation | undefined;
  readonly program: (owner: Id, name: string) => Program | undefined;
  readonly role: (owner: Id, name: string) => Role | undefined;
  readonly quantity: (owner: Id, name: string) => Quantity | undefined;
  readonly event: (owner: Id, name: string) => Event | undefined;
  /** Programs of `owner` that this sensitivity triggers, in the order of declaration. */
  readonly programsOn: (owner: Id, sensitivity: string) => readonly Program[];
  /** Channels from this operation, event or quantity. */
  readonly channelsFrom: (owner: Id, name: string) => readonly ChannelOf[];
  /** Channels into this sensitivity, or assigning to this quantity. */
  readonly channelsInto: (owner: Id, name: string) => readonly ChannelOf[];
  /** From whom these channels come, each once. */
  readonly sendersInto: (owner: Id, name: string) => readonly Id[];
  /** The couplings that a system, environment or population takes part in. */
  readonly couplingsOf: (id: Id) => readonly Coupling[];
  /** The couplings between these two, in either order. */
  readonly couplingsBetween: (a: Id, b: Id) => readonly Coupling[];
  /**
   * The canonical system that this one is: the canon's own, one declared under a canonical name,
   * or one that is `like` such a one. Undefined for all others.
   */
  readonly canonicalName: (id: Id) => string | undefined;
}

type Environs = Pick<
  ModelIndex,
  "channelsFrom" | "channelsInto" | "sendersInto" | "couplingsOf" | "couplingsBetween"
>;

export function indexModel(model: Model): ModelIndex {
  const declared = byId<AnyDeclared>([
    model.societies,
    model.systems,
    model.environments,
    model.couplings,
    model.regulations,
    model.scenarios,
    model.importedScenarios ?? [],
    model.properties,
    model.experiments,
  ]);
  const systems = byId([model.systems]);
  const environments = byId([model.environments]);
  const couplings = byId([model.couplings]);
  const regulations = byId([model.regulations]);
  const programs = later(() => indexPrograms(model));
  const environs = later(() => indexChannels(model));
  return {
    declared: (id) => declared.get(id),
    system: (id) => systems.get(id),
    environment: (id) => environments.get(id),
    coupling: (id) => couplings.get(id),
    regulation: (id) => regulations.get(id),
    operation: partsOf(model.systems, (system) => system.operations),
    limit: partsOf(model.systems, (system) => system.limits),
    sensitivity: partsOf(model.systems, (system) => system.sensitivities),
    expectation: partsOf(model.systems, (system) => system.expectations),
    program: partsOf(model.systems, (system) => system.programs),
    role: partsOf(model.systems, (system) => system.roles),
    quantity: partsOf(model.environments, (environment) => environment.quantities),
    event: partsOf(model.environments, (environment) => environment.events),
    programsOn: (owner, sensitivity) => programs().get(owner)?.get(sensitivity) ?? [],
    channelsFrom: (owner, name) => environs().channelsFrom(owner, name),
    channelsInto: (owner, name) => environs().channelsInto(owner, name),
    sendersInto: (owner, name) => environs().sendersInto(owner, name),
    couplingsOf: (id) => environs().couplingsOf(id),
    couplingsBetween: (a, b) => environs().couplingsBetween(a, b),
    canonicalName: canonicalNames(systems),
  };
}

function byId<Item extends AnyDeclared>(lists: readonly (readonly Item[])[]): ReadonlyMap<Id, Item> {
  const items = new Map<Id, Item>();
  for (const list of lists) for (const item of list) items.set(item.id, item);
  return items;
}

/** The parts of owners, by owner and then by name: to make one key of both would take longer than to look twice. */
type ByPart<Value> = Map<Id, Map<string, Value>>;

function partsOfOwner<Value>(parts: ByPart<Value>, owner: Id): Map<string, Value> {
  let own = parts.get(owner);
  if (own === undefined) parts.set(owner, (own = new Map()));
  return own;
}

/** Finds the parts of one kind by owner and name. */
function partsOf<Owner extends { readonly id: Id }, Part extends { readonly name: string }>(
  owners: readonly Owner[],
  list: (owner: Owner) => readonly Part[],
): (owner: Id, name: string) => Part | undefined {
  const parts = later(() => {
    const found: ByPart<Part> = new Map();
    for (const owner of owners) {
      const own = list(owner);
      if (own.length > 0) found.set(owner.id, new Map(own.map((part) => [part.name, part])));
    }
    return found;
  });
  return (owner, name) => parts().get(owner)?.get(name);
}

function add<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function indexPrograms(model: Model): ByPart<readonly Program[]> {
  const programs: ByPart<readonly Program[]> = new Map();
  for (const system of model.systems) {
    const own = new Map<string, Program[]>();
    for (const program of system.programs) {
      for (const trigger of program.triggers) {
        if (trigger.kind === "sensitivity") add(own, trigger.name, program);
      }
    }
    if (own.size > 0) programs.set(system.id, own);
  }
  return programs;
}

function indexChannels(model: Model): Environs {
  const from: ByPart<ChannelOf[]> = new Map();
  const into: ByPart<ChannelOf[]> = new Map();
  const of = new Map<Id, Coupling[]>();
  /** By the end that comes first in the order of ids, then by the other. */
  const between: ByPart<Coupling[]> = new Map();
  for (const coupling of model.couplings) {
    const ends = [coupling.left?.id, coupling.right?.id].filter((id) => id !== undefined);
    for (const id of new Set(ends)) add(of, id, coupling);
    const [left, right] = ends;
    if (left !== undefined && right !== undefined) {
      const [first, second] = inOrder(left, right);
      add(partsOfOwner(between, first), second, coupling);
    }
    for (const channel of coupling.channels) {
      const { source, target } = channel;
      const found = { coupling, channel };
      add(partsOfOwner(from, source.owner), source.name, found);
      const targets = partsOfOwner(into, target.owner);
      if (target.kind === "sensitivity") add(targets, target.name, found);
      else {
        const names = new Set(target.assignments.map((assignment) => assignment.target.text));
        for (const name of names) add(targets, name, found);
      }
    }
  }
  const senders = laterOf((channels: readonly ChannelOf[]): readonly Id[] => [
    ...new Set(channels.map(({ channel }) => channel.source.owner)),
  ]);
  return {
    channelsFrom: (owner, name) => from.get(owner)?.get(name) ?? [],
    channelsInto: (owner, name) => into.get(owner)?.get(name) ?? [],
    sendersInto: (owner, name) => {
      const channels = into.get(owner)?.get(name);
      return channels === undefined ? [] : senders(channels);
    },
    couplingsOf: (id) => of.get(id) ?? [],
    couplingsBetween: (a, b) => {
      const [first, second] = inOrder(a, b);
      return between.get(first)?.get(second) ?? [];
    },
  };
}

function inOrder(a: Id, b: Id): readonly [Id, Id] {
  return a < b ? [a, b] : [b, a];
}

/** Goes up the chain of `like`, and remembers the answer for all that it has passed. */
function canonicalNames(systems: ReadonlyMap<Id, System>): (id: Id) => string | undefined {
  const known = new Map<Id, string | undefined>();
  return (id) => {
    const passed = new Set<Id>();
    let system = systems.get(id);
    let name: string | undefined;
    while (system !== undefined && !passed.has(system.id)) {
      if (known.has(system.id)) {
        name = known.get(system.id);
        break;
      }
      passed.add(system.id);
      if (system.canonical || (system.systemKind === "function system" && isCanonicalSystem(system.name))) {
        name = system.name;
        break;
      }
      system = system.like && systems.get(system.like.id);
    }
    for (const each of passed) known.set(each, name);
    return name;
  };
}
