import { listed, quoted } from "../base/words.ts";
import type { Place } from "../base/place.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";

interface Facts {
  readonly population: string;
  readonly organization: string;
  readonly organizationPlace: Place;
  readonly roles: readonly string[];
  /** The function systems that the organisation is within: people could be included in them directly. */
  readonly functionSystems: readonly string[];
}

export const total_inclusion = defineCheck<Facts>({
  name: "total_inclusion",
  severity: "warning",
  group: "organizations",
  summary: "a population that a single organization includes altogether",
  fromAbsence: true,
  sources: ["Luhmann 1997, ch. 4", "Stichweh 2005"],

  *detect(context) {
    const { model, index } = context;
    // In segments, ranks, or centre and periphery, people are included whole: that is what such a society is.
    const otherwise = model.societies.some(
      ({ differentiation }) => differentiation !== undefined && differentiation !== "function",
    );
    if (otherwise) return;
    for (const population of model.environments) {
      const [first] = population.inclusions;
      if (population.kind !== "population" || first === undefined) continue;
      const organization = index.system(first.system.id);
      if (organization?.systemKind !== "organization") continue;
      const roles = new Set(population.inclusions.map(({ role }) => role.text));
      // One role in one organisation is what a model shows of a life, not all of it.
      if (roles.size < 2 || population.inclusions.some(({ system }) => system.id !== organization.id))
        continue;
      yield {
        place: population.namePlace,
        facts: {
          population: population.name,
          organization: called(organization, population.namePlace, context),
          organizationPlace: organization.namePlace,
          roles: [...roles],
          functionSystems: organization.within.flatMap((ref) => {
            const system = index.system(ref.id);
            return system?.systemKind === "function system"
              ? [called(system, population.namePlace, context)]
              : [];
          }),
        },
      };
    }
  },

  words({ population, organization, organizationPlace, roles, functionSystems }) {
    return {
      message: `\`${organization}\` is all that includes \`${population}\``,
      label: `${listed(roles.map(quoted))}, all of them in \`${organization}\``,
      related: [{ place: organizationPlace, message: "one organization for a whole life" }],
      why: [
        "in a functionally differentiated society no system contains a person: people take part in many, in each by a role, and can leave one without leaving all",
      ],
      help: [
        functionSystems.length === 0
          ? `include \`${population}\` elsewhere too, such as \`included in law as legal_subject\``
          : `include \`${population}\` in ${listed(functionSystems.slice(0, 3).map(quoted), "or")} directly too, by a role there`,
        "if the model is about a unit system, say so: `society … differentiated by segmentation`",
      ],
    };
  },
});
