/* Words on how programs decided, for messages as for stories and answers: in these nothing is quoted (`plain`). */
import { listed } from "../base/words.ts";
import type { LeadingClause, NamedValue, Stopped, WeighedChoice } from "./run_facts.ts";

type Quoted = (text: string) => string;

/** `act yields 7, wait 1.5, protest not open`; of a choice of which it cannot be told what it yielded, its name. */
export function choicesText(choices: readonly WeighedChoice[], quoted: Quoted = plain): string {
  return choices
    .map(({ name, yields }, index) => {
      if (yields === undefined) return index === 0 ? quoted(name) : `${quoted(name)} not open`;
      return index === 0 ? `${quoted(name)} yields ${yields}` : `${quoted(name)} ${yields}`;
    })
    .join(", ");
}

function plain(text: string): string {
  return text;
}

/** What is said of the clauses that would have led on: `; what leads on stands under a > 1 or b > 2`, with what they read. */
export function insteadText(
  {
    leading = [],
    choices = [],
    wanted,
    idle = false,
  }: Pick<Stopped, "leading" | "choices" | "wanted" | "idle">,
  readText: (values: readonly NamedValue[]) => string,
  quoted: Quoted = plain,
): string {
  if (idle) return ", which changed nothing";
  if (leading.length === 0)
    return wanted === undefined
      ? ", which leads no further"
      : `, and no clause of it designates ${quoted(wanted)}`;
  const rules = leading.filter(({ choice }) => choice === undefined);
  const conditions = listed(
    rules.map(({ condition = "", held = false }) =>
      held ? `${quoted(condition)} (which held too, after the one that decided)` : quoted(condition),
    ),
    "or",
  );
  const read = new Map(rules.flatMap(({ values }) => values.map((value) => [value.name, value])));
  return `; what leads on ${listed(
    [
      ...(rules.length === 0 ? [] : [`stands under ${conditions}${readText([...read.values()])}`]),
      ...leading.flatMap((clause) => choiceLeading(clause, choices, readText, quoted) ?? []),
    ],
    "or",
  )}`;
}

function choiceLeading(
  { choice, condition, held, values }: LeadingClause,
  told: readonly WeighedChoice[],
  readText: (values: readonly NamedValue[]) => string,
  quoted: Quoted,
): string | undefined {
  if (choice === undefined) return undefined;
  const named = `is the choice ${quoted(choice.name)}`;
  if (held === false && condition !== undefined)
    return `${named}, which is open only when ${quoted(condition)}${readText(values)}`;
  const isTold = told.some(({ name, yields }) => name === choice.name && yields !== undefined);
  return isTold || choice.yields === undefined ? named : `${named}, which yields ${choice.yields}`;
}
