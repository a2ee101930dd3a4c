import type { NamedParameter } from "../../model/problems.ts";
import { typeText } from "./type_text.ts";

/** What is called, as it is declared: `judgment(cost: number in 0..100)`. */
export function signatureOf(name: string, parameters: readonly NamedParameter[]): string {
  if (parameters.length === 0) return name;
  const list = parameters.map((parameter) => `${parameter.name}: ${typeText(parameter.type) ?? "number"}`);
  return `${name}(${list.join(", ")})`;
}
