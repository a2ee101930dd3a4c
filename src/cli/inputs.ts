import type { Model } from "../model/model.ts";
import type { Placing } from "./documents/placing.ts";

/** The names of the files that were read for a model, its bibliographies too; none of the canon. */
export function inputsOf({ files }: Model, placing: Placing): readonly string[] {
  return files.flatMap(({ name, canonical, bibliographies }) =>
    canonical ? [] : [placing.file(name), ...bibliographies.flatMap(({ file }) => file ?? [])],
  );
}
