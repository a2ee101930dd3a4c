/* What is found in the blocks of a document, told by the places of the document. */
import type { Place } from "../../base/place.ts";
import type { Source } from "../../base/source.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { editInDocument, placeInDocument, type Block } from "./block.ts";

/** Says where what stands in a model stands in the file that its user knows. */
export interface Placing {
  readonly place: (place: Place) => Place;
  readonly diagnostic: (diagnostic: Diagnostic) => Diagnostic;
  /** The name of the file that a source stands in. */
  readonly file: (name: string) => string;
  /** The texts by the names that places have in the model, and by those that they have in the file. */
  readonly sources: (sources: ReadonlyMap<string, Source>) => ReadonlyMap<string, Source>;
}

/** Of a model that is a file. */
export const asItStands: Placing = {
  place: (place) => place,
  diagnostic: (diagnostic) => diagnostic,
  file: (name) => name,
  sources: (sources) => sources,
};

/** Of the models that stand in the blocks of a document. */
export function placingOf(document: Source, blocks: readonly Block[]): Placing {
  const byName = new Map(blocks.map((block) => [block.name, block]));
  const placed = (place: Place): Place => {
    const block = byName.get(place.file);
    return block === undefined ? place : placeInDocument(block, place);
  };
  return {
    place: placed,
    file: (name) => byName.get(name)?.document.name ?? name,
    sources: (sources) => new Map([...sources, [document.name, document]]),
    diagnostic(diagnostic) {
      const { place, related, fixes, facts } = diagnostic;
      return {
        ...diagnostic,
        place: placed(place),
        ...(related && { related: related.map((other) => ({ ...other, place: placed(other.place) })) }),
        facts: placedFacts(facts, placed, 0),
        fixes: fixes.map((fix) => ({
          ...fix,
          edits: fix.edits.map((edit) => {
            const block = byName.get(edit.place.file);
            return block === undefined ? edit : editInDocument(block, edit);
          }),
        })),
      };
    },
  };
}

/** Facts that are told are no deeper; the others hold parts of the model, and go no further. */
const deepest = 8;

/** Facts with the places in them. */
function placedFacts(facts: unknown, placed: (place: Place) => Place, depth: number): unknown {
  if (typeof facts !== "object" || facts === null || depth > deepest) return facts;
  if (Array.isArray(facts)) return facts.map((each) => placedFacts(each, placed, depth + 1));
  if (Object.getPrototypeOf(facts) !== Object.prototype) return facts;
  if (isPlace(facts)) return { ...facts, ...placed(facts) };
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [key, placedFacts(value, placed, depth + 1)]),
  );
}

function isPlace(value: object): value is Place {
  return (
    "file" in value &&
    typeof value.file === "string" &&
    "start" in value &&
    typeof value.start === "number" &&
    "end" in value &&
    typeof value.end === "number"
  );
}
