/* A model as an editor has it: read, resolved, checked. Everything else in this room asks it. */
import { later } from "../base/later.ts";
import type { Source } from "../base/source.ts";
import { applyChecks, type CheckOptions, type CheckResult } from "../checks/apply.ts";
import { knownChecks } from "../index.ts";
import type { Host } from "../model/host.ts";
import type { ReadBibliography } from "../model/loaded.ts";
import { indexModel, type ModelIndex } from "../model/lookup.ts";
import { resolve, type Resolved } from "../model/resolve.ts";

export interface StudyOptions extends CheckOptions {
  readonly host: Host;
  readonly readBibliography?: ReadBibliography | undefined;
}

export interface Study {
  /** The file that was checked; the model holds it and what it imports. */
  readonly entry: string;
  readonly resolved: Resolved;
  /** Worked out when it is first asked for: much can be answered without. */
  readonly checked: () => CheckResult;
  readonly index: () => ModelIndex;
}

/** Reads a model for an editor. Never throws on what the texts say. */
export function study(entry: Source, options: StudyOptions): Study {
  const { host, readBibliography, checkpoint } = options;
  const resolved = resolve(entry, host, { checks: knownChecks, readBibliography, checkpoint });
  return {
    entry: entry.name,
    resolved,
    checked: later(() => applyChecks(resolved, options)),
    index: later(() => indexModel(resolved.model)),
  };
}

/** The text of a file of the model; empty for one that is not in it. */
export function textOf({ resolved }: Study, file: string): string {
  return resolved.sources.get(file)?.text ?? "";
}
