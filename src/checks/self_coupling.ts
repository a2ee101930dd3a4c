import type { Place } from "../base/place.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";

interface Facts {
  readonly coupling: string;
  readonly left: string;
  readonly right: string;
  readonly leftPlace: Place;
  /** `same`: one and the same on both sides; `environment`: two environments, neither of which is a system. */
  readonly kind: "same" | "environment";
  /** An operation of the system that a channel of the coupling leads back into it. */
  readonly operation: string | undefined;
}

export const self_coupling = defineCheck<Facts>({
  name: "self_coupling",
  severity: "error",
  group: "couplings",
  summary: "a coupling that crosses no boundary of a system",
  sources: ["Luhmann 1997, ch. 1", "Luhmann 1993, ch. 10"],
  blindToNumbers: true,

  *detect(context) {
    const { model, index } = context;
    for (const coupling of model.couplings) {
      const { left, right } = coupling;
      if (left === undefined || right === undefined) continue;
      const same = left.id === right.id;
      const systemless =
        index.environment(left.id) !== undefined && index.environment(right.id) !== undefined;
      if (!same && !systemless) continue;
      yield {
        place: right.place,
        facts: {
          coupling: called(coupling, right.place, context),
          left: called(left, right.place, context),
          right: called(right, right.place, context),
          leftPlace: left.place,
          kind: index.environment(left.id) === undefined ? "same" : "environment",
          operation: coupling.channels.find((channel) => channel.source.kind === "operation")?.source.name,
        },
      };
    }
  },

  words({ coupling, left, right, leftPlace, kind, operation }) {
    if (kind === "environment") {
      const one = left === right;
      return {
        message: one
          ? `\`${coupling}\` couples the environment \`${left}\` with itself`
          : `\`${coupling}\` couples \`${left}\` with \`${right}\`, and neither is a system`,
        label: "no system on this side either",
        related: [{ place: leftPlace, message: "no system" }],
        why: ["only a system has a boundary, and only what crosses a boundary needs a coupling"],
        help: one
          ? [`let the quantities of \`${left}\` move by themselves, with \`becomes\``]
          : [
              `put what \`${left}\` does to \`${right}\` into one environment, whose quantities move with \`becomes\`, or couple the system that observes both`,
            ],
      };
    }
    return {
      message: `\`${coupling}\` couples \`${left}\` with itself`,
      label: "the same system once more",
      related: [{ place: leftPlace, message: `\`${left}\` on this side` }],
      why: [
        "a coupling crosses the boundary of a system; within it, operations connect to operations without any coupling",
      ],
      help: [
        `let \`${left}\` take up its own operation with a program \`on own ${operation ?? "…"}\`, or name the other system`,
      ],
    };
  },
});
