/* Headers, imports and bibliographies. */
import { placeIn } from "../../base/place.ts";
import { aliasesOf } from "../aliases.ts";
import { collectAllows } from "../allow.ts";
import type { FileOfModel, Model } from "../model.ts";
import { citationsIn, placeOf } from "../room.ts";
import type { Room, Standpoint } from "../room.ts";
import { lowerWord, ofKind, onlyOne } from "./items.ts";

/** A file of the model. What its header allows, it allows in the whole file. */
export function lowerFile(standpoint: Standpoint): FileOfModel {
  const { scope } = standpoint;
  const { name, canonical, parsed, imports, bibliographies } = scope.file;
  const { header } = parsed.tree;
  const items = header?.body?.items;
  collectAllows(standpoint, items, placeIn(name, { start: 0, end: parsed.source.text.length }));
  onlyOne(standpoint, ofKind(items, "License"), "license");
  onlyOne(standpoint, ofKind(items, "StepUnit"), "step");
  return {
    name,
    model: header && lowerWord(standpoint, header.name),
    citations: citationsIn(standpoint, items),
    imports: imports.map(({ node, specifier, targets }) => ({
      specifier,
      file: targets[0],
      place: placeOf(standpoint, node),
    })),
    bibliographies: bibliographies.map(({ file, entries, place }) => ({
      file,
      entries: entries ?? [],
      place,
    })),
    canonical,
    aliases: aliasesOf(standpoint.room, scope),
  };
}

/** What the header of the entry says of the model as a whole. */
export function lowerHeader(room: Room, entry: string): Pick<Model, "name" | "label" | "stepUnit"> {
  const header = room.files.get(entry)?.file.parsed.tree.header;
  const [unit] = ofKind(header?.body?.items, "StepUnit");
  return {
    name: header?.name.kind === "Name" ? header.name.text : undefined,
    label: header?.label?.value,
    stepUnit: unit?.text.kind === "Text" ? unit.text.value : undefined,
  };
}
