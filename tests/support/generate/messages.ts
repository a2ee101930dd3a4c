/*
 * The document on how good the messages are: the fifteen situations with the messages that their models really get,
 * and the scores.
 */
import { check, memoryHost, renderText, type Diagnostic } from "../../../src/index.ts";
import { formatted, generatedFrom, table } from "./markdown.ts";
import {
  common,
  criteria,
  situations,
  type Criterion,
  type Judgement,
  type Situation,
} from "./situations.ts";

const names = Object.keys(criteria) as Criterion[];

/** The most that a message can get. */
const most = names.length * 3;

/** The text of `docs/messages.md`. */
export function messagesPage(): Promise<string> {
  const totals = situations.map(totalOf);
  const average = totals.reduce((sum, total) => sum + total, 0) / totals.length;
  return formatted(
    [
      generatedFrom("`tests/support/generate/situations.ts`"),
      "# How good the messages are",
      `Fifteen mistakes that people make, the message that each gets, and what a stranger would think of it. The messages stand here as they are printed: the page is made from the models, and a test fails when it is stale. The scores are judgements, and are given anew when a message changes: for each of sixteen criteria from 0 to 3, ${most} in all.`,
      `**The messages get ${average.toFixed(1)} of ${most} on average**, the least of them ${Math.min(...totals)}, the best ${Math.max(...totals)}.`,
      "## The criteria",
      table(
        ["", "criterion", "three points for"],
        names.map((name) => [name, criteria[name][0], criteria[name][1]]),
      ),
      "Two of them are the same for all messages, and below 3:",
      Object.entries(common)
        .map(([name, judgement]) => `- ${reason(name, judgement)}`)
        .join("\n"),
      "What can be measured is tested (`tests/messages.test.ts`): that the edits mend, that nothing else is said, that the pages are there. R10 is measured by `tests/seeded.test.ts`, which plants known mistakes into the examples, one to five at a time, and counts: at least 98 of 100 must be found on their lines, with at most one other finding for every five.",
      "## The scores",
      table(
        ["", "situation", ...names, "sum"],
        situations.map((situation, index) => [
          `${index + 1}`,
          `[${situation.title}](#${index + 1}-${anchor(situation.title)})`,
          ...names.map((name) => `${scoreOf(situation, name)}`),
          `**${totalOf(situation)}**`,
        ]),
      ),
      ...situations.map((situation, index) => section(situation, index + 1)),
    ].join("\n\n"),
  );
}

export function scoreOf({ below }: Situation, name: Criterion): number {
  return (below[name] ?? common[name])?.[0] ?? 3;
}

export function totalOf(situation: Situation): number {
  return names.reduce((sum, name) => sum + scoreOf(situation, name), 0);
}

/** What is found in a situation: in its first file, with the others beside it. */
export function checkSituation({ files }: Situation, entry = 0) {
  const [name, text] = files[entry] ?? ["", ""];
  return check({ name, text }, { host: memoryHost(new Map(files)) });
}

function section(situation: Situation, number: number): string {
  const { title, mistake, files, below } = situation;
  const { diagnostics, sources } = checkSituation(situation);
  const message = renderText(diagnostics, sources, { width: 100 });
  const reasons = Object.entries(below).map(([name, judgement]) => `- ${reason(name, judgement)}`);
  return [
    `## ${number} ${title}`,
    `${mistake} Score: **${totalOf(situation)}**.`,
    ...files.map(
      ([name, text], index) =>
        `\`\`\`sys file=${name}${promise(checkSituation(situation, index).diagnostics)}\n${text}\`\`\``,
    ),
    `\`\`\`text\n${message}\`\`\``,
    ...(reasons.length === 0 ? [] : [reasons.join("\n")]),
  ].join("\n\n");
}

/** What the test of the documents expects of the model: `error=NAME`. */
function promise(diagnostics: readonly Diagnostic[]): string {
  return (["error", "warning", "hint"] as const)
    .map((severity) => {
      const found = diagnostics.filter((diagnostic) => diagnostic.severity === severity);
      const checks = [...new Set(found.map(({ check: name }) => name))].sort();
      return checks.length === 0 ? "" : ` ${severity}=${checks.join(",")}`;
    })
    .join("");
}

function reason(name: string, judgement: Judgement | undefined): string {
  const criterion = names.find((candidate) => candidate === name);
  const [score, why] = judgement ?? [3, ""];
  return `${name}, ${criterion === undefined ? "" : criteria[criterion][0]}: ${score}, ${why}`;
}

/** The anchor that a code host makes of a heading. */
function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");
}
