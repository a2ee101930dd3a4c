/* Where the model says what an entry of a trace tells of. */
import { later } from "../../base/later.ts";
import type { Place } from "../../base/place.ts";
import { unreachable } from "../../base/unreachable.ts";
import type { ModelIndex } from "../../model/lookup.ts";
import type { Block, Channel, Clause, Effect, Model, Scenario, Step } from "../../model/model.ts";
import type { Id } from "../../model/reference.ts";
import { inBlock, inBranch } from "../scenario.ts";
import type { NoiseReason, TraceEntry } from "../trace.ts";
import type { History } from "./history.ts";

export interface Whereabouts {
  /** The clause, channel, limit, effect or step of a scenario that an entry tells of. */
  readonly of: (entry: TraceEntry) => Place | undefined;
  readonly step: (path: string) => Step | undefined;
  readonly clause: (owner: Id, program: string | undefined, clause: number | undefined) => Clause | undefined;
  readonly channel: (coupling: Id, channel: number) => Channel | undefined;
}

export function whereaboutsOf(model: Model, index: ModelIndex, history: History): Whereabouts {
  const steps = later(() => stepsByPath(model));
  const step = (path: string) => steps().get(path);
  const clause: Whereabouts["clause"] = (owner, program, number) =>
    program === undefined || number === undefined
      ? undefined
      : index.program(owner, program)?.clauses[number];
  const channel: Whereabouts["channel"] = (coupling, number) => index.coupling(coupling)?.channels[number];

  function of(entry: TraceEntry): Place | undefined {
    switch (entry.kind) {
      case "act":
      case "choice":
      case "run":
      case "expect":
        return step(entry.path)?.place;
      case "operation":
        return effectOf(entry, ({ kind, name }) => kind === "emit" && name === entry.name);
      case "blocked":
        return entry.limit === undefined
          ? effectOf(entry, ({ kind, name }) => kind === "emit" && name === entry.name)
          : index.limit(entry.owner, entry.limit)?.place;
      case "value":
        return effectOf(entry, ({ kind, name }) => kind === "assignment" && name === entry.name);
      case "irritation":
      case "arrival":
        return channel(entry.coupling, entry.channel)?.place;
      case "noise": {
        const passed = channel(entry.coupling, entry.channel);
        return passed && stopIn(passed, entry.reason, index);
      }
      case "decision":
        return clause(entry.owner, entry.program, entry.clause)?.place;
      case "violation":
        return undefined;
      default:
        return unreachable(entry);
    }
  }

  /** The effect of a clause or channel, or the step of a scenario, that brought something about. */
  function effectOf(
    entry: Extract<TraceEntry, { kind: "operation" | "blocked" | "value" }>,
    isIt: (effect: { readonly kind: Effect["kind"]; readonly name: string }) => boolean,
  ): Place | undefined {
    const cause = entry.cause === undefined ? undefined : history.at(entry.cause);
    if (cause === undefined) {
      return entry.kind === "value" ? index.quantity(entry.owner, entry.name)?.becomes?.place : undefined;
    }
    const effects =
      cause.kind === "decision"
        ? (clause(cause.owner, cause.program, cause.clause)?.effects ?? [])
        : cause.kind === "arrival"
          ? assignmentsOf(channel(cause.coupling, cause.channel))
          : [];
    const named = (effect: Effect) => (effect.kind === "emit" ? effect.operation : effect.target.text);
    const found = effects.find((effect) => isIt({ kind: effect.kind, name: named(effect) }));
    return found?.place ?? of(cause);
  }

  return { of, step, clause, channel };
}

function assignmentsOf(channel: Channel | undefined): readonly Effect[] {
  return channel?.target.kind === "quantities" ? channel.target.assignments : [];
}

/** What of a channel, or of the sensitivity that it leads to, stopped something. */
function stopIn(channel: Channel, reason: NoiseReason, index: ModelIndex): Place {
  const { target } = channel;
  switch (reason) {
    case "condition":
      return channel.when?.place ?? channel.place;
    case "chance":
      return channel.chance?.place ?? channel.place;
    case "capacity":
      return channel.capacity?.place ?? channel.place;
    case "filtered":
      return target.kind === "sensitivity"
        ? (index.sensitivity(target.owner, target.name)?.when?.place ?? channel.place)
        : channel.place;
    case "closed":
    case "out of bounds":
    case "not a number":
    case "unplugged":
      return channel.place;
    default:
      return unreachable(reason);
  }
}

function stepsByPath(model: Model): ReadonlyMap<string, Step> {
  const steps = new Map<string, Step>();
  const visit = (block: Block, path: string): void => {
    block.steps.forEach((step, number) => {
      const own = inBlock(path, number);
      steps.set(own, step);
      if (step.kind === "either")
        step.branches.forEach((branch, which) => visit(branch, inBranch(own, which)));
      else if (step.kind === "repeat") visit(step.block, own);
    });
  };
  const scenarios: readonly Scenario[] = [...model.scenarios, ...(model.importedScenarios ?? [])];
  for (const { id, block } of scenarios) visit(block, id);
  return steps;
}
