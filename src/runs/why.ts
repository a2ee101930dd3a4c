/* Why something happened in a run, or did not. */
import { nearest } from "../base/near.ts";
import { fatesOf, type Fate } from "../engine/inquiry/fates.ts";
import { historyOf } from "../engine/inquiry/history.ts";
import { inquire, type Inquiry } from "../engine/inquiry/inquiry.ts";
import { explain, type Explanation, type Subject } from "../engine/inquiry/why.ts";
import type { Model } from "../model/model.ts";
import type { RunResult } from "./run.ts";

/** Thrown where a model has nothing of the name that is asked about. */
export class UnknownSubject extends Error {
  readonly subject: string;
  /** Names like it that the model has. */
  readonly near: readonly string[];

  constructor(subject: string, near: readonly string[]) {
    super(`there is nothing named \`${subject}\` in this model that could be asked about`);
    this.name = "UnknownSubject";
    this.subject = subject;
    this.near = near;
  }
}

/**
 * Explains what became of something in a run that kept a trace: an expectation or quantity (`economy.price`), an operation, event,
 * limit or sensitivity (`law.judgment`), or a whole system, environment or population (`economy`). Throws `UnknownSubject`
 * and `NoTrace`.
 */
export function why(result: RunResult, subject: string): Explanation {
  return explain(inquiryInto(result), subjectNamed(result.prepared.checked.model, subject));
}

/**
 * What became of an operation or event, which the trace calls by a number, for every other system, environment and
 * population; empty if that number is something else's.
 */
export function fatesIn(result: RunResult, entry: number): readonly Fate[] {
  const inquiry = inquiryInto(result);
  const operation = inquiry.history.at(entry);
  return operation?.kind === "operation" ? fatesOf(inquiry, operation) : [];
}

/** Thrown where questions are asked about a run that kept no trace. */
export class NoTrace extends Error {
  constructor() {
    super("this run kept no trace, so that nothing can be said of what happened in it: run it with `traced`");
    this.name = "NoTrace";
  }
}

/** What is needed to ask questions about a run. Throws `NoTrace`. */
export function inquiryInto({ prepared, played, traced }: RunResult): Inquiry {
  if (!traced) throw new NoTrace();
  return inquire(prepared.checked, historyOf(played.course));
}

function subjectNamed(model: Model, text: string): Subject {
  const known = subjectsOf(model);
  // Under an alias a name stands behind it: `shared.economy.price`.
  const found = known.get(text) ?? known.get(text.split(".").slice(1).join("."));
  if (found === undefined) throw new UnknownSubject(text, nearest(text, known.keys()));
  return found;
}

function subjectsOf({ systems, environments }: Model): ReadonlyMap<string, Subject> {
  const subjects = new Map<string, Subject>();
  const add = (
    kind: Extract<Subject, { kind: "part" }>["part"]["kind"],
    owner: { readonly id: string; readonly name: string },
    parts: readonly { readonly name: string }[],
  ): void => {
    for (const { name } of parts) {
      const called = `${owner.name}.${name}`;
      // Of an operation and an expectation of one name the operation is meant.
      if (!subjects.has(called))
        subjects.set(called, { kind: "part", part: { kind, owner: owner.id, name } });
    }
  };
  for (const system of systems) {
    subjects.set(system.name, { kind: "owner", owner: system.id });
    add("operation", system, system.operations);
    add("expectation", system, system.expectations);
    add("sensitivity", system, system.sensitivities);
    add("limit", system, system.limits);
  }
  for (const environment of environments) {
    subjects.set(environment.name, { kind: "owner", owner: environment.id });
    add("quantity", environment, environment.quantities);
    add("event", environment, environment.events);
  }
  return subjects;
}
