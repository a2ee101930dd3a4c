import { quoted } from "../base/words.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import { constantOf } from "../model/fit.ts";
import type { Regulation } from "../model/model.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { linesBeforeBrace } from "./support/edits.ts";
import { namesIn } from "./support/names.ts";

interface Facts {
  readonly regulation: string;
  readonly target: string | undefined;
  /** What could be aimed at: `economy.price < 60`. */
  readonly example: string | undefined;
  readonly fix: Fix | undefined;
}

export const missing_aim = defineCheck<Facts>({
  name: "missing_aim",
  severity: "error",
  group: "regulation",
  summary: "a regulation that does not say what it aims at",
  fromAbsence: true,
  sources: ["Luhmann 1988, Die Wirtschaft der Gesellschaft, ch. 10"],

  *detect(context) {
    for (const regulation of context.model.regulations) {
      if (regulation.aim !== undefined || /\baim\b/u.test(bodyText(regulation, context))) continue;
      yield { place: regulation.namePlace, facts: factsOf(regulation, context) };
    }
  },

  words: ({ regulation, target, example }) => ({
    message: `${quoted(regulation)} does not say what it aims at`,
    label: "no `aim`",
    why: [
      "to steer is to want a difference to become smaller: without an aim there is none, and no run can be called effective or backfiring",
    ],
    help: [
      `say what should be so of ${target === undefined ? "whom it regulates" : quoted(target)}: ${quoted(`aim ${example ?? "economy.price <= 55"}`)}`,
    ],
  }),

  fixes: ({ fix }) => (fix === undefined ? [] : [fix]),
});

function bodyText({ place, namePlace }: Regulation, context: CheckContext): string {
  return context.source(place.file)?.text.slice(namePlace.end, place.end) ?? "";
}

/** A number that the target expects or has, to be less than it is at the start: somebody may know better. */
function factsOf(regulation: Regulation, context: CheckContext): Facts {
  const { index } = context;
  const { of, place, name } = regulation;
  const names = namesIn(place.file, context);
  const numbers = of === undefined ? [] : numbersOf(of.id);
  const first = numbers[0];
  const initial = first === undefined ? undefined : constantOf(first.initial);
  const example =
    of === undefined || first === undefined || initial === undefined
      ? undefined
      : `${names(of.id)}.${first.name} < ${initial}`;
  const edit = example === undefined ? undefined : linesBeforeBrace(place, [`aim ${example}`], context);
  return {
    regulation: name,
    target: of && names(of.id),
    example,
    fix: edit && { title: `aim at ${quoted(example ?? "")}`, certain: false, edits: [edit] },
  };

  function numbersOf(id: string) {
    const parts = index.system(id)?.expectations ?? index.environment(id)?.quantities ?? [];
    return parts.filter(({ type }) => type.kind === "number");
  }
}
