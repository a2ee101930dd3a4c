/*
 * Verdicts on regulations (after Teubner 1984, Das regulatorische Trilemma): the course of a scenario is compared with the same
 * course without what the regulation starts. Couplings carry as always in both; `through` is the plan, not a filter.
 */
import type { NamedValue, Verdict } from "../diagnostics/run_facts.ts";
import type { Regulation } from "../model/model.ts";
import type { Id } from "../model/reference.ts";
import { comparing } from "./answers.ts";
import { compileAim, isFurtherOff, lookAt, type Aimed, type CompiledAim } from "./aim.ts";
import type { Course } from "./course.ts";
import { Fault } from "./frame.ts";
import { valuesOf } from "./shown.ts";
import type { State } from "./state.ts";
import { Broken } from "./violations.ts";

/** What the comparison shows at one moment. */
export interface Assessment {
  readonly regulation: Regulation;
  readonly verdict: Verdict;
  /** The aim, with the regulation and without it; undefined if it has none. */
  readonly withIt: Side | undefined;
  readonly without: Side | undefined;
}

/** An aim in one of the two runs, with what it reads there. */
export interface Side {
  readonly aimed: Aimed;
  readonly values: readonly NamedValue[];
}

export interface Verdicts {
  /** The verdict as things stand; what of the aim has no result is reported. Throws `Broken`. */
  readonly on: (regulation: Id) => Verdict | undefined;
  /** The verdict, and what it rests on. Throws `Broken`. */
  readonly assess: (regulation: Id) => Assessment | undefined;
}

/** What a verdict is found by: a run in which a regulation has been applied, and the same one without what it starts. */
export interface Compared {
  readonly withIt: State;
  readonly without: State;
  /** The number of the system that the regulation is about; -1 where there is none. */
  readonly target: number;
  /** Whether that has answered the same in both. */
  readonly answersTheSame: () => boolean;
  /** The aim in both; undefined if there is none. */
  readonly aim: () => readonly [withIt: Aimed, without: Aimed] | undefined;
}

/** The first verdict that is so. Only where nothing else decides is the aim looked at. */
export function verdictBetween({ withIt, without, target, answersTheSame, aim }: Compared): Verdict {
  if (disintegrates(withIt, target) && !disintegrates(without, target)) return "disintegrating";
  if (answersTheSame()) return "indifferent";
  const aims = aim();
  if (aims === undefined) return "ineffective";
  const [aimed, aimedWithout] = aims;
  if (aimed.holds && !aimedWithout.holds) return "effective";
  return isFurtherOff(aimed, aimedWithout) ? "backfiring" : "ineffective";
}

/** Verdicts on the regulations that a course applies; each is compared with a course of its own, which goes along. */
export function verdictsOf(course: Course): Verdicts {
  const { compiled } = course;
  const regulations = new Map(compiled.model.regulations.map((each) => [each.id, each]));
  const others = new Map<Id, Course>();
  const aims = new Map<Id, CompiledAim>();
  const comparisons = new Map<Id, () => boolean>();

  function aimOf({ id, aim }: Regulation): CompiledAim | undefined {
    const known = aims.get(id);
    if (known !== undefined || aim === undefined) return known;
    const made = compileAim(aim, compiled.observer, `${id}/aim`);
    aims.set(id, made);
    return made;
  }

  /** Looks at an aim; what has no result in the run that counts is reported if it is to be told. */
  function look(
    aim: CompiledAim | undefined,
    name: string,
    { state, reporter }: Course,
    tell: boolean,
  ): Aimed | undefined {
    if (aim === undefined) return undefined;
    return lookAt(aim, state, (error) => {
      const attempt = { what: "aim", name, prevented: "condition" } as const;
      if (tell) reporter.faulted(error, state, aim.expression.place, attempt, -1);
      else if (!(error instanceof Fault)) throw error;
    });
  }

  /** The course without the regulation, as far as the other has come. */
  function without({ id }: Regulation): Course {
    let other = others.get(id);
    if (other === undefined) others.set(id, (other = course.without(id)));
    try {
      other.catchUp();
    } catch (error) {
      throw error instanceof Broken
        ? new Broken(error.budget, error.most, compiled.layout.nameOf(id))
        : error;
    }
    return other;
  }

  function answersTheSame(regulation: Id, target: number, other: Course): boolean {
    let compare = comparisons.get(regulation);
    if (compare === undefined) {
      const answers = course.state.watched.get(target);
      const otherAnswers = other.state.watched.get(target);
      if (answers === undefined || otherAnswers === undefined) return false;
      comparisons.set(regulation, (compare = comparing(answers, otherAnswers)));
    }
    return compare();
  }

  function verdictOn(regulation: Regulation, tell: boolean): Verdict {
    // As long as it has not been applied, nothing differs between the two.
    if (!course.applied.has(regulation.id)) return "indifferent";
    const other = without(regulation);
    const target = regulation.of === undefined ? -1 : compiled.layout.owner(regulation.of.id);
    return verdictBetween({
      withIt: course.state,
      without: other.state,
      target,
      answersTheSame: () => answersTheSame(regulation.id, target, other),
      aim() {
        const aim = aimOf(regulation);
        const aimed = look(aim, regulation.name, course, tell);
        const aimedWithout = look(aim, regulation.name, other, false);
        return aimed && aimedWithout && [aimed, aimedWithout];
      },
    });
  }

  function side(regulation: Regulation, one: Course): Side | undefined {
    const aim = aimOf(regulation);
    const aimed = look(aim, regulation.name, one, false);
    if (aim === undefined || aimed === undefined) return undefined;
    const reads = compiled.observer.reads(aim.expression);
    return { aimed, values: valuesOf(reads, one.state, compiled.layout.words) };
  }

  return {
    on(id) {
      const regulation = regulations.get(id);
      return regulation && verdictOn(regulation, true);
    },
    assess(id) {
      const regulation = regulations.get(id);
      if (regulation === undefined) return undefined;
      return {
        regulation,
        verdict: verdictOn(regulation, false),
        withIt: side(regulation, course),
        without: side(regulation, without(regulation)),
      };
    },
  };
}

/** Whether a system is unplugged, or leaves undecided more of its irritations than it decides. */
function disintegrates({ unplugged, decided, undecided }: State, system: number): boolean {
  return unplugged[system] === 1 || (undecided[system] ?? 0) > (decided[system] ?? 0);
}
