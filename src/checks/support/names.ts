/* What declarations are called in the file in which something is said of them. */
import type { Place } from "../../base/place.ts";
import { namesInFile, namesOf } from "../../flow/describe.ts";
import type { NameOf } from "../../flow/describe.ts";
import type { Environment, System } from "../../model/model.ts";
import type { Id } from "../../model/reference.ts";
import type { CheckContext } from "../context.ts";

/** How a file calls what is declared: by an import's alias, perhaps; what it does not import, by its own name. */
export function namesIn(file: string, { shared }: CheckContext): NameOf {
  return shared.namesIn(file);
}

/** How the file in which `place` lies calls a declaration. */
export function called({ id }: { readonly id: Id }, { file }: Place, { shared }: CheckContext): string {
  return shared.namesIn(file)(id);
}

/** The system, environment or population that a file calls so. */
export function ownerCalled(
  name: string,
  file: string,
  context: CheckContext,
): System | Environment | undefined {
  const { model } = context;
  const names = namesIn(file, context);
  return [...model.systems, ...model.environments].find(({ id }) => names(id) === name);
}

/** What `namesIn` answers, worked out once for a file. */
export function findNamesIn(file: string, { model, index }: CheckContext): NameOf {
  return namesInFile(model, file, namesOf(index));
}
