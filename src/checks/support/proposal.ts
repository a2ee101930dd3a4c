/*
 * Channels that a model could have: for an operation of the one side a sensitivity of the other that it fits, with
 * the arguments filled in where names or types match. They are proposals; what a coupling carries is the modeller's.
 */
import type { Type } from "../../model/expression.ts";
import type { Parameter, Quantity } from "../../model/model.ts";
import type { Id } from "../../model/reference.ts";
import type { CheckContext } from "../context.ts";

/** One side of a coupling: what it is, and the name by which the text calls it. */
export interface Side {
  readonly id: Id;
  readonly name: string;
}

/** Something that a channel can carry, and the values that its arguments can read. */
export interface Carried {
  readonly name: string;
  /** Its parameters; of a quantity, the quantity itself. */
  readonly own: readonly Valued[];
  /** The quantities of the environment in which it happens. */
  readonly around: readonly Valued[];
}

/** So many of a kind are looked at for a proposal: who has more will not look for it here. */
const mostLookedAt = 40;

export interface ProposedChannel {
  /** `politics.decree -> economy.credit_cost(amount: cap) when cap > 0` */
  readonly text: string;
  /** The sensitivity (or quantity) that it leads to. */
  readonly target: string;
  /** How well the two fit: the higher, the better; below zero if an argument had to be made up. */
  readonly fit: number;
}

type Valued = Pick<Parameter, "name" | "type">;

/** What a system, environment or population can offer to channels: operations, or events and quantities. */
export function carriedBy(id: Id, { index }: CheckContext): readonly Carried[] {
  const environment = index.environment(id);
  if (environment === undefined) {
    return (index.system(id)?.operations ?? []).map(({ name, parameters }) => ({
      name,
      own: parameters,
      around: [],
    }));
  }
  const around = environment.quantities.slice(0, mostLookedAt);
  return [
    ...environment.events.map(({ name, parameters }) => ({ name, own: parameters, around })),
    ...environment.quantities.map((quantity) => ({ name: quantity.name, own: [quantity], around })),
  ];
}

/** The channels that could carry this into the other side, the best fitting first. */
export function channelsFor(
  from: Side,
  carried: Carried,
  to: Side,
  context: CheckContext,
): readonly ProposedChannel[] {
  const { index } = context;
  const targets = index.environment(to.id)?.quantities ?? index.system(to.id)?.sensitivities ?? [];
  return targets
    .slice(0, mostLookedAt)
    .flatMap(({ name }) => channelInto(from, carried, to, name, context) ?? [])
    .sort((a, b) => b.fit - a.fit);
}

/** The channel that could carry this into one sensitivity or quantity of the other side. */
export function channelInto(
  from: Side,
  carried: Carried,
  to: Side,
  target: string,
  context: CheckContext,
): ProposedChannel | undefined {
  const { index } = context;
  const source = `${from.name}.${carried.name}`;
  const sensitivity = index.sensitivity(to.id, target);
  if (sensitivity !== undefined) {
    const filled = sensitivity.parameters.map((parameter) => filledFrom(parameter, carried));
    const args = filled.map(({ name, value }) => `${name}: ${value}`).join(", ");
    const call = args === "" ? "" : `(${args})`;
    const condition = conditionFor(from.id, to.id, carried.own, context);
    return {
      text: `${source} -> ${to.name}.${target}${call}${condition}`,
      target,
      fit: fitOf(filled) + likeness(target, carried.name),
    };
  }
  const quantity = index.quantity(to.id, target);
  if (quantity === undefined) return undefined;
  const { value, fit } = assignedFrom(quantity, carried);
  return { text: `${source} -> ${to.name} { ${target} := ${value} }`, target, fit };
}

/** The channels from one side to the other that fit without anything made up, one for each thing carried, best first. */
export function channelsBetween(from: Side, to: Side, context: CheckContext): readonly string[] {
  return carriedBy(from.id, context)
    .slice(0, mostLookedAt)
    .flatMap((carried) => channelsFor(from, carried, to, context).slice(0, 1))
    .filter((channel) => channel.fit >= 0)
    .sort((a, b) => b.fit - a.fit)
    .map((channel) => channel.text);
}

interface Filled {
  readonly name: string;
  readonly value: string;
  readonly fit: number;
}

/** The value that suits a parameter best; one that is made up if none does. */
function filledFrom(wanted: Valued, { own, around }: Carried): Filled {
  let best: Filled = { name: wanted.name, value: anyValueOf(wanted.type), fit: -4 };
  for (const offered of [...own, ...around]) {
    const fit = fitOfValue(wanted, offered);
    if (fit > best.fit) best = { name: wanted.name, value: offered.name, fit };
  }
  return best;
}

function assignedFrom(quantity: Quantity, carried: Carried): Filled {
  const filled = filledFrom(quantity, carried);
  const { name, type } = quantity;
  // A number that bears the quantity's name is its new value; any other is how much it moves.
  if (type.kind === "number" && filled.value !== name) {
    return { name, value: `${name} + ${filled.fit < 0 ? "1" : filled.value}`, fit: Math.max(0, filled.fit) };
  }
  return { ...filled, fit: Math.max(0, filled.fit) };
}

function fitOf(filled: readonly Filled[]): number {
  if (filled.length === 0) return 0;
  const least = filled.reduce((fits, { fit }) => Math.min(fits, fit), Infinity);
  return least < 0 ? least : filled.reduce((sum, { fit }) => sum + fit, 0) / filled.length;
}

/** How well a value suits a parameter: by its name, its unit, its type; below -4 if it does not. */
function fitOfValue(wanted: Valued, offered: Valued): number {
  if (!fitsType(offered.type, wanted.type)) return -5;
  if (wanted.name === offered.name) return 4;
  const sameUnit =
    wanted.type.kind === "number" &&
    offered.type.kind === "number" &&
    wanted.type.unit !== undefined &&
    wanted.type.unit === offered.type.unit;
  return (sameUnit ? 2 : 1) + likeness(wanted.name, offered.name);
}

/** A little for names of which one contains the other: `price` and `house_price`. */
function likeness(a: string, b: string): number {
  return a.includes(b) || b.includes(a) ? 0.5 : 0;
}

function fitsType(offered: Type, wanted: Type): boolean {
  if (offered.kind === "number" && wanted.kind === "number") {
    return offered.unit === undefined || wanted.unit === undefined || offered.unit === wanted.unit;
  }
  if (offered.kind === "enumeration" && wanted.kind === "enumeration") {
    return offered.values.every((value) => wanted.values.includes(value));
  }
  return offered.kind === wanted.kind;
}

/** A value of a type, to stand in a proposal until the modeller puts another. */
export function anyValueOf(type: Type): string {
  switch (type.kind) {
    case "number":
      return String(Math.min(Math.max(1, type.low ?? 1), type.high ?? Infinity));
    case "boolean":
      return "true";
    case "enumeration":
      return type.values[0] ?? "0";
    case "text":
    case "unknown":
      return "0";
  }
}

/** Between function systems a channel is conditioned: ` when cap > 0`; empty for all others, or if nothing can be asked. */
export function conditionFor(from: Id, to: Id, values: readonly Valued[], { index }: CheckContext): string {
  const between = [from, to].every((id) => index.system(id)?.systemKind === "function system");
  if (!between) return "";
  for (const { name, type } of values) {
    if (type.kind === "number") return ` when ${name} > ${type.low === undefined ? 0 : type.low}`;
    if (type.kind === "boolean") return ` when ${name}`;
    if (type.kind === "enumeration" && type.values[0] !== undefined)
      return ` when ${name} = ${type.values[0]}`;
  }
  return "";
}
