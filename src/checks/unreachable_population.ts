import { listed, quoted } from "../base/words.ts";
import type { Role, System } from "../model/model.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";
import { isInEntry } from "./support/at_work.ts";

interface RoleOf {
  readonly system: string;
  readonly name: string;
}

interface Facts {
  readonly population: string;
  readonly fault: "not included" | "not reached";
  /** A role in which it could be included. */
  readonly role: RoleOf | undefined;
  /** The systems that include it. */
  readonly includedIn: readonly string[];
  readonly quantities: readonly string[];
}

export const unreachable_population = defineCheck<Facts>({
  name: "unreachable_population",
  severity: "hint",
  group: "organizations",
  summary: "a population that is included nowhere, or that nothing reaches",
  fromAbsence: true,
  sources: ["Luhmann 1997, ch. 4", "Stichweh 2005"],
  blindToNumbers: true,

  *detect(context) {
    const { model, index } = context;
    const first = firstRole(context);
    for (const population of model.environments) {
      if (population.kind !== "population" || !isInEntry(population.namePlace, context)) continue;
      const included = population.inclusions.length > 0;
      const reached = population.quantities.some(
        ({ name }) => index.channelsInto(population.id, name).length > 0,
      );
      // Without quantities nothing could reach it: the model says only in what it is included.
      if (included && (reached || population.quantities.length === 0)) continue;
      yield {
        place: population.namePlace,
        facts: {
          population: population.name,
          fault: included ? "not reached" : "not included",
          role: first && {
            system: called(first.system, population.namePlace, context),
            name: first.role.name,
          },
          includedIn: [
            ...new Set(
              population.inclusions.map(({ system }) => called(system, population.namePlace, context)),
            ),
          ],
          quantities: population.quantities.map((quantity) => quantity.name),
        },
      };
    }
  },

  words({ population, fault, role, includedIn, quantities }) {
    if (fault === "not reached") {
      return {
        message: `\`${population}\` is included in ${listed(includedIn.map(quoted))}, and nothing reaches it`,
        label: `no channel assigns to ${listed(quantities.slice(0, 3).map(quoted), "or")}`,
        why: [
          "to be included is to be taken into account: what the system does has consequences for those it includes",
        ],
        help: [
          `let a channel lead to it: \`${includedIn[0] ?? "…"}.… -> ${population} { ${quantities[0] ?? "…"} := … }\``,
        ],
      };
    }
    return {
      message: `\`${population}\` is included nowhere`,
      label: "no `included in`",
      why: [
        "people are part of no system, but society takes them into account in roles; those who have none in one system easily lose those in others too",
      ],
      help: [
        role === undefined
          ? `say in which role it is included: \`included in … as …\``
          : `say in which role it is included, such as \`included in ${role.system} as ${role.name}\`; if its exclusion is the point, \`allow\` this with that reason`,
      ],
    };
  },
});

/** A role of the model, one for the public if there is any. */
function firstRole({ model }: CheckContext): { readonly system: System; readonly role: Role } | undefined {
  const roles = model.systems.flatMap((system) => system.roles.map((role) => ({ system, role })));
  return roles.find(({ role }) => role.side === "public") ?? roles[0];
}
