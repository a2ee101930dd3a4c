/*
 * What irritates what, a step at a time: a channel leads from an operation to a sensitivity, a program from a sensitivity to the
 * operations that its clauses emit.
 */
import { placeIn, type Place } from "../base/place.ts";
import type { Program, System } from "../model/model.ts";
import type { Id } from "../model/reference.ts";
import { occurrencesOf } from "./occurrences.ts";
import type { Study } from "./study.ts";

export interface Station {
  readonly kind: "operation" | "sensitivity" | "event" | "quantity";
  readonly owner: Id;
  readonly name: string;
  /** `law.enacted` */
  readonly label: string;
  readonly place: Place;
  readonly namePlace: Place;
}

/** Another station, and where it is said that one leads to the other. */
export interface Passage {
  readonly station: Station;
  readonly by: string;
  readonly places: readonly Place[];
}

/** The station that is named at an offset. */
export function stationAt(study: Study, file: string, offset: number): Station | undefined {
  const symbol = occurrencesOf(study).at(file, offset)?.symbol;
  return symbol?.owner === undefined ? undefined : stationOf(study, symbol.owner.id, symbol.name);
}

export function stationOf(study: Study, owner: Id, name: string): Station | undefined {
  const index = study.index();
  const found = [
    ["operation", index.operation(owner, name)],
    ["sensitivity", index.sensitivity(owner, name)],
    ["event", index.event(owner, name)],
    ["quantity", index.quantity(owner, name)],
  ] as const;
  for (const [kind, item] of found) {
    if (item === undefined) continue;
    const label = `${index.declared(owner)?.name ?? owner}.${name}`;
    return { kind, owner, name, label, place: item.place, namePlace: item.namePlace };
  }
  return undefined;
}

/** What leads to a station. */
export function irritatedBy(study: Study, { kind, owner, name }: Station): readonly Passage[] {
  const index = study.index();
  if (kind === "sensitivity" || kind === "quantity") {
    return index.channelsInto(owner, name).flatMap(({ coupling, channel }) => {
      const station = stationOf(study, channel.source.owner, channel.source.name);
      return station === undefined ? [] : [{ station, by: coupling.name, places: [channel.place] }];
    });
  }
  const system = index.system(owner);
  if (kind !== "operation" || system === undefined) return [];
  return system.programs.flatMap((program) => {
    const places = emissions(program, name);
    if (places.length === 0) return [];
    return triggersOf(study, system, program).map((station) => ({ station, by: program.name, places }));
  });
}

/** Where a station leads. */
export function irritates(study: Study, { kind, owner, name }: Station): readonly Passage[] {
  const index = study.index();
  const system = index.system(owner);
  if (kind === "sensitivity" && system !== undefined) {
    return index.programsOn(owner, name).flatMap((program) => {
      const emitted = new Set(
        program.clauses.flatMap(({ effects }) =>
          effects.flatMap((effect) => (effect.kind === "emit" ? [effect.operation] : [])),
        ),
      );
      return [...emitted].flatMap((operation) => {
        const station = stationOf(study, owner, operation);
        return station === undefined
          ? []
          : [{ station, by: program.name, places: emissions(program, operation) }];
      });
    });
  }
  return index.channelsFrom(owner, name).flatMap(({ coupling, channel: { target, place } }) => {
    const names =
      target.kind === "sensitivity" ? [target.name] : target.assignments.map((one) => one.target.text);
    return names.flatMap((one) => {
      const station = stationOf(study, target.owner, one);
      return station === undefined ? [] : [{ station, by: coupling.name, places: [place] }];
    });
  });
}

function emissions({ clauses }: Program, operation: string): readonly Place[] {
  return clauses.flatMap(({ effects }) =>
    effects.flatMap((effect) =>
      effect.kind === "emit" && effect.operation === operation
        ? [placeIn(effect.place.file, effect.place)]
        : [],
    ),
  );
}

function triggersOf(study: Study, { id }: System, { triggers }: Program): readonly Station[] {
  return triggers.flatMap((trigger) => {
    if (trigger.kind === "every") return [];
    return stationOf(study, id, trigger.kind === "own" ? trigger.operation : trigger.name) ?? [];
  });
}
