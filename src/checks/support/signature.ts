import type { NamedParameter } from "../../model/problems.ts";
import { typeText } from "./type_text.ts";

/** What is called, as it is declared: `judgment(cost: number in 0..100)`; of many parameters the first. */
export function signatureOf(name: string, parameters: readonly NamedParameter[], most = 8): string {
  if (parameters.length === 0) return name;
  const list = parameters
    .slice(0, most)
    .map((parameter) => `${parameter.name}: ${typeText(parameter.type) ?? "number"}`);
  return `${name}(${[...list, ...(parameters.length > most ? ["…"] : [])].join(", ")})`;
}
