/* Models that are only parts of others: what is found in them is told with these. */
import type { Model } from "../model/model.ts";

/** A model among others, and the files that belong to it. */
export interface ModelAmongOthers {
  readonly name: string;
  readonly files: ReadonlySet<string>;
  /** Nothing in it would be run, and nobody has asked for it by name. */
  readonly perhapsPart: boolean;
}

/** Whether nothing in a model would be run. */
export function mayBePart({ scenarios, properties, experiments }: Model): boolean {
  return scenarios.length + properties.length + experiments.length === 0;
}

/** The models without those that others import and that say nothing by themselves. Every file stays covered. */
export function withoutParts<Each extends ModelAmongOthers>(models: readonly Each[]): readonly Each[] {
  const importers = new Map<string, number>();
  for (const { files } of models) {
    for (const file of files) importers.set(file, (importers.get(file) ?? 0) + 1);
  }
  const isPart = ({ perhapsPart, name }: Each): boolean => perhapsPart && (importers.get(name) ?? 0) > 1;
  const told = new Set(models.filter((model) => !isPart(model)));
  const covered = new Set([...told].flatMap(({ files }) => [...files]));
  // What only import each other are told from the first of them on.
  for (const model of models) {
    if (told.has(model) || covered.has(model.name)) continue;
    told.add(model);
    for (const file of model.files) covered.add(file);
  }
  return models.filter((model) => told.has(model));
}
