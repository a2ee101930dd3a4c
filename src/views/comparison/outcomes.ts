/* What comes of the two models: the same scenarios, verdicts, properties, findings, cascades. */
import { counted } from "../../base/words.ts";
import type { Cascade, Looked } from "../../runs/comparison/cascades.ts";
import type { PropertyDecided } from "../../runs/comparison/compare.ts";
import type { FindingDifference } from "../../runs/comparison/findings.ts";
import type { ScenarioAlone, ScenarioDifference, VerdictOutcome } from "../../runs/comparison/outcomes.ts";
import { sideText } from "../outcome_text.ts";
import { code, said, listing, type Inline, prose } from "../report/document.ts";
import { line, lines, type Line, type Part, type Row, type Section, type Telling } from "./parts.ts";

export function outcomeSections(telling: Telling): readonly Section[] {
  const { comparison, sides } = telling;
  const { outcomes } = comparison;
  if (outcomes === undefined) {
    const wrong = [
      { side: sides.first, errors: comparison.first.errors },
      { side: sides.second, errors: comparison.second.errors },
    ].filter(({ errors }) => errors > 0);
    const told = wrong.map(({ side, errors }) =>
      line(
        0,
        undefined,
        said(side),
        ` has ${counted(errors, "error")}, and does not run: runs are not compared`,
      ),
    );
    return [{ title: "runs", parts: [lines(told)], folded: false }];
  }
  const same = outcomes.otherwise.flatMap(scenarioParts);
  const alone = outcomes.alone.flatMap(aloneLines);
  return [
    { title: "the same scenarios, other ends", parts: same, folded: false },
    { title: "scenarios of one alone, and their verdicts", parts: [lines(alone)], folded: false },
  ];
}

function scenarioParts({
  scenario,
  label,
  expectations,
  verdicts,
  values,
  steps,
  broken,
}: ScenarioDifference): readonly Part[] {
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
    { kind: "rows", rows },
  ];
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

// ── Cascades ──────────────────────────────────────────────────────────────

export function cascadeSection({ comparison, sides }: Telling): Section {
  const { cascades } = comparison;
  if (cascades === undefined) return { title: "", parts: [], folded: false };
  const { first, second, looked } = cascades;
  const told = [
    ...(first === undefined ? [] : [line(0, "first", ...cascadePieces(first))]),
    ...(second === undefined ? [] : [line(0, "second", ...cascadePieces(second))]),
  ];
  const played = (side: string, what: Looked): readonly Inline[] =>
    prose(
      `${counted(what.scenarios, "scenario")} of `,
      said(side),
      ` in ${counted(what.runs, "run")}`,
      what.all ? "" : ", a sample of the ways through them",
      what.broken > 0 ? `, ${what.broken} of which a limit ended` : "",
    );
  const everyWay = looked.first.all && looked.second.all ? ", every way through them" : "";
  const done = line(
    0,
    undefined,
    "played: ",
    listing([played(sides.first, looked.first), played(sides.second, looked.second)]),
    `${everyWay}; of other runs nothing is said`,
  );
  return {
    title: "the shortest cascade that occurs in one alone",
    parts: [lines(told.length === 0 ? [] : [...told, done])],
    folded: false,
  };
}

function cascadePieces({ operations, scenario, seed, step }: Cascade): readonly Inline[] {
  return prose(code(operations.join(" → ")), ", in ", code(scenario), `, seed ${seed}, step ${step}`);
}

export function experimentSection({ comparison, files }: Telling): Section {
  const told = comparison.experiments.map((name) =>
    line(
      0,
      undefined,
      "both have the experiment ",
      code(name),
      ": ",
      code(`niklas experiment ${files.second} ${name} --against ${files.first}`),
      " compares what it measures",
    ),
  );
  return { title: "experiments", parts: [lines(told)], folded: false };
}
