/*
 * What happens in a run, moment by moment, told in names that another model knows too: so can runs of two models be held
 * against each other. Moments in which nothing happens that both know are left out, and so is how long they take.
 */
import { eachEntry } from "../../engine/decode.ts";
import type { Played } from "../../engine/play.ts";
import type { TraceEntry } from "../../engine/trace.ts";
import { shownValue } from "../../engine/values.ts";
import type { Type } from "../../model/expression.ts";
import type { Model, Parameter } from "../../model/model.ts";
import type { Id } from "../../model/reference.ts";

/** `residents.deviation(appeal: 6, harm: 0)`, `economy designates payment`, `economy.price 60 → 54` */
export interface Happening {
  readonly text: string;
  /** By which it is the same as another: its values to the bit. */
  readonly key: string;
  /** The id of whoever it happens to. */
  readonly owner: Id;
}

export interface Moment {
  readonly step: number;
  readonly happenings: readonly Happening[];
  /** The same whatever the order within the moment. */
  readonly key: string;
}

/** Whatever can happen in a model, by names: operations and events with their parameters, values, systems. */
export type Vocabulary = ReadonlyMap<string, ReadonlyMap<string, Type>>;

export function vocabularyOf(model: Model, called: (id: Id) => string): Vocabulary {
  const words = new Map<string, ReadonlyMap<string, Type>>();
  const typesOf = (parameters: readonly Parameter[]) =>
    new Map(parameters.map(({ name, type }) => [name, type]));
  for (const { id, operations, expectations } of model.systems) {
    words.set(`system ${called(id)}`, new Map());
    for (const { name, parameters } of operations)
      words.set(`operation ${called(id)}.${name}`, typesOf(parameters));
    for (const { name, type } of expectations)
      words.set(`value ${called(id)}.${name}`, new Map([["", type]]));
  }
  for (const { id, events, quantities } of model.environments) {
    for (const { name, parameters } of events)
      words.set(`operation ${called(id)}.${name}`, typesOf(parameters));
    for (const { name, type } of quantities) words.set(`value ${called(id)}.${name}`, new Map([["", type]]));
  }
  return words;
}

/** So many moments of a run are looked at. */
export const mostMoments = 1_000;

export interface Naming {
  readonly called: (id: Id) => string;
  readonly own: Vocabulary;
  readonly other: Vocabulary;
}

/** The first moments of a run that kept a trace. What the scenario does begins a moment of its own. */
export function momentsOf({ course }: Pick<Played, "course">, naming: Naming): readonly Moment[] {
  const moments: Moment[] = [];
  let step = 0;
  let gathered: Happening[] = [];
  const close = (): void => {
    if (gathered.length > 0) moments.push(momentOf(step, gathered));
    gathered = [];
  };
  for (const entry of eachEntry(course)) {
    if (entry.step !== step || entry.kind === "act") close();
    if (moments.length >= mostMoments) return moments;
    ({ step } = entry);
    const happening = happeningOf(entry, naming);
    if (happening !== undefined) gathered.push(happening);
  }
  close();
  return moments;
}

function momentOf(step: number, happenings: readonly Happening[]): Moment {
  const keys = happenings.map(({ key }) => key).sort();
  return { step, happenings, key: keys.join("\n") };
}

function happeningOf(entry: TraceEntry, { called, own, other }: Naming): Happening | undefined {
  switch (entry.kind) {
    case "operation": {
      const name = `${called(entry.owner)}.${entry.name}`;
      const [types, others] = [own.get(`operation ${name}`), other.get(`operation ${name}`)];
      if (types === undefined || others === undefined) return undefined;
      const args = entry.args
        .filter((arg) => others.has(arg.name))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
      const texts = args.map((arg) => `${arg.name}: ${shownValue(arg.value, types.get(arg.name))}`);
      const text = texts.length === 0 ? name : `${name}(${texts.join(", ")})`;
      return { text, key: JSON.stringify([name, args]), owner: entry.owner };
    }
    case "decision": {
      const name = called(entry.owner);
      if (!own.has(`system ${name}`) || !other.has(`system ${name}`)) return undefined;
      const text =
        entry.value === "undecided" ? `${name} leaves it undecided` : `${name} designates ${entry.value}`;
      return { text, key: text, owner: entry.owner };
    }
    case "value": {
      const name = `${called(entry.owner)}.${entry.name}`;
      const type = own.get(`value ${name}`)?.get("");
      if (type === undefined || !other.has(`value ${name}`)) return undefined;
      const text = `${name} ${shownValue(entry.from, type)} → ${shownValue(entry.to, type)}`;
      return { text, key: JSON.stringify([name, entry.from, entry.to]), owner: entry.owner };
    }
    default:
      return undefined;
  }
}
