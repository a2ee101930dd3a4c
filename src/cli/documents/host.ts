/* Imports between the blocks of a document: a block with the name of a file lies where the document lies. */
import { dirname, join } from "node:path";
import type { Host } from "../../model/host.ts";
import { extension } from "../files.ts";
import { pathOf } from "../paths.ts";
import type { Block } from "./block.ts";

/**
 * A host over the files of a disk and, before them, the blocks of a document that have a name (`named`, in their order), as
 * they are for one of its blocks: of several of one name, that block itself or the last one before it.
 */
export function hostWithBlocks(host: Host, named: readonly Block[], of: Block, workingFolder: string): Host {
  if (named.length === 0) return host;
  const folder = dirname(pathOf(workingFolder, of.document.name));
  // What is set later wins.
  const inOrder = [
    ...named.filter(({ line }) => line > of.line),
    ...named.filter(({ line }) => line <= of.line),
  ];
  const byPath = new Map(inOrder.map((block) => [join(folder, block.file ?? ""), block] as const));
  const byName = new Map([...byPath.values()].map((block) => [block.name, block]));
  return {
    locate(specifier, from, use) {
      const path = join(dirname(pathOf(workingFolder, from)), specifier);
      const block = byPath.get(path) ?? (use === "import" ? byPath.get(path + extension) : undefined);
      return block === undefined ? host.locate(specifier, from, use) : { kind: "found", name: block.name };
    },
    read(name) {
      const block = byName.get(name);
      return block === undefined ? host.read(name) : { kind: "read", content: block.text };
    },
  };
}
