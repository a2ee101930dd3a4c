/* `niklas compare`: two models, or two versions of one, held against each other. */
import { resolve } from "node:path";
import { visible } from "../../base/visible.ts";
import { counted, quoted } from "../../base/words.ts";
import { checks, prepare } from "../../index.ts";
import { compare, type Comparison } from "../../runs/comparison/compare.ts";
import { renderComparisonJson } from "../../views/comparison/json.ts";
import { renderComparisonMarkdown } from "../../views/comparison/markdown.ts";
import { renderComparison } from "../../views/comparison/text.ts";
import { comparisonPicture } from "../../views/pictures/comparison_picture.ts";
import type { CheckedEntry } from "../check_entry.ts";
import { guardedText } from "../ci.ts";
import { compareFormatFor, type CompareFormat } from "../comparing.ts";
import { standardInput } from "../entries.ts";
import { written } from "../drawing/written.ts";
import { reportFailures, reportThrown, statuses, type Status } from "../errors.ts";
import { UsageError } from "../failure.ts";
import { lookOf } from "../look.ts";
import { oneModel } from "../one_model.ts";
import { pathOf, realPath } from "../paths.ts";
import { evaluate } from "../ready_models.ts";
import { settingsOf, type CheckArguments, type Settings } from "../settings.ts";
import { isTerminal, print } from "../terminal.ts";
import { writeFileSafely } from "../write.ts";

export interface CompareArguments extends Pick<CheckArguments, "color" | "ascii" | "severity" | "config"> {
  readonly first: string;
  readonly second: string;
  readonly format?: CompareFormat;
  readonly output?: string;
  /** Everything that is otherwise, word by word. */
  readonly all?: boolean;
  /** Whether the status says that they differ. */
  readonly exitCode?: boolean;
  readonly seed?: number;
  /** With how many seeds what both have is played, where chance has a part in it. */
  readonly runs?: number;
}

export async function compareCommand(typed: CompareArguments): Promise<Status> {
  const {
    first,
    second,
    format: asked,
    output,
    all = false,
    exitCode = false,
    seed,
    runs,
    ...others
  } = typed;
  const format = compareFormatFor(asked, output);
  if (first === standardInput && second === standardInput)
    throw new UsageError(
      "standard input can be one of the two models, and not both",
      `for example: ${quoted("git show HEAD:city.sys | niklas compare - city.sys")}`,
    );
  if (format === "png" && output === undefined && isTerminal("output"))
    throw new UsageError("a PNG is nothing for a terminal", `${quoted("-o FILE.png")} writes it into a file`);
  const settings = settingsOf({ ...others, paths: [first, second] }, checks);
  const [left, right] = [
    await oneModel(first, settings, "two models are compared"),
    await oneModel(second, settings, "two models are compared"),
  ];
  if ("message" in left || "message" in right) {
    reportFailures([left, right].filter((one) => "message" in one));
    return statuses.failed;
  }
  const [one, other] = [left, right].map(({ result }) => prepare(result, { evaluate }));
  if (one === undefined || other === undefined) return statuses.failed;
  refuseToReplace([left, right], output, settings);
  const comparison = compare(one, other, { seed, runs, severities: settings.levels });
  const result = await inForm(comparison, format, typed, settings);
  if (output === undefined) {
    const printed = print("output", typeof result === "string" ? guardedText(result, process.env) : result);
    if (printed.kind === "failed") return reportThrown(printed.error);
  } else {
    const content = typeof result === "string" ? new TextEncoder().encode(result) : result;
    const done = writeFileSafely(resolve(settings.workingFolder, output), content, { anyKind: true });
    if (done.kind === "failed") {
      reportFailures([{ message: `cannot write ${quoted(output)}: ${done.reason}` }]);
      return statuses.failed;
    }
  }
  const both = left.name === right.name ? [left] : [left, right];
  const wrong = both.map(toldErrors).includes(true);
  return wrong || (exitCode && comparison.verdict === "different") ? statuses.found : statuses.fine;
}

async function inForm(
  comparison: Comparison,
  format: CompareFormat,
  { first, second, all = false, output }: CompareArguments,
  settings: Settings,
): Promise<string | Uint8Array> {
  const page = { files: { first, second }, all };
  switch (format) {
    case "text": {
      const look =
        output === undefined ? lookOf(settings, "output") : { ascii: settings.ascii, colour: false };
      return renderComparison(comparison, { ...page, ...look });
    }
    case "json":
      return renderComparisonJson(comparison, page.files);
    case "markdown":
      return renderComparisonMarkdown(comparison, page);
    default:
      return written({ kind: "graph", graph: comparisonPicture(comparison, page.files) }, format);
  }
}

/** What is compared is not written over. Throws `UsageError`. */
function refuseToReplace(
  compared: readonly CheckedEntry[],
  output: string | undefined,
  { workingFolder }: Settings,
): void {
  if (output === undefined) return;
  const path = realPath(resolve(workingFolder, output));
  const read = compared.flatMap(({ result, placing }) => [...result.sources.keys()].map(placing.file));
  if (path === undefined || !read.some((name) => realPath(pathOf(workingFolder, name)) === path)) return;
  throw new UsageError(`${quoted(output)} is what is compared`, "give the comparison another name");
}

/** A model with errors is compared as far as it is understood, and that is said. */
function toldErrors({ name, file, result, isWrongAsSaid }: CheckedEntry): boolean {
  const errors = result.diagnostics.filter(({ severity }) => severity === "error").length;
  if (errors === 0 || isWrongAsSaid) return false;
  print(
    "errors",
    `niklas: ${visible(name)} has ${counted(errors, "error")}, and is compared as far as it is understood; \`niklas check ${visible(file)}\` tells them\n`,
  );
  return true;
}
