import { listed, quoted } from "../../base/words.ts";

const classes: ReadonlyMap<string, string> = new Map([
  ["Word", "a name"],
  ["PlainName", "a name"],
  ["Number", "a number"],
  ["Text", "a text in quotation marks"],
]);

/** The sets that alternatives of the grammar make, by what tells them from others. */
function summary(expected: ReadonlySet<string>): string | undefined {
  if (expected.has("(") && expected.has("true") && expected.has("Number"))
    return "a value, a name or a condition";
  if (expected.has("number") && expected.has("boolean")) {
    return "a type: `number`, `boolean` or `one of (…)`";
  }
  if (expected.has("Word") && expected.has("true") && expected.size === 3) return "a value of the code";
  if (expected.has("effective"))
    return "a verdict: `effective`, `ineffective`, `backfiring`, `indifferent` or `disintegrating`";
  if (expected.has("step") && expected.has("steps") && expected.size === 2) return "`steps`";
  if (expected.has("time") && expected.has("times") && expected.size === 2) return "`times`";
  return undefined;
}

/** What was expected, in words: spellings in backquotes, kinds of things by name. */
export function expectedWords(expected: readonly string[]): string {
  const all = new Set(expected);
  const known = summary(all);
  if (known !== undefined) return known;
  const words = [...all].map((spelling) => classes.get(spelling) ?? quoted(spelling));
  if (words.length > 6) return `${listed(words.slice(0, 5), "or")} (or one of ${words.length - 5} more)`;
  return listed(words, "or");
}
