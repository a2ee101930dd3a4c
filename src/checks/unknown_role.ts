import { laterOf } from "../base/later.ts";
import { nearest } from "../base/near.ts";
import type { Place } from "../base/place.ts";
import { quoted } from "../base/words.ts";
import type { Edit } from "../diagnostics/diagnostic.ts";
import type { System } from "../model/model.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";
import { memberAdded } from "./support/edits.ts";
import { namesListed } from "./support/things.ts";

interface Facts {
  readonly population: string;
  readonly system: string;
  readonly role: string;
  readonly rolePlace: Place;
  readonly roles: readonly string[];
  readonly near: readonly string[];
  /** The nearest differs in nothing but case and underscores. */
  readonly certain: boolean;
  /** The edit that gives the system this role, where the modeller has written a body for it. */
  readonly edit: Edit | undefined;
}

/** For so many findings the names of roles are compared, and so many of them are listed. */
const mostCompared = 100;
const mostNamed = 24;

export const unknown_role = defineCheck<Facts>({
  name: "unknown_role",
  severity: "error",
  group: "organizations",
  summary: "inclusion in a role that the system does not have",
  fromAbsence: true,
  sources: ["Stichweh 2005", "Luhmann 1997, ch. 4"],

  *detect(context) {
    const { model, index } = context;
    const rolesOf = laterOf((system: System) => system.roles.map((each) => each.name));
    let found = 0;
    for (const environment of model.environments) {
      for (const { system: ref, role } of environment.inclusions) {
        const system = index.system(ref.id);
        if (system === undefined || role.text === "" || index.role(system.id, role.text) !== undefined)
          continue;
        const roles = rolesOf(system);
        found += 1;
        const near = found <= mostCompared ? nearest(role.text, roles) : [];
        yield {
          place: role.place,
          facts: {
            population: called(environment, role.place, context),
            system: called(system, role.place, context),
            role: role.text,
            rolePlace: role.place,
            roles,
            near,
            certain: near[0] !== undefined && plain(near[0]) === plain(role.text),
            edit: memberAdded(system, [`role ${role.text} public`], context),
          },
        };
      }
    }
  },

  words({ population, system, role, roles, near }) {
    return {
      message: `\`${system}\` has no role \`${role}\` in which \`${population}\` could be included`,
      label:
        near[0] === undefined
          ? `no role of \`${system}\``
          : `a role of \`${system}\` is called \`${near[0]}\``,
      why: [
        "nobody belongs to a system as a whole person: people are included in roles, and which roles there are is for the system to say",
      ],
      help: [
        roles.length === 0
          ? `give \`${system}\` the role: \`role ${role} public\` for those it addresses, \`role ${role} performance\` for those who do its work`
          : `\`${system}\` has the ${roles.length === 1 ? "role" : "roles"} ${namesListed(roles, mostNamed)}; to give it another, add \`role ${role} public\``,
      ],
    };
  },

  fixes({ near, certain, rolePlace, role, system, edit }) {
    const named = near.map((name) => ({
      title: `write ${quoted(name)}`,
      certain: certain && name === near[0],
      edits: [{ place: rolePlace, text: name }],
    }));
    if (edit === undefined || near.length > 0) return named;
    return [
      ...named,
      { title: `give ${quoted(system)} the role ${quoted(role)}`, certain: false, edits: [edit] },
    ];
  },
});

function plain(name: string): string {
  return name.toLowerCase().replaceAll("_", "");
}
