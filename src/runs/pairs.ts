/* Verdicts of all runs, each beside the same run without the regulation: what came of it, and runs that show it. */
import { regulationAskedFor } from "../engine/explore/claims.ts";
import type { Expect, Way } from "../engine/explore/explored.ts";
import { explorePairs } from "../engine/explore/pairs.ts";
import { play, type Played } from "../engine/play.ts";
import type { RunProperty } from "../engine/properties.ts";
import { verdicts as allVerdicts, type Verdict } from "../diagnostics/run_facts.ts";
import type { Property, Regulation, Scenario } from "../model/model.ts";
import type { Id } from "../model/reference.ts";
import { decidedBy } from "./choices.ts";
import type { ExploredProperty, ExploredVerdict, Shown } from "./explored.ts";
import { checkpointOf } from "./interruptible.ts";
import type { Prepared } from "./prepared.ts";
import { playOptions, type RunOptions } from "./run.ts";
import { headOf, type ComparedExpectation } from "./ways.ts";

export interface ComparedPairs {
  /** Pairs of states in all. */
  readonly states: number;
  readonly verdicts: readonly ExploredVerdict[];
  readonly properties: ReadonlyMap<Property, ExploredProperty>;
  readonly expectations: ReadonlyMap<Expect, ComparedExpectation>;
}

/** So many seeds are tried. */
export const seedsTried = 1_000;

/**
 * `regulations`: those on which a verdict is asked for. `properties`: those that ask for one; others are left out. Undefined where not all
 * pairs of runs can be explored.
 */
export function comparePairs(
  prepared: Prepared,
  scenario: Scenario,
  regulations: readonly Regulation[],
  properties: readonly RunProperty[],
  options: RunOptions & { readonly states: number },
): ComparedPairs | undefined {
  const compiled = prepared.compiled();
  const ready = prepared.compiledScenario(scenario);

  /**
   * What plays a way again. Where the run that is compared draws for itself, choices do not say all: then a seed is found with which
   * it draws what shows the same, or with which another run shows it; where there is none, nothing that can be typed does.
   */
  function shown({ choices, steps }: Way, shows: (played: Played) => boolean): Shown {
    const own = choices.filter(({ kind }) => kind !== "beside").map(({ branch }) => branch);
    if (own.length === choices.length) return { steps, choices: own, seed: undefined };
    for (const decided of [own, []]) {
      for (let seed = 1; seed <= seedsTried; seed += 1) {
        const played = play(compiled, ready, {
          ...playOptions(prepared, { ...options, traced: false }),
          ...decidedBy(decided),
          properties,
          seed,
        });
        if (shows(played)) return { steps, choices: decided, seed };
      }
    }
    return { steps, choices: undefined, seed: undefined };
  }

  const verdictOn = ({ verdicts }: Played, id: Id): Verdict | undefined =>
    verdicts.find(({ regulation }) => regulation.id === id)?.verdict;

  let states = 0;
  const verdicts: ExploredVerdict[] = [];
  const violations = new Map<Property, ExploredProperty>();
  const expectations = new Map<Expect, ComparedExpectation>();
  for (const regulation of regulations) {
    const found = explorePairs(compiled, ready, {
      regulation,
      properties: properties.filter((each) => regulationAskedFor(each) === regulation.id),
      states: options.states - states,
      checkpoint: checkpointOf(options),
    });
    if (found === undefined) return undefined;
    states += found.states;
    const { id, namePlace } = regulation;
    for (const { property, violated, likelihood } of found.properties)
      violations.set(property.property, {
        ...headOf(property),
        by: "pairs",
        violated: violated && shown(violated, (played) => played.properties.some((each) => each.property === property.property)), // prettier-ignore
        likelihood,
        sampled: undefined,
      });
    for (const { step, held, failed, likelihood } of found.expectations) {
      const comes = (holds: boolean, way: Way | undefined): Shown | undefined =>
        way &&
        shown(way, (played) =>
          played.expectations.some((each) => each.step === step && each.holds === holds),
        );
      expectations.set(step, {
        held: comes(true, held),
        failed: comes(false, failed),
        sampled: undefined,
        likelihood,
      });
    }
    if (found.verdicts.length === 0) continue;
    verdicts.push({
      regulation: compiled.layout.nameOf(id),
      place: namePlace,
      occurring: found.verdicts.map(({ verdict, way, likelihood }) => ({
        verdict,
        shown: shown(way, (played) => verdictOn(played, id) === verdict),
        likelihood,
      })),
      always: found.always,
      never: allVerdicts.filter((verdict) => found.verdicts.every((each) => each.verdict !== verdict)),
      by: "pairs",
    });
  }
  return { states, verdicts, properties: violations, expectations };
}
