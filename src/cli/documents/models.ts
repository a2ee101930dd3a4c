/* The models of a file: itself, or those in the blocks of a document. */
import type { Source } from "../../base/source.ts";
import type { Host } from "../../model/host.ts";
import { isDocument } from "./is_document.ts";
import { blocksIn, type Block } from "./block.ts";
import type { FencesIn } from "./fence.ts";
import { hostWithBlocks } from "./host.ts";
import { asItStands, placingOf, type Placing } from "./placing.ts";
import { isLookedInto } from "./promises.ts";

export interface ModelIn {
  readonly source: Source;
  readonly host: Host;
  readonly placing: Placing;
  /** Undefined for a model that is a file. */
  readonly block: Block | undefined;
}

export interface ModelsInOptions {
  readonly workingFolder: string;
  readonly host: Host;
  /** Finds the blocks of documents; there are none where it is not given. */
  readonly fencesIn?: FencesIn | undefined;
}

export function modelsIn(
  source: Source,
  { workingFolder, host, fencesIn }: ModelsInOptions,
): readonly ModelIn[] {
  if (fencesIn === undefined || !isDocument(source.name))
    return [{ source, host, placing: asItStands, block: undefined }];
  const blocks = blocksIn(source, fencesIn);
  const placing = placingOf(source, blocks);
  const named = blocks.filter(({ file }) => file !== undefined);
  return blocks.filter(isLookedInto).map((block) => ({
    source: { name: block.name, text: block.text },
    host: hostWithBlocks(host, named, block, workingFolder),
    placing,
    block,
  }));
}
