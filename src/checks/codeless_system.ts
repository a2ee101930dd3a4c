import type { Place } from "../base/place.ts";
import { listed, quoted } from "../base/words.ts";
import { canonicalCodes } from "../model/canon/systems.ts";
import type { CanonicalSystem } from "../model/canon/systems.ts";
import type { Edit } from "../diagnostics/diagnostic.ts";
import type { System } from "../model/model.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { calledWith, canonicalOf } from "./support/canon.ts";
import { counterValue, valuesOpenTo } from "./support/codes.ts";
import { memberAdded } from "./support/edits.ts";
import { allClauses, decides } from "./support/programs.ts";
import { whereWritten } from "./support/systems.ts";
import { called } from "./support/names.ts";

interface Facts {
  readonly system: string;
  readonly canonical: CanonicalSystem | undefined;
  readonly isFunctionSystem: boolean;
  /** The first of its programs. */
  readonly program: string | undefined;
  /** A code that would fit: the canonical one, or what its programs designate. */
  readonly proposal: string | undefined;
  readonly fromCanon: boolean;
  /** The programs of an organisation designate only values of the systems it is within. */
  readonly isMembership: boolean;
  /** Of these systems those whose values they are. */
  readonly homes: readonly string[];
  readonly edit: Edit | undefined;
}

export const codeless_system = defineCheck<Facts>({
  name: "codeless_system",
  severity: "error",
  group: "codes",
  summary: "a function system, or a system with programs, without a code",
  sources: ["Luhmann 1986, ch. 7", "Luhmann 1997, ch. 4"],
  fromAbsence: "members",

  *detect(context) {
    for (const system of context.model.systems) {
      const isFunctionSystem = system.systemKind === "function system";
      const [program] = system.programs;
      if (system.codes.length > 0 || !(isFunctionSystem || program)) continue;
      const canonical = canonicalOf(system, context);
      const own = designatedAlone(system, context);
      const fromCanon = canonical !== undefined && own.length === 0 ? canonicalCodes[canonical] : undefined;
      const isMembership = own.length === 0 && program !== undefined && system.systemKind === "organization";
      const [first, second = first && counterValue(first, system, context).value] =
        fromCanon ?? (isMembership ? membership : own);
      const proposal = first === undefined ? undefined : `${first} / ${second}`;
      const place = whereWritten(system, context);
      yield {
        place,
        facts: {
          system: called(system, place, context),
          canonical,
          isFunctionSystem,
          program: program?.name,
          proposal,
          fromCanon: fromCanon !== undefined,
          isMembership,
          homes: isMembership ? homesDesignated(system, place, context) : [],
          edit: proposal === undefined ? undefined : memberAdded(system, [`code ${proposal}`], context),
        },
      };
    }
  },

  words({ system, canonical, isFunctionSystem, program, proposal, fromCanon, isMembership, homes }) {
    return {
      message: isFunctionSystem
        ? `the function system ${calledWith(system, canonical)} has no code`
        : homes.length > 0
          ? `${quoted(system)} designates values of ${listed(homes.map(quoted))}, but has no code of its own`
          : `${quoted(system)} has the program ${quoted(program ?? "")}, but no code whose values it could designate`,
      label: "no `code` here",
      why: [
        isFunctionSystem
          ? "a function system knows its own operations by its code; without one nothing tells what belongs to it"
          : homes.length > 0
            ? "an organization may decide by the code of a system it is within; what it is itself, it decides by a distinction of its own: who belongs to it"
            : "programs decide which value of a code is designated; without a code they have nothing to decide",
      ],
      help: [
        proposal === undefined
          ? "add the distinction through which it observes, the value that its operations connect to first: `code … / …`"
          : fromCanon
            ? `add the code that the canon gives ${quoted(canonical ?? system)}: ${quoted(`code ${proposal}`)}`
            : isMembership
              ? `add what it decides for itself, at least who belongs to it: ${quoted(`code ${proposal}`)}`
              : `add the distinction that its programs make, as in ${quoted(`code ${proposal}`)}`,
      ],
    };
  },

  fixes({ fromCanon, proposal, edit }) {
    if (edit === undefined || proposal === undefined) return [];
    return [{ title: `add ${quoted(`code ${proposal}`)}`, certain: fromCanon, edits: [edit] }];
  },
});

/** The systems that an organisation is within of whose codes its programs designate values. */
function homesDesignated(system: System, place: Place, context: CheckContext): readonly string[] {
  const designated = new Set(allClauses(system).map(({ clause }) => clause.value?.text));
  return context.shared
    .homesOf(system)
    .filter(({ codes }) => codes.some(({ values }) => values.some(({ name }) => designated.has(name))))
    .map((home) => called(home, place, context));
}

/** The values that the programs designate and that are nobody else's, unless they are more than two. */
function designatedAlone(system: System, context: CheckContext): readonly string[] {
  const open = valuesOpenTo(system, context);
  const values = new Set<string>();
  for (const { clause } of allClauses(system)) {
    const value = clause.value?.text;
    if (value === undefined || !decides(clause)) continue;
    if (!open.has(value)) values.add(value);
  }
  return values.size > 2 ? [] : [...values];
}

/** An organisation decides at least on who belongs to it (Luhmann 2000, *Organisation und Entscheidung*). */
const membership = ["member", "non_member"];
