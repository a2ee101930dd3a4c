import type { CompiledChannel, Condition } from "./compiled.ts";
import { kinds, reasons } from "./recorder.ts";
import type { State } from "./state.ts";
import type { NoiseReason } from "./trace.ts";

/** Notes in the trace that something is noise, and why: with what a condition read, or with up to two numbers. */
export function noteNoise(
  state: State,
  channel: CompiledChannel,
  reason: NoiseReason,
  cause: number,
  condition?: Condition,
  first?: number,
  second?: number,
): void {
  const { recorder } = state;
  if (recorder === undefined) return;
  recorder.begin(kinds.noise + reasons.indexOf(reason), cause, channel.number);
  for (const { compute } of condition?.reads() ?? []) recorder.add(compute(state));
  if (first !== undefined) recorder.add(first);
  if (second !== undefined) recorder.add(second);
}
