/* Notes what goes wrong in a run: each thing at each place once, with how often it happened again. */
import type { Place } from "../base/place.ts";
import type { Computing, NamedValue } from "../diagnostics/run_facts.ts";
import type { Expression } from "../model/expression.ts";
import type { CompiledArgument, CompiledAssignment, CompiledValue } from "./compiled.ts";
import { Fault, type Frame, type Scope } from "./frame.ts";
import { readsOf } from "./reads.ts";
import { kinds, type Recorder } from "./recorder.ts";
import { shownValue, valueOf } from "./values.ts";
import type { Attempt, Violation } from "./violations.ts";

/** A violation, and how often the same has happened again at its place. */
export interface Reported {
  readonly violation: Violation;
  again: number;
}

export class Reporter {
  readonly reported: Reported[] = [];
  private readonly recorder: Recorder | undefined;
  private readonly known = new Map<string, Reported>();
  /** Called with each violation, those that happen again included. */
  onViolation: (violation: Violation) => void = () => {};

  constructor(recorder: Recorder | undefined) {
    this.recorder = recorder;
  }

  report(violation: Violation): void {
    const { check, place, step, cause } = violation;
    const key = `${check} ${place.start} ${place.end} ${place.file}`;
    const first = this.known.get(key);
    if (first === undefined) {
      const reported = { violation, again: 0 };
      this.known.set(key, reported);
      this.reported.push(reported);
    } else first.again += 1;
    this.recorder?.begin(kinds.violation, step, cause, this.reported.length - 1);
    this.onViolation(violation);
  }

  /** Reports what has no result; what else was thrown is thrown on. */
  faulted(error: unknown, frame: Frame, place: Place | undefined, attempt: Attempt, cause: number): void {
    if (!(error instanceof Fault)) throw error;
    const { expression, value, wanted, scope } = error;
    const { what, name, prevented } = attempt;
    this.report({
      check: "not_a_number",
      step: frame.step,
      place: expression.place,
      cause,
      wanted,
      expression,
      value,
      values: valuesIn(expression, scope, frame),
      prevented,
      by: { what, name, place: place ?? expression.place },
    });
  }

  /** Reports a value outside the bounds of what it was to be put into, which keeps the one it has. */
  outside(
    { slot, bounds, ...value }: CompiledValue | CompiledAssignment,
    found: number,
    kept: number | undefined,
    by: Omit<Computing, "place">,
    step: number,
    cause: number,
  ): void {
    const place = "assignment" in value ? value.assignment.place : value.expression.place;
    this.report({
      check: "out_of_bounds",
      step,
      place,
      cause,
      bounded: slot.kind,
      name: `${slot.owner}.${slot.name}`,
      value: found,
      low: bounds?.low ?? -Infinity,
      high: bounds?.high ?? Infinity,
      kept,
      declared: slot.place,
      by: { ...by, place },
    });
  }

  /** Reports an argument outside its bounds, with which nothing takes place. */
  outsideArgument(
    { parameter, bounds, argument }: CompiledArgument,
    found: number,
    callee: string,
    by: Omit<Computing, "place">,
    step: number,
    cause: number,
  ): void {
    const { place } = argument.value;
    this.report({
      check: "out_of_bounds",
      step,
      place,
      cause,
      bounded: "argument",
      name: `${callee}.${parameter.name}`,
      value: found,
      low: bounds?.low ?? -Infinity,
      high: bounds?.high ?? Infinity,
      kept: undefined,
      declared: parameter.place,
      by: { ...by, place },
    });
  }
}

/** What an expression reads at present, as it is shown. */
export function valuesIn(expression: Expression, scope: Scope, frame: Frame): readonly NamedValue[] {
  return readsOf(expression, scope).map(({ name, type, compute }) => ({
    name,
    value: shownValue(valueOf(compute(frame), type, scope.layout.words)),
  }));
}
