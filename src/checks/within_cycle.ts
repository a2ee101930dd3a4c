import { shortestCycle, strongComponents } from "../base/graph.ts";
import type { Place } from "../base/place.ts";
import { listed, quoted } from "../base/words.ts";
import type { System } from "../model/model.ts";
import type { Ref } from "../model/reference.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";
import { withinRemoval } from "./support/within.ts";

interface Facts {
  /** Each is within the next, the last within the first. */
  readonly circle: readonly { readonly name: string; readonly place: Place }[];
  /** The stretch of text that says the first `within`. */
  readonly removal: Place | undefined;
}

/** So many of a circle are drawn. */
const mostDrawn = 8;

export const within_cycle = defineCheck<Facts>({
  name: "within_cycle",
  severity: "error",
  group: "organizations",
  summary: "a system that is within itself, or systems that are within each other",
  sources: ["Luhmann 1984, ch. 1", "Luhmann 1997, ch. 4"],
  blindToNumbers: true,

  *detect(context) {
    for (const circle of circles(context)) {
      const [first] = circle;
      if (first === undefined) continue;
      const { place } = first.ref;
      yield {
        place,
        facts: {
          circle: circle.map(({ system, ref }) => ({
            name: called(system, place, context),
            place: ref.place,
          })),
          removal: withinRemoval(first.system, [first.ref], context),
        },
      };
    }
  },

  words({ circle }) {
    const names = circle.map(({ name }) => quoted(name));
    const [first = "", second = ""] = names;
    return {
      message:
        names.length === 1
          ? `${first} is within itself`
          : names.length === 2
            ? `${first} and ${second} are within each other`
            : `${first} is in the end within itself`,
      label: names.length === 1 ? "leads back to itself" : `${first} is within ${second}`,
      related: circle.slice(1).map(({ place }, index) => ({
        place,
        message: `${names[index + 1] ?? ""} is within ${names[index + 2] ?? first}`,
      })),
      why: [
        "what is within another takes part in it, and finds its environment there: a system has its boundary against what it is within, and none against itself (Luhmann 1984, ch. 1)",
      ],
      help: [
        ...(names.length > 2 ? [`the circle: ${drawn(names)}`] : []),
        names.length === 1
          ? "leave the `within` out, or name what it takes part in"
          : `say which of ${listed(names.slice(0, 3))} takes part in the other, and couple them where they depend on each other`,
      ],
    };
  },

  fixes({ circle, removal }) {
    const [first, second] = circle;
    if (first === undefined || removal === undefined) return [];
    return [
      {
        title: `remove ${quoted(`within ${(second ?? first).name}`)}`,
        certain: false,
        edits: [{ place: removal, text: "" }],
      },
    ];
  },
});

interface Within {
  readonly system: System;
  readonly ref: Ref;
}

/** A shortest circle of each part of the model in which systems are within each other. */
function* circles({ model }: CheckContext): Generator<readonly Within[]> {
  // What is within a function system, if it is one itself, is `nested_function_system`'s to report.
  const systems = model.systems.filter(({ systemKind }) => systemKind !== "function system");
  const numbers = new Map(systems.map(({ id }, number) => [id, number]));
  const graph = systems.map(({ within }) => within.flatMap(({ id }) => numbers.get(id) ?? []));
  for (const part of strongComponents(graph)) {
    const [start] = part;
    if (start === undefined || (part.length === 1 && graph[start]?.includes(start) !== true)) continue;
    const cycle = shortestCycle(graph, start) ?? [];
    yield cycle.flatMap((number, position) => {
      const system = systems[number];
      const outer = systems[cycle[position + 1] ?? start];
      const ref = system?.within.find(({ id }) => id === outer?.id);
      return system === undefined || ref === undefined ? [] : [{ system, ref }];
    });
  }
}

function drawn(names: readonly string[]): string {
  const shown = names.length <= mostDrawn ? names : [...names.slice(0, mostDrawn - 1), "…"];
  return [...shown, names[0]].join(" → ");
}
