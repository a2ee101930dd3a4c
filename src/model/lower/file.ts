/* Headers, imports and bibliographies. */
import type * as tree from "../../syntax/tree.ts";
import { placeIn } from "../../base/place.ts";
import { aliasesOf } from "../aliases.ts";
import { collectAllows } from "../allow.ts";
import type { About, FileOfModel, Model } from "../model.ts";
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
export function lowerHeader(room: Room, entry: string): Pick<Model, "name" | "label" | "stepUnit" | "about"> {
  const header = room.files.get(entry)?.file.parsed.tree.header;
  const items = header?.body?.items;
  const [unit] = ofKind(items, "StepUnit");
  const [license] = ofKind(items, "License");
  return {
    name: header?.name.kind === "Name" ? header.name.text : undefined,
    label: header?.label?.value,
    stepUnit: textOf(unit),
    about: {
      doc: header?.doc?.text,
      authors: ofKind(items, "Author").flatMap((author) => textOf(author) ?? []),
      license: textOf(license),
      remarks: remarksIn(room),
    },
  };
}

function textOf(item: tree.Author | tree.License | tree.StepUnit | undefined): string | undefined {
  return item?.text.kind === "Text" ? item.text.value : undefined;
}

function remarksIn({ files }: Room): About["remarks"] {
  return [...files.values()].flatMap(({ file, extends: extensions }) =>
    extensions.flatMap(({ doc, body }) =>
      doc === undefined || body === undefined ? [] : [{ doc: doc.text, body: placeIn(file.name, body) }],
    ),
  );
}
