import type { Place } from "../base/place.ts";
import { quoted } from "../base/words.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import type { TypeMismatchFacts } from "../model/problems.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { textAt } from "./support/edits.ts";
import { after } from "./support/insertion.ts";
import { mismatchWords } from "./support/mismatch_words.ts";
import { notANameFixes } from "./support/outcome_words.ts";
import { spellings } from "./support/misspelling.ts";

export const type_mismatch = defineCheck<TypeMismatchFacts>({
  name: "type_mismatch",
  severity: "error",
  group: "reading",
  summary: "types, units, bounds or values that do not fit each other",
  sources: [],
  words: mismatchWords,
  fixes(facts, context, place): readonly Fix[] {
    const text = textAt(place, context);
    switch (facts.kind) {
      case "unlisted value":
        return spellings(facts.value, facts.near, [place]);
      case "not a name":
        return notANameFixes(facts, context);
      case "empty range":
        return swappedBounds(text, place);
      case "bounds":
        return asPercentage(facts, text, place);
      case "order":
        return facts.found.kind === "enumeration" ? equalInstead(facts.operator, text, place, context) : [];
      case "type":
        return [...compared(facts, text, place), ...asTruth(facts, text, place)];
      default:
        return [];
    }
  },
});

/** `5..1` to `1..5`. */
function swappedBounds(text: string, place: Place): readonly Fix[] {
  const bounds = /^(.*?)(\s*\.\.\s*)(.*)$/su.exec(text);
  const [, low = "", dots = "", high = ""] = bounds ?? [];
  const range = /^(in\s+)?(.*)$/su.exec(low);
  if (bounds === null || range === null) return [];
  const swapped = `${range[1] ?? ""}${high}${dots}${range[2] ?? ""}`;
  return [{ title: `write ${quoted(swapped)}`, certain: true, edits: [{ place, text: swapped }] }];
}

/** A probability of 40 was meant as 40%. */
function asPercentage(
  { value, low, high }: Extract<TypeMismatchFacts, { kind: "bounds" }>,
  text: string,
  place: Place,
): readonly Fix[] {
  if (low !== 0 || high !== 1 || value < 2 || value > 100 || !/^[\d._]+$/u.test(text)) return [];
  return [
    { title: `write ${quoted(`${text}%`)}`, certain: false, edits: [{ place: after(place), text: "%" }] },
  ];
}

/** `mood < angry` to `mood != angry`. */
function equalInstead(operator: string, text: string, place: Place, context: CheckContext): readonly Fix[] {
  const source = context.source(place.file)?.text ?? "";
  const start = source.indexOf(operator, place.end);
  if (start === -1 || source.slice(place.end, start).trim() !== "") return [];
  const sign = operator.endsWith("=") ? "=" : "!=";
  return [
    {
      title: `write ${quoted(`${text} ${sign} …`)}`,
      certain: false,
      edits: [{ place: { ...place, start, end: start + operator.length }, text: sign }],
    },
  ];
}

/** A number where a condition is wanted. */
function compared(
  { use, wanted, found }: Extract<TypeMismatchFacts, { kind: "type" }>,
  text: string,
  place: Place,
): readonly Fix[] {
  const isName = /^[\p{XID_Continue}.]+$/u.test(text);
  if (wanted.kind !== "boolean" || !isName || (use !== "condition" && use !== "operand")) return [];
  const comparison =
    found.kind === "number" ? "> 0" : found.kind === "enumeration" ? `= ${found.values[0] ?? ""}` : undefined;
  if (comparison === undefined) return [];
  return [
    {
      title: `write ${quoted(`${text} ${comparison}`)}`,
      certain: false,
      edits: [{ place: after(place), text: ` ${comparison}` }],
    },
  ];
}

/** `1` and `0` where true or false is wanted as a value. */
function asTruth(
  { use, wanted }: Extract<TypeMismatchFacts, { kind: "type" }>,
  text: string,
  place: Place,
): readonly Fix[] {
  if (wanted.kind !== "boolean" || use === "condition" || use === "operand") return [];
  const truth = text === "1" ? "true" : text === "0" ? "false" : undefined;
  return truth === undefined
    ? []
    : [{ title: `write ${quoted(truth)}`, certain: false, edits: [{ place, text: truth }] }];
}
