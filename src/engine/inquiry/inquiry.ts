/* All that is needed to ask why something happened in a run, or did not. */
import { later } from "../../base/later.ts";
import type { Place } from "../../base/place.ts";
import type { Source } from "../../base/source.ts";
import { buildFlow } from "../../flow/build.ts";
import { namesInFile, namesOf, type NameOf } from "../../flow/describe.ts";
import type { Flow } from "../../flow/flow.ts";
import { indexModel, type ModelIndex } from "../../model/lookup.ts";
import type { Model } from "../../model/model.ts";
import { layoutOf, type Layout } from "../layout.ts";
import type { History } from "./history.ts";
import { whereaboutsOf, type Whereabouts } from "./whereabouts.ts";

/** A model and the texts it was read from. */
export interface ReadModel {
  readonly model: Model;
  readonly sources: ReadonlyMap<string, Source>;
}

export interface Inquiry {
  readonly model: Model;
  readonly index: ModelIndex;
  readonly flow: () => Flow;
  readonly layout: () => Layout;
  readonly history: History;
  readonly places: Whereabouts;
  /** How the file that is run calls a declaration, and a part of one: `law.judgment`. */
  readonly names: NameOf;
  readonly part: (part: { readonly owner: string; readonly name: string }) => string;
  /** What stands at a place, in one line. */
  readonly text: (place: Place) => string;
}

export function inquire({ model, sources }: ReadModel, history: History): Inquiry {
  const index = indexModel(model);
  const names = namesInFile(model, model.entry, namesOf(index));
  return {
    model,
    index,
    flow: later(() => buildFlow(model)),
    layout: later(() => layoutOf(model)),
    history,
    places: whereaboutsOf(model, index, history),
    names,
    part: ({ owner, name }) => `${names(owner)}.${name}`,
    text: (place) => textAt(sources, place),
  };
}

/** What stands at a place, in one line: white space is drawn together. */
export function textAt(sources: ReadonlyMap<string, Source>, { file, start, end }: Place): string {
  return (sources.get(file)?.text.slice(start, end) ?? "").replace(/\s+/gu, " ");
}
