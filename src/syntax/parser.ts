import { analysed } from "./analysed.ts";
import { Grammar } from "./grammar/file.ts";

/**
 * The one parser of a process. Making it takes longer than reading most files; it keeps nothing from one reading
 * to the next (`begin` resets it), and reading is synchronous, so two models never meet in it.
 */
export const grammar = new Grammar({ analysis: analysed });
