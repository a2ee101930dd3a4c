/* Notes what goes wrong in a run: each thing at each place once, with how often it happened again. */
import type { Place } from "../base/place.ts";
import type { Computing } from "../diagnostics/run_facts.ts";
import type { CompiledArgument, CompiledValue } from "./compiled.ts";
import { Fault, type Frame } from "./frame.ts";
import { readsOf } from "./reads.ts";
import { kinds, type Recorder } from "./recorder.ts";
import { valuesOf } from "./shown.ts";
import { subjectOf, type Attempt, type Violation } from "./violations.ts";

/** A violation, how often the same has happened again at its place, and whether the modeller expects it there. */
export interface Reported {
  readonly violation: Violation;
  readonly expected: boolean;
  again: number;
}

/** What tells violations apart, and what brought one about. */
interface Noted extends Pick<Violation, "check" | "place" | "cause"> {
  readonly about: string;
}

export class Reporter {
  readonly reported: Reported[] = [];
  private readonly recorder: Recorder | undefined;
  private readonly isExpected: (violation: Pick<Violation, "check">) => boolean;
  private readonly known = new Map<string, number>();

  /** `isExpected` is asked for each violation, those that happen again included. */
  constructor(recorder: Recorder | undefined, isExpected: (violation: Pick<Violation, "check">) => boolean) {
    this.recorder = recorder;
    this.isExpected = isExpected;
  }

  report(violation: Violation): void {
    const { check, place, cause } = violation;
    this.note({ check, about: subjectOf(violation), place, cause }, () => violation);
  }

  /** Notes a violation; what there is to say of it is worked out only when it happens first. */
  private note({ check, about, place, cause }: Noted, violation: () => Violation): void {
    const expected = this.isExpected({ check });
    // What a system is like another has the same places.
    const key = [check, about, expected, place.start, place.end, place.file].join(" ");
    let number = this.known.get(key);
    const again = number === undefined ? undefined : this.reported[number];
    if (again !== undefined) again.again += 1;
    else
      this.known.set(key, (number = this.reported.push({ violation: violation(), expected, again: 0 }) - 1));
    this.recorder?.begin(kinds.violation, cause, number ?? 0);
  }

  /** Reports what has no result; what else was thrown is thrown on. */
  faulted(error: unknown, frame: Frame, place: Place | undefined, attempt: Attempt, cause: number): void {
    if (!(error instanceof Fault)) throw error;
    const { expression, value, wanted, scope } = error;
    const { what, name, prevented } = attempt;
    const check = "not_a_number";
    this.note({ check, about: name, place: expression.place, cause }, () => ({
      check,
      step: frame.step,
      place: expression.place,
      cause,
      wanted,
      expression,
      value,
      values: valuesOf(readsOf(expression, scope), frame, scope.layout.words),
      prevented,
      by: { what, name, place: place ?? expression.place },
    }));
  }

  /** Reports a value outside the bounds of what it was to be put into, which keeps the one it has. */
  outside(
    { slot, bounds, place }: CompiledValue,
    found: number,
    kept: number | undefined,
    by: Omit<Computing, "place">,
    step: number,
    cause: number,
  ): void {
    this.report({
      check: "out_of_bounds",
      step,
      place,
      cause,
      bounded: slot.kind,
      name: slot.called,
      type: slot.type,
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
    { parameter, bounds, expression }: CompiledArgument,
    found: number,
    callee: string,
    by: Omit<Computing, "place">,
    step: number,
    cause: number,
  ): void {
    const { place } = expression;
    this.report({
      check: "out_of_bounds",
      step,
      place,
      cause,
      bounded: "argument",
      name: `${callee}.${parameter.name}`,
      type: parameter.type,
      value: found,
      low: bounds?.low ?? -Infinity,
      high: bounds?.high ?? Infinity,
      kept: undefined,
      declared: parameter.place,
      by: { ...by, place },
    });
  }
}
