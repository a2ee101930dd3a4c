/* A model as an editor has it: read, resolved, checked. Everything else in this room asks it. */
import { later } from "../base/later.ts";
import type { Source } from "../base/source.ts";
import { applyChecks, type CheckOptions, type CheckResult } from "../checks/apply.ts";
import { createCheckMemory, type CheckMemory } from "../checks/support/memory.ts";
import { knownChecks } from "../index.ts";
import type { Host } from "../model/host.ts";
import type { ReadBibliography } from "../model/loaded.ts";
import { indexModel, type ModelIndex } from "../model/lookup.ts";
import { createMemory, type Memory } from "../model/memory.ts";
import { resolve, type Resolved } from "../model/resolve.ts";
import type { Parsed } from "../syntax/parse.ts";

export interface StudyOptions extends Omit<CheckOptions, "memory"> {
  readonly host: Host;
  readonly readBibliography?: ReadBibliography | undefined;
  /** How a text is read; by `parse` unless somebody has read it already. */
  readonly parse?: ((source: Source) => Parsed) | undefined;
  /** What is kept of the model from one study to the next. */
  readonly memory?: StudyMemory | undefined;
}

/** Kept from one study of a model to the next, so that what has not changed is not worked out again. */
export interface StudyMemory {
  readonly model: Memory;
  readonly checks: CheckMemory;
}

export function createStudyMemory(): StudyMemory {
  return { model: createMemory(), checks: createCheckMemory() };
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
  const { host, readBibliography, checkpoint, parse, memory } = options;
  const resolved = resolve(entry, host, {
    checks: knownChecks,
    readBibliography,
    checkpoint,
    parse,
    memory: memory?.model,
  });
  return {
    entry: entry.name,
    resolved,
    checked: later(() => applyChecks(resolved, { ...options, memory: memory?.checks })),
    index: later(() => indexModel(resolved.model)),
  };
}

/** The text of a file of the model; empty for one that is not in it. */
export function textOf({ resolved }: Study, file: string): string {
  return resolved.sources.get(file)?.text ?? "";
}
