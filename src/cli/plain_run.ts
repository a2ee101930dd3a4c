/* Where the command line begins if there is nothing in it but `run`, a file and scenarios; see `plain_check.ts`. */
import { runCommand } from "./commands/run.ts";
import { doJob } from "./job.ts";

const [file = "", ...scenarios] = process.argv.slice(3);
void doJob(() => runCommand({ file, scenarios }));
