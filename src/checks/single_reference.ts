import type { System } from "../model/model.ts";
import type { Id } from "../model/reference.ts";
import { listed, quoted } from "../base/words.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";

interface Facts {
  readonly organization: string;
  readonly functionSystem: string;
  /** Other function systems of the model. */
  readonly others: readonly string[];
}

export const single_reference = defineCheck<Facts>({
  name: "single_reference",
  severity: "hint",
  group: "organizations",
  summary: "an organization that only ever serves one function system",
  fromAbsence: true,
  sources: ["Luhmann 2000, Organisation und Entscheidung", "Andersen 2001"],
  blindToNumbers: true,

  *detect(context) {
    const { model } = context;
    const functionSystems = model.systems.filter((each) => each.systemKind === "function system").slice(0, 4);
    for (const system of model.systems) {
      if (system.systemKind !== "organization" || system.citations.length > 0) continue;
      const [home] = functionSystemsIn(
        system.within.map((ref) => ref.id),
        context,
      );
      const served = servedBy(system, context);
      if (home === undefined || served.size !== 1) continue;
      const ref = system.within.find((each) => each.id === home.id);
      const place = ref?.place ?? system.namePlace;
      yield {
        place,
        facts: {
          organization: called(system, place, context),
          functionSystem: called(home, place, context),
          others: functionSystems
            .filter((each) => each.id !== home.id)
            .map((each) => called(each, place, context)),
        },
      };
    }
  },

  words({ organization, functionSystem, others }) {
    return {
      message: `\`${organization}\` only ever takes part in \`${functionSystem}\``,
      label: "the only function system that it serves",
      why: [
        "organizations are where several function systems meet: a hospital treats, pays, is sued and teaches, whatever it is there for in the first place",
      ],
      help: [
        others.length === 0
          ? `name the others it takes part in, such as \`within ${functionSystem}, ${functionSystem === "law" ? "economy" : "law"}\`, or couple it with them`
          : `if it takes part in ${listed(others.slice(0, 3).map(quoted), "or")} too, write so: \`within ${functionSystem}, ${others[0] ?? ""}\``,
      ],
    };
  },
});

/** The function systems that an organization is within, performs for, or is coupled with. */
function servedBy(system: System, context: CheckContext): ReadonlySet<Id> {
  const ids = [
    ...system.within.map((ref) => ref.id),
    ...system.performances.flatMap((each) => each.receivers.map((ref) => ref.id)),
    ...context.index
      .couplingsOf(system.id)
      .flatMap(({ left, right }) => [left, right].flatMap((side) => side?.id ?? [])),
  ];
  return new Set(functionSystemsIn(ids, context).map((each) => each.id));
}

function functionSystemsIn(ids: readonly Id[], { index }: CheckContext): readonly System[] {
  return ids.flatMap((id) => {
    const system = index.system(id);
    return system?.systemKind === "function system" ? [system] : [];
  });
}
