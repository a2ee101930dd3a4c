import type { Place } from "../base/place.ts";
import { quoted } from "../base/words.ts";
import type { System } from "../model/model.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";
import { primaryCode, valuesOpenTo } from "./support/codes.ts";
import { allClauses, undecided } from "./support/programs.ts";
import { isCanonicalFile, isWrittenIn } from "./support/systems.ts";

interface Facts {
  readonly system: string;
  /** The value that clauses designate, and the one that none does. */
  readonly only: string;
  readonly never: string;
  /** The value that none designates is the one that operations connect to. */
  readonly isDesignationValue: boolean;
  /** How many clauses designate `only`, and where the first does. */
  readonly count: number;
  readonly first: Place;
  /** The finding stands at the clause, since the code stands in the canon. */
  readonly atClause: boolean;
}

export const one_sided_programs = defineCheck<Facts>({
  name: "one_sided_programs",
  severity: "warning",
  group: "programs",
  summary: "one value of the code that no clause designates",
  sources: ["Luhmann 1986, ch. 7", "Baraldi, Corsi and Esposito 1997, s.v. Code"],
  fromAbsence: true,
  perDeclaration: true,

  *detect(context) {
    for (const system of context.model.systems) {
      const code = primaryCode(system);
      const [positive, negative, ...more] = code?.values ?? [];
      if (code === undefined || positive === undefined || negative === undefined || more.length > 0) continue;
      // A clause whose value is nobody's, which is reported, may have been meant for the other side.
      if (!system.programs.some((program) => isWrittenIn(system, program)) || hasMisplaced(system, context))
        continue;
      const clauses = allClauses(system);
      const positives = clauses.filter(({ clause }) => clause.value?.text === positive.name);
      const negatives = clauses.filter(({ clause }) => clause.value?.text === negative.name);
      if (positives.length > 0 === negatives.length > 0) continue;
      const isDesignationValue = positives.length === 0;
      const [never, only, deciding] = isDesignationValue
        ? [positive, negative, negatives]
        : [negative, positive, positives];
      const first = deciding[0]?.clause.value?.place;
      if (first === undefined) continue;
      const atClause = isCanonicalFile(code.place.file, context) || !isWrittenIn(system, code);
      const place = atClause ? first : never.place;
      yield {
        place,
        facts: {
          system: called(system, place, context),
          only: only.name,
          never: never.name,
          isDesignationValue,
          count: deciding.length,
          first,
          atClause,
        },
      };
    }
  },

  words({ system, only, never, isDesignationValue, count, first, atClause }) {
    const all =
      count === 1
        ? `the only clause that decides designates ${quoted(only)}`
        : `${count === 2 ? "both clauses" : `all ${count} clauses`} that decide designate ${quoted(only)}`;
    return {
      message: `no clause of ${quoted(system)} designates ${quoted(never)}`,
      label: atClause ? all : "never designated",
      related: atClause ? [] : [{ place: first, message: all }],
      why: [
        isDesignationValue
          ? "operations connect to the designation value; a system that never reaches it has nothing to go on from"
          : "the other side of the code is where a system sees that things could be otherwise; if it is never reached, the code decides nothing",
      ],
      help: [`add the clause under which ${quoted(never)} applies: \`when … -> ${never}\``],
    };
  },
});

function hasMisplaced(system: System, context: CheckContext): boolean {
  const open = valuesOpenTo(system, context);
  return allClauses(system).some(
    ({ clause: { value } }) => value === undefined || (value.text !== undecided && !open.has(value.text)),
  );
}
