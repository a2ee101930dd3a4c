/* Advice as people read it: what is, what is proposed, and how far it was looked. */
import { visible } from "../../base/visible.ts";
import { counted, listed, numberText, quoted } from "../../base/words.ts";
import type { Source } from "../../base/source.ts";
import { painter, type Style } from "../../diagnostics/show/paint.ts";
import { inAscii } from "../../diagnostics/show/signs.ts";
import { wrapped } from "../../diagnostics/show/wrap.ts";
import type { Advice, Proposal, Searched } from "../../runs/advice/advice.ts";
import type { SideEffects } from "../../runs/advice/side_effects.ts";
import type { AimResult } from "../../runs/run.ts";
import { sideText } from "../outcome_text.ts";
import { neighbourhoodRows } from "../robustness_text.ts";
import { changeWords } from "./change_words.ts";
import { changedLines } from "./changed_lines.ts";

export interface AdviceTextOptions {
  readonly colour?: boolean;
  readonly ascii?: boolean;
  readonly width?: number | undefined;
  /** What the file that is asked about is called. */
  readonly file: string;
  /** A command that gives the same advice again. */
  readonly again?: string | undefined;
}

/** A line of the text: what it says, how far it is moved in, and as what it is painted. Code is never broken. */
interface Row {
  readonly depth: number;
  readonly text: string;
  readonly style?: Style | undefined;
  readonly isCode?: boolean;
}

const row = (depth: number, text: string, style?: Row["style"]): Row => ({ depth, text, style });
const gap: Row = { depth: 0, text: "" };

export function renderAdvice(
  advice: Advice,
  sources: (file: string) => Source | undefined,
  options: AdviceTextOptions,
): string {
  const { colour = false, ascii = false, width, again } = options;
  const paint = painter(colour);
  const rows = [
    ...headRows(advice, options.file),
    ...advice.proposals.flatMap((proposal, order) => [
      gap,
      ...proposalRows(proposal, order + 1, advice, sources, options.file),
    ]),
    gap,
    ...closingRows(advice),
    ...(again === undefined ? [] : [gap, row(1, `seed ${advice.question.seed}, the same again: ${again}`)]),
  ];
  const lines = rows.flatMap(({ depth, text, style = "plain", isCode = false }) => {
    const safe = visible(text.replaceAll("\u00a0", " "), { ascii });
    const clean = ascii ? inAscii(safe) : safe;
    const indent = "  ".repeat(depth);
    const columns = width === undefined || isCode ? undefined : width - indent.length - 2;
    return wrapped(clean, columns).map((line, index) =>
      `${indent}${index > 0 && !isCode ? "  " : ""}${paint(style, line)}`.trimEnd(),
    );
  });
  return `${lines.join("\n")}\n`;
}

// ── What is ───────────────────────────────────────────────────────────────

function headRows(advice: Advice, file: string): readonly Row[] {
  const { regulation, aim, by, of, question, scenarios } = advice;
  const { verdict, scenario, steps, isAdded, result } = question;
  const whom = by === "" || of === "" ? "" : `: ${by} is to move ${of}, with the aim`;
  const where = isAdded
    ? `when it is applied and run for ${counted(steps, "step")} (no scenario applies it: this one was added for the search)`
    : `in ${scenario}, after ${counted(steps, "step")}`;
  const others = scenarios.filter((each) => each.scenario !== scenario);
  return [
    row(0, `advice on ${regulation} in ${file}`, "strong"),
    gap,
    row(1, `${regulation} is ${verdict} ${where}${whom === "" ? "; its aim is" : whom} ${aim ?? ""}`),
    ...aimRows(result.withIt, result.without),
    ...(others.length === 0
      ? []
      : [
          row(
            1,
            `elsewhere as the model is: ${others.map((each) => `${each.verdict} in ${each.scenario}`).join(", ")}`,
          ),
        ]),
  ];
}

function aimRows(withIt: AimResult | undefined, without: AimResult | undefined): readonly Row[] {
  return [
    ...(withIt === undefined ? [] : [row(2, `with it     ${sideText(withIt)}`)]),
    ...(without === undefined ? [] : [row(2, `without it  ${sideText(without)}`)]),
  ];
}

// ── What is proposed ──────────────────────────────────────────────────────

function proposalRows(
  { changes, size, edits, way, verdict, neighbourhood, sideEffects, findings }: Proposal,
  number: number,
  { question }: Advice,
  sources: (file: string) => Source | undefined,
  entry: string,
): readonly Row[] {
  const files = [...new Set(edits.map(({ place }) => place.file))];
  return [
    row(1, `${number}. ${countedChanges(changes)}, of size ${size}`, "strong"),
    ...changes.flatMap(({ facts }) => {
      const { sentence, remarks } = changeWords(facts);
      return [row(2, sentence), ...remarks.map((remark) => row(3, remark, "frame"))];
    }),
    ...files.flatMap((file) => [
      gap,
      ...(files.length > 1 || file !== entry ? [row(2, file, "frame")] : []),
      ...codeRows(
        sources(file)?.text ?? "",
        edits.filter(({ place }) => place.file === file),
      ),
    ]),
    gap,
    row(2, `effective then${question.isAdded ? "" : ` in ${question.scenario}`}, with seed ${question.seed}`),
    ...aimRows(verdict.withIt, verdict.without).map((each) => ({ ...each, depth: 3 })),
    ...(way === undefined ? [] : [row(3, `by way of ${way}`)]),
    ...neighbourhoodRows(neighbourhood, "effective", 2),
    ...sideEffectRows(sideEffects, findings),
  ];
}

/** What the regulation says of its way follows from the others. */
function countedChanges(changes: Proposal["changes"]): string {
  const others = changes.filter(({ facts }) => facts.kind !== "route").length;
  const route = others < changes.length ? ", and what the regulation says of its way" : "";
  return `${counted(others, "change")}${route}`;
}

function codeRows(text: string, edits: Proposal["edits"]): readonly Row[] {
  const hunks = changedLines(text, edits);
  const widest = Math.max(0, ...hunks.flatMap((hunk) => hunk.map(({ line }) => String(line).length)));
  return hunks.flatMap((hunk) =>
    hunk.map(({ sign, line, text: code }, index) => ({
      depth: 2,
      // The first of several that come in says before which line.
      text: `${(sign === "added" && index > 0 ? "" : String(line)).padStart(widest)} ${sign === "added" ? "+" : "-"} ${code}`,
      style: sign,
      isCode: true,
    })),
  );
}

function sideEffectRows(
  { irritated, verdicts, nowFailing, nowPassing, violations }: SideEffects,
  findings: Proposal["findings"],
): readonly Row[] {
  const rows = [
    ...irritated.map(({ system, before, after, newly }) => {
      const at = newly.length === 0 ? "" : `, newly at ${listed(newly.map(quoted))}`;
      return `${quoted(system)} is irritated ${timesText(after)} instead of ${timesText(before)}${at}`;
    }),
    ...verdicts.map(
      ({ scenario, regulation, before, after }) =>
        `in ${scenario} ${quoted(regulation)} is ${after ?? "not applied"} instead of ${before ?? "not applied"}`,
    ),
    ...(nowFailing.length === 0
      ? []
      : [`what is expected in ${listed(nowFailing.map(quoted))} is so no more`]),
    ...(nowPassing.length === 0
      ? []
      : [`what is expected in ${listed(nowPassing.map(quoted))} is so only now`]),
    ...violations.map(({ check, message }) => `in the run goes wrong: ${message} (${check})`),
    ...findings.map(
      ({ check, severity, message }) => `the check finds besides, as a ${severity}: ${message} (${check})`,
    ),
  ];
  return rows.length === 0
    ? [row(2, "side effects: none in any run of the file")]
    : [row(2, "side effects"), ...rows.map((text) => row(3, text))];
}

function timesText(times: number): string {
  return times === 0 ? "never" : times === 1 ? "once" : `${numberText(times)} times`;
}

// ── How far it was looked ─────────────────────────────────────────────────

function closingRows({
  isReached,
  isReachedWithout,
  proposals,
  searched,
  regulation,
  question,
}: Advice): readonly Row[] {
  if (isReached)
    return [
      row(1, `The aim is reached: ${regulation} is effective there as the model is. Nothing was searched.`),
    ];
  if (isReachedWithout)
    return [
      row(
        1,
        `The aim is reached with ${regulation} and without it: there is nothing that it could bring about. Nothing was searched.`,
      ),
    ];
  const head =
    proposals.length === 0
      ? "Nothing that was tried makes it effective. That is no proof that nothing does."
      : "These are proposals: what was run is said with each, and nothing else is claimed. The smallest come first: another value counts 1, what is taken out or added more, a channel whose ends the canon names otherwise most.";
  return [row(1, head), row(1, searchedText(searched, question.seed)), ...refusedRows(searched)];
}

function searchedText({ tried, most, depth, complete }: Searched, seed: number): string {
  const models = `${counted(tried, "changed model")} ${tried === 1 ? "was" : "were"} tried with seed ${seed}`;
  const end = complete
    ? "which is all that this search knows to try"
    : tried >= most
      ? "no more are tried, unless --most says otherwise"
      : "the search ended then, since it had found enough";
  return `${models}, with up to ${counted(depth, "change")} each: ${end}.`;
}

function refusedRows({ refused, idle }: Searched): readonly Row[] {
  const all = [...refused].map(([check, times]) => `${check} in ${times}`);
  return [
    ...(all.length === 0
      ? []
      : [row(1, `Not proposed, since the check finds an error then: ${all.join(", ")}.`)]),
    ...(idle === 0 ? [] : [row(1, `${counted(idle, "change")} made no difference to the run.`)]),
  ];
}
