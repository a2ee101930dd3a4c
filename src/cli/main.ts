#!/usr/bin/env node
/* Where the command line begins. It ends by itself, so that nothing printed is ever cut off. */
import { reportThrown, statuses } from "./errors.ts";
import { print } from "./terminal.ts";
import { version } from "./version.ts";

// Whatever ends the process before its time, an unfinished job is not a job well done.
process.exitCode = statuses.failed;
process.on("uncaughtException", (error) => {
  process.exitCode = reportThrown(error);
});

async function main(args: readonly string[]): Promise<void> {
  try {
    if (args.length === 1 && (args[0] === "--version" || args[0] === "-v")) {
      const printed = print("output", `${version()}\n`);
      process.exitCode = printed.kind === "failed" ? reportThrown(printed.error) : statuses.fine;
      return;
    }
    const [command, ...paths] = args;
    if (command === "check" && paths.every((path) => path === "-" || !path.startsWith("-"))) {
      // Without options there is nothing to parse, and it is what runs most often.
      const { checkCommand } = await import("./commands/check.ts");
      process.exitCode = await checkCommand({ paths });
      return;
    }
    const { runProgram } = await import("./program.ts");
    process.exitCode = await runProgram(args);
  } catch (error) {
    process.exitCode = reportThrown(error);
  }
}

void main(process.argv.slice(2));
