/*
 * Numbers as the language compares them: two are equal if they differ by no more than a thousand-millionth of the largest
 * of 1 and their magnitudes, and greater or less only beyond that (LANGUAGE.md, "Values"). `equalNumbers` of the model says
 * the same; these are the forms that a run uses most.
 */
const tolerance = 1e-9;

function slack(a: number, b: number): number {
  const first = a < 0 ? -a : a;
  const second = b < 0 ? -b : b;
  const larger = first > second ? first : second;
  return larger > 1 ? tolerance * larger : tolerance;
}

export function equal(a: number, b: number): boolean {
  if (a === b) return true;
  const apart = a - b;
  return (apart < 0 ? -apart : apart) <= slack(a, b);
}

export function less(a: number, b: number): boolean {
  return b - a > slack(a, b);
}

export function lessOrEqual(a: number, b: number): boolean {
  return a - b <= slack(a, b);
}
