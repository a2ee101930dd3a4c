/* Pictures of a model, as the page shows them. */
import type { Model } from "../model/model.ts";

/** The map of a model as the text of an SVG; undefined where there is none, and then the page has no place for it. */
export function mapPicture(_model: Model): Promise<string | undefined> {
  return Promise.resolve(undefined);
}
