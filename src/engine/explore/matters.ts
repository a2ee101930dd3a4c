/*
 * What of a state can matter for what comes of it: what some expression reads, what some outcome asks for. All else two
 * states may differ in, and yet have the same future.
 */
import type { Place } from "../../base/place.ts";
import type { Instruction } from "../instructions.ts";
import type { CompiledModel } from "../compiled.ts";
import type { CompiledScenario } from "../scenario.ts";
import { chainOf } from "../scenario.ts";

export interface Matters {
  /** Slots whose values are read. */
  readonly slots: ReadonlySet<number>;
  /** Quantities of which it counts whether they have changed since they were last offered; and of which it counts from what. */
  readonly offered: ReadonlySet<number>;
  readonly offeredFrom: ReadonlySet<number>;
  /** Systems of which it counts what they designated last. */
  readonly designated: ReadonlySet<number>;
  /** Counters that are read, each with the number from which on it counts no more how much greater it is. */
  readonly counts: ReadonlyMap<number, number>;
  /** Systems, and sensitivities, of which it counts whether they have ever decided, and been decided on. */
  readonly decided: ReadonlySet<number>;
  readonly resonances: ReadonlySet<number>;
  readonly unplugged: boolean;
  readonly closed: boolean;
  /** Of the number of the step what is left when it is divided by this; 0: all of it. */
  readonly stepsModulo: number;
  /** Where something is drawn of which there are infinitely many outcomes. */
  readonly continua: readonly Place[];
}

type Node = Readonly<Record<string, unknown>>;

export function whatMatters(
  compiled: CompiledModel,
  scenario: CompiledScenario,
  instructions: readonly Instruction[],
): Matters {
  const { layout, model, every, channelsFrom } = compiled;
  const slots = new Set<number>();
  const designated = new Set<number>();
  const counts = new Map<number, number>();
  const decided = new Set<number>();
  const resonances = new Set<number>();
  const continua: Place[] = [];
  let readsStep = false;

  function count(counter: number, most: number): void {
    if (counter >= 0) counts.set(counter, Math.max(counts.get(counter) ?? 0, most));
  }

  function look(node: Node): void {
    const { kind, owner, name } = node;
    if ((kind === "expectation" || kind === "quantity") && isText(owner) && isText(name))
      slots.add(layout.slot(owner, name));
    else if (kind === "designated" && isText(owner)) designated.add(layout.system(owner));
    else if (kind === "step" && "type" in node) readsStep = true;
    else if (kind === "count" && isNode(node["of"])) count(counterOf(node["of"]), Infinity);
    else if (kind === "call" && (node["function"] === "uniform" || node["function"] === "normal"))
      continua.push(placeOf(node));
    else if (kind === "designates") designated.add(systemOf(node));
    else if (kind === "occurs" && isNode(node["of"]) && typeof node["count"] === "number")
      count(counterOf(node["of"]), node["count"] + 1);
    else if (kind === "resonates" || kind === "stays indifferent") {
      const { to } = node;
      const { system } = node;
      if (isNode(to) && isNode(system) && isText(system["id"]) && isText(to["text"]))
        resonances.add(compiled.sensitivityOf(system["id"], to["text"]));
      else decided.add(systemOf(node));
    }
  }

  function counterOf(of: Node): number {
    const { kind, owner, name } = of;
    if (!isText(owner) || !isText(name)) return -1;
    return kind === "limit" ? layout.limit(owner, name) : layout.happening(owner, name);
  }

  function systemOf({ system }: Node): number {
    return isNode(system) && isText(system["id"]) ? layout.system(system["id"]) : -1;
  }

  /** A count that is only held against a number counts no more once it is greater. */
  function lookAtComparison(node: Node): boolean {
    const { left, right } = node;
    for (const [one, other] of [
      [left, right],
      [right, left],
    ]) {
      if (!isNode(one) || !isNode(other) || one["kind"] !== "count" || other["kind"] !== "number") continue;
      if (!isNode(one["of"]) || typeof other["value"] !== "number") continue;
      count(counterOf(one["of"]), Math.max(0, Math.ceil(other["value"]) + 1));
      return true;
    }
    return false;
  }

  const { systems, environments, couplings, regulations, properties } = model;
  const scenarios = chainOf(model, scenario.scenario);
  const pending: unknown[] = [systems, environments, couplings, regulations, properties, scenarios];
  const seen = new Set<unknown>();
  while (pending.length > 0) {
    const next = pending.pop();
    if (typeof next !== "object" || next === null || seen.has(next)) continue;
    seen.add(next);
    if (isNode(next) && next["kind"] === "comparison" && lookAtComparison(next)) continue;
    if (isNode(next)) look(next);
    for (const part of Object.values(next)) pending.push(part);
  }

  const steps = instructions.flatMap((instruction) => ("step" in instruction ? [instruction.step] : []));
  const comesToRest = steps.some((step) => step.kind === "run" && step.count === undefined);
  const quantities = layout.slots.filter(({ kind }) => kind === "quantity").map(({ number }) => number);
  const offered = new Set(comesToRest ? quantities : quantities.filter((slot) => channelsFrom.has(slot)));
  for (const slot of offered) slots.add(slot);
  return {
    slots,
    offered,
    offeredFrom: new Set(
      steps.flatMap((step) =>
        step.kind === "change" && offered.has(step.value.slot.number) ? [step.value.slot.number] : [],
      ),
    ),
    designated,
    counts,
    decided,
    resonances,
    unplugged: steps.some(({ kind }) => kind === "unplug"),
    closed: steps.some(({ kind }) => kind === "close" || kind === "open"),
    stepsModulo: readsStep ? 0 : every.reduce((common, each) => leastCommon(common, each.steps), 1),
    continua,
  };
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function placeOf(node: Node): Place {
  const { place } = node;
  if (
    isNode(place) &&
    isText(place["file"]) &&
    typeof place["start"] === "number" &&
    typeof place["end"] === "number"
  )
    return { file: place["file"], start: place["start"], end: place["end"] };
  return { file: "", start: 0, end: 0 };
}

function leastCommon(a: number, b: number): number {
  let [greater, rest] = [a, b];
  while (rest !== 0) [greater, rest] = [rest, greater % rest];
  return (a / greater) * b;
}
