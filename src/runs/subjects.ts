/* What can be asked about in a model, by the names that it has there. */
import { nearest } from "../base/near.ts";
import type { Subject } from "../engine/inquiry/why.ts";
import type { NameOf } from "../flow/describe.ts";
import type { Model, Trigger } from "../model/model.ts";

/** Thrown where a model has nothing of the name that is asked about. */
export class UnknownSubject extends Error {
  readonly subject: string;
  /** Names like it that the model has. */
  readonly near: readonly string[];
  /** Some of what can be asked about instead: of the owner that it names, or of all. */
  readonly known: readonly string[];
  /** It is the name of a program, and these are what sets the program off. */
  readonly program: boolean;

  constructor(subject: string, { near = [], known = [], program = false }: Partial<Instead> = {}) {
    super(`there is nothing named \`${subject}\` in this model that could be asked about`);
    this.name = "UnknownSubject";
    this.subject = subject;
    this.near = near;
    this.known = known;
    this.program = program;
  }
}

type Instead = Pick<UnknownSubject, "near" | "known" | "program">;

/** Finds what a name stands for: as the file that is run calls it (`names`), or by its own name. Throws `UnknownSubject`. */
export function subjectNamed(model: Model, names: NameOf, text: string): Subject {
  const known = subjectsOf(model, ({ id }) => names(id));
  const found = known.get(text) ?? subjectsOf(model, ({ name }) => name).get(text);
  if (found === undefined) throw new UnknownSubject(text, insteadOf(text, model, names, known));
  return found;
}

type Owner = Pick<Model["systems"][number], "id" | "name">;
type PartKind = Extract<Subject, { kind: "part" }>["part"]["kind"];

function subjectsOf(
  { systems, environments }: Model,
  called: (owner: Owner) => string,
): ReadonlyMap<string, Subject> {
  const subjects = new Map<string, Subject>();
  const add = (kind: PartKind, owner: Owner, parts: readonly { readonly name: string }[]): void => {
    for (const { name } of parts) {
      const full = `${called(owner)}.${name}`;
      // Of an operation and an expectation of one name the operation is meant.
      if (!subjects.has(full)) subjects.set(full, { kind: "part", part: { kind, owner: owner.id, name } });
    }
  };
  for (const system of systems) {
    subjects.set(called(system), { kind: "owner", owner: system.id });
    add("operation", system, system.operations);
    add("expectation", system, system.expectations);
    add("sensitivity", system, system.sensitivities);
    add("limit", system, system.limits);
  }
  for (const environment of environments) {
    subjects.set(called(environment), { kind: "owner", owner: environment.id });
    add("quantity", environment, environment.quantities);
    add("event", environment, environment.events);
  }
  return subjects;
}

/** What to ask about instead of a name that stands for nothing of the kind. */
function insteadOf(
  text: string,
  { systems }: Model,
  names: NameOf,
  known: ReadonlyMap<string, Subject>,
): Partial<Instead> {
  const dot = text.lastIndexOf(".");
  const [owner, part] = dot < 0 ? ["", text] : [text.slice(0, dot), text.slice(dot + 1)];
  for (const system of systems) {
    const called = names(system.id);
    if (owner !== "" && owner !== called && owner !== system.name) continue;
    const program = system.programs.find(({ name }) => name === part);
    if (program !== undefined)
      return {
        program: true,
        known: [...new Set(program.triggers.map((each) => triggerName(called, each)))],
      };
  }
  const own = [...known.keys()].filter((name) => owner !== "" && name.startsWith(`${owner}.`));
  const near = nearest(text, own.length > 0 ? own : known.keys());
  if (near.length > 0) return { near };
  if (own.length > 0) return { known: own };
  // A part named without its owner.
  const parts = [...known.keys()].filter((name) => name.endsWith(`.${part}`));
  if (owner === "" && parts.length > 0) return { near: parts };
  return { known: [...known].flatMap(([name, { kind }]) => (kind === "owner" ? [name] : [])) };
}

/** What to ask about to hear what a program on this decides: what it decides on; on a step, all that the system decides. */
function triggerName(system: string, trigger: Trigger): string {
  switch (trigger.kind) {
    case "sensitivity":
      return `${system}.${trigger.name}`;
    case "own":
      return `${system}.${trigger.operation}`;
    case "every":
      return system;
  }
}
