import { quoted } from "../base/words.ts";
import { canonAlias } from "../model/canon/aliases.ts";
import type { CanonicalSystem } from "../model/canon/systems.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";

interface Facts {
  readonly system: string;
  readonly canonical: CanonicalSystem;
  /** What the name means instead. */
  readonly why: string;
  readonly source: string;
  /** What the file calls the canonical system, if the model has it, too. */
  readonly present: string | undefined;
}

export const canon_alias = defineCheck<Facts>({
  name: "canon_alias",
  severity: "hint",
  group: "codes",
  summary:
    "a function system with a name, such as market, state, school or church, for something in a system of the canon",
  sources: ["Luhmann 1997, ch. 4", "Luhmann 1988"],

  *detect(context) {
    const { model, index } = context;
    for (const system of model.systems) {
      if (system.systemKind !== "function system" || system.canonical) continue;
      const alias = canonAlias(system.name);
      if (alias === undefined) continue;
      const present = model.systems.find(
        (other) => other !== system && index.canonicalName(other.id) === alias.system,
      );
      yield {
        place: system.namePlace,
        facts: {
          system: system.name,
          canonical: alias.system,
          why: alias.why,
          source: alias.source,
          present: present && called(present, system.namePlace, context),
        },
      };
    }
  },

  words({ system, canonical, why, source, present }) {
    return {
      message: `${quoted(system)} is declared as a function system, and names something in ${quoted(canonical)}`,
      label: `the function system is ${quoted(canonical)}`,
      why: [`${why} (${source})`],
      help: [
        present !== undefined
          ? `the model has ${quoted(present)}: put what belongs to it into ${quoted(`extend ${present} { … }`)}, or declare an organization ${quoted(`organization ${system} within ${present}`)}`
          : `take ${quoted(canonical)} from the canon, ${quoted(`import ${canonical} from "canon"`)}, and add to it with ${quoted(`extend ${canonical} { … }`)}; an organisation in it is declared as ${quoted(`organization ${system} within ${canonical}`)}`,
      ],
    };
  },
});
