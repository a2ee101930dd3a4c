/* A manifest that stands in a file, which anybody may have written. */
import type { DesignChoice } from "./design_choice.ts";
import {
  columnsOf,
  mostNumbers,
  totalOf,
  type Factor,
  type Manifest,
  type MeasuredAs,
  type Reading,
} from "./manifest.ts";

type Said = Readonly<Record<string, unknown>>;

/** Undefined, if it is none that an experiment could have written. */
export function manifestFrom(value: unknown): Manifest | undefined {
  try {
    const manifest = read(value);
    const fits =
      manifest.variants.length > 0 &&
      manifest.measures.length > 0 &&
      totalOf(manifest) * columnsOf(manifest) <= mostNumbers &&
      manifest.blocks === Math.ceil(totalOf(manifest) / manifest.blockSize) &&
      manifest.combinations === combinationsOf(manifest);
    return fits ? manifest : undefined;
  } catch (error) {
    if (error instanceof Unfit) return undefined;
    throw error;
  }
}

/** Thrown where something is not as it is written. */
class Unfit extends Error {}

/** In the order in which it is written, so that the same manifest has the same text. */
function read(value: unknown): Manifest {
  const said = object(value);
  return {
    niklas: text(said.niklas),
    model: text(said.model),
    ...optional("against", said.against, text),
    experiment: text(said.experiment),
    ...optional("label", said.label, text),
    scenario: text(said.scenario),
    seed: whole(said.seed, 0),
    design: design(said.design),
    runs: whole(said.runs, 1),
    chance: truth(said.chance),
    vary: list(said.vary).map(factor),
    measures: list(said.measures).map(measure),
    variants: list(said.variants).map(text),
    combinations: whole(said.combinations, 1),
    blockSize: whole(said.blockSize, 1),
    blocks: whole(said.blocks, 1),
  };
}

function combinationsOf({ design: { kind, ...numbers }, vary, chance }: Manifest): number {
  const [size = 1] = Object.values(numbers);
  switch (kind) {
    case "factorial":
      return vary.reduce((product, { values }) => product * values.length, 1);
    case "lhs":
    case "sobol":
      return size;
    case "morris":
      return size * (vary.length + 1);
    case "saltelli":
      return size * (vary.length + 2 + (chance ? 1 : 0));
  }
}

function design(value: unknown): DesignChoice {
  const { kind, points, walks, rows } = object(value);
  switch (kind) {
    case "factorial":
      return { kind };
    case "lhs":
    case "sobol":
      return { kind, points: whole(points, 1) };
    case "morris":
      return { kind, walks: whole(walks, 1) };
    case "saltelli":
      return { kind, rows: whole(rows, 1) };
    default:
      throw new Unfit();
  }
}

function factor(value: unknown): Factor {
  const said = object(value);
  const values = list(said.values).map(number);
  if (values.length === 0) throw new Unfit();
  return {
    name: text(said.name),
    values,
    ...optional("range", said.range, (range) => {
      const { low, high } = object(range);
      return { low: number(low), high: number(high) };
    }),
    reading: reading(said.reading),
  };
}

function measure(value: unknown): MeasuredAs {
  const said = object(value);
  const { kind } = said;
  if (kind !== "share" && kind !== "number") throw new Unfit();
  return {
    name: text(said.name),
    ...optional("label", said.label, text),
    kind,
    reading: reading(said.reading),
  };
}

function reading(value: unknown): Reading {
  const said = object(value);
  return {
    ...(said.words !== undefined && { words: list(said.words).map(text) }),
    ...(said.percent === true && { percent: true as const }),
    ...optional("unit", said.unit, text),
  };
}

function optional<Key extends string, Value>(
  key: Key,
  value: unknown,
  readAs: (value: unknown) => Value,
): Partial<Record<Key, Value>> {
  if (value === undefined) return {};
  const made: Partial<Record<Key, Value>> = {};
  made[key] = readAs(value);
  return made;
}

function object(value: unknown): Said {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Unfit();
  return Object.fromEntries(Object.entries(value));
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Unfit();
  return value;
}

function text(value: unknown): string {
  if (typeof value !== "string") throw new Unfit();
  return value;
}

function truth(value: unknown): boolean {
  if (typeof value !== "boolean") throw new Unfit();
  return value;
}

function number(value: unknown): number {
  if (typeof value !== "number") throw new Unfit();
  return value;
}

function whole(value: unknown, least: number): number {
  const read = number(value);
  if (!Number.isSafeInteger(read) || read < least) throw new Unfit();
  return read;
}
