import type { Place } from "../base/place.ts";
import type { SystemKind } from "../syntax/tree.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";
import { withinRemoval } from "./support/within.ts";

interface Facts {
  readonly system: string;
  readonly whole: string;
  readonly wholeKind: SystemKind;
  /** What is to be removed: `within whole`, or `whole` with its comma. */
  readonly removal: Place | undefined;
}

export const nested_function_system = defineCheck<Facts>({
  name: "nested_function_system",
  severity: "error",
  group: "organizations",
  summary: "a function system as part of another system",
  sources: ["Luhmann 1997, ch. 4"],

  *detect(context) {
    for (const system of context.model.systems) {
      if (system.systemKind !== "function system") continue;
      for (const ref of system.within) {
        const whole = context.index.system(ref.id);
        if (whole === undefined) continue;
        yield {
          place: ref.place,
          facts: {
            system: called(system, ref.place, context),
            whole: called(whole, ref.place, context),
            wholeKind: whole.systemKind,
            removal: withinRemoval(system, [ref], context),
          },
        };
      }
    }
  },

  words({ system, whole, wholeKind }) {
    const peers = wholeKind === "function system";
    return {
      message: `the function system \`${system}\` cannot be within ${peers ? "" : `the ${wholeKind} `}\`${whole}\``,
      label: peers
        ? "a function system beside it, not around it"
        : `the ${wholeKind} can be within \`${system}\`, not the other way round`,
      why: [
        peers
          ? "function systems are unequal and of equal rank: none contains, represents or governs another, and for each the others are environment"
          : `a function system spans all of society; an organization, interaction, movement or machine serves it or uses it, and does not contain it`,
      ],
      help: [
        peers
          ? `leave \`within ${whole}\` out, and couple the two where they depend on each other; what only serves \`${whole}\` may be an \`organization\` within it`
          : `leave \`within ${whole}\` out, or let \`${whole}\` be within \`${system}\``,
      ],
    };
  },

  fixes({ removal, whole }) {
    if (removal === undefined) return [];
    return [{ title: `remove \`within ${whole}\``, certain: true, edits: [{ place: removal, text: "" }] }];
  },
});
