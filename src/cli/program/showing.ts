/* The commands that show models, with their options and their help. What they do is loaded when it is asked for. */
import type { CompareArguments } from "../commands/compare.ts";
import type { DrawArguments } from "../commands/draw.ts";
import type { ReportArguments } from "../commands/report.ts";
import { compareFormats } from "../comparing.ts";
import { drawFormats } from "../drawing/formats.ts";
import { viewNames } from "../drawing/view_names.ts";
import { reportFormats, reportForms, reportStyles } from "../reporting/forms.ts";
import { choiceFor, countFor, depthFrom, seedFrom } from "../usage.ts";
import { judging, reading, type Adding } from "./adding.ts";

export function addShowing({ program, done }: Adding): void {
  reading(program.command("draw"))
    .summary("draw a picture of a model")
    .description(
      "Draws a model: its map, what can irritate what in it, or the map with what is found in it; or a run: what came of what, the values of codes, or quantities over time.",
    )
    .argument("<file>", "the model; `-` is standard input")
    .option(
      "--view <view>",
      `what to show: ${viewNames.join(", ")} (default: map)`,
      choiceFor("--view", viewNames),
    )
    .option(
      "-o, --output <file>",
      "the file to write; its ending says in which form (default: SVG to standard output)",
    )
    .option(
      "-f, --format <format>",
      `the form: ${drawFormats.join(", ")}`,
      choiceFor("--format", drawFormats),
    )
    .option("--focus <name>", "only this and what is near it")
    .option("--depth <number>", "with --focus: how many couplings away is near", depthFrom)
    .option("--from <name>", "with --view flow: where the way begins that is to be shown")
    .option("--to <name>", "with --view flow: where it leads")
    .option("--scenario <name>", "with run, lanes, series: which scenario (default: the only one)")
    .option("--seed <number>", "with run, lanes, series: the seed of chance", seedFrom)
    .addHelpText("after", drawHelp)
    .action(async (file: string, options: Omit<DrawArguments, "file">) => {
      const { drawCommand } = await import("../commands/draw.ts");
      done(await drawCommand({ ...options, file }));
    });

  reading(program.command("compare"))
    .summary("tell in what two models differ")
    .description(
      "Compares two models, or two versions of one: what they say, what leads where in them, and what comes of them.",
    )
    .argument("<first>", "a model, or an older version of it; `-` is standard input")
    .argument("<second>", "the other, or the newer version")
    .option(
      "-f, --format <format>",
      `what to print: ${compareFormats.join(", ")} (default: by the name of the file, or text)`,
      choiceFor("--format", compareFormats),
    )
    .option("-o, --output <file>", "the file to write (default: standard output)")
    .option("--all", "tell all that is otherwise word by word")
    .option("--exit-code", "end with status 1 if they differ in more than words")
    .option(
      "--runs <number>",
      "with how many seeds what both have is played, where chance has a part (default: 100)",
      countFor(
        "--runs",
        "it is a whole number from 1 on, in how many runs what is drawn by chance is compared",
      ),
    )
    .option("--seed <number>", "the seed of chance (default: what each scenario says, or 1)", seedFrom)
    .addHelpText("after", compareHelp)
    .action(async (first: string, second: string, options: Omit<CompareArguments, "first" | "second">) => {
      const { compareCommand } = await import("../commands/compare.ts");
      done(await compareCommand({ ...options, first, second }));
    });

  judging(program.command("report"))
    .summary("tell all there is to tell of a model, in one file")
    .description(
      "Makes a report of a model to hand in or to put online: what it consists of, its findings, runs and sources.",
    )
    .argument("<file>", "the model, or a Markdown file with one; `-` is standard input")
    .option("-o, --output <file>", "the file to write (default: standard output)")
    .option(
      "-f, --format <format>",
      `what to write: ${reportFormats.join(", ")} (default: by the name of the file, or html)`,
      choiceFor("--format", reportFormats),
    )
    .option(
      "--form <form>",
      `report, or odd: the seven elements of the ODD protocol (default: report)`,
      choiceFor("--form", reportForms),
    )
    .option(
      "--style <style>",
      `how works are cited: ${reportStyles.join(", ")} (default: apa)`,
      choiceFor("--style", reportStyles),
    )
    .option("--seed <number>", "the seed of chance (default: what each scenario says, or 1)", seedFrom)
    .addHelpText("after", reportHelp)
    .action(async (file: string, options: Omit<ReportArguments, "file">) => {
      const { reportCommand } = await import("../commands/report.ts");
      done(await reportCommand({ ...options, file }));
    });
}

const drawHelp = `
The status is 0 if it is drawn, 1 if it is drawn and the model has errors, and 2 if the job could not be done. A PNG needs the
package @resvg/resvg-js beside Niklas, and has the fonts of the system.

For example:
  niklas draw city.sys -o city.svg
  niklas draw city.sys --focus law --depth 1 -o law.png
  niklas draw city.sys --view flow --from politics --to economy -o steering.svg
  niklas draw city.sys --view check -o findings.svg
  niklas draw city.sys --view run --scenario decree -o decree.svg
  niklas draw city.sys --view series --scenario decree -o prices.csv
  niklas draw city.sys --format mermaid`;

const compareHelp = `
Order, layout and comments do not count; labels and doc comments are told apart as words. The status is 0 if both could be compared,
1 with --exit-code if they differ in more than words, or if one of them has errors, and 2 if the job could not be done.

For example:
  niklas compare old.sys new.sys
  niklas compare old.sys new.sys -o differences.svg
  niklas compare old.sys new.sys --format markdown >> comment.md
  git show HEAD~1:city.sys | niklas compare - city.sys`;

const reportHelp = `
Of a model with errors it tells what can be said without a run, the errors first. The status is 0 if all is as expected, 1 if
something is not or the model has errors, and 2 if the job could not be done.

For example:
  niklas report city.sys -o city.html
  niklas report city.sys -o city.md --style chicago
  niklas report city.sys -o odd.md --form odd`;
