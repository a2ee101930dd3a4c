import { listed, quoted } from "../base/words.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import type { AmbiguousNameFacts } from "../model/problems.ts";
import { defineCheck } from "./context.ts";
import { described, noun } from "./support/things.ts";

export const ambiguous_name = defineCheck<AmbiguousNameFacts>({
  name: "ambiguous_name",
  severity: "error",
  group: "reading",
  leavesOut: true,
  summary: "a name that could be two things where it stands",
  sources: [],

  words({ name, readings }) {
    const parameter = readings.find(({ what }) => what === "parameter");
    return {
      message: `${quoted(name)} could be ${listed([...new Set(readings.map(described))], "or")}`,
      label: "two things of this name can be read here",
      related: readings.flatMap((reading) =>
        reading.place === undefined
          ? []
          : [{ place: reading.place, message: described({ ...reading, owner: undefined }) }],
      ),
      why: ["no name hides another: what a condition reads is to be seen from the condition"],
      help: [
        parameter === undefined
          ? "rename one of them"
          : "rename the parameter: where it is declared, where it is read, and where it is given as an argument",
      ],
    };
  },

  fixes: ({ name, readings }, _context, place): readonly Fix[] =>
    readings.flatMap(({ what, owner }) =>
      owner !== undefined && (what === "expectation" || what === "quantity")
        ? [
            {
              title: `write ${quoted(`${owner}.${name}`)}, if the ${noun(what)} is meant`,
              certain: false,
              edits: [{ place, text: `${owner}.${name}` }],
            },
          ]
        : [],
    ),
});
