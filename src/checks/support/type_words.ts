import { listed } from "../../base/words.ts";
import type { Type } from "../../model/expression.ts";
import { typeText } from "./type_text.ts";
import { withArticle } from "./things.ts";

/** So many values are named. */
const mostValues = 8;

/** A type as people say it: `a number in 0..1000 "CNY"`, `true or false`, `one of ill, healthy`. */
export function typeWords(type: Type): string {
  switch (type.kind) {
    case "number":
      return withArticle(typeText(type) ?? "number");
    case "boolean":
      return "true or false";
    case "enumeration":
      return `one of ${valueWords(type.values)}`;
    case "text":
      return "a text";
    case "unknown":
      return "something that is not known";
  }
}

/** `calm, angry`; of many values the first few. */
export function valueWords(values: readonly string[]): string {
  if (values.length <= mostValues) return values.join(", ");
  return `${values.slice(0, mostValues).join(", ")} … (${values.length} in all)`;
}

/** `a single value`, in a sentence: `ill or healthy`. */
export function anyValue(values: readonly string[]): string {
  return values.length <= mostValues ? listed(values, "or") : `one of ${valueWords(values)}`;
}
