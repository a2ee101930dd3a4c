/* The command line as a whole: its commands are in `program/`. */
import { Command, CommanderError } from "commander";
import { statuses, type Status } from "./errors.ts";
import type { Adding } from "./program/adding.ts";
import { addChecking } from "./program/checking.ts";
import { addExperiments } from "./program/experiments.ts";
import { addRunning } from "./program/running.ts";
import { addShowing } from "./program/showing.ts";
import { addWriting } from "./program/writing.ts";
import { print } from "./terminal.ts";
import { unknownCommand, usageError } from "./usage.ts";
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

  const adding: Adding = { program, done: (ended) => (status = ended) };
  addChecking(adding);
  addRunning(adding);
  addExperiments(adding);
  addShowing(adding);
  addWriting(adding);

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
