import { quoted } from "../base/words.ts";
import { theme } from "../model/canon/themes.ts";
import type { Theme } from "../model/canon/themes.ts";
import { defineCheck } from "./context.ts";

interface Facts {
  readonly system: string;
  readonly theme: Theme;
}

export const theme_as_system = defineCheck<Facts>({
  name: "theme_as_system",
  severity: "hint",
  group: "differentiation",
  summary: "a theme of many systems declared as a function system",
  sources: ["Roth and Schütz 2015", "Luhmann 1986, ch. 17"],

  *detect({ model, index }) {
    for (const system of model.systems) {
      if (system.systemKind !== "function system" || system.citations.length > 0) continue;
      if (index.canonicalName(system.id) !== undefined) continue;
      const known = theme(system.name) ?? (system.label === undefined ? undefined : theme(system.label));
      if (known === undefined) continue;
      yield { place: system.namePlace, facts: { system: system.name, theme: known } };
    }
  },

  words({ system, theme: { standing, why, instead, source } }) {
    const origin = source === undefined ? "" : ` (${source})`;
    return {
      message:
        standing === "theme"
          ? `${quoted(system)} is a theme of many systems rather than a function system`
          : `whether ${quoted(system)} is a function system is disputed`,
      label: standing === "theme" ? "a theme" : "contested",
      why: [`${why}${origin}`],
      help: [`model it as ${instead}, or \`cite\` who describes it as a function system`],
    };
  },
});
