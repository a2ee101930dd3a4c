/* A scenario played, with its story by steps: the page goes forth and back in it without playing it again. */
import type { Place } from "../base/place.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { shownSlot } from "../engine/inquiry/shown.ts";
import type { Inquiry } from "../engine/inquiry/inquiry.ts";
import {
  prepare,
  run,
  storyOf,
  UnknownScenario,
  type CheckResult,
  type ReadBibliography,
  type RunResult,
} from "../index.ts";
import { inquiryInto } from "../runs/why.ts";
import { sideText } from "../views/outcome_text.ts";
import type { PictureOptions } from "../views/pictures/run/frame.ts";
import { lanesOverTime } from "../views/pictures/run/lanes.ts";
import { drawSequence } from "../views/pictures/run/sequence.ts";
import { seriesOverTime } from "../views/pictures/run/series.ts";
import { checkedWork } from "./checked_work.ts";
import { pictureOf, timedPictureOf, type Picture } from "./picture.ts";
import type { Depiction, Found, QuestionOf, Run, ValueShown, VerdictShown } from "./protocol.ts";

/** A run is broken off at the same place on every machine; what comes before can be read all the same. */
export const budget = { steps: 2_000, events: 100_000, entries: 200_000 } as const;

export function play(
  { work, scenario, seed, noise }: QuestionOf<"play">,
  readBibliography: ReadBibliography | undefined,
): Run {
  const prepared = prepare(checkedWork(work, readBibliography));
  const [error] = prepared.errors;
  if (error !== undefined)
    return { kind: "refused", reason: `a model with errors does not run: ${error.message}` };
  try {
    return played(run(prepared, { scenario, seed, budget }), noise);
  } catch (refusal) {
    if (refusal instanceof UnknownScenario || refusal instanceof RangeError)
      return { kind: "refused", reason: refusal.message };
    throw refusal;
  }
}

const ways: Readonly<Record<Depiction, (result: RunResult, options: PictureOptions) => Picture>> = {
  sequence: (result, options) => pictureOf(drawSequence(result, options)),
  lanes: (result, options) => timedPictureOf(lanesOverTime(result, options)),
  series: (result, options) => timedPictureOf(seriesOverTime(result, options)),
};

/** A picture of a run that has been played: the same seed gives the same run. */
export function depict(
  { work, scenario, seed, as, width }: QuestionOf<"depict">,
  readBibliography: ReadBibliography | undefined,
): Picture {
  const prepared = prepare(checkedWork(work, readBibliography));
  return ways[as](run(prepared, { scenario, seed, budget }), { width });
}

function played(result: RunResult, noise: boolean): Run {
  const { scenario, label, seed, steps, broken, expectations, verdicts, diagnostics, prepared } = result;
  const inquiry = inquiryInto(result);
  return {
    kind: "played",
    scenario,
    label,
    seed,
    steps,
    broken,
    parts: storyOf(inquiry, steps, { noise, fold: false }),
    outcomes: expectations.map((one) => ({
      text: one.text,
      step: one.step,
      holds: one.holds,
      because: becauseOf(prepared.checked.met, one.place),
    })),
    verdicts: verdicts.map(({ regulation, verdict, aim, withIt, without }): VerdictShown => ({
      regulation,
      verdict,
      aim,
      withIt: withIt && sideText(withIt),
      without: without && sideText(without),
    })),
    values: valuesOf(result, inquiry),
    // What is found of the model itself the editor shows already.
    found: diagnostics.map(foundIn),
  };
}

/** A violation that is expected is no finding of the model, and the reader wants to know all the same why it is one. */
function becauseOf(met: CheckResult["met"], { file, start }: Place): readonly string[] {
  const [, found = []] = [...met].find(([{ place }]) => place.file === file && place.start === start) ?? [];
  return found.flatMap(({ message, why = [] }) => [message, ...why]);
}

function valuesOf(result: RunResult, inquiry: Inquiry): readonly ValueShown[] {
  const { initial, entries } = result.trace();
  const { layout } = result.played.course.compiled;
  const names = new Map(layout.slots.map(({ owner, name, called }) => [`${owner}\n${name}`, called]));
  const nameOf = (owner: string, name: string): string => names.get(`${owner}\n${name}`) ?? name;
  return [
    ...initial.map(({ owner, name, value }) => ({
      name: nameOf(owner, name),
      step: 0,
      value: shownSlot(inquiry, owner, name, value),
    })),
    ...entries.flatMap((entry): ValueShown[] =>
      entry.kind === "value"
        ? [
            {
              name: nameOf(entry.owner, entry.name),
              step: entry.step,
              value: shownSlot(inquiry, entry.owner, entry.name, entry.to),
            },
          ]
        : [],
    ),
  ];
}

function foundIn({ check: name, severity, place, message, why = [], help = [] }: Diagnostic): Found {
  return {
    check: name,
    severity,
    file: place.file,
    from: place.start,
    to: place.end,
    message,
    why,
    help,
    related: [],
    offers: [],
  };
}
