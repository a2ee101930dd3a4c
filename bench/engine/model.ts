/*
 * Ten systems in a ring, each with a program of three clauses and two things that it expects, and twenty couplings, each
 * with a condition. Whatever one communicates is taken up by exactly one other, so that a hundred messages stay a hundred.
 */

export const systems = 10;
/** How many are under way. */
export const messages = 100;

/** What is expected at first, and what couplings ask, by number. */
export const threshold = (system: number): number => system * 10;
export const parting = (system: number): number => 30 + system * 4;
export const weightAt = (message: number): number => (message * 37) % 101;
export const urgencyAt = (message: number): number => (message % 11) / 10;

/** The model as it is written, with a scenario of so many messages and steps. */
export function ring(messages: number, steps: number): string {
  const numbers = Array.from({ length: systems }, (_, number) => number);
  const system = (number: number): string => `function system s${number} {
  code accepted${number} / rejected${number}
  sensitive to message(weight: number in 0..100, urgency: number in 0..1)
  operation communication(weight: number in 0..100, urgency: number in 0..1)
  expectation threshold: number in 0..100 = ${threshold(number)}
  expectation attention: number in 0..1 = 0.5
  program selection conditional on message {
    when weight > threshold and urgency >= attention -> accepted${number} {
      threshold := min(100, threshold + (weight - threshold) / 4)
      emit communication(weight: mod(weight * 7 + 3, 100), urgency: urgency * 0.9 + 0.05)
    }
    when weight * urgency > 20 -> accepted${number} {
      attention := attention + (urgency - attention) / 8
      emit communication(weight: (weight + threshold) / 2, urgency: 1 - urgency)
    }
    otherwise -> rejected${number} {
      threshold := max(0, threshold - 1)
      attention := attention * 0.95
      emit communication(weight: mod(weight * 5 + 11, 100), urgency: mod(urgency + 0.37, 1))
    }
  }
}`;
  const coupling = (from: number, name: string, distance: number, condition: string): string => {
    const to = (from + distance) % systems;
    return `coupling ${name}${from} between s${from} and s${to} {
  s${from}.communication -> s${to}.message(weight: weight, urgency: urgency) when ${condition}
}`;
  };
  const emitted = Array.from(
    { length: messages },
    (_, message) =>
      `  s${message % systems} emits communication(weight: ${weightAt(message)}, urgency: ${urgencyAt(message)})`,
  );
  return [
    "model ring",
    ...numbers.map(system),
    ...numbers.map((number) => coupling(number, "near", 1, `weight > ${parting(number)}`)),
    ...numbers.map((number) => coupling(number, "far", 3, `weight <= ${parting(number)}`)),
    `scenario going {\n${emitted.join("\n")}\n  run ${steps} steps\n}\n`,
  ].join("\n");
}
