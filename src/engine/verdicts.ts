/*
 * Verdicts on regulations (after Teubner 1984, Das regulatorische Trilemma): the course of a scenario is compared with the same
 * course without what the regulation starts. Couplings carry as always in both; `through` is the plan, not a filter.
 */
import type { Verdict } from "../diagnostics/run_facts.ts";
import type { Regulation } from "../model/model.ts";
import type { Id } from "../model/reference.ts";
import { compileAim, isFurtherOff, lookAt, type Aimed, type CompiledAim } from "./aim.ts";
import type { Course } from "./course.ts";
import type { State } from "./state.ts";

/** What the comparison shows at one moment. */
export interface Assessment {
  readonly regulation: Regulation;
  readonly verdict: Verdict;
  /** The aim, with the regulation and without it; undefined if it has none. */
  readonly withIt: Aimed | undefined;
  readonly without: Aimed | undefined;
}

export interface Verdicts {
  /** The verdict as things stand. Throws `Broken`. */
  readonly on: (regulation: Id) => Assessment | undefined;
}

/** Verdicts on the regulations that a course applies; each is compared with a course of its own, which goes along. */
export function verdictsOf(course: Course): Verdicts {
  const { compiled } = course;
  const regulations = new Map(compiled.model.regulations.map((each) => [each.id, each]));
  const others = new Map<Id, Course>();
  const aims = new Map<Id, CompiledAim>();

  function aimOf({ id, aim }: Regulation): CompiledAim | undefined {
    const known = aims.get(id);
    if (known !== undefined || aim === undefined) return known;
    const made = compileAim(aim, compiled.observer, `${id}/aim`);
    aims.set(id, made);
    return made;
  }

  /** Looks at an aim; what has no result is reported once, of the run that counts. */
  function look(aim: CompiledAim | undefined, name: string, { state, reporter }: Course): Aimed | undefined {
    if (aim === undefined) return undefined;
    return lookAt(aim, state, (error) => {
      const attempt = { what: "aim", name, prevented: "condition" } as const;
      reporter.faulted(error, state, aim.expression.place, attempt, -1);
    });
  }

  return {
    on(id) {
      const regulation = regulations.get(id);
      if (regulation === undefined) return undefined;
      let other = others.get(id);
      if (other === undefined) others.set(id, (other = course.without(id)));
      other.catchUp();
      const aim = aimOf(regulation);
      const withIt = look(aim, regulation.name, course);
      const without = look(aim, regulation.name, other);
      const target = regulation.of === undefined ? -1 : compiled.layout.owner(regulation.of.id);
      return {
        regulation,
        verdict: verdict(course.state, other.state, target, withIt, without),
        withIt,
        without,
      };
    },
  };
}

/** The first that is so. */
function verdict(
  state: State,
  other: State,
  target: number,
  withIt: Aimed | undefined,
  without: Aimed | undefined,
): Verdict {
  if (disintegrates(state, target) && !disintegrates(other, target)) return "disintegrating";
  const answers = state.watched.get(target);
  const otherAnswers = other.watched.get(target);
  if (answers !== undefined && otherAnswers !== undefined && answers.equals(otherAnswers))
    return "indifferent";
  if (withIt === undefined || without === undefined) return "ineffective";
  if (withIt.holds && !without.holds) return "effective";
  return isFurtherOff(withIt, without) ? "backfiring" : "ineffective";
}

/** Whether a system is unplugged, or leaves undecided more of its irritations than it decides. */
function disintegrates({ unplugged, decided, undecided }: State, system: number): boolean {
  return unplugged[system] === 1 || (undecided[system] ?? 0) > (decided[system] ?? 0);
}
