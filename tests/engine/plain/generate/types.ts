/* The types of what is generated, and values of them. */
import type { Dice } from "./dice.ts";

export type Kind =
  | { readonly kind: "number"; readonly low?: number; readonly high?: number }
  | { readonly kind: "boolean" }
  | { readonly kind: "enumeration"; readonly values: readonly string[] };

export interface Variable {
  /** As it is written where it is seen: `norm_1`, `alpha.norm_1`. */
  readonly text: string;
  readonly type: Kind;
}

/** What an expression sees. */
export interface Scope {
  readonly variables: readonly Variable[];
  /** Whether it may draw random numbers. */
  readonly draws: boolean;
  /** The values of the codes, where `designated` is seen. */
  readonly designated: readonly string[];
  /** What an observer may count. */
  readonly countable: readonly string[];
}

export const noScope: Scope = { variables: [], draws: false, designated: [], countable: [] };

export const hues = ["red", "green", "blue"];
const fewHues = ["red", "green"];

export function typeText(type: Kind): string {
  switch (type.kind) {
    case "number": {
      if (type.low === undefined && type.high === undefined) return "number";
      return `number in ${type.low ?? ""}..${type.high ?? ""}`;
    }
    case "boolean":
      return "boolean";
    case "enumeration":
      return `one of (${type.values.join(", ")})`;
  }
}

export function numberType(dice: Dice): Kind {
  return dice.one<Kind>(
    [5, () => ({ kind: "number" })],
    [2, () => ({ kind: "number", low: 0 })],
    [2, () => ({ kind: "number", low: 0, high: 20 })],
    [1, () => ({ kind: "number", low: -10, high: 50 })],
    [1, () => ({ kind: "number", high: 30 })],
    [1, () => ({ kind: "number", low: 0.5, high: 4 })],
  );
}

export function enumerationType(dice: Dice): Kind {
  return { kind: "enumeration", values: dice.chance(0.3) ? fewHues : hues };
}

export function anyType(dice: Dice): Kind {
  return dice.one<Kind>(
    [6, () => numberType(dice)],
    [2, () => ({ kind: "boolean" })],
    [2, () => enumerationType(dice)],
  );
}

/** Parameters have names that say what they are of, so that several triggers have some in common. */
export function parameters(dice: Dice, most: number): Variable[] {
  const all = [
    { text: "size", type: () => numberType(dice) },
    { text: "weight", type: () => numberType(dice) },
    { text: "urgent", type: (): Kind => ({ kind: "boolean" }) },
    { text: "hue", type: () => enumerationType(dice) },
  ];
  const chosen = all.filter((_, index) => dice.chance(index === 0 ? 0.7 : 0.3)).slice(0, most);
  return chosen.map(({ text, type }) => ({ text, type: type() }));
}

export function parametersText(variables: readonly Variable[]): string {
  if (variables.length === 0) return "";
  return `(${variables.map(({ text, type }) => `${text}: ${typeText(type)}`).join(", ")})`;
}

/** The parameters that all of these lists have, with the types that hold for all. */
export function commonParameters(lists: readonly (readonly Variable[])[]): readonly Variable[] {
  const [first, ...others] = lists;
  if (first === undefined) return [];
  return first.flatMap(({ text, type }) => {
    const types = others.map((list) => list.find((each) => each.text === text)?.type);
    let common: Kind | undefined = type;
    for (const other of types) common = common && other && commonType(common, other);
    return common === undefined ? [] : [{ text, type: common }];
  });
}

function commonType(left: Kind, right: Kind): Kind | undefined {
  if (left.kind === "enumeration" && right.kind === "enumeration") {
    return { kind: "enumeration", values: [...new Set([...left.values, ...right.values])] };
  }
  if (left.kind === "number" && right.kind === "number") return { kind: "number" };
  return left.kind === right.kind ? left : undefined;
}

/** A literal of a type, within its bounds. */
export function literal(dice: Dice, type: Kind): string {
  switch (type.kind) {
    case "number": {
      const { low, high } = type;
      const fitting = ["1", "2", "0", "3", "5", "10", "2.5", "0.5", "20%", "-1", "100", "-3", "7"].filter(
        (text) => {
          const value = text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text);
          return (low === undefined || value >= low) && (high === undefined || value <= high);
        },
      );
      return dice.pick(fitting) ?? String(low ?? high ?? 0);
    }
    case "boolean":
      return dice.pick(["true", "false"]) ?? "true";
    case "enumeration":
      return dice.pick(type.values) ?? "red";
  }
}
