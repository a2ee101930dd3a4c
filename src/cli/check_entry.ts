/* Checking the models of one path: of a file, of the blocks of a document, or of standard input. */
import { quoted } from "../base/words.ts";
import { check, type CheckResult } from "../index.ts";
import type { ReadBibliography } from "../model/loaded.ts";
import type { FencesIn } from "./documents/fence.ts";
import { modelsIn, type ModelIn } from "./documents/models.ts";
import type { Placing } from "./documents/placing.ts";
import {
  brokenPromises,
  nothingPromised,
  promisedBy,
  withoutPromised,
  type Promised,
} from "./documents/promises.ts";
import type { Block } from "./documents/block.ts";
import type { Entry } from "./entries.ts";
import { internalError } from "./errors.ts";
import type { Failure } from "./failure.ts";
import { filesHost } from "./files.ts";
import type { Level } from "./levels.ts";
import { sourceOfEntry, type SourceOptions } from "./source_of_entry.ts";

export interface CheckEntryOptions extends SourceOptions {
  readonly levels: ReadonlyMap<string, Level>;
  readonly readBibliography: ReadBibliography;
  /** Finds the blocks of documents, if there are documents among the entries. */
  readonly fencesIn?: FencesIn | undefined;
}

/** A model that has been read and checked. */
export interface CheckedEntry {
  /** Of the file; of a block with its line. */
  readonly name: string;
  /** The file that it stands in. */
  readonly file: string;
  /** Its findings are told by the places of the file that it stands in; the model has its own. */
  readonly result: CheckResult;
  readonly placing: Placing;
  readonly block: Block | undefined;
  /** What is said to be found in it. */
  readonly promised: Promised;
  /** Whether it has errors that it was said to have: they are not told, and it does not run. */
  readonly isWrongAsSaid: boolean;
}

/** Reads models and checks them; that they cannot be read is a failure. A document may have none. */
export function checkEntry(entry: Entry, options: CheckEntryOptions): readonly CheckedEntry[] | Failure {
  const { workingFolder, overlay, fencesIn } = options;
  const source = sourceOfEntry(entry, options);
  if ("message" in source) return source;
  try {
    const host = filesHost({ workingFolder, root: entry.root, overlay });
    return modelsIn(source, { workingFolder, host, fencesIn }).map((model) => checkModel(model, options));
  } catch (error) {
    return internalError(error, `it checked ${quoted(source.name)}`);
  }
}

function checkModel({ source, host, placing, block }: ModelIn, options: CheckEntryOptions): CheckedEntry {
  const { levels, readBibliography } = options;
  const { name } = source;
  const result = check(source, { host, severities: levels, readBibliography });
  const common = { name, file: placing.file(name), placing, block };
  if (block === undefined) return { ...common, result, promised: nothingPromised, isWrongAsSaid: false };
  const promised = promisedBy(block);
  const { diagnostics, silenced } = withoutPromised(result.diagnostics.map(placing.diagnostic), promised);
  const found = new Set(silenced.map(({ diagnostic }) => diagnostic.check));
  const ofModel = result.silenced.map((one) => ({ ...one, diagnostic: placing.diagnostic(one.diagnostic) }));
  return {
    ...common,
    promised,
    isWrongAsSaid: silenced.some(({ diagnostic }) => diagnostic.severity === "error"),
    result: {
      ...result,
      diagnostics: [...diagnostics, ...brokenPromises(block, promised, found, levels, false)],
      silenced: [...silenced, ...ofModel],
      sources: placing.sources(result.sources),
    },
  };
}
