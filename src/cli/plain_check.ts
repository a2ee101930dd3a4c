/*
 * Where the command line begins if there is nothing in it but `check` and paths. It runs most often, and starts sooner
 * with no command line to parse and no part of the program left for later.
 */
import { checkCommand } from "./commands/check.ts";
import { doJob } from "./job.ts";

void doJob(() => checkCommand({ paths: process.argv.slice(3) }));
