import { nearest } from "../base/near.ts";
import { listed, quoted } from "../base/words.ts";
import type { Fix, Words } from "../diagnostics/diagnostic.ts";
import type { ForeignOperationFacts } from "../model/problems.ts";
import { defineCheck } from "./context.ts";
import { textBefore } from "./support/around.ts";
import { spellings } from "./support/misspelling.ts";
import { described, namesListed, noun } from "./support/things.ts";

/** So many of its own operations are weighed as what was meant. */
const mostNear = 200;

export const foreign_operation = defineCheck<ForeignOperationFacts>({
  name: "foreign_operation",
  severity: "error",
  group: "scenarios",
  leavesOut: true,
  summary: "a scenario or regulation in which a system performs an operation that is not its own",
  sources: ["Luhmann 1984, ch. 1", "Luhmann 1997, ch. 1"],

  words({ operation, system, owners, own }): Words {
    const [owner] = owners;
    return {
      message: `${quoted(system.name)} cannot perform ${quoted(operation)}, ${listed(owners.slice(0, 3).map(described), "and")}`,
      label: `not ${quoted(system.name)}'s own`,
      related:
        owner?.place === undefined
          ? []
          : [{ place: owner.place, message: `belongs to ${quoted(owner.owner ?? owner.name)}` }],
      why: [
        owner?.what === "event"
          ? "what happens in an environment is done by no system"
          : "each operation is performed by the system that consists of it; others can only give it occasion to",
      ],
      help: [
        own.length === 0
          ? `${quoted(system.name)} has no ${noun(system.what === "environment" || system.what === "population" ? "event" : "operation")} of its own yet`
          : `${quoted(system.name)} can perform ${namesListed(own.map(({ name }) => name))}`,
        ...(own.length === 0 && system.what !== "environment" && system.what !== "population"
          ? [
              `if ${quoted(system.name)} does something of the kind itself, declare it there: ${quoted(`operation ${operation}`)}`,
            ]
          : []),
      ],
    };
  },

  fixes({ construct, operation, system, owners, own }, context, place): readonly Fix[] {
    const names = own.slice(0, mostNear).map(({ name }) => name);
    const near = nearest(operation, names);
    const subject =
      construct === "starts with" ? undefined : subjectBefore(construct, textBefore(place, context));
    return [
      ...(subject === undefined
        ? []
        : owners.slice(0, 2).flatMap(({ owner }): readonly Fix[] =>
            owner === undefined || perturbsItself(owner, textBefore(place, context))
              ? []
              : [
                  {
                    title: `let ${quoted(owner)} perform it`,
                    certain: false,
                    edits: [
                      {
                        place: {
                          ...place,
                          start: place.start - subject.length,
                          end: place.start - subject.length + system.name.length,
                        },
                        text: owner,
                      },
                    ],
                  },
                ],
          )),
      ...spellings(operation, near, [place], false),
    ];
  },
});

/** Nothing perturbs itself: `perturb economy from economy`. */
function perturbsItself(source: string, text: string): boolean {
  return /perturb\s+(\S+)\s+from\s+\S+\s+with\s+$/u.exec(text)?.[1] === source;
}

/** From the name of the system to the operation: `politics emits `, `politics with `. */
function subjectBefore(construct: "emits" | "perturb", text: string): string | undefined {
  const pattern = construct === "emits" ? /(\S+)\s+emits\s+$/u : /(\S+)\s+with\s+$/u;
  return pattern.exec(text)?.[0];
}
