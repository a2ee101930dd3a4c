/* Models with a cursor: `‸` stands where the editor asks. */
import { study, type Study } from "../../src/editor/study.ts";
import { memoryHost } from "../../src/index.ts";
import { readBibliography } from "../../src/model/bibliography.ts";
import type { Place } from "../../src/base/place.ts";

const cursor = "‸";

export interface Marked {
  readonly study: Study;
  readonly file: string;
  readonly offset: number;
  readonly files: ReadonlyMap<string, string>;
  /** The models of all files. */
  readonly studies: readonly Study[];
  readonly restudy: (entry: string, texts: ReadonlyMap<string, string>) => Study | undefined;
  /** What stands at a place. */
  readonly textAt: (place: Place) => string;
}

/** Reads files by their names, or one text; one of them holds the cursor. */
export function marked(models: string | Readonly<Record<string, string>>): Marked {
  const given = Object.entries(typeof models === "string" ? { "model.sys": models } : models);
  const [file = "", withCursor = ""] = given.find(([, text]) => text.includes(cursor)) ?? given[0] ?? [];
  const files = new Map(given.map(([name, text]) => [name, text.replace(cursor, "")]));
  const read = (entry: string, changed: ReadonlyMap<string, string>): Study => {
    const texts = new Map([...files, ...changed]);
    const host = memoryHost(texts);
    return study({ name: entry, text: texts.get(entry) ?? "" }, { host, readBibliography });
  };
  const studies = given.filter(([name]) => name.endsWith(".sys")).map(([name]) => read(name, new Map()));
  const found = studies.find(({ entry }) => entry === file);
  if (found === undefined) throw new Error("no model holds the cursor");
  return {
    study: found,
    file,
    offset: withCursor.indexOf(cursor),
    files,
    studies,
    restudy: read,
    textAt: ({ file: name, start, end }) => (files.get(name) ?? "").slice(start, end),
  };
}

/** The price cap of the language reference, with the cursor behind the `nth` occurrence of a text. */
export function at(text: string, found: string, nth = 1): string {
  let index = -1;
  for (let count = 0; count < nth; count += 1) {
    index = text.indexOf(found, index + 1);
    if (index === -1) throw new Error(`there is no ${found}`);
  }
  return text.slice(0, index + found.length) + cursor + text.slice(index + found.length);
}
