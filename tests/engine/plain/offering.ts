/*
 * "(1) Before the number goes up, what happened in the step just ending … is offered to every channel from it; what passes
 * is due after the channel's delay."
 */
import type { NamedNumber, NoiseReason } from "../../../src/engine/trace.ts";
import type { Value } from "../../../src/engine/values.ts";
import type { Parameter } from "../../../src/model/model.ts";
import { computeArguments, firstOutOfBounds } from "./emitting.ts";
import { evaluate, evaluateNumber, nothing, withoutFault } from "./evaluate.ts";
import { readBy } from "./reads.ts";
import { head, keyOf, violate, write } from "./run.ts";
import type { Arguments, PlacedChannel, Run } from "./run.ts";
import { less, probability, same, truthIn } from "./values.ts";

export function offerAll(run: Run): void {
  // How much has passed each channel in this step.
  const passed = new Map<number, number>();
  for (const { owner, name, args, entry, issue } of run.emissions) {
    for (const [order, placed] of run.channels.entries()) {
      const { source, target } = placed.channel;
      if (source.kind === "quantity" || source.owner !== owner || source.name !== name) continue;
      // "T alone is at issue: only channels into T carry it"
      if (issue !== undefined && issue !== target.owner) continue;
      offer(run, placed, order, args, entry, passed);
    }
  }
  // "the channel fires when that quantity has changed since it was last offered"
  for (const { id, quantities } of run.model.environments) {
    for (const { name } of quantities) {
      const key = keyOf(id, name);
      if (!hasChanged(run, key)) continue;
      for (const [order, placed] of run.channels.entries()) {
        const { source } = placed.channel;
        if (source.kind !== "quantity" || source.owner !== id || source.name !== name) continue;
        offer(run, placed, order, nothing, run.lastChange.get(key), passed);
      }
      run.offered.set(key, run.values.get(key) ?? 0);
    }
  }
}

/** "at the start every quantity counts as changed; setting one to the value it has is no change" */
export function hasChanged(run: Run, key: string): boolean {
  const offered = run.offered.get(key);
  const present = run.values.get(key);
  return offered === undefined || present === undefined || !same(offered, present);
}

/** Offers something to one channel: it passes and is under way, or is noise. */
function offer(
  run: Run,
  { coupling, index, channel, base }: PlacedChannel,
  order: number,
  carried: Arguments,
  cause: number | undefined,
  passed: Map<number, number>,
): void {
  // "the first that applies: … the coupling closed; condition not met …; chance; over the channel's capacity; out of bounds"
  if (run.closed.has(coupling.id)) return noise("closed");

  if (channel.when !== undefined) {
    const { when } = channel;
    const holds = withoutFault(() => truthIn(evaluate(run, when, `${base}/when`, carried)));
    if (holds === undefined) violate(run, "not_a_number", coupling.name, cause);
    if (holds !== true) return noise("condition", readBy(run, when, carried));
  }

  if (channel.chance !== undefined) {
    const { chance } = channel;
    const limit = withoutFault(() =>
      probability(evaluateNumber(run, chance, `${base}/probability`, carried)),
    );
    if (limit === undefined) return notANumber();
    const drawn = run.chance(`${base}/chance`, run.step);
    if (!(drawn < limit)) return noise("chance", numbers({ probability: limit, drawn }));
  }

  // "`at most` (the first that come pass, the rest is lost)"
  if (channel.capacity !== undefined) {
    const text = channel.capacity;
    const capacity = withoutFault(() => evaluateNumber(run, text, `${base}/capacity`, carried));
    if (capacity === undefined) return notANumber();
    const withIt = (passed.get(order) ?? 0) + 1;
    if (less(capacity, withIt)) return noise("capacity", numbers({ capacity }));
    passed.set(order, withIt);
  }

  // "Default delay: one step; a delay is a whole number of steps, at least one (else `instant_channel`)."
  let delay = 1;
  if (channel.delay !== undefined) {
    const text = channel.delay;
    const computed = withoutFault(() => evaluateNumber(run, text, `${base}/delay`, carried));
    if (computed === undefined) return notANumber();
    delay = Math.round(computed);
    if (!same(computed, delay) || delay < 1) {
      violate(run, "instant_channel", coupling.name, cause);
      return noise("not a number");
    }
  }

  // "Options and arguments are computed when the operation is offered"
  const { target } = channel;
  let args = carried;
  if (target.kind === "sensitivity") {
    const parameters = parametersOfSensitivity(run, target.owner, target.name);
    const computed = computeArguments(run, parameters, target.args, `${base}/argument`, carried);
    if (computed === undefined) return notANumber();
    const outside = firstOutOfBounds(parameters, computed);
    if (outside !== undefined) {
      violate(run, "out_of_bounds", `${target.name}.${outside.name}`, cause);
      return noise("out of bounds", [outside]);
    }
    args = computed;
  }
  run.underWay.push({ order, due: run.step + delay, args, cause });

  function notANumber(): void {
    violate(run, "not_a_number", coupling.name, cause);
    noise("not a number");
  }

  function noise(reason: NoiseReason, values: readonly NamedNumber[] = []): void {
    const { owner } = channel.target;
    const name = channel.target.kind === "sensitivity" ? channel.target.name : "";
    const place = { coupling: coupling.id, channel: index };
    write(run, { ...head(run, cause), kind: "noise", owner, name, ...place, reason, values });
  }
}

function numbers(values: Readonly<Record<string, Value>>): NamedNumber[] {
  return Object.entries(values).map(([name, value]) => ({ name, value }));
}

export function parametersOfSensitivity(run: Run, owner: string, name: string): readonly Parameter[] {
  const system = run.model.systems.find(({ id }) => id === owner);
  const sensitivity = system?.sensitivities.find((each) => each.name === name);
  if (sensitivity === undefined) throw new Error(`${owner} is not sensitive to ${name}`);
  return sensitivity.parameters;
}
