import type { Place } from "../base/place.ts";
import { listed, quoted } from "../base/words.ts";
import type { Clause, Program, System } from "../model/model.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";
import { decides } from "./support/programs.ts";
import { quotedText } from "./support/edits.ts";
import type { CodeOwner, CodeOwners } from "./support/foreign_codes.ts";
import { codeListedIn, codeOwners, lookedAt } from "./support/foreign_codes.ts";
import { isWrittenIn } from "./support/systems.ts";

interface Facts {
  readonly system: string;
  readonly program: string;
  readonly value: string;
  readonly condition: string;
  readonly conditionText: string;
  readonly owner: string;
  readonly code: string;
  readonly parameters: readonly { readonly name: string; readonly place: Place | undefined }[];
  /** The first things of its own that the system could decide by. */
  readonly own: readonly string[];
}

/** So many expectations are named. */
const mostNamed = 24;

export const code_corruption = defineCheck<Facts>({
  name: "code_corruption",
  severity: "warning",
  group: "programs",
  summary: "a value of a code that is decided by nothing but a value of another system's code",
  sources: ["Roth and Schütz 2015", "Neves 2001"],
  blindToNumbers: true,

  *detect(context) {
    const codes = codeOwners(context);
    for (const system of context.model.systems) {
      if (system.systemKind !== "function system" || !isToldWords(system)) continue;
      for (const program of system.programs) {
        if (!isWrittenIn(system, program)) continue;
        for (const clause of program.clauses) {
          const owner = corrupting(system, program, clause, codes, context);
          if (owner === undefined || clause.when === undefined || clause.value === undefined) continue;
          const names = new Set(
            lookedAt(clause.when)?.flatMap((part) => (part.kind === "parameter" ? [part.name] : [])),
          );
          yield {
            place: clause.when.place,
            facts: {
              system: called(system, clause.when.place, context),
              program: program.name,
              value: clause.value.text,
              condition: quotedText(clause.when.place, context),
              conditionText: quotedText(clause.when.place, context).slice(1, -1),
              owner:
                owner.id === undefined ? owner.name : called({ id: owner.id }, clause.when.place, context),
              code: owner.values.join(" / "),
              parameters: [...names].map((name) => ({
                name,
                place: parameterPlace(system, program, name, context),
              })),
              own: system.expectations.slice(0, mostNamed).map(({ name }) => name),
            },
          };
        }
      }
    }
  },

  words({ system, program, value, condition, conditionText, owner, code, parameters, own }) {
    return {
      message: `${quoted(program)} of ${quoted(system)} designates ${quoted(value)} for no other reason than ${condition}, a decision of ${quoted(owner)}`,
      label: `decided in the code of ${quoted(owner)}`,
      related: parameters.flatMap(({ name, place }) =>
        place === undefined
          ? []
          : [{ place, message: `${quoted(name)} says on which side of ${quoted(code)} it was decided` }],
      ),
      why: [
        "where one system's value settles another's, the second code decides nothing any more: what can be bought, or ordered, is corrupted",
      ],
      help: [
        own.length === 0
          ? `let a criterion of ${quoted(system)} decide: give it an expectation, and ask it beside this, as in ${quoted(`when ${conditionText} and … -> ${value}`)}`
          : `let a criterion of ${quoted(system)} decide beside this, one that reads ${listed(own.map(quoted), "or")}: ${quoted(`when ${conditionText} and … -> ${value}`)}`,
      ],
    };
  },
});

/** Whether any irritation brings more than numbers and truths; where none does, no code's values come in. */
function isToldWords(system: System): boolean {
  return system.sensitivities.some(({ parameters }) =>
    parameters.some(({ type }) => type.kind === "enumeration"),
  );
}

/** The system whose code values are all that the clause's condition looks at. */
function corrupting(
  system: System,
  program: Program,
  clause: Clause,
  codes: CodeOwners,
  context: CheckContext,
): CodeOwner | undefined {
  if (!decides(clause) || clause.when === undefined) return undefined;
  const reads = lookedAt(clause.when);
  const [first] = reads ?? [];
  if (reads === undefined || first === undefined) return undefined;
  const owners = reads.map((part) =>
    part.kind === "parameter" ? codeListedIn(part.type, system, program.triggers, codes, context) : undefined,
  );
  return owners.every((owner) => owner !== undefined && owner.name === owners[0]?.name)
    ? owners[0]
    : undefined;
}

function parameterPlace(
  system: System,
  program: Program,
  name: string,
  { index }: CheckContext,
): Place | undefined {
  for (const trigger of program.triggers) {
    if (trigger.kind !== "sensitivity") continue;
    const parameters = index.sensitivity(system.id, trigger.name)?.parameters ?? [];
    const parameter = parameters.find((each) => each.name === name);
    if (parameter !== undefined) return parameter.place;
  }
  return undefined;
}
