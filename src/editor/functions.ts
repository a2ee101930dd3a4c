/** What the functions of expressions are given, by their names. */
export const functionParameters: ReadonlyMap<string, readonly string[]> = new Map([
  ["min", ["a", "b", "…"]],
  ["max", ["a", "b", "…"]],
  ["abs", ["x"]],
  ["round", ["x"]],
  ["floor", ["x"]],
  ["ceil", ["x"]],
  ["sqrt", ["x"]],
  ["log", ["x"]],
  ["exp", ["x"]],
  ["mod", ["a", "b"]],
  ["chance", ["probability"]],
  ["uniform", ["from", "to"]],
  ["normal", ["mean", "deviation"]],
  ["count", ["operation"]],
]);
