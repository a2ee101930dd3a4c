/*
 * Couplings, by the two that they couple: what stands in one model in place of what in the other. Where the literature knows an
 * institution of the name between these two, that is said.
 */
import { couples, institutionNamed } from "../../model/canon/institutions.ts";
import { indexModel } from "../../model/lookup.ts";
import type { Comparison } from "../../runs/comparison/compare.ts";
import type { Difference, FactDifference } from "../../runs/comparison/difference.ts";
import { code, said, type Inline } from "../report/document.ts";
import { differenceLines, signs } from "./difference_lines.ts";
import { line, type Line } from "./parts.ts";

/** Couplings that differ. Those that only one has stand together with those of the other between the same two. */
export function couplingLines(
  differences: readonly Difference[],
  comparison: Comparison,
  all: boolean,
): readonly Line[] {
  const changed = differences.filter(({ change }) => change === "changed");
  const alone = differences.filter(({ change }) => change !== "changed");
  const pairs = new Map<string, Difference[]>();
  for (const one of alone) pairs.set(betweenOf(one), [...(pairs.get(betweenOf(one)) ?? []), one]);
  const tell = (one: Difference, depth: number): readonly Line[] => {
    const known = knownText(one, comparison);
    if (!all) return [couplingLine(one, depth, known)];
    const [first, ...rest] = differenceLines(one, depth, all);
    return first === undefined ? [] : [{ ...first, pieces: [...first.pieces, ...known] }, ...rest];
  };
  const replaced = [...pairs].filter(([, those]) => new Set(those.map(({ change }) => change)).size > 1);
  const others = [...pairs].filter(([, those]) => new Set(those.map(({ change }) => change)).size === 1);
  return [
    ...replaced.flatMap(([between, those]) => [
      line(0, "changed", "between ", said(between)),
      ...those.flatMap((one) => tell(one, 1)),
    ]),
    ...others.flatMap(([, those]) => those.flatMap((one) => tell(one, 0))),
    ...changed.flatMap((one) => differenceLines(one, 0, all)),
  ];
}

function side({ from, to }: FactDifference): string {
  return from ?? to ?? "";
}

/** `law and politics` */
function betweenOf({ facts }: Difference): string {
  const between = facts.find(({ name }) => name === "between");
  return between === undefined ? "?" : side(between);
}

/** What it carries, without conditions. */
function couplingLine(difference: Difference, depth: number, known: readonly Inline[]): Line {
  const { change, name, parts } = difference;
  const channels = parts.filter((part) => part.of === "channel").flatMap((part) => part.facts.map(side));
  const carried = [...new Set(channels.map((text) => /^.+? -> [^\s({]+/u.exec(text)?.[0] ?? text))];
  return line(
    depth,
    signs[change],
    code(name),
    ...(depth === 0 ? [" between ", said(betweenOf(difference))] : []),
    ...known,
    ...carried.flatMap((text, index) => [index === 0 ? ": " : ", ", code(text)]),
  );
}

/** ` (as in Luhmann 1993, ch. 10)` */
function knownText({ change, name }: Difference, { first, second }: Comparison): readonly Inline[] {
  const { model } = change === "removed" ? first : second;
  const coupling = model.couplings.find((one) => one.name === name);
  const institution = institutionNamed(name);
  if (coupling?.left === undefined || coupling.right === undefined || institution === undefined) return [];
  const index = indexModel(model);
  const [left, right] = [coupling.left.id, coupling.right.id].map((id) => index.canonicalName(id) ?? "");
  if (left === undefined || right === undefined || !couples(institution, left, right)) return [];
  return [
    {
      kind: "text",
      text: institution.source === undefined ? " (known to the canon)" : ` (${institution.source})`,
    },
  ];
}
