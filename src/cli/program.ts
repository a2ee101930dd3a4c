/* The command line as a whole: its commands, its options, its help. What they do is loaded when it is asked for. */
import { Command, CommanderError } from "commander";
import { colorChoices, type ColorChoice } from "./color.ts";
import { statuses, type Status } from "./errors.ts";
import { failLevels, formats } from "./levels.ts";
import type { CheckArguments } from "./settings.ts";
import { print } from "./terminal.ts";
import { choiceFor, collect, unknownCommand, usageError } from "./usage.ts";
import { version } from "./version.ts";

/** Runs a command line (without the names of Node and of the script) and gives the status to end with. */
export async function runProgram(args: readonly string[]): Promise<Status> {
  let status: Status = statuses.fine;
  const program = new Command("niklas")
    .description("Checks models of society in the sense of Niklas Luhmann's systems theory.")
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

  program
    .command("check")
    .summary("check models")
    .description("Checks models: what cannot be read, and what contradicts the theory.")
    .argument("[paths...]", "files and folders; `-` is standard input (default: this folder)")
    .option("-f, --format <format>", `what to print: ${formats.join(", ")}`, choiceFor("--format", formats))
    .option("-o, --output <format=file>", "write a file besides; may be repeated", collect)
    .option(
      "-s, --severity <check=level>",
      "set a check to error, warning, hint or off; may be repeated",
      collect,
    )
    .option(
      "--fail-level <level>",
      `from where on to end with status 1: ${failLevels.join(", ")}`,
      choiceFor("--fail-level", failLevels),
    )
    .option("--fix", "mend what can be mended with certainty")
    .option("-q, --quiet", "print errors only")
    .option(
      "--color <when>",
      `whether to colour: ${colorChoices.join(", ")}`,
      choiceFor("--color", colorChoices),
    )
    .option("--ascii", "draw with signs of ASCII alone")
    .option("--config <file>", "the project file (default: niklas.json of this project)")
    .option("--no-config", "without a project file")
    .addHelpText("after", checkHelp)
    .action(async (paths: readonly string[], options: Omit<CheckArguments, "paths">) => {
      const { checkCommand } = await import("./commands/check.ts");
      status = await checkCommand({ ...options, paths });
    });

  program
    .command("explain")
    .summary("explain a check")
    .description("Explains a check: what it finds, why the theory says so, a wrong model and a right one.")
    .argument("[check]", "the name of the check; without it, all checks are listed")
    .option(
      "--color <when>",
      `whether to colour: ${colorChoices.join(", ")}`,
      choiceFor("--color", colorChoices),
    )
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
  niklas explain             list the checks`;

const checkHelp = `
The status is 0 if nothing is at or above the fail level, 1 if something is, and 2 if the job could not be done:
a command line or project file that is not understood, a file that cannot be read, nothing to check, a limit.

For example:
  niklas check --format sarif --output text=findings.txt models
  niklas check --severity missing_program=off --fail-level warning
  niklas check --fix city.sys`;
