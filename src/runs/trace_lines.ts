/*
 * Traces written down: JSON, one line for each entry, between a line that says which run it is and one that says what came of it.
 * `docs/schema/trace.schema.json` describes a line. A trace is the same, to the byte, for the same run.
 */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { locator } from "../diagnostics/locate.ts";
import { jsonDiagnostic, type JsonDiagnostic } from "../diagnostics/show/json.ts";
import { jsonLine } from "../diagnostics/show/json_text.ts";
import { entryAt } from "../engine/decode.ts";
import type { Trace, TraceEntry, TraceHead, ValueOf } from "../engine/trace.ts";
import type { AimResult, RunResult, VerdictResult } from "./run.ts";

/** The first line of a trace. */
export interface HeadLine extends TraceHead {
  readonly kind: "head";
}

type PlainAim = Omit<AimResult, "off">;

/** The last line of a trace. */
export interface EndLine {
  readonly kind: "end";
  readonly steps: number;
  readonly broken: boolean;
  readonly values: readonly ValueOf[];
  readonly expectations: readonly { readonly text: string; readonly step: number; readonly holds: boolean }[];
  readonly verdicts: readonly (Omit<VerdictResult, "place" | "withIt" | "without"> & {
    readonly withIt: PlainAim | undefined;
    readonly without: PlainAim | undefined;
  })[];
  readonly diagnostics: readonly JsonDiagnostic[];
}

export type TraceLine = HeadLine | TraceEntry | EndLine;

/** The lines of a run's trace, each with its line break. */
export function* traceLines(result: RunResult): Generator<string, void> {
  const { played, prepared } = result;
  const { course } = played;
  const head: HeadLine = {
    kind: "head",
    version: 1,
    model: prepared.checked.model.name,
    scenario: result.scenario,
    seed: result.seed,
    initial: course.initialValues(),
  };
  yield jsonLine(head);
  const count = course.recorder?.count ?? 0;
  for (let id = 0; id < count; id += 1) {
    const entry = entryAt(course, id);
    if (entry !== undefined) yield jsonLine(entry);
  }
  yield jsonLine(endOf(result));
}

function endOf({ steps, broken, values, expectations, verdicts, diagnostics, prepared }: RunResult): EndLine {
  const located = locator((file) => prepared.checked.sources.get(file));
  return {
    kind: "end",
    steps,
    broken,
    values,
    expectations: expectations.map(({ text, step, holds }) => ({ text, step, holds })),
    verdicts: verdicts.map(({ regulation, verdict, aim, withIt, without }) => ({
      regulation,
      verdict,
      aim,
      withIt: withIt && plainAim(withIt),
      without: without && plainAim(without),
    })),
    diagnostics: diagnostics.map((diagnostic: Diagnostic) => jsonDiagnostic(diagnostic, located, undefined)),
  };
}

function plainAim({ holds, distance, values }: AimResult): PlainAim {
  return { holds, distance, values };
}

/** Thrown where a text is no trace that has been written down. */
export class NotATrace extends Error {
  /** From 1. */
  readonly line: number;

  constructor(line: number, message: string) {
    super(`line ${line} of the trace: ${message}`);
    this.name = "NotATrace";
    this.line = line;
  }
}

/** Reads traces that were written down, one after another in one text. Throws `NotATrace`. */
export function readTraces(text: string): readonly Trace[] {
  const traces: { readonly head: HeadLine; readonly entries: TraceEntry[]; ended: boolean }[] = [];
  text.split("\n").forEach((written, index) => {
    if (written === "") return;
    const line = lineOf(written, index + 1);
    const open = traces.at(-1);
    if (line.kind === "head") {
      if (open?.ended === false)
        throw new NotATrace(index + 1, "a trace begins before the one before it has ended");
      traces.push({ head: line, entries: [], ended: false });
    } else if (open === undefined || open.ended) {
      throw new NotATrace(index + 1, "no trace has begun");
    } else if (line.kind === "end") {
      open.ended = true;
    } else if (line.id !== open.entries.length) {
      throw new NotATrace(index + 1, `entry ${open.entries.length} is missing`);
    } else {
      open.entries.push(line);
    }
  });
  if (traces.at(-1)?.ended === false) throw new NotATrace(text.split("\n").length, "the end is missing");
  return traces.map(({ head: { version, model, scenario, seed, initial }, entries }) => ({
    version,
    model,
    scenario,
    seed,
    initial,
    entries,
  }));
}

const kinds: ReadonlySet<unknown> = new Set<TraceLine["kind"]>([
  "head",
  "act",
  "operation",
  "blocked",
  "noise",
  "irritation",
  "arrival",
  "decision",
  "value",
  "violation",
  "choice",
  "run",
  "expect",
  "end",
]);

function lineOf(text: string, number: number): TraceLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new NotATrace(number, "it is not JSON");
  }
  if (!isLine(value)) throw new NotATrace(number, "it is no line of a trace");
  if (value.kind === "head" && value.version !== 1)
    throw new NotATrace(number, `a trace of version ${String(value.version)} cannot be read`);
  return value;
}

/** By its kind a line is known; what else it holds is as it was written. */
function isLine(value: unknown): value is TraceLine {
  if (typeof value !== "object" || value === null || !("kind" in value) || !kinds.has(value.kind))
    return false;
  if (value.kind === "head") return "scenario" in value && "initial" in value && Array.isArray(value.initial);
  return value.kind === "end" || ("id" in value && typeof value.id === "number" && "step" in value);
}
