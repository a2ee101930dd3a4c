/* What has ever happened in any run: told all that a trace is told, it keeps of it but that it occurs. */
import type { CompiledModel } from "../compiled.ts";
import { kinds, Recorder } from "../recorder.ts";

export class Sightings extends Recorder {
  /** By number: whether a clause has decided, a channel has carried something; 1 if so. */
  readonly clauses: Uint8Array;
  readonly channels: Uint8Array;
  /** By slot of a truth or an enumeration: the values it has had. */
  readonly valuesOf: ReadonlyMap<number, Set<number>>;
  private slot = -1;
  private told = 0;

  constructor({ clauses, channels, layout }: CompiledModel) {
    super(0);
    this.clauses = new Uint8Array(clauses.length);
    this.channels = new Uint8Array(channels.length);
    this.valuesOf = new Map(
      layout.slots.flatMap(({ type, number }) =>
        type.kind === "boolean" || type.kind === "enumeration" ? [[number, new Set<number>()]] : [],
      ),
    );
  }

  /** Looks at the values of the beginning, of which no record is made. */
  sees(values: ArrayLike<number>): void {
    for (const [slot, had] of this.valuesOf) had.add(values[slot] ?? 0);
  }

  /** Adds what was seen elsewhere of the same model. */
  addAllOf({ clauses, channels, valuesOf }: Sightings): void {
    for (const [number, seen] of clauses.entries()) this.clauses[number] ||= seen;
    for (const [number, seen] of channels.entries()) this.channels[number] ||= seen;
    for (const [slot, had] of valuesOf) for (const value of had) this.valuesOf.get(slot)?.add(value);
  }

  override begins(): void {
    // When something happened does not matter.
  }

  override begin(kind: number, _cause: number, about: number): number {
    this.slot = -1;
    switch (kind) {
      case kinds.decision:
        this.clauses[about] = 1;
        break;
      case kinds.irritation:
      case kinds.passing:
      case kinds.arrival:
        this.channels[about] = 1;
        break;
      case kinds.value:
        this.slot = about;
        this.told = 0;
    }
    return -1;
  }

  override add(value: number): void {
    if (this.slot < 0) return;
    this.told += 1;
    // First the value before is told, then the new one.
    if (this.told === 2) this.valuesOf.get(this.slot)?.add(value);
  }

  override addAll(): void {
    // What was carried does not matter.
  }
}
