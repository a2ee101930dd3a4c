import { listed, quoted } from "../base/words.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import type { LikeCycleFacts } from "../model/problems.ts";
import { defineCheck } from "./context.ts";
import { textBefore } from "./support/around.ts";

/** So many of a circle are drawn. */
const mostDrawn = 8;

/** So many places are proposed at which to cut it. */
const mostFixes = 2;

export const like_cycle = defineCheck<LikeCycleFacts>({
  name: "like_cycle",
  severity: "error",
  group: "reading",
  leavesOut: true,
  summary: "systems, or scenarios, that are like each other in a circle",
  sources: [],
  words({ what, circle }) {
    const names = circle.map(({ name }) => quoted(name));
    return {
      message:
        names.length === 1
          ? `${names[0]} is said to be like itself`
          : names.length === 2
            ? `${listed(names)} are said to be like each other`
            : `${names.length} ${what}s are said to be like each other in a circle`,
      label: names.length === 1 ? "leads back to itself" : `${names[0]} is like ${names[1]}`,
      related: circle
        .slice(1)
        .flatMap(({ place }, index) =>
          place === undefined
            ? []
            : [{ place, message: `${names[index + 1]} is like ${names[index + 2] ?? names[0]}` }],
        ),
      why: [
        what === "system"
          ? "`like` copies the members of another system, and in a circle there are none to begin with"
          : "a scenario takes the steps of the one it is like first, and in a circle there is no first",
      ],
      help: [
        ...(names.length > 2 ? [`the circle: ${drawn(names)}`] : []),
        names.length === 1
          ? `remove the \`like\``
          : `write out one of them, without \`like\`; the others may stay like it`,
      ],
    };
  },

  fixes({ circle }, context) {
    return circle.slice(0, mostFixes).flatMap(({ name, place }): readonly Fix[] => {
      const keyword = place && /\s+like\s+$/u.exec(textBefore(place, context));
      if (place === undefined || !keyword) return [];
      return [
        {
          title: `let ${quoted(name)} be like nothing else`,
          certain: circle.length === 1,
          edits: [{ place: { ...place, start: place.start - keyword[0].length }, text: "" }],
        },
      ];
    });
  },
});

function drawn(names: readonly string[]): string {
  const shown = names.length <= mostDrawn ? names : [...names.slice(0, mostDrawn - 1), "…"];
  return [...shown, names[0]].join(" → ");
}
