import type { Place } from "../base/place.ts";
import { listed, quoted } from "../base/words.ts";
import { defineCheck } from "./context.ts";
import { before } from "./support/insertion.ts";
import { called } from "./support/names.ts";

interface Facts {
  readonly interaction: string;
  /** Where `within …` would stand; undefined where the interaction has no body of its own. */
  readonly insertAt: Place | undefined;
  /** Organisations and societies of the model. */
  readonly homes: readonly string[];
  /** The only society of the model, if there is one. */
  readonly society: string | undefined;
}

export const homeless_interaction = defineCheck<Facts>({
  name: "homeless_interaction",
  severity: "warning",
  group: "organizations",
  summary: "an interaction that is within nothing",
  fromAbsence: true,
  sources: ["Luhmann 1984, ch. 10", "Luhmann 1975, Interaktion, Organisation, Gesellschaft"],
  blindToNumbers: true,

  *detect(context) {
    const { model } = context;
    const organizations = model.systems.filter((each) => each.systemKind === "organization");
    const { societies } = model;
    const [only] = societies;
    for (const system of model.systems) {
      if (system.systemKind !== "interaction" || system.within.length > 0) continue;
      const { file, start, end } = system.place;
      const body = system.bodies.find(
        (each) => each.file === file && each.start >= system.namePlace.end && each.end <= end,
      );
      // A `within` whose name is unknown has been reported.
      const text = context.source(file)?.text ?? "";
      if (/\bwithin\b/u.test(text.slice(system.namePlace.end, body?.start ?? Math.max(start, end)))) continue;
      yield {
        place: system.namePlace,
        facts: {
          interaction: system.name,
          insertAt: body && before(body),
          homes: [...organizations, ...societies]
            .slice(0, 4)
            .map((each) => called(each, system.place, context)),
          society: only && societies.length === 1 ? called(only, system.place, context) : undefined,
        },
      };
    }
  },

  words({ interaction, homes }) {
    return {
      message: `the interaction \`${interaction}\` is within nothing`,
      label: "no `within`",
      why: [
        "an interaction is made up of those present and ends when they part: what comes before it and after it is the matter of an organization or of society",
      ],
      help: [
        homes.length === 0
          ? `declare where it takes place, such as \`society world differentiated by function\`, and write \`interaction ${interaction} within world\``
          : `write where it takes place: ${listed(
              homes.map((home) => `\`within ${home}\``),
              "or",
            )}`,
      ],
    };
  },

  fixes({ insertAt, homes, society }) {
    const home = homes.length === 1 ? homes[0] : society;
    if (insertAt === undefined || home === undefined) return [];
    return [
      {
        title: `put it within ${quoted(home)}`,
        certain: false,
        edits: [{ place: insertAt, text: `within ${home} ` }],
      },
    ];
  },
});
