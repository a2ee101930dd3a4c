import type { Place } from "../base/place.ts";
import { listed, quoted } from "../base/words.ts";
import type { SystemKind } from "../syntax/tree.ts";
import { defineCheck } from "./context.ts";
import { called } from "./support/names.ts";
import { withinRemoval } from "./support/within.ts";

interface Facts {
  readonly system: string;
  readonly kind: SystemKind;
  readonly whole: string;
  readonly wholeKind: SystemKind;
  /** Organisations and societies of the model: where it may belong. */
  readonly homes: readonly string[];
  /** What is to be removed: `within whole`, or `whole` with its comma. */
  readonly removal: Place | undefined;
}

/** What can hold a system of a kind, besides a society; kinds that checks of their own speak of are left out. */
const holders: ReadonlyMap<SystemKind, readonly SystemKind[]> = new Map([
  ["organization", ["function system", "organization"]],
  ["interaction", ["organization"]],
  ["movement", []],
  ["machine", []],
]);

export const misplaced_system = defineCheck<Facts>({
  name: "misplaced_system",
  severity: "warning",
  group: "organizations",
  summary: "a system within something that cannot hold one of its kind",
  sources: ["Luhmann 1975, Interaktion, Organisation, Gesellschaft", "Luhmann 1997, ch. 4"],
  blindToNumbers: true,

  *detect(context) {
    const { model, index } = context;
    const organizations = model.systems.filter(({ systemKind }) => systemKind === "organization");
    for (const system of model.systems) {
      const fitting = holders.get(system.systemKind);
      if (fitting === undefined) continue;
      const homes = fitting.includes("organization")
        ? [...organizations, ...model.societies]
        : model.societies;
      for (const ref of system.within) {
        const whole = index.system(ref.id);
        if (whole === undefined || fitting.includes(whole.systemKind)) continue;
        yield {
          place: ref.place,
          facts: {
            system: called(system, ref.place, context),
            kind: system.systemKind,
            whole: called(whole, ref.place, context),
            wholeKind: whole.systemKind,
            homes: homes
              .filter(({ id }) => id !== system.id)
              .slice(0, 3)
              .map((home) => called(home, ref.place, context)),
            removal: withinRemoval(system, [ref], context),
          },
        };
      }
    }
  },

  words({ system, kind, whole, wholeKind, homes }) {
    return {
      message: `the ${kind} ${quoted(system)} is within the ${wholeKind} ${quoted(whole)}`,
      label: labels[kind],
      why: [reasons[kind]],
      help: [
        kind === "machine"
          ? `leave ${quoted(`within ${whole}`)} out, and couple ${quoted(system)} with those who use it`
          : homes.length > 0
            ? `write where it belongs: ${listed(
                homes.map((home) => quoted(`within ${home}`)),
                "or",
              )}; what it has to do with ${quoted(whole)} goes through a coupling`
            : `leave ${quoted(`within ${whole}`)} out, and couple the two where they depend on each other`,
      ],
    };
  },

  fixes({ removal, whole }) {
    if (removal === undefined) return [];
    return [
      {
        title: `remove ${quoted(`within ${whole}`)}`,
        certain: false,
        edits: [{ place: removal, text: "" }],
      },
    ];
  },
});

const labels: Readonly<Record<SystemKind, string>> = {
  "function system": "a function system is part of no other",
  organization: "an organization is within function systems",
  interaction: "an interaction is within an organization or a society",
  movement: "a movement is within a society",
  "psychic system": "a psychic system is within nothing",
  machine: "a machine is within nothing",
};

const reasons: Readonly<Record<SystemKind, string>> = {
  "function system": "function systems are unequal and of equal rank: none contains another",
  organization:
    "an organization takes part in function systems, and is made up of decisions; those present, or those who protest, cannot contain it",
  interaction:
    "an interaction lasts as long as those present perceive each other: what comes before and after it is the matter of an organization or of society",
  movement:
    "a protest movement has no members and decides nothing; it protests within society against society, as if from outside, and is no part of what it protests against",
  "psychic system": "consciousness is in the environment of society",
  machine:
    "a trivial machine gives the same answer to the same input; it is used by systems, and is no part of any",
};
