/*
 * The model of Dittrich, Kron and Banzhaf (2003) for any number of agents and of signs: what dyad.sys says of two and two.
 * Random numbers and logarithms are those of the engine of Niklas: every place that draws has a stream of its own, and the
 * same setting with the same seed gives the same numbers on every machine.
 */
import { createStreams, ln, placeKeys, power, rootOf, type Streams } from "niklas";

export interface Setting {
  /** M, at least two. */
  readonly agents: number;
  /** N, at least two. */
  readonly signs: number;
  /** Who acts: two in turns, or two who meet by lot in each step. */
  readonly meeting: "in turns" | "by lot";
  /** Whose reactions tell what is expected of oneself: one's own so far, or those of others to one's own signs. */
  readonly expectedBy: "own memory" | "memory of others";
  /** How many of the rest watch and learn, in each step. */
  readonly observers: number;
  /** α, the weight of certainty against expected expectation. */
  readonly needForCertainty: number;
  /** γ */
  readonly sharpness: number;
  /** r_learn */
  readonly learning: number;
  /** r_forget */
  readonly forgetting: number;
  /** c_f */
  readonly whim: number;
  readonly seed: number;
}

/** A row for each sign received, a column for each sign that answered it; a row adds up to one. */
export type Memory = readonly Float64Array[];

export interface Agent {
  /** What it showed last, from 0. */
  readonly shown: number;
  /** How it answered itself. */
  readonly own: Memory;
  /** How others answered it. */
  readonly others: Memory;
}

export interface Decision {
  /** The numbers of the two; `ego` decides. */
  readonly ego: number;
  readonly alter: number;
  readonly received: number;
  /** AV and AP of each sign. */
  readonly values: Float64Array;
  readonly probabilities: Float64Array;
  readonly chosen: number;
}

/** Chooses a sign by its probability; the usual one asks the stream. */
export type Chooser = (probabilities: Float64Array, step: number) => number;

export interface Population {
  readonly setting: Setting;
  readonly agents: readonly Agent[];
  /** Lets one of them decide. */
  readonly step: () => Decision;
}

/** How certain a distribution is: 0 if everything is as likely, 1 if one thing alone is (1 + Σ p log_N p). */
export function certainty(distribution: Float64Array): number {
  let sum = 0;
  for (const probability of distribution) if (probability > 0) sum += probability * ln(probability);
  return 1 + sum / ln(distribution.length);
}

/** AV: what an agent holds of each sign as an answer to the one received. */
export function activityValues(agent: Agent, received: number, setting: Setting): Float64Array {
  const { signs, expectedBy, needForCertainty, whim } = setting;
  const expected = (expectedBy === "own memory" ? agent.own : agent.others)[received];
  const weights = new Float64Array(signs);
  for (let sign = 0; sign < signs; sign += 1) {
    const reactions = agent.others[sign];
    const certain = needForCertainty > 0 && reactions !== undefined ? certainty(reactions) : 0;
    weights[sign] =
      (1 - needForCertainty) * (expected?.[sign] ?? 0) + needForCertainty * certain + whim / signs;
  }
  return normalized(weights);
}

/** AP: how likely each is to be chosen. */
export function activityProbabilities(values: Float64Array, sharpness: number): Float64Array {
  return normalized(values.map((value) => power(value, sharpness)));
}

function normalized(weights: Float64Array): Float64Array {
  const sum = weights.reduce((so_far, weight) => so_far + weight, 0);
  return weights.map((weight) => weight / sum);
}

interface Learner {
  shown: number;
  readonly own: readonly Float64Array[];
  readonly others: readonly Float64Array[];
}

/** Agents who know nothing; `shown` says what they show at first, otherwise it is drawn. */
export function createPopulation(setting: Setting, shown?: readonly number[], choose?: Chooser): Population {
  if (setting.agents < 2 || setting.signs < 2) throw new RangeError("it takes two agents and two signs");
  const places = createStreams(placeKeys(Object.keys(placeOf)), rootOf(setting.seed));
  const choosing: Chooser =
    choose ?? ((probabilities, step) => drawnBy(probabilities, places.draw(placeOf.choice, step)));
  const agents = Array.from({ length: setting.agents }, (_, number): Learner => {
    const drawn = Math.floor(places.draw(placeOf.beginning, 0) * setting.signs);
    return { shown: shown?.[number] ?? drawn, own: ignorance(setting), others: ignorance(setting) };
  });
  let step = 0;

  function agentNumbered(number: number): Learner {
    const agent = agents[number];
    if (agent === undefined) throw new RangeError(`there is no agent ${number}`);
    return agent;
  }

  return {
    setting,
    agents,
    step() {
      step += 1;
      const [first = 0, second = 1, ...watching] =
        setting.meeting === "in turns"
          ? [(step + 1) % 2, step % 2]
          : someOf(agents.length, 2 + setting.observers, places, step);
      const ego = agentNumbered(first);
      const alter = agentNumbered(second);
      const received = alter.shown;
      const values = activityValues(ego, received, setting);
      const probabilities = activityProbabilities(values, setting.sharpness);
      const chosen = choosing(probabilities, step);
      ego.shown = chosen;
      memorize(ego.own, received, chosen, setting);
      memorize(alter.others, received, chosen, setting);
      for (const number of watching) memorize(agentNumbered(number).others, received, chosen, setting);
      return { ego: first, alter: second, received, values, probabilities, chosen };
    },
  };
}

const placeOf = { beginning: 0, meeting: 1, choice: 2 } as const;

function ignorance({ signs }: Setting): readonly Float64Array[] {
  return Array.from({ length: signs }, () => new Float64Array(signs).fill(1 / signs));
}

function memorize(memory: Memory, received: number, answer: number, setting: Setting): void {
  const { signs, learning, forgetting } = setting;
  memory.forEach((row, sign) => {
    const learnt = sign === received ? learning : 0;
    for (let column = 0; column < signs; column += 1) {
      const more = column === answer ? learnt : 0;
      row[column] = ((row[column] ?? 0) + more + forgetting / signs) / (1 + learnt + forgetting);
    }
  });
}

function drawnBy(probabilities: Float64Array, draw: number): number {
  let below = 0;
  for (const [sign, probability] of probabilities.entries()) {
    below += probability;
    if (draw < below) return sign;
  }
  return probabilities.length - 1;
}

/** Different numbers below `all`, drawn without putting back. */
function someOf(all: number, many: number, places: Streams, step: number): readonly number[] {
  const left = Array.from({ length: all }, (_, number) => number);
  const drawn: number[] = [];
  while (drawn.length < many && left.length > 0) {
    const at = Math.floor(places.draw(placeOf.meeting, step) * left.length);
    drawn.push(...left.splice(at, 1));
  }
  return drawn;
}
