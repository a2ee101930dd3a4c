/* What a run came to, by names that another model knows too. */
import type { ValueOf } from "../../engine/trace.ts";
import { shownValue, withUnit } from "../../engine/values.ts";
import type { Type } from "../../model/expression.ts";
import type { Id } from "../../model/reference.ts";
import type { Prepared } from "../prepared.ts";
import type { RunResult } from "../run.ts";
import type { End } from "./paired.ts";

export interface EndNaming {
  readonly prepared: Prepared;
  readonly called: (id: Id) => string;
}

export interface EndValue {
  readonly value: ValueOf["value"];
  readonly shown: string;
  /** Shows another number of the same kind. */
  readonly show: (value: number) => string;
}

/** Expectations and quantities, and what each system designated last: `economy.price`, `economy designates`. */
export function endValues(
  { values, played }: RunResult,
  { prepared, called }: EndNaming,
): ReadonlyMap<string, EndValue> {
  const types = typesIn(prepared);
  const { layout } = prepared.compiled();
  const { designated } = played.course.state;
  return new Map([
    ...values.map(({ owner, name, value }) => {
      const type = types.get(`${owner}\n${name}`);
      const show = (one: ValueOf["value"]): string => withUnit(shownValue(one, type), type);
      return [`${called(owner)}.${name}`, { value, shown: show(value), show }] as const;
    }),
    ...prepared.checked.model.systems.map(({ id }) => {
      const word = layout.words.word(designated[layout.system(id)] ?? -1);
      const value = word === "" ? "nothing" : word;
      return [`${called(id)} designates`, { value, shown: value, show: String }] as const;
    }),
  ]);
}

function typesIn({ checked: { model } }: Prepared): ReadonlyMap<string, Type> {
  return new Map([
    ...model.systems.flatMap(({ id, expectations }) =>
      expectations.map(({ name, type }) => [`${id}\n${name}`, type] as const),
    ),
    ...model.environments.flatMap(({ id, quantities }) =>
      quantities.map(({ name, type }) => [`${id}\n${name}`, type] as const),
    ),
  ]);
}

/** All of it, for whoever counts many runs. */
export function endOf(result: RunResult, naming: EndNaming): End {
  const expectations = new Map<string, boolean>();
  const met = new Map<string, number>();
  for (const { text, holds } of result.expectations) {
    const said = plain(text);
    const before = met.get(said) ?? 0;
    met.set(said, before + 1);
    expectations.set(before === 0 ? said : `${said} (${before + 1})`, holds);
  }
  return {
    values: endValues(result, naming),
    expectations,
    verdicts: result.verdicts,
    broken: result.broken,
  };
}

/** However it is laid out. */
export function plain(text: string): string {
  return text
    .replace(/\/\/.*$/gmu, "")
    .replace(/\s+/gu, " ")
    .trim();
}
