/* The command line as a whole: its commands, its options, its help. What they do is loaded when it is asked for. */
import { Command, CommanderError } from "commander";
import { colorChoices, type ColorChoice } from "./color.ts";
import { statuses, type Status } from "./errors.ts";
import { failLevels, formats } from "./levels.ts";
import type { AdviseArguments } from "./commands/advise.ts";
import type { CompareArguments } from "./commands/compare.ts";
import type { DrawArguments } from "./commands/draw.ts";
import type { ExploreArguments } from "./commands/explore.ts";
import type { FmtArguments } from "./commands/fmt.ts";
import type { PlayArguments } from "./commands/play.ts";
import type { RefactorArguments } from "./commands/refactor.ts";
import type { ReportArguments } from "./commands/report.ts";
import type { RunArguments } from "./commands/run.ts";
import type { TestArguments } from "./commands/test.ts";
import type { WhyArguments } from "./commands/why.ts";
import { compareFormats } from "./comparing.ts";
import { drawFormats } from "./drawing/formats.ts";
import { viewNames } from "./drawing/view_names.ts";
import { addExperiments } from "./experimenting/program.ts";
import { reportFormats, reportForms, reportStyles } from "./reporting/forms.ts";
import { adviceFormats, exploreFormats, runFormats, testFormats, whyFormats } from "./run_formats.ts";
import type { CheckArguments } from "./settings.ts";
import { print } from "./terminal.ts";
import {
  choicesFrom,
  choiceFor,
  collect,
  countFor,
  depthFrom,
  portFrom,
  seedFrom,
  unknownCommand,
  usageError,
} from "./usage.ts";
import { version } from "./version.ts";

/** Runs a command line (without the names of Node and of the script) and gives the status to end with. */
export async function runProgram(args: readonly string[]): Promise<Status> {
  let status: Status = statuses.fine;
  const program = new Command("niklas")
    .description("Models of society in the sense of Niklas Luhmann's systems theory: checked, run, asked.")
    .version(version(), "-v, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    .showSuggestionAfterError(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void print("output", text),
      writeErr: (text) => void print("errors", text),
      outputError: () => {},
    })
    .addHelpText("after", overview);

  const colorOption = [
    "--color <when>",
    `whether to colour: ${colorChoices.join(", ")}`,
    choiceFor("--color", colorChoices),
  ] as const;
  const severityOption = [
    "-s, --severity <check=level>",
    "set a check to error, warning, hint or off; may be repeated",
    collect,
  ] as const;
  /** What all commands take that read models. */
  const reading = (command: Command): Command =>
    command
      .option(...severityOption)
      .option(...colorOption)
      .option("--ascii", "draw with signs of ASCII alone")
      .option("--config <file>", "the project file (default: niklas.json of this project)")
      .option("--no-config", "without a project file");

  reading(program.command("check"))
    .summary("check models")
    .description("Checks models: what cannot be read, and what contradicts the theory.")
    .argument("[paths...]", "files and folders; `-` is standard input (default: this folder)")
    .option("-f, --format <format>", `what to print: ${formats.join(", ")}`, choiceFor("--format", formats))
    .option("-o, --output <format=file>", "write a file besides; may be repeated", collect)
    .option(
      "--fail-level <level>",
      `from where on to end with status 1: ${failLevels.join(", ")}`,
      choiceFor("--fail-level", failLevels),
    )
    .option("--fix", "mend what can be mended with certainty")
    .option("--markdown", markdownHelp)
    .option("-q, --quiet", "print errors only")
    .option("-w, --watch", watchHelp)
    .addHelpText("after", checkHelp)
    .action(async (paths: readonly string[], options: Omit<CheckArguments, "paths">) => {
      const { checkCommand } = await import("./commands/check.ts");
      status = await checkCommand({ ...options, paths });
    });

  reading(program.command("run"))
    .summary("play scenarios and tell their stories")
    .description("Plays scenarios, and tells step by step what happened and what each system made of it.")
    .argument("<file>", "the model, or a Markdown file with models; `-` is standard input")
    .argument("[scenarios...]", "the scenarios to play (default: all of the file)")
    .option(
      "-f, --format <format>",
      `what to print: ${runFormats.join(", ")}`,
      choiceFor("--format", runFormats),
    )
    .option("--seed <number>", "the seed of chance (default: what the scenario says, or 1)", seedFrom)
    .option(
      "--choices <numbers>",
      "what is decided of all that is left open, as `niklas explore` prints it",
      choicesFrom,
    )
    .option("--noise", "tell everything that was noise, and why")
    .option("--all", "tell every step of a long story")
    .option("--robust", robustHelp)
    .option("-w, --watch", watchHelp)
    .addHelpText("after", runHelp)
    .action(async (file: string, scenarios: readonly string[], options: Omit<RunArguments, "file">) => {
      const { runCommand } = await import("./commands/run.ts");
      status = await runCommand({ ...options, file, scenarios });
    });

  reading(program.command("test"))
    .summary("run all scenarios and properties")
    .description("Runs the scenarios of models, and says which expectations and properties hold.")
    .argument("[paths...]", "files and folders; `-` is standard input (default: this folder)")
    .option(
      "-f, --format <format>",
      `what to print: ${testFormats.join(", ")}`,
      choiceFor("--format", testFormats),
    )
    .option("--filter <text>", "only what has this in its name, or in that of its file")
    .option("--markdown", markdownHelp)
    .option("--coverage", "tell which clauses and channels took part in no run")
    .option("--robust", robustHelp)
    .option("-w, --watch", watchHelp)
    .option("--seed <number>", "the seed of chance (default: what each scenario says, or 1)", seedFrom)
    .addHelpText("after", testHelp)
    .action(async (paths: readonly string[], options: Omit<TestArguments, "paths">) => {
      const { testCommand } = await import("./commands/test.ts");
      status = await testCommand({ ...options, paths });
    });

  reading(program.command("explore"))
    .summary("explore every run there can be")
    .description(
      "Explores all runs of scenarios: takes every branch of alternatives and every chance both ways, decides the properties, and says what can come about and what cannot.",
    )
    .argument("<file>", "the model, or a Markdown file with models; `-` is standard input")
    .argument("[scenario]", "the scenario to explore (default: all of the file)")
    .option(
      "-f, --format <format>",
      `what to print: ${exploreFormats.join(", ")}`,
      choiceFor("--format", exploreFormats),
    )
    .option("--states <number>", "how many states there may be (default: 2000000)", countFor("--states"))
    .option("--depth <number>", "after how many steps to go no further (default: never)", countFor("--depth"))
    .option(
      "--runs <number>",
      "how many runs to play where not all can be explored (default: 1000)",
      countFor("--runs"),
    )
    .option("--all", "tell every step of the runs that violate something")
    .addHelpText("after", exploreHelp)
    .action(
      async (
        file: string,
        scenario: string | undefined,
        options: Omit<ExploreArguments, "file" | "scenario">,
      ) => {
        const { exploreCommand } = await import("./commands/explore.ts");
        status = await exploreCommand({ ...options, file, scenario });
      },
    );

  reading(program.command("why"))
    .summary("ask why something happened, or did not")
    .description(
      "Plays a scenario, and tells how something in it came about, or where each way to it was cut off.",
    )
    .argument("<file>", "the model, or a Markdown file with models; `-` is standard input")
    // What is missing of these is said when the model is known, whose scenarios can then be named.
    .usage("[options] <file> <scenario> <what>")
    .argument("[scenario]", "the scenario to play")
    .argument(
      "[what]",
      "what is asked about: a system, or a part of one such as economy.price or law.judgment",
    )
    .option(
      "-f, --format <format>",
      `what to print: ${whyFormats.join(", ")}`,
      choiceFor("--format", whyFormats),
    )
    .option("--seed <number>", "the seed of chance (default: what the scenario says, or 1)", seedFrom)
    .addHelpText("after", whyHelp)
    .action(
      async (
        file: string,
        scenario: string | undefined,
        subject: string | undefined,
        options: Omit<WhyArguments, "file" | "scenario" | "subject">,
      ) => {
        const { whyCommand } = await import("./commands/why.ts");
        status = await whyCommand({ ...options, file, scenario, subject });
      },
    );

  reading(program.command("advise"))
    .summary("search for what would make a regulation effective")
    .description(
      "Searches for the smallest changes of a model that would make a regulation effective, each tried by running it.",
    )
    .argument("<file>", "the model; `-` is standard input")
    .argument("[regulation]", "the regulation (default: the only one)")
    .option(
      "--scenario <name>",
      "the scenario in which it is to be effective (default: the first where it is not)",
    )
    .option(
      "-f, --format <format>",
      `what to print: ${adviceFormats.join(", ")}`,
      choiceFor("--format", adviceFormats),
    )
    .option("--seed <number>", "the seed of chance (default: what the scenario says, or 1)", seedFrom)
    .option(
      "--most <number>",
      "how many changed models to try at most (default: 200)",
      countFor("--most", "it is a whole number from 1 on: so many changed models are tried at most"),
    )
    .addHelpText("after", adviseHelp)
    .action(
      async (
        file: string,
        regulation: string | undefined,
        options: Omit<AdviseArguments, "file" | "regulation">,
      ) => {
        const { adviseCommand } = await import("./commands/advise.ts");
        status = await adviseCommand({ ...options, file, regulation });
      },
    );

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
      const { drawCommand } = await import("./commands/draw.ts");
      status = await drawCommand({ ...options, file });
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
      const { compareCommand } = await import("./commands/compare.ts");
      status = await compareCommand({ ...options, first, second });
    });
  addExperiments(program, {
    reading,
    looking: (command) => command.option(...colorOption).option("--ascii", "draw with signs of ASCII alone"),
    done: (ended) => (status = ended),
  });

  program
    .command("report")
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
    .option(...severityOption)
    .option(...colorOption)
    .option("--config <file>", "the project file (default: niklas.json of this project)")
    .option("--no-config", "without a project file")
    .addHelpText("after", reportHelp)
    .action(async (file: string, options: Omit<ReportArguments, "file">) => {
      const { reportCommand } = await import("./commands/report.ts");
      status = await reportCommand({ ...options, file });
    });

  program
    .command("fmt")
    .summary("give models their canonical layout")
    .description("Lays models out in the one canonical way, and writes them; what they say stays the same.")
    .argument("[paths...]", "files and folders; `-` is standard input (default: this folder)")
    .option("--check", "write nothing, and name the models that have another layout")
    .option("--diff", "write nothing, and show what would change")
    .option("--markdown", markdownHelp)
    .option(...colorOption)
    .option("--config <file>", "the project file (default: niklas.json of this project)")
    .option("--no-config", "without a project file")
    .addHelpText("after", fmtHelp)
    .action(async (paths: readonly string[], options: Omit<FmtArguments, "paths">) => {
      const { fmtCommand } = await import("./commands/fmt.ts");
      status = await fmtCommand({ ...options, paths });
    });

  program
    .command("refactor")
    .summary("change a model without writing it anew")
    .description(
      "Lists what can be changed in a model, or at a place of it, with the command for each; shows a change, or makes it.",
    )
    .usage("[options] [name] <file[:line[:column]]> [words...]")
    .argument(
      "[words...]",
      "a refactoring, the model, and what the refactoring is told; without any, all are listed",
    )
    .option("--write", "make the change, which otherwise is shown")
    .option(...severityOption)
    .option(...colorOption)
    .option("--config <file>", "the project file (default: niklas.json of this project)")
    .option("--no-config", "without a project file")
    .addHelpText("after", refactorHelp)
    .action(async (words: readonly string[], options: Omit<RefactorArguments, "words">) => {
      const { refactorCommand } = await import("./commands/refactor.ts");
      status = await refactorCommand({ ...options, words });
    });

  program
    .command("lsp")
    .summary("help editors with models")
    .description("A language server: editors start it, and ask it about the models that are written in them.")
    .option("--stdio", "speak through standard input and output (as it always does)")
    .addHelpText("after", lspHelp)
    .action(async () => {
      const { lspCommand } = await import("./commands/lsp.ts");
      status = await lspCommand();
    });

  program
    .command("play")
    .summary("write and run models in the browser")
    .description("Serves the playground to the browsers of this machine, and to no other, until Ctrl-C.")
    .option("--port <number>", "the port to serve it at (default: one that is free)", portFrom)
    .action(async (options: PlayArguments) => {
      const { playCommand } = await import("./commands/play.ts");
      status = await playCommand(options);
    });

  program
    .command("explain")
    .summary("explain a check")
    .description("Explains a check: what it finds, why the theory says so, a wrong model and a right one.")
    .argument("[check]", "the name of the check; without it, all checks are listed")
    .option(...colorOption)
    .action(async (name: string | undefined, options: { readonly color?: ColorChoice }) => {
      const { explainCommand } = await import("./commands/explain.ts");
      status = explainCommand({ name, color: options.color ?? "auto" });
    });

  program
    .command("help")
    .summary("print the help of a command")
    .argument("[command]", "the command; without it, all commands are listed")
    .action((name: string | undefined) => {
      const command = program.commands.find((candidate) => candidate.name() === name);
      if (command === undefined && name !== undefined) throw unknownCommand(name, program);
      (command ?? program).outputHelp();
    });

  try {
    await program.parseAsync(args, { from: "user" });
    return status;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.help") return statuses.failed;
    if (error.exitCode === 0) return statuses.fine;
    throw usageError(error, program);
  }
}

const overview = `
For example:
  niklas check city.sys      check a model
  niklas check models        check all models in a folder
  niklas check README.md     check the models in the blocks of a Markdown file
  niklas run city.sys        play its scenarios
  niklas test models         run all scenarios and properties in a folder
  niklas explore city.sys    explore every run there can be
  niklas why city.sys decree economy.price
                             say why it is what it is
  niklas advise city.sys curb
                             search for what would make a regulation effective
  niklas draw city.sys -o city.svg
                             draw its map
  niklas experiment city.sys run a scenario over and over, and measure
  niklas report city.sys -o city.html
                             tell all of it in one page
  niklas compare old.sys new.sys
                             tell in what two models differ
  niklas fmt models          lay out all models in a folder
  niklas refactor city.sys:9 what can be changed there
  niklas play                write and run models in the browser
  niklas explain             list the checks`;

const markdownHelp = "look into the Markdown files of folders, too";

const watchHelp = "do it again whenever a file changes, and tell what is otherwise";

const robustHelp =
  "tell whether verdicts hold if unsourced numbers are a tenth otherwise, and where they flip";

const runHelp = `
A model with errors does not run. The status is 0 if all is as expected, 1 if something is not or the model has errors, and 2 if
the job could not be done.

For example:
  niklas run city.sys
  niklas run city.sys decree --noise
  niklas run city.sys decree --seed 7 --format json > decree.jsonl`;

const testHelp = `
The status is 0 if all pass, 1 if something fails, and 2 if the job could not be done: also if there is nothing to test.

For example:
  niklas test models
  niklas test --filter decree --coverage city.sys
  niklas test --format junit models > niklas.xml`;

const exploreHelp = `
What was done is always said: exhausted, bounded, or sampled. The status is 0 if every property holds in all that was explored and
nothing goes wrong there, 1 if a property is violated, an expectation impossible, something goes wrong, or the model has errors, and
2 if the job could not be done.

For example:
  niklas explore city.sys
  niklas explore city.sys decree --states 10000000
  niklas explore city.sys decree --depth 12 --runs 10000
  niklas run city.sys decree --choices 0,1,1`;

const whyHelp = `
For example:
  niklas why city.sys decree economy
  niklas why city.sys reflexive_law economy.price`;

const adviseHelp = `
A proposal is a set of changes with which the regulation was effective in a run; nothing more is claimed of it. The status is 0 if
there is one, or none is needed, 1 if none was found or the model has errors, and 2 if the job could not be done.

For example:
  niklas advise city.sys curb
  niklas advise city.sys curb --scenario announced --most 1000`;

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

const fmtHelp = `
A model that cannot be read is left as it is. The status is 0 if all is well, 1 with --check or --diff if something would change,
and 2 if the job could not be done.

For example:
  niklas fmt models
  niklas fmt --check models
  niklas fmt - < city.sys`;

const refactorHelp = `
Without a name, what can be done at the place is listed, each with its command. A change that would make an error is refused. The
status is 0 if all is well, 1 if there is nothing to change or it is refused, and 2 if the job could not be done.

For example:
  niklas refactor                                              list the refactorings
  niklas refactor city.sys:53                                  what can be done there
  niklas refactor couple city.sys politics.decree economy      show the change
  niklas refactor regulate city.sys:60 --write                 make it
  niklas refactor rename city.sys economy.price cost --write
  niklas refactor extract city.sys:42 penalty`;

const lspHelp = `
How editors are told of it stands in docs/editors.md.`;

const checkHelp = `
The status is 0 if nothing is at or above the fail level, 1 if something is, and 2 if the job could not be done:
a command line or project file that is not understood, a file that cannot be read, nothing to check, a limit.

For example:
  niklas check --format sarif --output text=findings.txt models
  niklas check --severity missing_program=off --fail-level warning
  niklas check --fix city.sys`;
