/* The last thing done to the blocks of a report, whatever its form: headings and figures are numbered. */
import type { Block } from "./document.ts";
import { withFigureNumbers } from "./pictures.ts";
import { withIds } from "./telling.ts";

export function finished(blocks: readonly Block[]): readonly Block[] {
  return withFigureNumbers(withIds(blocks));
}
