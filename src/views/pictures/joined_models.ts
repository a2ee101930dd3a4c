/* Two models as one, as far as a map shows them: what has one name is one thing. */
import { indexModel } from "../../model/lookup.ts";
import type { Channel, ChannelTarget, Coupling, Environment, Model, System } from "../../model/model.ts";
import type { Id, Ref } from "../../model/reference.ts";
import { describeModel } from "../../runs/comparison/describe_model.ts";
import { shelfOf } from "../../runs/comparison/described.ts";
import { channelLine } from "./channel_words.ts";
import { directionsOf, type Detail } from "./map_drawn.ts";
import { endsOf, scopeOf } from "./map_scope.ts";
import { calledIn } from "./wording.ts";

export interface JoinedModels {
  readonly model: Model;
  /** The two by themselves, things called by what they are called in the one that both make. */
  readonly first: Model;
  readonly second: Model;
}

/** By what something is known in both: its name, on the shelf of its kind. */
export function sharedId(kind: Parameters<typeof shelfOf>[0], name: string): Id {
  return `${shelfOf(kind)} ${name}`;
}

export function joined(one: Model, other: Model): JoinedModels {
  const [first, second] = [withSharedIds(one), withSharedIds(other)];
  const model: Model = {
    ...second,
    societies: union(first.societies, second.societies, (_, society) => society),
    systems: union(first.systems, second.systems, joinedSystem),
    environments: union(first.environments, second.environments, joinedEnvironment),
    couplings: union(first.couplings, second.couplings, joinedCoupling),
  };
  return { model, first, second };
}

function union<Item extends { readonly id: Id }>(
  first: readonly Item[],
  second: readonly Item[],
  join: (one: Item, other: Item) => Item,
): readonly Item[] {
  const later = new Map(second.map((item) => [item.id, item]));
  const known = new Set(first.map(({ id }) => id));
  return [
    ...first.map((item) => {
      const other = later.get(item.id);
      return other === undefined ? item : join(item, other);
    }),
    ...second.filter(({ id }) => !known.has(id)),
  ];
}

function joinedSystem(one: System, other: System): System {
  const known = new Set(other.within.map(({ id }) => id));
  return { ...other, within: [...other.within, ...one.within.filter(({ id }) => !known.has(id))] };
}

function joinedEnvironment(one: Environment, other: Environment): Environment {
  const key = ({ system, role }: Environment["inclusions"][number]): string => `${system.id} ${role.text}`;
  const known = new Set(other.inclusions.map(key));
  return {
    ...other,
    inclusions: [...other.inclusions, ...one.inclusions.filter((each) => !known.has(key(each)))],
  };
}

function joinedCoupling(one: Coupling, other: Coupling): Coupling {
  return { ...other, channels: [...other.channels, ...one.channels] };
}

/** A model of what its map shows, with ids that are the same in every model. */
function withSharedIds(model: Model): Model {
  const index = indexModel(model);
  const { called } = describeModel(model).naming;
  const shared = (id: Id): Id => {
    const item = index.declared(id);
    if (item === undefined) return id;
    return sharedId(item.kind === "system" ? item.systemKind : item.kind, called(id));
  };
  const ref = (one: Ref): Ref => ({ ...one, id: shared(one.id) });
  const maybe = (one: Ref | undefined): Ref | undefined => one && ref(one);
  const target = (one: ChannelTarget): ChannelTarget => ({ ...one, owner: shared(one.owner) });
  const channel = (one: Channel): Channel => ({
    ...one,
    source: { ...one.source, owner: shared(one.source.owner) },
    target: target(one.target),
  });
  const { systems, environments, couplings } = scopeOf(model, {});
  return {
    ...model,
    societies: model.societies.map((one) => ({ ...one, id: shared(one.id) })),
    // Whatever comes from the canon is here because the model speaks of it.
    systems: systems.map((one) => ({
      ...one,
      canonical: false,
      id: shared(one.id),
      within: one.within.map(ref),
    })),
    environments: environments.map((one) => ({
      ...one,
      id: shared(one.id),
      inclusions: one.inclusions.map((each) => ({ ...each, system: ref(each.system) })),
    })),
    couplings: couplings.map((one) => ({
      ...one,
      canonical: false,
      id: shared(one.id),
      left: maybe(one.left),
      right: maybe(one.right),
      channels: one.channels.map(channel),
    })),
    regulations: [],
    scenarios: [],
    importedScenarios: [],
    properties: [],
    experiments: [],
  };
}

/** The key of a line between two boxes. */
export function lineKey({
  from,
  to,
  kind,
}: {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
}): string {
  return `${from} ${to} ${kind}`;
}

/** The lines that a model has between the boxes of a map, and what each says. */
export function linesOf(
  model: Model,
  boxes: ReadonlyMap<Id, string>,
  detail: Detail,
): ReadonlyMap<string, readonly string[]> {
  const index = indexModel(model);
  const found = new Map<string, string[]>();
  const put = (begin: Id, end: Id, kind: string, texts: readonly string[] = []): void => {
    const [from, to] = [boxes.get(begin), boxes.get(end)];
    if (from === undefined || to === undefined) return;
    const key = lineKey({ from, to, kind });
    const known = found.get(key) ?? [];
    found.set(key, [...known, ...texts.filter((text) => !known.includes(text))]);
  };
  for (const coupling of model.couplings) {
    const directions = directionsOf(coupling);
    for (const { from, to, channels } of directions) {
      put(
        from,
        coupling.id,
        "channel",
        channels.map((one) => channelLine(one, index, detail === "full")),
      );
      put(coupling.id, to, "channel");
      if (detail === "bare") put(from, to, "channel", [calledIn(coupling)]);
    }
    const touched = new Set(directions.flatMap(({ from, to }) => [from, to]));
    for (const end of endsOf(coupling)) if (!touched.has(end)) put(end, coupling.id, "couples");
    const { left, right } = coupling;
    if (detail === "bare" && directions.length === 0 && left && right)
      put(left.id, right.id, "couples", [calledIn(coupling)]);
  }
  for (const { id, within } of model.systems) for (const outer of within) put(id, outer.id, "within");
  for (const { id, inclusions } of model.environments) {
    for (const { system, role } of inclusions)
      put(id, system.id, "inclusion", [calledIn(index.role(system.id, role.text) ?? { name: role.text })]);
  }
  return found;
}
