/** Facts larger than this hold parts of the model rather than the finding, and are no use to a reader of a report. */
const mostValues = 500;
const deepest = 8;

/**
 * A value if it is plain JSON data (`null`, booleans, finite numbers, strings, lists and plain objects of these) and
 * small; members that are `undefined` are left out. `undefined` if it is anything else.
 */
export function plainJson(value: unknown): unknown {
  let values = 0;
  const isPlain = (item: unknown, depth: number): boolean => {
    values += 1;
    if (values > mostValues || depth > deepest) return false;
    if (item === null || typeof item === "string" || typeof item === "boolean") return true;
    if (typeof item === "number") return Number.isFinite(item);
    if (typeof item !== "object") return false;
    if (Array.isArray(item)) return item.every((member) => isPlain(member, depth + 1));
    if (Object.getPrototypeOf(item) !== Object.prototype || "toJSON" in item) return false;
    return Object.values(item).every((member) => member === undefined || isPlain(member, depth + 1));
  };
  return isPlain(value, 0) ? value : undefined;
}
