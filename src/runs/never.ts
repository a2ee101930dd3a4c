/* What of a model takes part in no run. */
import type { Place } from "../base/place.ts";
import type { CompiledModel } from "../engine/compiled.ts";
import type { Sightings } from "../engine/explore/sightings.ts";
import type { Covered } from "./coverage.ts";

/** A value of a code that is never designated, or one of an enumeration or a truth that nothing ever has. */
export interface NeverHad {
  readonly kind: "code" | "value";
  /** The system, or the expectation or quantity. */
  readonly name: string;
  readonly value: string;
  readonly place: Place;
}

export interface NeverOccurring {
  readonly clauses: readonly Covered[];
  readonly channels: readonly Covered[];
  readonly values: readonly NeverHad[];
}

export function neverIn(compiled: CompiledModel, sightings: Sightings): NeverOccurring {
  const { clauses, channels, layout } = compiled;
  return {
    clauses: clauses.flatMap(({ system, program, clause }, number) =>
      sightings.clauses[number] === 1
        ? []
        : {
            kind: "clause",
            name: `${layout.nameOf(system.id)}.${program.name}`,
            place: clause.place,
            times: 0,
          },
    ),
    channels: channels.flatMap(({ coupling, channel }, number) =>
      sightings.channels[number] === 1
        ? []
        : { kind: "channel", name: layout.nameOf(coupling.id), place: channel.place, times: 0 },
    ),
    values: [...codesNeverDesignated(compiled, sightings), ...valuesNeverHad(compiled, sightings)],
  };
}

/** Of systems that decide at all. */
function codesNeverDesignated(
  { model, clauses, layout }: CompiledModel,
  sightings: Sightings,
): readonly NeverHad[] {
  const designated = new Map<string, Set<string>>();
  for (const [number, { system, clause }] of clauses.entries()) {
    let own = designated.get(system.id);
    if (own === undefined) designated.set(system.id, (own = new Set()));
    if (sightings.clauses[number] === 1 && clause.value !== undefined) own.add(clause.value.text);
  }
  return model.systems.flatMap(({ id, codes, namePlace }) => {
    const own = designated.get(id);
    if (own === undefined) return [];
    return codes
      .flatMap(({ values }) => values)
      .filter(({ name }) => !own.has(name))
      .map(({ name }): NeverHad => ({
        kind: "code",
        name: layout.nameOf(id),
        value: name,
        place: namePlace,
      }));
  });
}

function valuesNeverHad({ layout }: CompiledModel, { valuesOf }: Sightings): readonly NeverHad[] {
  return layout.slots.flatMap(({ number, type, called, place }) => {
    const had = valuesOf.get(number);
    if (had === undefined) return [];
    const never = (value: string): NeverHad => ({ kind: "value", name: called, value, place });
    if (type.kind === "boolean")
      return [true, false].filter((value) => !had.has(Number(value))).map((value) => never(String(value)));
    if (type.kind !== "enumeration") return [];
    return type.values.filter((value) => !had.has(layout.words.number(value))).map(never);
  });
}
