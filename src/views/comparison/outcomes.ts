/* What comes of the two models: the same scenarios, verdicts, properties, findings, cascades. */
import { shellWord } from "../../base/shell_word.ts";
import { counted } from "../../base/words.ts";
import type { PropertyDecided } from "../../runs/comparison/compare.ts";
import type { FindingDifference } from "../../runs/comparison/findings.ts";
import type { ScenarioAlone, ScenarioDifference, VerdictOutcome } from "../../runs/comparison/outcomes.ts";
import { sideText } from "../outcome_text.ts";
import { code, said, listing, type Inline } from "../report/document.ts";
import { pairedParts } from "./paired.ts";
import { line, lines, type Line, type Part, type Row, type Section, type Telling } from "./parts.ts";

export function sameScenarioSection({ comparison, sides, all }: Telling): Section {
  const { outcomes, first, second } = comparison;
  if (outcomes !== undefined) {
    const parts = outcomes.otherwise.flatMap((one) => scenarioParts(one, all));
    return { title: "the same scenarios, other ends", parts, folded: false };
  }
  const wrong = [
    { side: sides.first, errors: first.errors },
    { side: sides.second, errors: second.errors },
  ].filter(({ errors }) => errors > 0);
  const told = wrong.map(({ side, errors }) =>
    line(
      0,
      undefined,
      said(side),
      ` has ${counted(errors, "error")}, and does not run: runs are not compared`,
    ),
  );
  return { title: "runs", parts: [lines(told)], folded: false };
}

export function ownScenarioSection({ comparison: { outcomes } }: Telling): Section {
  const told = outcomes?.alone.flatMap(aloneLines) ?? [];
  return { title: "scenarios of one alone, and their verdicts", parts: [lines(told)], folded: false };
}

/** So many values of a scenario are told; more are counted, unless all are wanted. */
const mostRows = 24;

function scenarioParts(
  { scenario, label, expectations, verdicts, values, steps, broken, paired }: ScenarioDifference,
  all: boolean,
): readonly Part[] {
  const rows: Row[] = [
    ...values.map(({ name, first = "", second = "" }) => ({ name, first, second })),
    ...(steps === undefined
      ? []
      : [{ name: "steps", first: String(steps.first ?? ""), second: String(steps.second ?? "") }]),
    ...(broken === undefined
      ? []
      : [{ name: "ended by a limit", first: yes(broken.first), second: yes(broken.second) }]),
  ];
  return [
    lines([
      line(0, "changed", code(scenario), ...(label === undefined ? [] : [" “", said(label), "”"])),
      ...expectations.map(({ text, holds }) => line(1, holds, "expect ", code(text), " holds only here")),
      ...verdicts.flatMap(({ first, second }) => [
        ...(first === undefined
          ? []
          : verdictLines(1, first).map((one) => ({ ...one, sign: signed(one, "first") }))),
        ...(second === undefined
          ? []
          : verdictLines(1, second).map((one) => ({ ...one, sign: signed(one, "second") }))),
      ]),
    ]),
    ...rowParts(rows, all),
    ...(paired === undefined ? [] : pairedParts(paired)),
  ];
}

function rowParts(rows: readonly Row[], all: boolean): readonly Part[] {
  if (all || rows.length <= mostRows) return [{ kind: "rows", rows }];
  const shown = rows.slice(0, mostRows - 1);
  const rest = line(1, undefined, `and ${rows.length - shown.length} more values are otherwise`);
  return [{ kind: "rows", rows: shown }, lines([rest])];
}

function signed({ depth }: Line, sign: "first" | "second"): Line["sign"] {
  return depth === 1 ? sign : undefined;
}

function yes(value: boolean | undefined): string {
  return value === true ? "yes" : "no";
}

function verdictLines(
  depth: number,
  { regulation, verdict, aim, withIt, without }: VerdictOutcome,
): readonly Line[] {
  const head = line(
    depth,
    undefined,
    code(regulation),
    ` is ${verdict}`,
    ...(aim === undefined ? [] : [", with the aim ", code(aim)]),
  );
  if (withIt === undefined || without === undefined) return [head];
  return [
    head,
    line(depth + 1, undefined, "with it ", said(sideText(withIt)), "; without it ", said(sideText(without))),
  ];
}

function aloneLines({
  in: where,
  scenario,
  label,
  held,
  disappointed,
  verdicts,
}: ScenarioAlone): readonly Line[] {
  const expected = held + disappointed.length;
  const outcome =
    expected === 0
      ? "nothing expected"
      : disappointed.length === 0
        ? everyHolds(expected)
        : `${disappointed.length} of ${counted(expected, "expectation")} disappointed`;
  return [
    line(0, where, code(scenario), ...(label === undefined ? [] : [" “", said(label), "”"]), `: ${outcome}`),
    ...disappointed.map((text) => line(1, undefined, "not so: expect ", code(text))),
    ...verdicts.flatMap((verdict) => verdictLines(1, verdict)),
  ];
}

function everyHolds(expected: number): string {
  if (expected === 1) return "its expectation holds";
  return expected === 2 ? "both expectations hold" : `all ${expected} expectations hold`;
}

// ── Properties, findings ──────────────────────────────────────────────────

export function propertySection({ comparison }: Telling): Section {
  const decided = ({ holds, runs, all }: PropertyDecided): string => {
    const how = runs === 0 ? "by the graph" : `${all ? "" : "sampled "}in ${counted(runs, "run")}`;
    return `${holds ? "holds" : "does not hold"}, ${how}`;
  };
  const told = comparison.properties.flatMap(({ property, label, first, second }) => [
    line(0, "changed", code(property), ...(label === undefined ? [] : [" “", said(label), "”"])),
    line(1, "first", decided(first)),
    line(1, "second", decided(second)),
  ]);
  return { title: "properties decided otherwise", parts: [lines(told)], folded: false };
}

export function findingSection({ comparison }: Telling): Section {
  return {
    title: "found in one alone",
    parts: [lines(comparison.findings.flatMap(findingLines))],
    folded: false,
  };
}

function findingLines({
  in: where,
  check,
  severity,
  message,
  subject,
  allowed,
}: FindingDifference): readonly Line[] {
  return [
    line(
      0,
      where,
      `${severity} `,
      code(check),
      ...(subject === "" ? [] : [" in ", code(subject)]),
      ": ",
      ...messagePieces(message),
    ),
    ...(allowed === undefined ? [] : [line(1, undefined, "the other allows it: “", said(allowed), "”")]),
  ];
}

/** Names stand in backquotes in messages. */
function messagePieces(message: string): readonly Inline[] {
  return message
    .split(/`([^`]*)`/u)
    .flatMap((text, index): readonly Inline[] =>
      text === "" ? [] : index % 2 === 1 ? [code(text)] : [said(text)],
    );
}

// ── Experiments ───────────────────────────────────────────────────────────

/** How both can be carried out on the same random numbers; what they measure is then compared there. */
export function experimentSection({ comparison, files }: Telling): Section {
  const isFile = files.first !== "-" && files.second !== "-";
  // Of two models that are the same nothing is to be measured, and with errors nothing can be.
  const those =
    comparison.verdict === "different" && comparison.outcomes !== undefined ? comparison.experiments : [];
  const told = those.flatMap(({ name, unmatched }) => {
    if (unmatched.length > 0)
      return [line(0, "changed", code(name), ": only the second measures ", listing(unmatched.map(code)))];
    if (!isFile) return [];
    const words = ["niklas", "experiment", files.second, name, "--against", files.first];
    return [
      line(
        0,
        undefined,
        code(name),
        ", in both on the same random numbers: ",
        code(words.map(shellWord).join(" ")),
      ),
    ];
  });
  return { title: "experiments of both", parts: [lines(told)], folded: false };
}
