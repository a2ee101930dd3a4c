/* The trace as it was recorded, in numbers, to entries that can be read. */
import { unreachable } from "../base/unreachable.ts";
import type { Parameter } from "../model/model.ts";
import type { CompiledChannel, CompiledModel } from "./compiled.ts";
import type { Course } from "./course.ts";
import type { Read } from "./frame.ts";
import { kinds, prevented, reasons, runEnds, type Recorder } from "./recorder.ts";
import type { Act, NamedNumber, TraceEntry } from "./trace.ts";
import { valueOf } from "./values.ts";
import { subjectOf } from "./violations.ts";

/** The entry that a record stands for; undefined if there is no such record. */
export function entryAt(course: Course, record: number): TraceEntry | undefined {
  const { recorder } = course;
  if (recorder === undefined || record < 0 || record >= recorder.count) return undefined;
  return entryOf(course, recorder, record);
}

/** All entries of a trace. */
export function entriesOf(course: Course): readonly TraceEntry[] {
  const { recorder } = course;
  if (recorder === undefined) return [];
  return Array.from({ length: recorder.count }, (_, record) => entryOf(course, recorder, record));
}

/** The same one by one, for whoever looks at the first of many or keeps none of them. */
export function* eachEntry(course: Course): Generator<TraceEntry, void> {
  const { recorder } = course;
  if (recorder === undefined) return;
  for (let record = 0; record < recorder.count; record += 1) yield entryOf(course, recorder, record);
}

const kindNames = Object.keys(kinds) as readonly (keyof typeof kinds)[];

/** The kind of a record, which is noise from `kinds.noise` on. */
function kindOf(number: number): keyof typeof kinds {
  return kindNames[Math.min(number, kinds.noise)] ?? "act";
}

function entryOf(course: Course, recorder: Recorder, record: number): TraceEntry {
  const { compiled } = course;
  const { layout, channels } = compiled;
  const { kind: number, step, cause, about } = recorder.head(record);
  const head = { id: record, step, ...(cause >= 0 && { cause }) };
  const numbers = recorder.numbersOf(record);
  const [first = 0, second = 0] = numbers;
  const kind = kindOf(number);
  switch (kind) {
    case "act": {
      const step = course.acts[about];
      // Only steps of these kinds are noted as acts.
      return { kind, ...head, act: (step?.kind ?? "steer") as Act, path: step?.path ?? "" };
    }
    case "operation": {
      const { owner, name, parameters } = happeningAt(compiled, about);
      return { kind, ...head, owner, name, args: named(compiled, parameters, numbers) };
    }
    case "partial": {
      const { owner, name, parameters } = happeningAt(compiled, about);
      const args = named(compiled, parameters, numbers.subarray(1));
      return { kind: "operation", ...head, owner, name, args, issue: layout.owners[first] ?? "" };
    }
    case "blocked":
      return { kind, ...head, ...blockedAt(compiled, about, first, numbers.subarray(1)) };
    case "noise": {
      const channel = channels[about];
      const reason = reasons[number - kinds.noise] ?? "closed";
      return {
        kind,
        ...head,
        ...channelAt(channel),
        reason,
        values: noiseValues(compiled, channel, reason, numbers),
      };
    }
    case "irritation":
    case "passing": {
      const channel = channels[about];
      const parameters =
        channel?.into.kind === "sensitivity" ? channel.into.sensitivity.sensitivity.parameters : [];
      const args = named(compiled, parameters, kind === "passing" ? sentBy(recorder, cause) : numbers);
      return { kind: "irritation", ...head, ...channelAt(channel), args };
    }
    case "arrival": {
      const channel = channels[about];
      const source = channel?.channel.source;
      const happening = source === undefined ? -1 : layout.happening(source.owner, source.name);
      const { owner, coupling, channel: index } = channelAt(channel);
      const { parameters } = happeningAt(compiled, happening);
      return { kind, ...head, owner, coupling, channel: index, args: named(compiled, parameters, numbers) };
    }
    case "decision": {
      const clause = compiled.clauses[about];
      if (clause === undefined) return { kind, ...head, owner: "", value: "undecided" };
      const { index, program, system } = clause;
      const value = clause.clause.value?.text ?? "undecided";
      return { kind, ...head, owner: system.id, program: program.name, clause: index, value };
    }
    case "indecision":
      return { kind: "decision", ...head, owner: layout.owners[about] ?? "", value: "undecided" };
    case "value": {
      const slot = layout.slots[about];
      if (slot === undefined) return { kind, ...head, owner: "", name: "", from: 0, to: 0 };
      const [from, to] = [...numbers].map((number) => valueOf(number, slot.type, layout.words));
      return { kind, ...head, owner: slot.owner, name: slot.name, from: from ?? 0, to: to ?? 0 };
    }
    case "violation": {
      const violation = course.reporter.reported[about]?.violation;
      if (violation === undefined) return { kind, ...head, check: "", about: "" };
      return { kind, ...head, check: violation.check, about: subjectOf(violation) };
    }
    case "expect":
      return { kind, ...head, path: course.acts[about]?.path ?? "", holds: first === 1 };
    case "choice":
      return { kind, ...head, path: course.acts[about]?.path ?? "", branch: first };
    case "run":
      return {
        kind,
        ...head,
        path: course.acts[about]?.path ?? "",
        steps: first,
        ended: runEnds[second] ?? "count",
      };
    default:
      return unreachable(kind);
  }
}

/** The arguments of the operation or event that a record tells. */
function sentBy(recorder: Recorder, record: number): Float64Array {
  const numbers = recorder.numbersOf(record);
  return recorder.head(record).kind === kinds.partial ? numbers.subarray(1) : numbers;
}

function happeningAt({ layout }: CompiledModel, number: number) {
  return layout.happenings[number] ?? { owner: "", name: "", parameters: [] };
}

function channelAt(channel: CompiledChannel | undefined) {
  if (channel === undefined) return { owner: "", name: "", coupling: "", channel: 0 };
  const { target } = channel.channel;
  const name = target.kind === "sensitivity" ? target.name : "";
  return { owner: target.owner, name, coupling: channel.coupling.id, channel: channel.index };
}

function blockedAt(compiled: CompiledModel, happening: number, by: number, numbers: Float64Array) {
  const { owner, name, parameters } = happeningAt(compiled, happening);
  const limit = compiled.happenings[happening]?.limits.find(({ counter }) => counter === by);
  if (limit !== undefined) {
    const args = named(compiled, parameters, numbers);
    const values = readAs(compiled, limit.reads(), numbers.subarray(parameters.length));
    return { owner, name, by: "limit", limit: limit.limit.name, args, values } as const;
  }
  const args = by === prevented.unplugged ? named(compiled, parameters, numbers) : [];
  const reason =
    by === prevented.unplugged ? "unplugged" : by === prevented.bounds ? "out of bounds" : "not a number";
  return { owner, name, by: reason, args, values: [] } as const;
}

/** The numbers that decided that something is noise, with their names. */
function noiseValues(
  compiled: CompiledModel,
  channel: CompiledChannel | undefined,
  reason: (typeof reasons)[number],
  numbers: Float64Array,
): readonly NamedNumber[] {
  const [first = 0, second = 0] = numbers;
  switch (reason) {
    case "condition":
      return readAs(compiled, channel?.condition?.reads() ?? [], numbers);
    case "filtered":
      return channel?.into.kind === "sensitivity"
        ? readAs(compiled, channel.into.sensitivity.filter?.reads() ?? [], numbers)
        : [];
    case "chance":
      return [
        { name: "probability", value: first },
        { name: "drawn", value: second },
      ];
    case "capacity":
      return [{ name: "capacity", value: first }];
    case "out of bounds": {
      const args = channel?.into.kind === "sensitivity" ? channel.into.args : [];
      return [{ name: args[second]?.parameter.name ?? "", value: first }];
    }
    case "closed":
    case "not a number":
    case "unplugged":
      return [];
    default:
      return unreachable(reason);
  }
}

function named(
  { layout }: CompiledModel,
  parameters: readonly Parameter[],
  numbers: Float64Array,
): readonly NamedNumber[] {
  return parameters.flatMap(({ name, type }, index) => {
    const number = numbers[index];
    return number === undefined ? [] : [{ name, value: valueOf(number, type, layout.words) }];
  });
}

function readAs(
  { layout }: CompiledModel,
  reads: readonly Read[],
  numbers: Float64Array,
): readonly NamedNumber[] {
  return reads.flatMap(({ name, type }, index) => {
    const number = numbers[index];
    return number === undefined ? [] : [{ name, value: valueOf(number, type, layout.words) }];
  });
}
