/* Where the results of an experiment go: to standard output, and to files. */
import { resolve } from "node:path";
import { quoted } from "../../base/words.ts";
import type { ExperimentResult } from "../../runs/experiment/results.ts";
import { experimentCsv } from "../../views/experiment/csv.ts";
import { experimentJson, manifestJson } from "../../views/experiment/json.ts";
import { renderExperiment } from "../../views/experiment/text.ts";
import { guardedText } from "../ci.ts";
import { statuses, type Status } from "../errors.ts";
import type { Failure } from "../failure.ts";
import type { Look } from "../look.ts";
import { print } from "../terminal.ts";
import { writeFileSafely } from "../write.ts";
import type { ExperimentFormat } from "./forms.ts";

export interface ResultFile {
  readonly format: ExperimentFormat;
  /** As it was written on the command line. */
  readonly name: string;
}

export interface Results {
  readonly result: ExperimentResult;
  /** Of all runs, one after another. */
  readonly numbers: Float64Array;
}

/** What stands beside a table: what it is of. */
export function manifestBeside(name: string): string {
  return `${name.replace(/\.csv$/iu, "")}.manifest.json`;
}

export function printResults({ result, numbers }: Results, format: ExperimentFormat, look: Look): void {
  if (format === "text") {
    print("output", guardedText(renderExperiment(result, look), process.env));
    return;
  }
  const pieces = format === "json" ? experimentJson(result) : experimentCsv(result, numbers);
  for (const piece of pieces) {
    if (print("output", piece).kind !== "printed") return;
  }
}

/** Writes the files, and a manifest beside each table; the first that cannot be written is a failure. */
export function writeResults(
  results: Results,
  files: readonly ResultFile[],
  workingFolder: string,
): Failure | undefined {
  for (const { format, name } of files) {
    const failure =
      writePieces(resolve(workingFolder, name), name, piecesOf(results, format)) ??
      (format === "csv"
        ? writePieces(resolve(workingFolder, manifestBeside(name)), manifestBeside(name), [
            manifestJson(results.result),
          ])
        : undefined);
    if (failure !== undefined) return failure;
  }
  return undefined;
}

/** Whether there are runs of which nothing, or not all, could be measured. */
export function statusOf({ variants }: ExperimentResult): Status {
  return variants.some(({ broken, unmeasured }) => broken + unmeasured > 0) ? statuses.found : statuses.fine;
}

function piecesOf({ result, numbers }: Results, format: ExperimentFormat): Iterable<string> {
  switch (format) {
    case "text":
      return [renderExperiment(result, { colour: false, ascii: false })];
    case "json":
      return experimentJson(result);
    case "csv":
      return experimentCsv(result, numbers);
  }
}

function writePieces(path: string, name: string, pieces: Iterable<string>): Failure | undefined {
  const encoder = new TextEncoder();
  const content = Buffer.concat([...pieces].map((piece) => encoder.encode(piece)));
  const written = writeFileSafely(path, content, { anyKind: true });
  return written.kind === "failed"
    ? { message: `cannot write ${quoted(name)}: ${written.reason}` }
    : undefined;
}
