/* Which clauses and channels of a model took part in its runs. */
import type { Place } from "../base/place.ts";
import type { CompiledModel } from "../engine/compiled.ts";
import { kinds, type Recorder } from "../engine/recorder.ts";

/** A clause or a channel, and how often it has decided or carried something. */
export interface Covered {
  readonly kind: "clause" | "channel";
  /** The system and the program, or the coupling, that it belongs to. */
  readonly name: string;
  readonly place: Place;
  readonly times: number;
}

export interface Coverage {
  readonly clauses: readonly Covered[];
  readonly channels: readonly Covered[];
}

export interface CoverageCount {
  /** Counts what took part in one run more. */
  readonly add: (recorder: Recorder | undefined) => void;
  readonly coverage: () => Coverage;
}

/** What the canon declares can take no part: it has no programs and no couplings. */
export function countCoverage({ clauses, channels, layout }: CompiledModel): CoverageCount {
  const decided = new Float64Array(clauses.length);
  const carried = new Float64Array(channels.length);
  return {
    add(recorder) {
      if (recorder === undefined) return;
      for (let record = 0; record < recorder.count; record += 1) {
        const { kind, about } = recorder.head(record);
        if (kind === kinds.decision) decided[about] = (decided[about] ?? 0) + 1;
        else if (kind === kinds.irritation || kind === kinds.passing || kind === kinds.arrival)
          carried[about] = (carried[about] ?? 0) + 1;
      }
    },
    coverage: () => ({
      clauses: clauses.map(({ system, program, clause }, number) => ({
        kind: "clause",
        name: `${layout.nameOf(system.id)}.${program.name}`,
        place: clause.place,
        times: decided[number] ?? 0,
      })),
      channels: channels.map(({ coupling, channel }, number) => ({
        kind: "channel",
        name: layout.nameOf(coupling.id),
        place: channel.place,
        times: carried[number] ?? 0,
      })),
    }),
  };
}
