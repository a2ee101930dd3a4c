/* What Dittrich, Kron and Banzhaf (2003) measure: order as the agents have it, and as an observer of all of them sees it. */
import {
  activityProbabilities,
  activityValues,
  certainty,
  createPopulation,
  type Population,
  type Setting,
} from "./agents.ts";

export interface Measured {
  /** O_AV: how certain those who acted were of what they do, on average. */
  readonly certaintyOfActing: number;
  /** How many different signs were chosen in fifty steps, on average. */
  readonly differentSigns: number;
  /** O_P: how certain an observer is of the answer to what is shown, who knows nothing of whom he will meet. */
  readonly order: number;
}

/** Steps in which nothing is measured yet, and steps in which different signs are counted. */
export const settling = 500;
export const windowLength = 50;

/** Lets a population run and measures it; the first steps do not count. */
export function measured(setting: Setting, steps: number): Measured {
  const population = createPopulation(setting);
  let certain = 0;
  let different = 0;
  let windows = 0;
  let chosen = new Set<number>();
  for (let step = 1; step <= steps; step += 1) {
    const decision = population.step();
    if (step <= settling) continue;
    certain += certainty(decision.values);
    chosen.add(decision.chosen);
    if ((step - settling) % windowLength > 0) continue;
    different += chosen.size;
    windows += 1;
    chosen = new Set();
  }
  return {
    certaintyOfActing: certain / (steps - settling),
    differentSigns: different / windows,
    order: orderOf(population),
  };
}

/** O_P = (1/M) Σ_i M_i · certainty of the answers to i, where M_i agents show i. */
export function orderOf({ agents, setting }: Population): number {
  const answers = new Map<number, number>();
  let sum = 0;
  for (const { shown } of agents) {
    const known = answers.get(shown) ?? certainty(answersTo(shown, { agents, setting }));
    answers.set(shown, known);
    sum += known;
  }
  return sum / agents.length;
}

/** How likely each sign is as an answer, if any agent may give it. */
function answersTo(
  received: number,
  { agents, setting }: Pick<Population, "agents" | "setting">,
): Float64Array {
  const mean = new Float64Array(setting.signs);
  for (const agent of agents) {
    const probabilities = activityProbabilities(activityValues(agent, received, setting), setting.sharpness);
    for (const [sign, probability] of probabilities.entries())
      mean[sign] = (mean[sign] ?? 0) + probability / agents.length;
  }
  return mean;
}

/**
 * Activity systems (section 7.6): signs that are answered by each other and by nothing else, if what is no likelier than the threshold is left
 * aside, each of them an answer to one of them; the smallest there are.
 */
export function activitySystems(population: Population, threshold: number): readonly (readonly number[])[] {
  const { signs } = population.setting;
  const all = Array.from({ length: signs }, (_, sign) => sign);
  const answers = all.map((sign) => {
    const probabilities = answersTo(sign, population);
    return all.filter((answer) => (probabilities[answer] ?? 0) > threshold);
  });
  const reached = all.map((sign) => {
    const found = new Set(answers[sign]);
    for (const each of found) for (const next of answers[each] ?? []) found.add(next);
    return found;
  });
  return all.flatMap((sign) => {
    const from = [...(reached[sign] ?? [])].sort((one, other) => one - other);
    // Whatever comes of it leads back to it; each system is told by its first sign.
    const closed = from.length > 0 && from.every((each) => reached[each]?.has(sign));
    return closed && from[0] === sign ? [from] : [];
  });
}
