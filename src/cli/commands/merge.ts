/* `niklas merge`: the results of an experiment whose parts were carried out in several places. */
import { realpathSync } from "node:fs";
import type { ColorChoice } from "../color.ts";
import { formatOfFile, type ExperimentFormat } from "../experimenting/forms.ts";
import { lookOf } from "../look.ts";
import type { Status } from "../errors.ts";

export interface MergeArguments {
  readonly parts: readonly string[];
  readonly format?: ExperimentFormat;
  readonly output?: readonly string[];
  readonly color?: ColorChoice;
  readonly ascii?: boolean;
}

export async function mergeCommand(typed: MergeArguments): Promise<Status> {
  const { parts, format = "text", output = [], color = "auto", ascii = false } = typed;
  const { merge } = await import("../experimenting/conduct.ts");
  return merge({
    parts,
    format,
    files: output.map((name) => ({ name, format: formatOfFile(name) })),
    workingFolder: realpathSync.native(process.cwd()),
    look: lookOf({ color, ascii }, "output"),
  });
}
