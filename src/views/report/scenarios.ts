/* A scenario that was played: its story, what came of it, and the verdicts on the regulations in it. */
import { limits } from "../../base/limits.ts";
import { numberText } from "../../base/words.ts";
import { decisiveSteps } from "../../engine/inquiry/decisive.ts";
import { shownValue, withUnit } from "../../engine/values.ts";
import type { Scenario } from "../../model/model.ts";
import type { AimResult, RunResult, VerdictResult } from "../../runs/run.ts";
import { inquiryInto } from "../../runs/why.ts";
import { readText } from "../call_text.ts";
import { storyOf } from "../story.ts";
import { shortened } from "../story_text.ts";
import { code, paragraph, prose, said, strong, type Block, type Inline } from "./document.ts";
import { findingBlocks } from "./findings.ts";
import { figures, isOfScenario } from "./pictures.ts";
import { numbered, verdictText } from "./kinds.ts";
import { remarkBlocks } from "./remarks.ts";
import { heading, tableOf, titleOf, wordsOfName, type Telling } from "./telling.ts";

/** A story longer than this is told in its decisive parts, its beginning and its end. */
const mostLines = 60;

export function scenarioBlocks(telling: Telling, scenario: Scenario): readonly Block[] {
  const { input, bibliography } = telling;
  const result = input.results.find((each) => each.scenario === scenario.name);
  const cited = bibliography.cited(scenario.citations);
  const like =
    scenario.like === undefined
      ? []
      : prose("It begins with all that happens in “", telling.name(scenario.like.id), "”. ");
  return [
    heading(3, said(titleOf(scenario))),
    ...remarkBlocks(scenario.doc),
    ...(like.length + cited.length > 0 ? [paragraph(like, cited)] : []),
    ...(result === undefined
      ? [paragraph("It has not been played. What is to happen in it:"), course(telling, scenario)]
      : resultBlocks(telling, result)),
    ...likeBlocks(telling, scenario),
    ...figures(
      input.pictures,
      (name) => isOfScenario(name, scenario.name),
      (result?.verdicts.length ?? 0) > 0,
    ),
  ];
}

/** That a scenario has no pictures of its own, since they would show what those of the one that it begins like show. */
function likeBlocks({ input, model, name }: Telling, { name: own, like }: Scenario): readonly Block[] {
  const other = model.scenarios.find(({ id }) => id === like?.id);
  if (other === undefined) return [];
  const has = (scenario: string): boolean =>
    [...input.pictures.keys()].some((picture) => isOfScenario(picture, scenario));
  return has(own) || !has(other.name)
    ? []
    : [paragraph("Pictures of it would show the same as those of “", name(other.id), "”.")];
}

/** The steps as they are written. */
function course({ input }: Telling, { block }: Scenario): Block {
  const { file, start, end } = block.place;
  return {
    kind: "code",
    text: dedented(input.prepared.checked.sources.get(file)?.text.slice(start, end) ?? ""),
  };
}

function dedented(text: string): string {
  const lines = text.split(/\r\n|\r|\n/u);
  const indents = lines
    .slice(1)
    .filter((line) => line.trim() !== "")
    .map((line) => /^\s*/u.exec(line)?.[0].length ?? 0);
  const common = indents.length === 0 ? 0 : Math.min(...indents);
  return [lines[0] ?? "", ...lines.slice(1).map((line) => line.slice(common))].join("\n");
}

function resultBlocks(telling: Telling, result: RunResult): readonly Block[] {
  const { scenario, seed, steps, broken, diagnostics } = result;
  return [
    paragraph(
      "Scenario ",
      code(scenario),
      `, played with seed ${seed}: `,
      broken ? `it was broken off in step ${steps}.` : lengthPieces(telling, steps),
    ),
    ...storyBlocks(telling, result),
    ...expectationBlocks(result),
    ...valueBlocks(telling, result),
    ...result.verdicts.flatMap((verdict) => verdictBlocks(telling, verdict)),
    ...findingBlocks(telling, diagnostics),
  ];
}

/** How long it took, and what a step of it stands for. */
function lengthPieces({ model }: Telling, steps: number): readonly Inline[] {
  if (steps === 0) return prose("it ends without a step.");
  const unit = model.stepUnit;
  return prose(
    `it ends after ${numbered(steps, "step")}`,
    unit === undefined ? "" : prose(" (one ", said(unit), steps === 1 ? ")" : " each)"),
    ".",
  );
}

function storyBlocks({ command, path }: Telling, result: RunResult): readonly Block[] {
  const { scenario, seed } = result;
  const again = (...options: readonly string[]): Inline =>
    command("niklas", "run", path, scenario, "--seed", String(seed), ...options);
  if (!result.traced) {
    return [
      paragraph(
        "Its story is left out, since no trace of the run was kept: one of more than ",
        `${numberText(limits.traceLength)} entries would be too long to be told. What stands below is what it came to. `,
        again("--format", "json"),
        " writes what happened as far as a trace goes; a run of fewer steps is told in full.",
      ),
    ];
  }
  const inquiry = inquiryInto(result);
  const parts = storyOf(inquiry, result.steps, { noise: false, fold: true });
  const told = shortened(parts, { most: mostLines, decisive: () => decisiveSteps(inquiry, result.played) });
  if (told.length === 0) return [];
  return [
    { kind: "story", parts: told },
    ...(told.every((part) => "lines" in part)
      ? []
      : [paragraph("Only its decisive steps are told here. ", again("--all"), " tells all of them.")]),
  ];
}

function expectationBlocks({ expectations }: RunResult): readonly Block[] {
  return tableOf(
    ["What the modeller expects", "In step", "What came of it"],
    expectations.map(({ text, step, holds }) => [
      [code(text)],
      prose(String(step)),
      holds ? prose("as expected") : prose(strong("disappointed")),
    ]),
  );
}

/** The values that are others in the end than at first. */
function valueBlocks(telling: Telling, { values, played }: RunResult): readonly Block[] {
  const { slots } = played.course.compiled.layout;
  const initial = played.course.initialValues();
  const rows = values.flatMap(({ value }, number) => {
    const before = initial[number]?.value;
    const slot = slots[number];
    if (slot === undefined || before === undefined || Object.is(before, value)) return [];
    const shown = [shownValue(before, slot.type), shownValue(value, slot.type)];
    if (shown[0] === shown[1]) return [];
    return [
      [
        [code(slot.called)],
        labelOf(telling, slot.owner, slot.name),
        ...shown.map((text) => prose(said(withUnit(text, slot.type)))),
      ],
    ];
  });
  return tableOf(["What has changed", "What it is", "At first", "In the end"], rows);
}

function labelOf({ index }: Telling, owner: string, name: string): readonly Inline[] {
  const label = index.expectation(owner, name)?.label ?? index.quantity(owner, name)?.label;
  return label === undefined ? [] : [said(label)];
}

function verdictBlocks(telling: Telling, verdict: VerdictResult): readonly Block[] {
  const { regulation, aim, withIt, without } = verdict;
  const label = telling.model.regulations.find(({ namePlace }) => namePlace === verdict.place)?.label;
  return [
    paragraph(
      "The regulation ",
      strong(said(label ?? wordsOfName(regulation))),
      " is ",
      strong(verdict.verdict),
      `: ${verdictText(verdict.verdict)}. The scenario was played a second time without it, to see what it is that it changes.`,
    ),
    ...(aim === undefined || withIt === undefined || without === undefined
      ? []
      : tableOf(
          ["The aim", "With the regulation", "Without it"],
          [[[code(aim)], sidePieces(withIt), sidePieces(without)]],
        )),
  ];
}

function sidePieces({ holds, off, values }: AimResult): readonly Inline[] {
  const far = holds || off === undefined ? "" : `, ${off} off`;
  return prose(holds ? "reached" : "not reached", far, said(readText(values)));
}
