/* The language server by itself, for an editor that carries it: what `niklas lsp --stdio` starts, without the rest. */
import { lspCommand } from "./commands/lsp.ts";
import { doJob } from "./job.ts";

void doJob(lspCommand);
