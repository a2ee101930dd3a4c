/* What is otherwise, in a few lines: how much of what. */
import { counted, listed } from "../../base/words.ts";
import type { ThingKind } from "../../runs/comparison/described.ts";
import { isOnlyWords, type Difference } from "../../runs/comparison/difference.ts";
import { said } from "../report/document.ts";
import { line, type Line, type Telling } from "./parts.ts";

export function summaryLines({ comparison, sides }: Telling): readonly Line[] {
  const { verdict, differences } = comparison;
  if (verdict === "same") return [line(0, undefined, "nothing is otherwise")];
  if (verdict === "words")
    return [
      line(0, undefined, "only words are otherwise: labels, comments and the like; the models are the same"),
    ];
  const told = differences.filter((one) => !isOnlyWords(one));
  const [removed, added, changed] = (["removed", "added", "changed"] as const).map(
    (change) => countedKinds(told.filter((one) => one.change === change && one.of !== "model")) ?? nothing,
  );
  return [
    line(0, "first", "only in ", said(sides.first), `: ${removed ?? nothing}`),
    line(0, "second", "only in ", said(sides.second), `: ${added ?? nothing}`),
    line(0, "changed", `in both, and otherwise: ${changed ?? nothing}`),
  ];
}

const nothing = "nothing as a whole";

/** `3 couplings and 1 scenario`; undefined of none. */
function countedKinds(differences: readonly Difference[]): string | undefined {
  const kinds = new Map<string, number>();
  for (const { of } of differences) kinds.set(wordOf(of), (kinds.get(wordOf(of)) ?? 0) + 1);
  if (kinds.size === 0) return undefined;
  return listed([...kinds].map(([kind, count]) => counted(count, kind, manyOf(kind))));
}

function wordOf(kind: ThingKind): string {
  switch (kind) {
    case "function system":
    case "organization":
    case "interaction":
    case "movement":
    case "psychic system":
    case "machine":
      return "system";
    default:
      return kind;
  }
}

function manyOf(kind: string): string {
  return kind.endsWith("y") ? `${kind.slice(0, -1)}ies` : `${kind}s`;
}
