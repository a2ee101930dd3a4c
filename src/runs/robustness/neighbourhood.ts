/* All unsourced numbers varied together: a Latin hypercube around the values that the model says. */
import { createStreams, placeKeys, rootOf } from "../../engine/streams.ts";
import type { LooseNumber } from "./loose_numbers.ts";

/**
 * So many points around the values, in which each number takes each of as many equal parts of its range once. A number stays
 * within its bounds. The same for the same numbers, points and spread.
 */
export function pointsAround(
  numbers: readonly LooseNumber[],
  points: number,
  spread: number,
): readonly ReadonlyMap<LooseNumber, number>[] {
  const streams = createStreams(placeKeys(numbers.map((_, order) => `neighbourhood/${order}`)), rootOf(1));
  const columns = numbers.map((number, order) => {
    const draw = (): number => streams.draw(order, 0);
    const parts = shuffled(points, draw);
    return parts.map((part) =>
      within(number, number.value * (1 + spread * ((2 * (part + draw())) / points - 1))),
    );
  });
  return Array.from(
    { length: points },
    (_, point) => new Map(numbers.map((number, order) => [number, columns[order]?.[point] ?? number.value])),
  );
}

export function within(
  { low = -Infinity, high = Infinity }: Pick<LooseNumber, "low" | "high">,
  value: number,
): number {
  return Math.min(high, Math.max(low, value));
}

/** The numbers from 0 on in the order that is drawn (Fisher and Yates). */
function shuffled(count: number, draw: () => number): readonly number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(draw() * (last + 1));
    const [a = 0, b = 0] = [order[last], order[other]];
    order[last] = b;
    order[other] = a;
  }
  return order;
}
