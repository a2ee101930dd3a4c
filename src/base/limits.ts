/**
 * The limits of the tool, in one table. Each is met with a message of its own (`too_large`, `too_deep`,
 * `too_many`) long before the stack or the heap would be.
 */
export const limits = {
  /** Bytes (or UTF-16 units, for a text that is handed over) of one file. */
  fileSize: 16_000_000,
  /** Code points of a name. */
  nameLength: 256,
  /** Characters of a number. */
  numberLength: 400,
  /** Open brackets at one place; also prefix signs and powers in a row. */
  nesting: 100,
  /** Problems of the text reported for one file; the rest is counted. */
  syntaxProblems: 100,
  /** Files read for one model, and how far imports may lead from the first. */
  files: 1_000,
  importDepth: 64,
  /** Bytes of all files of one model. */
  totalSize: 50_000_000,
  /** Characters of all members that `like` copies in one model: a chain of copies grows with its square. */
  copiedText: 10_000_000,
} as const;
