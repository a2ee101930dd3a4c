/* The canonical layout of what stands in the blocks of a document; everything else in it stays, byte for byte. */
import type { Source } from "../../base/source.ts";
import { applyEdits } from "../../diagnostics/edits.ts";
import type { Edit } from "../../diagnostics/diagnostic.ts";
import { displayWidth } from "../../diagnostics/width.ts";
import { format, usualWidth } from "../../format/format.ts";
import { checks } from "../../index.ts";
import { blocksIn, editInDocument, placeInDocument, type Block } from "./block.ts";
import type { FencesIn } from "./fence.ts";
import { isLookedInto, promisedBy } from "./promises.ts";

export interface LaidOut {
  readonly text: string;
  /** How many models are laid out. */
  readonly count: number;
  /** The blocks that stay as they are and were not said to be unreadable. */
  readonly left: readonly Left[];
}

/**
 * Why a block stays as it is, and where: it cannot be read from there on, or a line of it would stand so in the canonical
 * layout that it closes the block.
 */
export interface Left {
  readonly kind: "unread" | "closing";
  readonly offset: number;
}

/** The checks that say that a text cannot be read. */
const ofReading: ReadonlySet<string> = new Set(
  checks.filter(({ group }) => group === "reading").map(({ name }) => name),
);

export function laidOutDocument(document: Source, fencesIn: FencesIn): LaidOut {
  const left: Left[] = [];
  const changes: Change[] = [];
  let count = 0;
  for (const block of blocksIn(document, fencesIn).filter(isLookedInto)) {
    const after = laidOutBlock(block);
    if (after.kind === "text") {
      count += 1;
      if (after.text !== block.text) changes.push(changeOf(block, after.text));
    } else if (![...promisedBy(block).checks.keys()].some((name) => ofReading.has(name))) {
      left.push({ kind: "unread", offset: after.offset });
    }
  }
  const text = changed(document, changes);
  if (areKept(changes, { ...document, text }, fencesIn)) return { text, count, left };
  // Which of them it is, is seen one by one.
  const kept = changes.filter((change) =>
    areKept([change], { ...document, text: changed(document, [change]) }, fencesIn),
  );
  const others = changes.filter((change) => !kept.includes(change));
  return {
    text: changed(document, kept),
    count: count - others.length,
    left: [...left, ...others.map(({ block }): Left => ({ kind: "closing", offset: block.fence.opening }))],
  };
}

/** A block, its new text, and the edit of the document that gives it to it. */
interface Change {
  readonly block: Block;
  readonly text: string;
  readonly edit: Edit;
}

function changeOf(block: Block, text: string): Change {
  const place = { file: block.name, start: 0, end: block.text.length };
  return { block, text, edit: editInDocument(block, { place, text }) };
}

function changed({ text }: Source, changes: readonly Change[]): string {
  return applyEdits(
    text,
    changes.map(({ edit }) => edit),
  );
}

/** Whether the blocks of the new document are the laid out ones: a line of a block can look like its closing fence. */
function areKept(changes: readonly Change[], document: Source, fencesIn: FencesIn): boolean {
  if (changes.length === 0) return true;
  const texts = new Set(blocksIn(document, fencesIn).map(({ text }) => text));
  return changes.every(({ text }) => texts.has(text));
}

type LaidOutBlock =
  | { readonly kind: "text"; readonly text: string }
  /** It cannot be read from this offset of the document on. */
  | { readonly kind: "broken"; readonly offset: number };

function laidOutBlock(block: Block): LaidOutBlock {
  // The lines of the document are no longer than those of a file, with what stands before them.
  const width = usualWidth - displayWidth(block.prefix);
  const formatted = format({ name: block.name, text: block.text }, { width });
  if (formatted.kind === "broken") {
    const start = formatted.problems[0]?.place.start ?? 0;
    return { kind: "broken", offset: placeInDocument(block, { start, end: start }).start };
  }
  // Without a closing fence, and without a line break at the end of the document, none is added.
  const isOpenEnded = !/[\r\n]$/.test(block.text) && !block.fence.isClosed;
  const text = isOpenEnded ? formatted.text.replace(/\r?\n$/, "") : formatted.text;
  return { kind: "text", text: block.text.trim() === "" ? block.text : text };
}
