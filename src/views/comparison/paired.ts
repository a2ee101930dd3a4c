/* What comes of a scenario in both models with the same seeds, where chance has a part in it. */
import { counted, listed } from "../../base/words.ts";
import type { Paired, VerdictCounts } from "../../runs/comparison/paired.ts";
import { code } from "../report/document.ts";
import { line, lines, type Part, type Row } from "./parts.ts";

export function pairedParts({
  seeds,
  runs,
  numbers,
  others,
  expectations,
  verdicts,
  broken,
}: Paired): readonly Part[] {
  const rows: Row[] = numbers.map(({ name, first, second, higher, lower }) => ({
    name: `mean of ${name}`,
    first: first.shown,
    second: `${second.shown}, ${directions(higher, lower, runs)}`,
  }));
  const ended = [
    ...(broken.first > 0 ? [`${broken.first} of the first`] : []),
    ...(broken.second > 0 ? [`${broken.second} of the second`] : []),
  ];
  return [
    lines([
      line(
        1,
        undefined,
        `what is drawn differs from seed to seed; ${counted(runs, "run")} of each, with the seeds ${seeds.from} to ${seeds.to}, pair by pair:`,
      ),
      ...expectations.map(({ text, first, second }) =>
        line(2, "changed", "expect ", code(text), ` holds in ${first} → in ${second} of ${runs}`),
      ),
      ...verdicts.map(({ regulation, first, second }) =>
        line(2, "changed", code(regulation), ` is ${countsText(first)} → ${countsText(second)}`),
      ),
      ...others.map(({ name, otherwise }) =>
        line(2, "changed", code(name), ` ends otherwise in ${otherwise} of ${counted(runs, "pair")}`),
      ),
      ...(ended.length === 0 ? [] : [line(2, undefined, `a limit of the tool ended ${listed(ended)}`)]),
    ]),
    { kind: "rows", rows },
  ];
}

function directions(higher: number, lower: number, runs: number): string {
  const same = runs - higher - lower;
  const told = [
    ...(higher > 0 ? [`higher in ${higher}`] : []),
    ...(lower > 0 ? [`lower in ${lower}`] : []),
    ...(same > 0 ? [`the same in ${same}`] : []),
  ];
  return `${listed(told)} of ${runs}`;
}

function countsText(counts: VerdictCounts): string {
  const told = Object.entries(counts).map(([verdict, count]) => `${verdict} in ${count}`);
  return told.length === 0 ? "not applied" : listed(told);
}
