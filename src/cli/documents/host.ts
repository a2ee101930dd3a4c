/* Imports between the blocks of a document: a block with the name of a file lies where the document lies. */
import { dirname, join } from "node:path";
import { nearest } from "../../base/near.ts";
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
  const names = named.map(({ file = "" }) => withoutEnding(file));
  const byName = new Map([...byPath.values()].map((block) => [block.name, block]));
  return {
    locate(specifier, from, use) {
      const path = join(dirname(pathOf(workingFolder, from)), specifier);
      const block = byPath.get(path) ?? (use === "import" ? byPath.get(path + extension) : undefined);
      if (block !== undefined) return { kind: "found", name: block.name };
      const located = host.locate(specifier, from, use);
      if (located.kind !== "not_found" || use !== "import") return located;
      // What is looked for may be a block with a name like it.
      const near = nearest(withoutEnding(specifier), names);
      return { ...located, near: [...near, ...located.near] };
    },
    read(name) {
      const block = byName.get(name);
      return block === undefined ? host.read(name) : { kind: "read", content: block.text };
    },
  };
}

function withoutEnding(name: string): string {
  return name.endsWith(extension) ? name.slice(0, -extension.length) : name;
}
