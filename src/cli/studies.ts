/* A model as an editor has it, and those of its project that may name the same things. */
import { later } from "../base/later.ts";
import type { Study } from "../editor/study.ts";
import { study } from "../editor/study.ts";
import type { ReadBibliography } from "../model/loaded.ts";
import { withBibliographies } from "./bibliographies.ts";
import type { Entry } from "./entries.ts";
import type { Failure } from "./failure.ts";
import { extension, filesHost } from "./files.ts";
import type { Settings } from "./settings.ts";
import { sourceOfEntry } from "./source_of_entry.ts";
import { walk } from "./walk.ts";

export interface Studied {
  readonly study: Study;
  /** All models of the project; read when they are first asked for. */
  readonly project: () => readonly Study[];
  /** Reads a model again, with other texts for some of its files. */
  readonly restudy: (entry: string, texts: ReadonlyMap<string, string>) => Study | undefined;
}

export async function studied(
  entry: Entry,
  { workingFolder, levels, exclude }: Settings,
  overlay: ReadonlyMap<string, Uint8Array>,
): Promise<Studied | Failure> {
  const entries = new Map<string, Entry>();
  const read = (
    one: Entry,
    texts: ReadonlyMap<string, string>,
    readBibliography: ReadBibliography,
  ): Study | Failure => {
    const contents = new Map(overlay);
    for (const [name, text] of texts) contents.set(name, new TextEncoder().encode(text));
    const source = sourceOfEntry(one, { workingFolder, overlay: contents });
    if ("message" in source) return source;
    entries.set(source.name, one);
    const host = filesHost({ workingFolder, root: one.root, overlay: contents });
    return study(source, { host, severities: levels, readBibliography });
  };
  const found = await withBibliographies((readBibliography) => ({
    readBibliography,
    own: read(entry, new Map(), readBibliography),
  }));
  const { own, readBibliography } = found;
  if ("message" in own) return own;
  const project = later((): readonly Study[] => {
    const { files } = walk(entry.root, { endings: [extension], root: entry.root, exclude });
    const others = files
      .filter((path) => path !== entry.path)
      .map((path) => read({ path, root: entry.root, found: true }, new Map(), readBibliography));
    return [own, ...others.flatMap((one) => ("message" in one ? [] : [one]))];
  });
  return {
    study: own,
    project,
    restudy(name, texts) {
      const one = entries.get(name);
      const again = one && read(one, texts, readBibliography);
      return again === undefined || "message" in again ? undefined : again;
    },
  };
}
