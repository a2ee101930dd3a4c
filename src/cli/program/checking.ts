/* The commands about checks, with their options and their help. What they do is loaded when it is asked for. */
import type { ColorChoice } from "../color.ts";
import { failLevels, formats } from "../levels.ts";
import type { CheckArguments } from "../settings.ts";
import { choiceFor, collect } from "../usage.ts";
import { coloured, markdownHelp, reading, watchHelp, type Adding } from "./adding.ts";

export function addChecking({ program, done }: Adding): void {
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
      const { checkCommand } = await import("../commands/check.ts");
      done(await checkCommand({ ...options, paths }));
    });

  coloured(program.command("explain"))
    .summary("explain a check")
    .description("Explains a check: what it finds, why the theory says so, a wrong model and a right one.")
    .argument("[check]", "the name of the check; without it, all checks are listed")
    .action(async (name: string | undefined, options: { readonly color?: ColorChoice }) => {
      const { explainCommand } = await import("../commands/explain.ts");
      done(explainCommand({ name, color: options.color ?? "auto" }));
    });
}

const checkHelp = `
The status is 0 if nothing is at or above the fail level, 1 if something is, and 2 if the job could not be done:
a command line or project file that is not understood, a file that cannot be read, nothing to check, a limit.

For example:
  niklas check --format sarif --output text=findings.txt models
  niklas check --severity missing_program=off --fail-level warning
  niklas check --fix city.sys`;
