import type { Place } from "../base/place.ts";
import { quoted } from "../base/words.ts";
import type { Words } from "../diagnostics/diagnostic.ts";
import type { InstantChannelFacts } from "../diagnostics/run_facts.ts";
import { againLines, causeLines, causeNotes, momentText } from "./support/causes.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";
import { textAt } from "./support/edits.ts";
import { rangeOf } from "./support/ranges.ts";

interface WrittenFacts {
  readonly kind: "written";
  readonly coupling: string;
  /** What the channel carries: `law.judgment`. */
  readonly carried: string;
  /** The delay as it is written. */
  readonly delay: string;
  readonly fault: "less than one" | "not whole";
  /** The next whole number of steps, at least one. */
  readonly steps: number;
  readonly stepUnit: string | undefined;
  /** The delay and the word `step` or `steps` after it. */
  readonly written: Place;
}

/** Two numbers that differ by no more than this are equal in the language, near one. */
const tolerance = 1e-9;

export const instant_channel = defineCheck<WrittenFacts | InstantChannelFacts>({
  name: "instant_channel",
  severity: "error",
  group: "couplings",
  summary: "a channel whose delay is less than one step, or not of whole steps",
  alsoInRuns: true,
  sources: ["Luhmann 1997, ch. 1", "Luhmann 1990, Gleichzeitigkeit und Synchronisation"],

  *detect(context) {
    for (const coupling of context.model.couplings) {
      for (const { delay, source } of coupling.channels) {
        const range = delay && rangeOf(delay);
        if (delay === undefined || range?.kind !== "number") continue;
        const nearest = Math.round(range.low);
        const whole =
          range.low !== range.high || Math.abs(range.low - nearest) <= tolerance * Math.max(1, nearest);
        const fault = range.high < 1 - tolerance ? "less than one" : whole ? undefined : "not whole";
        if (fault === undefined) continue;
        const text = context.source(delay.place.file)?.text ?? "";
        const word = /^\s+steps?\b/u.exec(text.slice(delay.place.end))?.[0] ?? "";
        yield {
          place: delay.place,
          facts: {
            kind: "written",
            coupling: called(coupling, delay.place, context),
            carried: `${called({ id: source.owner }, delay.place, context)}.${source.name}`,
            delay: textAt(delay.place, context),
            fault,
            steps: Math.max(1, Math.ceil(Math.min(range.high, 1e6))),
            stepUnit: context.model.stepUnit,
            written: { ...delay.place, end: delay.place.end + word.length },
          },
        };
      }
    }
  },

  words(facts) {
    if (facts.kind === "run") return wordsOnRun(facts);
    const { coupling, carried, delay, fault, steps, stepUnit } = facts;
    const unit = stepUnit === undefined ? "" : ` (here: one ${stepUnit})`;
    return {
      message:
        fault === "not whole"
          ? `\`${coupling}\` carries \`${carried}\` after ${delay} steps, and there is no part of a step`
          : `\`${coupling}\` carries \`${carried}\` in the step in which it occurs`,
      label: fault === "not whole" ? "not a whole number of steps" : "less than one step",
      why: [
        "all systems operate at the same time, and what happens at the same time cannot be influenced: an irritation arrives in a later step",
      ],
      help: [
        fault === "not whole"
          ? `a channel takes whole steps${unit}: \`after ${stepsText(steps)}\``
          : `a channel takes at least one step${unit}: leave \`after\` out, or write \`after ${stepsText(steps)}\``,
      ],
    };
  },

  fixes(facts) {
    if (facts.kind === "run") return [];
    const { fault, steps, written } = facts;
    return [
      {
        title: `write \`${stepsText(steps)}\``,
        // Nothing but one step can be nearest to none; what 1.5 was meant to be is the modeller's to say.
        certain: fault === "less than one",
        edits: [{ place: written, text: stepsText(steps) }],
      },
    ];
  },
});

function wordsOnRun(facts: InstantChannelFacts): Words {
  const { coupling, carried, delay, value, causes } = facts;
  return {
    message: `${momentText(facts)}, ${quoted(coupling)} would carry ${quoted(carried)} after ${value} steps`,
    label: `this comes to ${value}`,
    related: causeNotes(causes, 2),
    why: [
      "a channel takes whole steps, at least one: what comes to less carries nothing this time, and the run goes on",
      ...againLines(facts),
      ...causeLines(causes),
    ],
    help: [`keep it whole and at least 1, as in \`after max(1, round(${delay})) steps\``],
  };
}

function stepsText(steps: number): string {
  return steps === 1 ? "1 step" : `${steps} steps`;
}
