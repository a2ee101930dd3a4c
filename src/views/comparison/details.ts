/* What the two models say of themselves: couplings, systems, and everything else. */
import type { ThingKind } from "../../runs/comparison/described.ts";
import { isOnlyWords, type Difference } from "../../runs/comparison/difference.ts";
import { code } from "../report/document.ts";
import { couplingLines } from "./couplings.ts";
import { differenceLines } from "./difference_lines.ts";
import { line, lines, type Section, type Telling } from "./parts.ts";

const groups: readonly { readonly title: string; readonly kinds: readonly ThingKind[] }[] = [
  {
    title: "systems",
    kinds: [
      "function system",
      "organization",
      "interaction",
      "movement",
      "psychic system",
      "machine",
      "society",
    ],
  },
  { title: "environments and populations", kinds: ["environment", "population"] },
  {
    title: "regulations, scenarios, properties and experiments",
    kinds: ["regulation", "scenario", "property", "experiment"],
  },
];

export function detailSections({ comparison, all }: Telling): readonly Section[] {
  const { outcomes, first, second } = comparison;
  const told = comparison.differences.filter((one) => !isOnlyWords(one));
  const grouped = new Set<ThingKind>(["coupling", ...groups.flatMap(({ kinds }) => kinds)]);
  // What has been played has been told, and by their names the models are called.
  const played = new Set(outcomes?.alone.map(({ scenario }) => scenario));
  const isTold = ({ change, of, name }: Difference): boolean =>
    !all && change !== "changed" && of === "scenario" && played.has(name);
  const isName = ({ of, facts }: Difference): boolean =>
    !all &&
    of === "model" &&
    facts.every(({ name }) => name === "name") &&
    first.model.name !== undefined &&
    second.model.name !== undefined;
  const others = told.filter((one) => !grouped.has(one.of) && !isName(one));
  return [
    ...groups.map(({ title, kinds }) =>
      sectionOf(
        title,
        told.filter((one) => kinds.includes(one.of) && !isTold(one)),
        all,
      ),
    ),
    sectionOf("the model as a whole", others, all),
  ];
}

/** The institutions: what stands between two systems in one model in place of what stands there in the other. */
export function couplingSection({ comparison, all }: Telling): Section {
  const told = comparison.differences.filter((one) => one.of === "coupling" && !isOnlyWords(one));
  return { title: "couplings", parts: [lines(couplingLines(told, comparison, all))], folded: false };
}

function sectionOf(title: string, differences: readonly Difference[], all: boolean): Section {
  return { title, parts: [lines(differences.flatMap((one) => differenceLines(one, 0, all)))], folded: true };
}

/** What puts all the rest into another light: it may be the same under another name. */
export function renamingSection({ comparison: { renamings } }: Telling): Section {
  const told = renamings.map(({ of, owner, from, to }) =>
    line(
      0,
      undefined,
      `${of} `,
      code(owner === "" ? from : `${owner}.${from}`),
      " → ",
      code(owner === "" ? to : `${owner}.${to}`),
    ),
  );
  return { title: "perhaps renamed, since they say the same", parts: [lines(told)], folded: false };
}
