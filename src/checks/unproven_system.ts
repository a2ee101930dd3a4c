import { listed, quoted } from "../base/words.ts";
import type { Edit } from "../diagnostics/diagnostic.ts";
import { canonAlias } from "../model/canon/aliases.ts";
import { everydayName } from "../model/canon/everyday_names.ts";
import { theme } from "../model/canon/themes.ts";
import type { System } from "../model/model.ts";
import { defineCheck } from "./context.ts";
import { canonicalOf } from "./support/canon.ts";
import { memberAdded } from "./support/edits.ts";

/** What a function system has, in the order in which the test asks for it. */
type Proof = "function" | "performance" | "reflection" | "code" | "medium" | "program";

interface Facts {
  readonly system: string;
  readonly lacking: readonly Proof[];
  readonly edit: Edit | undefined;
}

export const unproven_system = defineCheck<Facts>({
  name: "unproven_system",
  severity: "hint",
  group: "differentiation",
  summary: "a function system outside the canon that lacks what shows that it is one",
  fromAbsence: true,
  sources: ["Roth and Schütz 2015"],

  *detect(context) {
    for (const system of context.model.systems) {
      if (system.systemKind !== "function system" || system.citations.length > 0) continue;
      // A name that means something else has been remarked on; what it means needs no proof.
      if (canonicalOf(system, context) !== undefined || meansSomethingElse(system.name)) continue;
      const lacking = lackOf(system);
      // What has no code, function or program is told so by checks of its own; here it is added to the rest.
      const telling = lacking.filter(
        (proof) => proof === "medium" || proof === "performance" || proof === "reflection",
      );
      if (telling.length === 0) continue;
      yield {
        place: system.namePlace,
        facts: {
          system: system.name,
          lacking,
          edit: memberAdded(system, telling.map(lineFor), context),
        },
      };
    }
  },

  words({ system, lacking }) {
    return {
      message: `\`${system}\` has ${listed(lacking.map((proof) => `no ${proof}`))}: that it is a function system remains to be shown`,
      label: "outside the canon",
      why: [
        "a function system refers to society by its function, to other systems by performances and to itself by reflection, with a code, a medium and programs of its own",
      ],
      help: [
        `say what speaks for it (${listed(lacking.map(keywordFor))}), \`cite\` who has shown it, or declare \`${system}\` as what else it may be, such as an \`organization\``,
      ],
    };
  },

  fixes({ edit }) {
    if (edit === undefined) return [];
    return [{ title: "add what is missing, to be filled in", certain: false, edits: [edit] }];
  },
});

function meansSomethingElse(name: string): boolean {
  return [theme, canonAlias, everydayName].some((known) => known(name) !== undefined);
}

function lackOf(system: System): readonly Proof[] {
  const has: readonly (readonly [Proof, boolean])[] = [
    ["function", system.functions.length > 0],
    ["performance", system.performances.length > 0],
    ["reflection", system.reflections.length > 0],
    ["code", system.codes.length > 0],
    ["medium", system.media.length > 0],
    ["program", system.programs.length > 0],
  ];
  return has.flatMap(([proof, given]) => (given ? [] : [proof]));
}

function keywordFor(proof: Proof): string {
  return quoted(proof === "performance" ? "performs" : proof);
}

function lineFor(proof: Proof): string {
  switch (proof) {
    case "medium":
      return "medium unnamed";
    case "performance":
      return `// performs "…" for …`;
    default:
      return `${proof} "…"`;
  }
}
