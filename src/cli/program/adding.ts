/* What commands have in common where they are added to the command line. */
import type { Command } from "commander";
import { colorChoices } from "../color.ts";
import type { Status } from "../errors.ts";
import { choiceFor, collect } from "../usage.ts";

export interface Adding {
  readonly program: Command;
  /** Told by a command the status to end with. */
  readonly done: (status: Status) => void;
}

/** The options of what is printed. */
export function coloured(command: Command): Command {
  return command.option(
    "--color <when>",
    `whether to colour: ${colorChoices.join(", ")}`,
    choiceFor("--color", colorChoices),
  );
}

/** The options of what is printed with frames and arrows. */
export function looking(command: Command): Command {
  return coloured(command).option("--ascii", "draw with signs of ASCII alone");
}

/** The options of what heeds a project file. */
export function configured(command: Command): Command {
  return coloured(command)
    .option("--config <file>", "the project file (default: niklas.json of this project)")
    .option("--no-config", "without a project file");
}

/** The options of what checks models. */
export function judging(command: Command): Command {
  return configured(
    command.option(
      "-s, --severity <check=level>",
      "set a check to error, warning, hint or off; may be repeated",
      collect,
    ),
  );
}

/** What all commands take that read models, and tell of them. */
export function reading(command: Command): Command {
  return judging(command).option("--ascii", "draw with signs of ASCII alone");
}

export const markdownHelp = "look into the Markdown files of folders, too";

export const watchHelp = "do it again whenever a file changes, and tell what is otherwise";
