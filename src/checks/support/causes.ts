/* What happened in a run, in words. */
import { listed, numberText, quoted } from "../../base/words.ts";
import { unreachable } from "../../base/unreachable.ts";
import type { Related } from "../../diagnostics/diagnostic.ts";
import { choicesText } from "../../diagnostics/run_words.ts";
import type { Cause, Moment, NamedValue, Recurring } from "../../diagnostics/run_facts.ts";

/** `price = 60, limit = 70`; empty if there is nothing to say. */
export function valuesText(values: readonly NamedValue[]): string {
  return listed(values.map(({ name, value }) => quoted(`${name} = ${value}`)));
}

/** `law.judgment(cost: 30)` */
export function callText(name: string, args: readonly NamedValue[]): string {
  return args.length === 0 ? name : `${name}(${args.map((arg) => `${arg.name}: ${arg.value}`).join(", ")})`;
}

/** `in step 3 of decree`, with the seed where it is not the usual one. */
export function momentText({ scenario, step, seed }: Moment): string {
  return `in step ${step} of ${quoted(scenario)}${seed === 1 ? "" : ` (seed ${seed})`}`;
}

/** That the same happened again, if it did. */
export function againLines({ again = 0 }: Moment): readonly string[] {
  return again === 0
    ? []
    : [`the same happens ${numberText(again)} ${again === 1 ? "time" : "times"} more in this run`];
}

const mostShown = 6;

/** The chain of causes as lines, the first cause first; a long one without its middle. */
export function causeLines(causes: readonly Cause[]): readonly string[] {
  if (causes.length === 0) return [];
  const shown =
    causes.length <= mostShown ? causes : [...causes.slice(0, 2), undefined, ...causes.slice(3 - mostShown)];
  const chain = shown.map((cause) => (cause === undefined ? "…" : `step ${cause.step}: ${causeText(cause)}`));
  return [`how it came about: ${chain.join(" → ")}`];
}

function causeText(cause: Cause): string {
  switch (cause.kind) {
    case "operation":
      return callText(cause.operation, cause.args);
    case "act":
      return cause.text;
    case "arrival":
      return `${cause.coupling} brings it to ${cause.owner}`;
    case "irritation":
      return `${callText(cause.sensitivity, cause.args)} by ${cause.coupling}`;
    case "decision":
      return `${cause.system} decides ${cause.value} by ${cause.program}${byChoice(cause)}`;
    case "value":
      return `${cause.name} becomes ${cause.value}`;
    case "blocked":
      return `${callText(cause.operation, cause.args)} does not take place: ${cause.limit ?? cause.by}`;
    default:
      return unreachable(cause);
  }
}

/** By which choice, with what each yielded. */
export function byChoice({ choices = [] }: Extract<Cause, { kind: "decision" }>): string {
  return choices.length === 0 ? "" : ` (${choicesText(choices)})`;
}

/** The places of the last causes, with what happened there. */
export function causeNotes(causes: readonly Cause[], most = 3): readonly Related[] {
  return causes
    .slice(-most)
    .flatMap((cause) =>
      cause.place === undefined
        ? []
        : [{ place: cause.place, message: `step ${cause.step}: ${causeText(cause)}` }],
    );
}

/** What keeps happening, with how often. */
export function recurringText(recurring: readonly Recurring[]): string {
  return listed(
    recurring.slice(0, 3).map(({ name, times }) => `${quoted(name)} (${numberText(times)} times)`),
  );
}

export function recurringNotes(recurring: readonly Recurring[]): readonly Related[] {
  return recurring
    .slice(0, 3)
    .flatMap(({ name, times, place }) =>
      place === undefined ? [] : [{ place, message: `${quoted(name)} happened ${numberText(times)} times` }],
    );
}
