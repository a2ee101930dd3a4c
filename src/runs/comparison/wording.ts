/* The parts of declarations in the words of the language, each in a line, by which they are compared and shown. */
import { typeText } from "../../checks/support/type_text.ts";
import type { Expression, Type } from "../../model/expression.ts";
import { expressionText } from "../../model/expression_text.ts";
import type {
  Argument,
  Channel,
  ChannelTarget,
  Citation,
  Clause,
  Effect,
  Model,
  Outcome,
  Trigger,
} from "../../model/model.ts";
import type { Id, PartRef, Ref, Word } from "../../model/reference.ts";
import { asIs, fact, lineBy, lineByKind, place, toldElsewhere, type Table, type Tables } from "./table.ts";

/** How things are called in a model. */
export interface Naming {
  readonly model: Model;
  /** By their own names, whatever a file calls them; with the file, where two have the same. */
  readonly called: (id: Id) => string;
}

export interface Wording {
  readonly ref: (ref: Ref | undefined) => string;
  readonly refs: (refs: readonly Ref[]) => string;
  readonly part: (part: PartRef) => string;
  /** `own`: whose things are called by their bare names. */
  readonly expression: (expression: Expression, own?: Id) => string;
  readonly args: (args: readonly Argument[], own?: Id) => string;
  readonly outcome: (outcome: Outcome) => string;
  readonly clause: (clause: Clause, own: Id) => string;
  readonly channel: (channel: Channel) => string;
}

export function wordingOf({ called }: Naming): Wording {
  const ref = (one: Ref | undefined): string => (one === undefined ? "?" : called(one.id));
  const refs = (all: readonly Ref[]): string => sorted(all.map(ref)).join(", ");
  const part = ({ owner, name: own }: PartRef): string => `${called(owner)}.${own}`;
  const expression = (one: Expression, own?: Id): string => expressionText(one, called, own);
  const args = (all: readonly Argument[], own?: Id): string =>
    all.length === 0 ? "" : `(${all.map((one) => lineBy(one, argumentOf(own))).join(", ")})`;

  const argumentOf = (own: Id | undefined): Table<Argument> => ({
    name: fact("", ({ text }) => `${text}:`),
    value: fact("", (value) => expression(value, own)),
  });

  const outcomes: Tables<Outcome> = {
    condition: { kind: toldElsewhere, condition: fact("", (one) => expression(one)), place },
    resonates: indifference(),
    "stays indifferent": indifference(),
    designates: {
      system: fact("", ref),
      kind: asIs(""),
      value: fact("", wordText),
      place,
    },
    occurs: {
      of: fact("", part),
      kind: asIs(""),
      bound: asIs(""),
      count: fact("", (count) => `${count} times`),
      place,
    },
    verdict: {
      regulation: fact("", ref),
      kind: fact("", () => "is"),
      verdict: asIs(""),
      place,
    },
  };
  function indifference(): Table<Extract<Outcome, { readonly to?: Word | undefined }>> {
    return {
      system: fact("", ref),
      kind: asIs(""),
      to: fact("", (to) => (to === undefined ? undefined : `to ${to.text}`)),
      place,
    };
  }

  const effectsOf = (own: Id): Tables<Effect> => ({
    emit: {
      kind: fact("", () => "emit "),
      operation: asIs(""),
      args: fact("", (all) => args(all, own)),
      place,
    },
    assignment: {
      target: fact("", wordText),
      kind: fact("", () => " := "),
      value: fact("", (value) => expression(value, own)),
      place,
    },
  });
  const effectTexts = (all: readonly Effect[], own: Id): string =>
    `{ ${all.map((one) => lineByKind(one, effectsOf(own), "")).join("; ")} }`;

  const clauseOf = (own: Id): Table<Clause> => ({
    kind: fact("", (kind) => (kind === "choice" ? "choose" : kind === "otherwise" ? "otherwise" : "")),
    name: asIs(""),
    when: fact("", (when) => when && `when ${expression(when, own)}`),
    value: fact("", (value) => `-> ${value?.text ?? "?"}`),
    effects: fact("", (effects) => (effects.length === 0 ? "" : effectTexts(effects, own))),
    yields: fact("", (yields) => yields && `yields ${expression(yields, own)}`),
    place,
  });

  const targetText = (target: ChannelTarget): string => {
    const { owner } = target;
    const targets: Tables<ChannelTarget> = {
      sensitivity: {
        kind: toldElsewhere,
        owner: fact("", called),
        name: fact("", (own) => `.${own}`),
        args: fact("", (all) => args(all)),
        place,
      },
      quantities: {
        kind: toldElsewhere,
        owner: fact("", called),
        assignments: fact("", (all) => ` ${effectTexts(all, owner)}`),
        place,
      },
    };
    return lineByKind(target, targets, "");
  };

  const channels: Table<Channel> = {
    source: fact("", ({ owner, name: own }) => `${called(owner)}.${own} ->`),
    target: fact("", targetText),
    when: fact("", (when) => when && `when ${expression(when)}`),
    chance: fact("", (chance) => chance && `with chance ${expression(chance)}`),
    delay: fact("", (delay) => delay && `after ${expression(delay)} steps`),
    capacity: fact("", (capacity) => capacity && `at most ${expression(capacity)} per step`),
    place,
  };

  return {
    ref,
    refs,
    part,
    expression,
    args,
    outcome: (outcome) => lineByKind(outcome, outcomes),
    clause: (clause, own) => lineBy(clause, clauseOf(own)),
    channel: (channel) => lineBy(channel, channels),
  };
}

export function wordText(word: Word | undefined): string | undefined {
  return word?.text;
}

export function typeWords(type: Type): string {
  return typeText(type) ?? type.kind;
}

const triggers: Tables<Trigger> = {
  sensitivity: { kind: toldElsewhere, name: asIs(""), place },
  own: { kind: toldElsewhere, operation: fact("", (operation) => `own ${operation}`), place },
  every: { kind: toldElsewhere, steps: fact("", (steps) => `every ${steps} steps`), place },
};

export function triggerText(trigger: Trigger): string {
  return lineByKind(trigger, triggers);
}

const citations: Table<Citation> = {
  key: fact("", wordText),
  locator: fact("", (locator) => (locator === undefined ? undefined : `“${locator}”`)),
  place,
  known: toldElsewhere,
};

export function citationsText(all: readonly Citation[]): string | undefined {
  return all.length === 0 ? undefined : sorted(all.map((one) => lineBy(one, citations))).join(", ");
}

/** By their code units, the same everywhere. */
export function sorted(texts: readonly string[]): readonly string[] {
  return [...texts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
