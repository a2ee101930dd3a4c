/* The commands for those who write models, with their options and their help. What they do is loaded when it is asked for. */
import type { FmtArguments } from "../commands/fmt.ts";
import type { PlayArguments } from "../commands/play.ts";
import type { RefactorArguments } from "../commands/refactor.ts";
import { portFrom } from "../usage.ts";
import { configured, judging, markdownHelp, type Adding } from "./adding.ts";

export function addWriting({ program, done }: Adding): void {
  configured(program.command("fmt"))
    .summary("give models their canonical layout")
    .description("Lays models out in the one canonical way, and writes them; what they say stays the same.")
    .argument("[paths...]", "files and folders; `-` is standard input (default: this folder)")
    .option("--check", "write nothing, and name the models that have another layout")
    .option("--diff", "write nothing, and show what would change")
    .option("--markdown", markdownHelp)
    .addHelpText("after", fmtHelp)
    .action(async (paths: readonly string[], options: Omit<FmtArguments, "paths">) => {
      const { fmtCommand } = await import("../commands/fmt.ts");
      done(await fmtCommand({ ...options, paths }));
    });

  judging(program.command("refactor"))
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
    .addHelpText("after", refactorHelp)
    .action(async (words: readonly string[], options: Omit<RefactorArguments, "words">) => {
      const { refactorCommand } = await import("../commands/refactor.ts");
      done(await refactorCommand({ ...options, words }));
    });

  program
    .command("lsp")
    .summary("help editors with models")
    .description("A language server: editors start it, and ask it about the models that are written in them.")
    .option("--stdio", "speak through standard input and output (as it always does)")
    .addHelpText("after", lspHelp)
    .action(async () => {
      const { lspCommand } = await import("../commands/lsp.ts");
      done(await lspCommand());
    });

  program
    .command("play")
    .summary("write and run models in the browser")
    .description("Serves the playground to the browsers of this machine, and to no other, until Ctrl-C.")
    .option("--port <number>", "the port to serve it at (default: one that is free)", portFrom)
    .action(async (options: PlayArguments) => {
      const { playCommand } = await import("../commands/play.ts");
      done(await playCommand(options));
    });
}

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
