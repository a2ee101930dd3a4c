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
  /** Parameters of an operation, an event or a sensitivity. */
  parameters: 32,
  /** Characters of the clauses of all programs of one model, for each of their triggers after the first: with each they are made ready anew. */
  triggeredText: 4_000_000,
  /** Steps of one run; also the steps of a scenario that are carried out in it. */
  steps: 1_000_000,
  /** Operations, events and irritations in one run. */
  events: 50_000_000,
  /** Operations and events in one step of a run. */
  operationsPerStep: 100_000,
  /** What channels have taken up and not yet brought, at any time. */
  underWay: 1_000_000,
  /** Entries of a trace; and the numbers they tell, for each entry there may be. */
  traceLength: 2_000_000,
  numbersPerEntry: 8,
  /** Numbers noted of what the targets of regulations decide, in a run and in those that it is compared with. */
  answers: 16_000_000,
  /** Steps within which a bare `run` must come to rest: a number of the language. */
  settling: 1_000,
  /** Runs that a property is held against for one scenario, if `either` leaves more. */
  branches: 64,
} as const;
