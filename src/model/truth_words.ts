/* What truth and falsehood are called elsewhere: in other languages, of people and of machines. */
import { folded } from "./canon/names.ts";

const words: ReadonlyMap<string, "true" | "false"> = new Map([
  ...["true", "yes", "on", "ja", "wahr", "richtig", "真", "是", "对"].map((word) => [word, "true"] as const),
  ...["false", "no", "off", "nein", "falsch", "假", "否", "不"].map((word) => [word, "false"] as const),
]);

/** `true` for `yes`, `TRUE` or `wahr`; undefined where the name means neither. */
export function truthMeant(name: string): "true" | "false" | undefined {
  return words.get(folded(name));
}
