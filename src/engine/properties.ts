/*
 * Properties held against a run while it goes on: `always` and `never` at every moment, `eventually` at one of them, `after …
 * eventually` at or after each occurrence. `reaches` is decided without a run.
 */
import type { NamedValue } from "../diagnostics/run_facts.ts";
import type { Claim, Model, Property } from "../model/model.ts";
import type { CompiledModel } from "./compiled.ts";
import type { Course } from "./course.ts";
import type { Decide } from "./frame.ts";
import { compileOutcome, isSo, type VerdictOf } from "./outcome.ts";
import type { State } from "./state.ts";
import { valuesOf } from "./shown.ts";

/** A claim that only runs can decide. */
type RunClaim = Exclude<Claim, { kind: "reaches" }>;

/** A property that only runs can decide. */
export interface RunProperty {
  readonly property: Property;
  readonly claim: RunClaim;
}

export function runProperties({ properties }: Model): readonly RunProperty[] {
  return properties.flatMap((property) =>
    property.claim === undefined || property.claim.kind === "reaches"
      ? []
      : [{ property, claim: property.claim }],
  );
}

/** Where and how a run violates a property. */
export interface PropertyViolation {
  readonly property: Property;
  readonly claim: RunClaim;
  readonly step: number;
  /** The step in which the operation occurred after which nothing came. */
  readonly occurred: number | undefined;
  readonly values: readonly NamedValue[];
  /** How many records the trace had then. */
  readonly records: number;
}

export interface Monitor {
  readonly property: Property;
  /** To be called at every moment of the run. */
  readonly look: (course: Course, verdict: VerdictOf) => void;
  /** To be called at the end. */
  readonly end: (course: Course) => void;
  /** What has been found. */
  readonly violation: () => PropertyViolation | undefined;
}

/** Watches over one property in one run. */
export function monitorOf(compiled: CompiledModel, { property, claim }: RunProperty): Monitor {
  let found: PropertyViolation | undefined;
  const place = `${property.id}/claim`;

  function violated(course: Course, occurred?: number): void {
    const { state } = course;
    const read =
      "condition" in claim
        ? claim.condition
        : claim.outcome.kind === "condition"
          ? claim.outcome.condition
          : undefined;
    found ??= {
      property,
      claim,
      step: state.step,
      occurred,
      values: read === undefined ? [] : valuesOf(compiled.observer.reads(read), state, compiled.layout.words),
      records: course.recorder?.count ?? 0,
    };
  }

  /** What has no result is not so. */
  function holds(course: Course, decide: (state: State) => boolean): boolean {
    const { state, reporter } = course;
    try {
      return decide(state);
    } catch (error) {
      const attempt = { what: "property", name: property.name, prevented: "condition" } as const;
      reporter.faulted(error, state, claim.place, attempt, -1);
      return false;
    }
  }

  const watch = (look: Monitor["look"], end: Monitor["end"]): Monitor => ({
    property,
    look,
    end,
    violation: () => found,
  });

  switch (claim.kind) {
    case "always":
    case "never": {
      const decide: Decide = compiled.observer.condition(claim.condition, place);
      const wanted = claim.kind === "always";
      return watch(
        (course) => {
          if (found === undefined && holds(course, decide) !== wanted) violated(course);
        },
        () => {},
      );
    }
    case "eventually": {
      const outcome = compileOutcome(compiled, claim.outcome, place);
      let fulfilled = false;
      return watch(
        (course, verdict) => {
          fulfilled ||= holds(course, (state) => isSo(outcome, state, verdict));
        },
        (course) => {
          if (!fulfilled) violated(course);
        },
      );
    }
    case "after": {
      const outcome = compileOutcome(compiled, claim.outcome, place);
      const counter = compiled.layout.counter(claim.operation);
      let seen = 0;
      let waitingSince: number | undefined;
      return watch(
        (course, verdict) => {
          const { state } = course;
          const count = state.counts[counter] ?? 0;
          if (count > seen) waitingSince ??= state.step;
          seen = count;
          if (waitingSince === undefined) return;
          if (holds(course, (now) => isSo(outcome, now, verdict))) waitingSince = undefined;
        },
        (course) => {
          if (waitingSince !== undefined) violated(course, waitingSince);
        },
      );
    }
  }
}
