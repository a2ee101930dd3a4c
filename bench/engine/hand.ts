/*
 * The same model as a loop over typed arrays, as someone would write it who needs only this one: all systems have one program,
 * and their parameters stand in tables. It does what the language asks: comparisons by tolerance, values in their bounds,
 * messages in the order of channel and emission, and counts what happened.
 */
import { parting, systems, threshold, urgencyAt, weightAt } from "./model.ts";

export interface HandRun {
  /** How many irritations were decided on. */
  readonly events: number;
  readonly thresholds: Float64Array;
  readonly attentions: Float64Array;
  readonly occurred: Float64Array;
}

export function runByHand(messages: number, steps: number): HandRun {
  const thresholds = Float64Array.from({ length: systems }, (_, system) => threshold(system));
  const attentions = new Float64Array(systems).fill(0.5);
  const partings = Float64Array.from({ length: systems }, (_, system) => parting(system));
  const designated = new Int32Array(systems).fill(-1);
  const occurred = new Float64Array(systems);
  const decided = new Float64Array(systems);

  // Channels in the order of the systems that they lead to; near ones are declared before far ones.
  const ranks = Array.from({ length: systems }, (_, to) => [
    { from: (to + systems - 1) % systems, near: 1, to },
    { from: (to + systems - 3) % systems, near: 0, to },
  ]).flat();
  const rankNear = new Int32Array(systems);
  const rankFar = new Int32Array(systems);
  const target = new Int32Array(ranks.length);
  ranks.forEach(({ from, near, to }, rank) => {
    (near === 1 ? rankNear : rankFar)[from] = rank;
    target[rank] = to;
  });

  let sender = new Int32Array(messages);
  let weights = new Float64Array(messages);
  let urgencies = new Float64Array(messages);
  let nextSender = new Int32Array(messages);
  let nextWeights = new Float64Array(messages);
  let nextUrgencies = new Float64Array(messages);
  const channel = new Int32Array(messages);
  const order = new Int32Array(messages);
  const places = new Int32Array(ranks.length + 1);
  for (let message = 0; message < messages; message += 1) {
    sender[message] = message % systems;
    weights[message] = weightAt(message);
    urgencies[message] = urgencyAt(message);
    occurred[message % systems]! += 1;
  }

  let events = 0;
  for (let step = 1; step <= steps; step += 1) {
    places.fill(0);
    for (let message = 0; message < messages; message += 1) {
      const from = sender[message]!;
      const rank = less(partings[from]!, weights[message]!) ? rankNear[from]! : rankFar[from]!;
      channel[message] = rank;
      places[rank + 1]! += 1;
    }
    for (let rank = 0; rank < ranks.length; rank += 1) places[rank + 1]! += places[rank]!;
    for (let message = 0; message < messages; message += 1) order[places[channel[message]!]!++] = message;
    for (let at = 0; at < messages; at += 1) {
      const message = order[at]!;
      const system = target[channel[message]!]!;
      const weight = weights[message]!;
      const urgency = urgencies[message]!;
      const expected = thresholds[system]!;
      const attention = attentions[system]!;
      let nextWeight: number;
      let nextUrgency: number;
      if (less(expected, weight) && !less(urgency, attention)) {
        designated[system] = 0;
        const raised = Math.min(100, expected + (weight - expected) / 4);
        if (raised >= 0 && raised <= 100) thresholds[system] = raised;
        nextWeight = (weight * 7 + 3) % 100;
        nextUrgency = urgency * 0.9 + 0.05;
      } else if (less(20, weight * urgency)) {
        designated[system] = 0;
        const learnt = attention + (urgency - attention) / 8;
        if (learnt >= 0 && learnt <= 1) attentions[system] = learnt;
        nextWeight = (weight + expected) / 2;
        nextUrgency = 1 - urgency;
      } else {
        designated[system] = 1;
        const lowered = Math.max(0, expected - 1);
        if (lowered >= 0 && lowered <= 100) thresholds[system] = lowered;
        const faded = attention * 0.95;
        if (faded >= 0 && faded <= 1) attentions[system] = faded;
        nextWeight = (weight * 5 + 11) % 100;
        nextUrgency = (urgency + 0.37) % 1;
      }
      decided[system]! += 1;
      events += 1;
      if (nextWeight < 0 || nextWeight > 100 || nextUrgency < 0 || nextUrgency > 1) throw new RangeError();
      occurred[system]! += 1;
      nextSender[at] = system;
      nextWeights[at] = nextWeight;
      nextUrgencies[at] = nextUrgency;
    }
    [sender, nextSender] = [nextSender, sender];
    [weights, nextWeights] = [nextWeights, weights];
    [urgencies, nextUrgencies] = [nextUrgencies, urgencies];
  }
  return { events, thresholds, attentions, occurred };
}

/** Numbers as the language compares them. */
function less(a: number, b: number): boolean {
  return b - a > 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}
