#!/usr/bin/env node
/* Where the command line begins. */
import { reportThrown, statuses, type Status } from "./errors.ts";
import { doJob } from "./job.ts";
import { print } from "./terminal.ts";
import { version } from "./version.ts";

async function run(args: readonly string[]): Promise<Status> {
  if (args.length === 1 && (args[0] === "--version" || args[0] === "-v")) {
    const printed = print("output", `${version()}\n`);
    return printed.kind === "failed" ? reportThrown(printed.error) : statuses.fine;
  }
  const { runProgram } = await import("./program.ts");
  return runProgram(args);
}

void doJob(() => run(process.argv.slice(2)));
